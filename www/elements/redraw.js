// The next drawing of a chart in the place of the one before: what did not change stays as it is, and what did is changed on the
// elements that stand there. A browser takes longer to read a large picture than the viewer to draw it.

/** Above this share of lines whose elements give way to others, reading the whole picture is quicker. */
const MOST = 1 / 3;
const [QUOTE, LESS, MORE] = ['"', '<', '>'].map((letter) => letter.charCodeAt(0));
/** What the viewer writes for letters that mean something in a picture. */
const PLAIN = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"' });

/**
 * Puts a picture in its place.
 * @param {HTMLElement} place
 * @param {string} after The picture.
 * @param {string} [before] What stands there, if it was put there from here.
 */
export function redraw(place, after, before) {
    const svg = place.querySelector('svg');
    if (!svg || !before || !new Pair(before, after).change(svg)) place.innerHTML = after;
}

/** Two pictures, read side by side. A line of a picture is an element, whole; or it opens a group or closes one. */
class Pair {
    /** What is to be done to the elements that stay. @type {(() => void)[]} */
    #changes = [];
    /** The elements that give way, each with the lines that come instead. @type {[Element, string[]][]} */
    #others = [];
    #walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
    /** The next line of each picture. */
    #old = 0;
    #new = 0;

    /**
     * @param {string} before What stands on the page.
     * @param {string} after
     */
    constructor(before, after) {
        this.before = before.split('\n');
        this.after = after.split('\n');
    }

    /** Makes the first picture the second; false, and nothing is changed, where that is not worth it. @param {SVGSVGElement} svg */
    change(svg) {
        this.#element(svg);
        const lines = this.#others.map(([, lines]) => lines);
        if (lines.flat().length > this.after.length * MOST) return false;
        const holder = document.createElement('div');
        holder.innerHTML = `<svg>${lines.map((some) => some.join('\n')).join('')}</svg>`;
        const fresh = [...(holder.firstElementChild?.children ?? [])];
        if (fresh.length !== lines.length) return false;
        for (const change of this.#changes) change();
        this.#others.forEach(([element], index) => element.replaceWith(fresh[index]));
        return true;
    }

    /** Reads an element: the next line of each picture, and to its end what that opens. @param {Element} element */
    #element(element) {
        const [from, to] = [this.#old++, this.#new++];
        const [before, after] = [this.before[from], this.after[to]];
        const [changes, others] = [this.#changes.length, this.#others.length];
        const whole = isWhole(before);
        const alike = before === after || (whole === isWhole(after) && this.#line(element, before, after));
        if (alike && (whole || this.#children(element))) return;
        // What was found inside goes with it.
        this.#changes.length = changes;
        this.#others.length = others;
        this.#old = behind(this.before, from);
        this.#new = behind(this.after, to);
        this.#others.push([element, this.after.slice(to, this.#new)]);
    }

    /** Reads what stands in a group, to the group's end; false if one picture has more there. @param {Element} group */
    #children(group) {
        for (let last = /** @type {Element | null} */ (null); ; ) {
            const [before, after] = [this.before[this.#old] ?? '</', this.after[this.#new] ?? '</'];
            if (before.startsWith('</') || after.startsWith('</')) return this.before[this.#old++] === this.after[this.#new++];
            const next = last ? last.nextElementSibling : group.firstElementChild;
            if (before.startsWith('<title>') && next?.localName !== 'title') {
                if (!after.startsWith('<title>')) return false;
                if (before !== after) this.#title(group, after.slice('<title>'.length, -'</title>'.length));
                this.#old++;
                this.#new++;
                continue;
            }
            if (!next) return false;
            this.#element(next);
            last = next;
        }
    }

    /**
     * Reads two lines, letter by letter: values and texts may differ, and nothing else.
     * @param {Element} element Of the line, or that holds all the line's others.
     * @param {string} before
     * @param {string} after
     */
    #line(element, before, after) {
        let here = /** @type {Element | null} */ (null);
        // What a mark says is taken out of the picture once it was read.
        let taken = false;
        /** Where the value or text that is being read begins, and the letter before which it ends. */
        let [start, stop] = [0, ''];
        /** How much further on the second line is. */
        let ahead = 0;
        for (let at = 0; at < before.length; at++) {
            const letter = before.charCodeAt(at);
            if (letter !== after.charCodeAt(at + ahead)) {
                const [end, newEnd] = [before.indexOf(stop, at), after.indexOf(stop, at + ahead)];
                if (!here || !stop || end < 0 || newEnd < 0) return false;
                const value = after.slice(start + ahead, newEnd);
                if (stop === '"') this.#attribute(here, before.slice(before.lastIndexOf(' ', start) + 1, start - 2), value);
                else if (taken) this.#title(here, value);
                else if (!(here.firstChild instanceof Text)) return false;
                else this.#text(here, value);
                ahead = newEnd - end;
                at = end - 1;
            } else if (letter === QUOTE) {
                [start, stop] = [at + 1, stop ? '' : '"'];
            } else if (letter === MORE) {
                [start, stop] = [at + 1, '<'];
            } else if (letter === LESS) {
                stop = '';
                if (before[at + 1] === '/') continue;
                taken = here !== null && here.firstElementChild?.localName !== 'title' && before.startsWith('<title>', at);
                if (!here) this.#walker.currentNode = here = element;
                else if (!taken) here = /** @type {Element | null} */ (this.#walker.nextNode());
            }
        }
        return before.length + ahead === after.length;
    }

    /**
     * @param {Element} element
     * @param {string} name
     * @param {string} text
     */
    #attribute(element, name, text) {
        this.#changes.push(() => element.setAttribute(name, plain(text)));
    }

    /**
     * @param {Element} element
     * @param {string} text
     */
    #text(element, text) {
        this.#changes.push(() => (/** @type {Text} */ (element.firstChild).data = plain(text)));
    }

    /**
     * What a mark says that says it no longer itself.
     * @param {Element} mark
     * @param {string} text
     */
    #title(mark, text) {
        this.#changes.push(() => {
            const title = document.createElementNS(mark.namespaceURI, 'title');
            title.textContent = plain(text);
            mark.prepend(title);
        });
    }
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
    return text.replace(/&(\w+);/g, (whole, name) => PLAIN[name] ?? whole);
}
