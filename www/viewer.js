// The viewer module, loaded once and only when something must be drawn.

/** @typedef {import('./engine/protocol.js').ViewerModule} ViewerModule */
/** @typedef {import('./engine/protocol.js').Publication} Publication */

/** The kinds that the small viewer draws. The others are in the atlas, which weighs half as much again. */
export const COMMON = ['ranking', 'grouped_bars', 'likert', 'heatmap', 'tile_map', 'theory', 'table'];

/** @type {Promise<ViewerModule> | undefined} */
let small;
/** @type {Promise<ViewerModule> | undefined} */
let atlas;

/**
 * The viewer, ready to draw what a publication asks for.
 * @param {Publication} [publication]
 * @returns {Promise<ViewerModule>}
 */
export function viewer(publication) {
    if (atlas || publication?.document.charts?.some(({ kind }) => !COMMON.includes(kind ?? 'ranking'))) {
        return (atlas ??= started(import('./pkg/atlas/pulso.js')));
    }
    return (small ??= started(import('./pkg/viewer/pulso.js')));
}

/** @param {Promise<ViewerModule & {default: () => Promise<unknown>}>} loading */
async function started(loading) {
    const module = await loading;
    await module.default();
    return module;
}
