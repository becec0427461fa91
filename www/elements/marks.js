// What a reader can do with a picture: point at a mark, walk the marks with the keyboard, hear and read what each says.

/** A mark answers this far around it, in the picture's units: a line is hard to hit. */
const REACH = 4;

/** What each mark says whose title was taken out of the picture. The next picture may keep the mark. @type {WeakMap<Element, string>} */
export const said = new WeakMap();

/**
 * The reader's way through the marks of one picture. It stays while pictures come and go.
 */
export class Marks {
    /** @type {SVGGElement[]} */
    #marks = [];
    /** @type {string[]} */
    #says = [];
    /** Where the marks are, in the picture's units; measured when first needed. @type {DOMRect[] | undefined} */
    #boxes;
    #current = -1;
    /** What the current mark stood for when it was shown: the next picture may put another into its element. */
    #keys = /** @type {DOMStringMap} */ ({});
    #pinned = false;

    /**
     * @param {HTMLElement} frame Holds the picture; positioned, and one stop of the keyboard.
     * @param {HTMLElement} tip What the mark says, beside it.
     * @param {HTMLElement} ring Shows which mark is meant.
     * @param {HTMLElement} live Says it to a screen reader.
     * @param {(keys: Record<string, string>) => void} select Called when a mark is chosen.
     */
    constructor(frame, tip, ring, live, select) {
        this.frame = frame;
        this.tip = tip;
        this.ring = ring;
        this.live = live;
        this.select = select;
        frame.addEventListener('pointermove', (event) => this.#point(event));
        frame.addEventListener('pointerleave', () => this.#pinned || this.#leave());
        frame.addEventListener('click', (event) => this.#click(event));
        tip.addEventListener('click', (event) => event.stopPropagation());
        frame.addEventListener('keydown', (event) => this.#key(event));
        frame.addEventListener('blur', () => this.#leave());
    }

    /**
     * Takes up a new picture. The browser's own tooltips give way to ours.
     * @param {SVGSVGElement | null} svg
     */
    attach(svg) {
        const keys = this.#current >= 0 && this.#keys;
        const pinned = this.#pinned;
        this.#leave();
        this.#marks = [];
        this.#says = [];
        this.#boxes = undefined;
        this.svg = svg;
        for (const mark of svg?.querySelectorAll('g') ?? []) {
            const title = mark.firstElementChild;
            if (title?.localName === 'title') {
                said.set(mark, title.textContent ?? '');
                title.remove();
            }
            const words = said.get(mark);
            if (words === undefined) continue;
            this.#marks.push(mark);
            this.#says.push(words);
        }
        // The walk goes on where it was, when the new picture still has that mark.
        const again = keys && (pinned || this.frame.matches(':focus-visible')) ? this.#marks.findIndex((mark) => same(mark.dataset, keys)) : -1;
        if (again >= 0) {
            this.#show(again, false);
            this.#pinned = pinned;
        }
    }

    /** @param {PointerEvent} event */
    #point(event) {
        if (event.pointerType === 'touch' || this.#pinned) return;
        const index = this.#under(event);
        if (index < 0) this.#leave();
        else if (index !== this.#current) this.#show(index, false);
    }

    /**
     * A touch pins what the mark says, and the next one chooses it; elsewhere it lets go. A mouse has read it already and chooses.
     * @param {MouseEvent} event
     */
    #click(event) {
        const index = this.#under(event);
        if (index < 0) {
            this.#leave();
            return;
        }
        const read = index === this.#current;
        const touched = 'pointerType' in event && event.pointerType !== 'mouse';
        this.#show(index, true, touched);
        if (touched) this.#pinned = true;
        if (read) this.select(keysOf(this.#marks[index]));
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const last = this.#marks.length - 1;
        if (last < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        const steps = /** @type {Record<string, number>} */ ({
            ArrowDown: this.#current + 1,
            ArrowRight: this.#current + 1,
            ArrowUp: this.#current - 1,
            ArrowLeft: this.#current - 1,
            Home: 0,
            End: last,
        });
        if (event.key in steps) {
            this.#show(Math.max(0, Math.min(last, steps[event.key])), true);
        } else if (event.key === 'Enter' && this.#current >= 0) {
            this.select(keysOf(this.#marks[this.#current]));
        } else if (event.key === 'Escape' && this.#current >= 0) {
            this.#leave();
        } else return;
        event.preventDefault();
    }

    /** The smallest mark whose box holds the point; -1 for none. @param {MouseEvent} event */
    #under(event) {
        const matrix = this.svg?.getScreenCTM();
        if (!matrix) return -1;
        const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
        const boxes = (this.#boxes ??= this.#marks.map((mark) => mark.getBBox()));
        let found = -1;
        boxes.forEach((box, index) => {
            const inside = x >= box.x - REACH && x <= box.x + box.width + REACH && y >= box.y - REACH && y <= box.y + box.height + REACH;
            if (inside && (found < 0 || box.width * box.height < boxes[found].width * boxes[found].height)) found = index;
        });
        return found;
    }

    /**
     * @param {number} index
     * @param {boolean} aloud
     * @param {boolean} [below] As wide as the picture, below the mark: a finger hides what is above, and can follow a link there.
     */
    #show(index, aloud, below = false) {
        this.#current = index;
        const frame = this.frame.getBoundingClientRect();
        const mark = this.#marks[index].getBoundingClientRect();
        this.#keys = { ...this.#marks[index].dataset };
        const left = mark.left - frame.left + this.frame.scrollLeft;
        const top = mark.top - frame.top + this.frame.scrollTop;
        place(this.ring, left - 3, top - 3);
        this.ring.style.width = `${mark.width + 6}px`;
        this.ring.style.height = `${mark.height + 6}px`;
        this.tip.textContent = this.#says[index];
        this.tip.classList.toggle('below', below);
        this.tip.append(...this.#evidence(index));
        this.tip.hidden = this.ring.hidden = false;
        if (below) {
            this.tip.style.top = `${top + mark.height + 10}px`;
            if (aloud) this.live.textContent = this.#says[index];
            return;
        }
        const half = this.tip.offsetWidth / 2;
        const centre = Math.max(half, Math.min(frame.width - half, left + mark.width / 2));
        const above = top - this.tip.offsetHeight - 10;
        place(this.tip, centre - half, above > 0 ? above : top + mark.height + 10);
        if (aloud) this.live.textContent = this.#says[index];
    }

    /** The address at which a mark's evidence stands, as a link on a line of its own. @param {number} index */
    #evidence(index) {
        const address = this.#marks[index].dataset.evidence;
        if (!address || !/^https?:/.test(address)) return [];
        const link = document.createElement('a');
        link.href = address;
        link.target = '_blank';
        link.rel = 'noopener';
        link.textContent = this.frame.dataset.evidence ?? address;
        return ['\n', link];
    }

    #leave() {
        this.#current = -1;
        this.#pinned = false;
        this.tip.hidden = this.ring.hidden = true;
    }
}

/**
 * @param {HTMLElement} element
 * @param {number} left
 * @param {number} top
 */
function place(element, left, top) {
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
}

/**
 * @param {SVGGElement} mark
 * @returns {Record<string, string>}
 */
function keysOf(mark) {
    return Object.fromEntries(Object.entries(mark.dataset).map(([key, value]) => [key, value ?? '']));
}

/**
 * Whether two marks stand for the same thing, whatever its value.
 * @param {DOMStringMap} a
 * @param {DOMStringMap} b
 */
function same(a, b) {
    return ['country', 'variable', 'item', 'category', 'node', 'date'].every((key) => a[key] === b[key]);
}
