// The next drawing of a chart in the place of the one before: what did not change stays as it is, and what did is changed on the
// elements that stand there. A browser takes longer to read a large picture than the viewer to draw it.

import { said } from './marks.js';

/** Above this share of lines whose elements give way to others, reading the whole picture is quicker. */
const MOST = 1 / 3;
/** Letters that are compared at a time. */
const STRETCH = 32;
/** What the viewer writes for letters that mean something in a picture. */
const PLAIN = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"' });

/** What was put on a page from here: the lines of each picture. @type {WeakMap<SVGSVGElement, string[]>} */
const drawn = new WeakMap();

/**
 * Puts a picture in its place.
 * @param {HTMLElement} place
 * @param {string} picture
 */
export function redraw(place, picture) {
    const lines = picture.split('\n');
    const old = place.querySelector('svg');
    const before = old && drawn.get(old);
    if (!before || !new Pair(before, lines).change(old)) place.innerHTML = picture;
    const svg = place.querySelector('svg');
    if (svg) drawn.set(svg, lines);
}

/** Two pictures, read side by side. A line of a picture is an element, whole; or it opens a group or closes one. */
class Pair {
    /** The next line of each. */
    #old = 0;
    #new = 0;
    /** The elements that give way, each with the lines that come instead. @type {[Element, string[]][]} */
    #others = [];
    #walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);

    /**
     * @param {string[]} before What stands on the page.
     * @param {string[]} after
     */
    constructor(before, after) {
        this.before = before;
        this.after = after;
    }

    /** Makes the first picture the second; false, half way, where it is not worth it. @param {SVGSVGElement} svg */
    change(svg) {
        this.#element(svg);
        const lines = this.#others.map(([, lines]) => lines);
        if (lines.flat().length > this.after.length * MOST) return false;
        const holder = document.createElement('div');
        holder.innerHTML = `<svg>${lines.map((some) => some.join('\n')).join('')}</svg>`;
        const fresh = [...(holder.firstElementChild?.children ?? [])];
        if (fresh.length !== lines.length) return false;
        this.#others.forEach(([element], index) => element.replaceWith(fresh[index]));
        return true;
    }

    /** Reads an element: the next line of each picture, and to its end what that opens. @param {Element} element */
    #element(element) {
        const [from, to, others] = [this.#old++, this.#new++, this.#others.length];
        const [before, after] = [this.before[from], this.after[to]];
        const whole = isWhole(before);
        const alike = before === after || (whole === isWhole(after) && this.#line(element, before, after));
        if (alike && (whole || this.#children(element))) return;
        // What was found inside goes with it.
        this.#others.length = others;
        this.#old = behind(this.before, from);
        this.#new = behind(this.after, to);
        this.#others.push([element, this.after.slice(to, this.#new)]);
    }

    /**
     * Reads what stands in a group, to the group's end in both: of what one has more, it is dropped or added there. False where
     * the group has to give way whole.
     * @param {Element} group
     */
    #children(group) {
        for (let next = group.firstElementChild; ; ) {
            const [before, after] = [this.before[this.#old] ?? '</', this.after[this.#new] ?? '</'];
            const [ends, closes] = [before.startsWith('</'), after.startsWith('</')];
            if (ends && closes) {
                this.#old++;
                this.#new++;
                return true;
            }
            if (ends) {
                const from = this.#new;
                this.#new = behind(this.after, from);
                const added = group.appendChild(document.createElementNS(group.namespaceURI, 'g'));
                group.append('\n');
                this.#others.push([added, this.after.slice(from, this.#new)]);
            } else if (before.startsWith('<title>') && said.has(group)) {
                if (!after.startsWith('<title>')) return false;
                said.set(group, plain(after.slice('<title>'.length, -'</title>'.length)));
                this.#old++;
                this.#new++;
            } else if (!next) {
                return false;
            } else {
                const element = next;
                next = next.nextElementSibling;
                if (!closes) {
                    this.#element(element);
                    continue;
                }
                this.#old = behind(this.before, this.#old);
                element.nextSibling?.remove();
                element.remove();
            }
        }
    }

    /**
     * Makes an element's line another: values and texts may differ; false where anything else does.
     * @param {Element} element Of the line, or that holds all the line's others.
     * @param {string} before
     * @param {string} after
     */
    #line(element, before, after) {
        this.#walker.currentNode = element;
        let here = /** @type {Element | null} */ (element);
        // Whether the words are a title that was taken out of its mark.
        let taken = false;
        /** Where the last tag begins that was read, and how much further on the second line is. */
        let [tag, ahead] = [0, 0];
        for (let at = parting(before, after, 0, 0); at < before.length; at = parting(before, after, at, ahead)) {
            for (let next = before.indexOf('<', tag + 1); next >= 0 && next < at; next = before.indexOf('<', tag + 1)) {
                tag = next;
                if (before[tag + 1] === '/') continue;
                taken = before.startsWith('<title>', tag) && said.has(element);
                if (!taken) here = /** @type {Element | null} */ (this.#walker.nextNode());
            }
            const close = before.indexOf('>', tag);
            const inTag = at <= close;
            const start = inTag ? before.lastIndexOf('="', at - 1) + 2 : close + 1;
            const stop = inTag ? '"' : '<';
            const [end, newEnd] = [before.indexOf(stop, start), after.indexOf(stop, start + ahead)];
            if (!here || start < tag + 3 || end < at || newEnd < 0) return false;
            const value = plain(after.slice(start + ahead, newEnd));
            const text = here.firstChild;
            if (inTag) here.setAttribute(before.slice(before.lastIndexOf(' ', start) + 1, start - 2), value);
            else if (taken) said.set(element, value);
            else if (text instanceof Text) text.data = value;
            else return false;
            ahead = newEnd - end;
            at = end;
        }
        return before.length + ahead === after.length;
    }
}

/**
 * Where two lines part: the place in the first, which is its end where they do not.
 * @param {string} before
 * @param {string} after
 * @param {number} at From where.
 * @param {number} ahead How much further on the second is.
 */
function parting(before, after, at, ahead) {
    while (at < before.length && before.slice(at, at + STRETCH) === after.slice(at + ahead, at + ahead + STRETCH)) at += STRETCH;
    while (at < before.length && before.charCodeAt(at) === after.charCodeAt(at + ahead)) at++;
    return Math.min(at, before.length);
}

/** @param {string} line */
function isWhole(line) {
    return line.endsWith('/>') || line.lastIndexOf('</') > 0;
}

/**
 * The line behind an element.
 * @param {string[]} lines
 * @param {number} at The line where it begins.
 */
function behind(lines, at) {
    let open = 0;
    do {
        const line = lines[at++];
        if (line.startsWith('</')) open--;
        else if (!isWhole(line)) open++;
    } while (open > 0 && at < lines.length);
    return at;
}

/** Text as it is meant. @param {string} text */
function plain(text) {
    return text.includes('&') ? text.replace(/&(\w+);/g, (whole, name) => PLAIN[name] ?? whole) : text;
}
