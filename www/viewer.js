// The viewer module, loaded once and only when something must be drawn.

/** @typedef {import('./engine/protocol.js').ViewerModule} ViewerModule */

/** @type {Promise<ViewerModule> | undefined} */
let loading;

/**
 * The viewer, ready to draw.
 * @returns {Promise<ViewerModule>}
 */
export function viewer() {
    loading ??= import('./pkg/viewer/pulso.js').then(async (module) => {
        await module.default();
        return module;
    });
    return loading;
}
