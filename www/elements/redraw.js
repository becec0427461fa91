// The next drawing of a chart in the place of the one before: what did not change stays as it is. A browser takes longer to read a
// large picture than the viewer to draw it.

/** Above this share of lines that changed, reading the whole picture is quicker than looking for them. */
const MOST = 1 / 3;

/**
 * Puts a picture in its place.
 * @param {HTMLElement} place
 * @param {string} after The picture.
 * @param {string} [before] What stands there, if it was put there from here.
 */
export function redraw(place, after, before) {
    const svg = place.querySelector('svg');
    if (!svg || !before || !changed(svg, before.split('\n'), after.split('\n'))) place.innerHTML = after;
}

/**
 * Changes the lines that differ; false, and nothing is changed, where that cannot be done or is not worth it.
 *
 * A line of a picture is an element, whole; or it opens a group or closes one.
 * @param {SVGSVGElement} svg
 * @param {string[]} before
 * @param {string[]} after
 */
function changed(svg, before, after) {
    if (before.length !== after.length) return false;
    const lines = after.flatMap((line, index) => (line === before[index] ? [] : [index]));
    if (lines.length > after.length * MOST) return false;
    if (lines.some((index) => !isWhole(before[index]) || !isWhole(after[index]))) return false;
    const old = elements(svg, before, new Set(lines));
    const holder = document.createElement('div');
    holder.innerHTML = `<svg>${lines.map((index) => after[index]).join('')}</svg>`;
    const fresh = [...(holder.firstElementChild?.children ?? [])];
    if (old.length !== fresh.length) return false;
    old.forEach((element, index) => element.replaceWith(fresh[index]));
    return true;
}

/**
 * The elements that stand in some lines of a picture.
 * @param {SVGSVGElement} svg
 * @param {string[]} lines
 * @param {Set<number>} wanted
 */
function elements(svg, lines, wanted) {
    const found = [];
    /** The group that is open, and what stands in it before the next line. @type {[Element, Element | null][]} */
    const open = [];
    let group = /** @type {Element} */ (svg);
    let last = /** @type {Element | null} */ (null);
    for (let index = 1; index < lines.length; index++) {
        const line = lines[index];
        if (line.startsWith('</')) {
            [group, last] = open.pop() ?? [svg, null];
            continue;
        }
        const element = last ? last.nextElementSibling : group.firstElementChild;
        // What a mark says is taken out of the picture once it was read.
        if (line.startsWith('<title>') && element?.localName !== 'title') {
            if (wanted.has(index)) return [];
            continue;
        }
        if (!element) return [];
        last = element;
        if (wanted.has(index)) found.push(element);
        if (isWhole(line)) continue;
        open.push([group, last]);
        [group, last] = [element, null];
    }
    return found;
}

/** @param {string} line */
function isWhole(line) {
    return line.endsWith('/>') || (!line.startsWith('</') && /<\/\w+>$/.test(line));
}
