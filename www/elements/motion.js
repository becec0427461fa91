// A picture that follows another: what both show moves to its new place, what is new appears.

/** How long, in milliseconds. */
const LASTS = 400;
/** In a picture of more groups than these, movement is not worth the reader's wait. */
const MOST = 400;

/** @typedef {{mark: SVGGElement, box: DOMRect}} Place */

/**
 * Where each mark stands, by what it stands for.
 * @param {SVGSVGElement | null} svg
 * @returns {Map<string, Place>}
 */
export function places(svg) {
    const found = new Map();
    const marks = moving() ? named(svg) : [];
    for (const [name, mark] of marks) found.set(name, { mark, box: mark.getBBox() });
    return found;
}

/**
 * Moves the marks of a new picture from where they stood in the one before. A picture of another width is another picture.
 * @param {SVGSVGElement | null} svg
 * @param {Map<string, Place>} before
 */
export function moveFrom(svg, before) {
    if (before.size === 0) return;
    const marks = named(svg).map(([name, mark]) => ({ mark, to: mark.getBBox(), from: before.get(name) }));
    for (const { mark, to, from: was } of marks) {
        // The element may have stood for another mark, which was still on its way.
        if (was?.mark !== mark) for (const movement of mark.getAnimations()) movement.cancel();
        const from = was?.box;
        if (!from) {
            mark.animate({ opacity: [0, 1] }, { duration: LASTS, easing: 'ease-out' });
            continue;
        }
        const [x, y] = [from.x + from.width / 2 - to.x - to.width / 2, from.y + from.height / 2 - to.y - to.height / 2];
        if (Math.abs(x) + Math.abs(y) < 1) continue;
        mark.animate({ transform: [`translate(${x}px, ${y}px)`, 'none'] }, { duration: LASTS, easing: 'ease-in-out' });
    }
}

/** Whether this reader wants things to move. */
function moving() {
    return matchMedia('(prefers-reduced-motion: no-preference)').matches;
}

/**
 * The marks of a picture, each with what it stands for. A name that stands twice is no name.
 * @param {SVGSVGElement | null} svg
 * @returns {[string, SVGGElement][]}
 */
function named(svg) {
    /** @type {Map<string, SVGGElement | undefined>} */
    const marks = new Map();
    const groups = svg?.querySelectorAll('g') ?? [];
    if (groups.length > MOST) return [];
    for (const mark of groups) {
        const { role: _, estimate: __, ...keys } = mark.dataset;
        if (Object.keys(keys).length === 0) continue;
        const name = JSON.stringify(keys);
        marks.set(name, marks.has(name) ? undefined : mark);
    }
    return /** @type {[string, SVGGElement][]} */ ([...marks].filter(([, mark]) => mark));
}
