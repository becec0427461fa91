// <pulso-chart>: one chart of a publication.
//
// It shows the picture that stands inside it until the reader turns to it; then it loads the viewer, draws to its own
// width, and lets the reader walk the marks. Without a picture inside it draws at once.

import { Marks } from './marks.js';
import { moveFrom, places } from './motion.js';
import { redraw } from './redraw.js';
import { words } from './words.js';
import { viewer } from '../viewer.js';

/** @typedef {import('../engine/protocol.js').Publication} Publication */
/** @typedef {import('../engine/protocol.js').Picture} Picture */

/** A picture is redrawn when the place is this much narrower or wider than what it was drawn for. */
const TOLERANCE_PX = 8;
/** The viewer draws nothing narrower; a narrower place shows it smaller. */
const LEAST_WIDTH_PX = 280;
/** Width for which a picture is drawn that goes to paper, whatever the screen was: a page of A4 between its margins. */
const PAPER_PX = 720;
/** A picture that stands inside may shrink to this share before its text is too small. */
const LEAST_SCALE = 0.85;

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host { display: block; position: relative; color-scheme: light; }
:host([hidden]) { display: none; }
.frame { position: relative; background: #fff; }
.frame:focus { outline: none; }
.frame:focus-visible { outline: 3px solid #0071BC; outline-offset: 2px; border-radius: 4px; }
.frame svg, ::slotted(svg), ::slotted(img) { display: block; width: 100%; height: auto; }
.frame g[data-country] { cursor: pointer; }
.tip { position: absolute; z-index: 2; max-width: min(280px, 90%); padding: 8px 12px; border-radius: 6px; background: #111;
  color: #fff; font: 14px/1.4 Arial, Helvetica, "Liberation Sans", Arimo, sans-serif; pointer-events: none; white-space: pre-line;
  width: max-content; }
.tip.below { right: 0; left: 0 !important; width: auto; max-width: none; pointer-events: auto; }
.tip a { display: inline-block; padding: 8px 0; color: #9AD0F5; overflow-wrap: anywhere; }
.ring { position: absolute; z-index: 1; border: 2px solid #0071BC; border-radius: 6px; pointer-events: none; box-sizing: border-box; }
[hidden] { display: none !important; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wait, .failed { margin: 0; padding: 32px 16px; color: #666; text-align: center; font: 16px/1.5 Arial, Helvetica, sans-serif; }
details { padding: 0 20px 8px; font: 14px/1.5 Arial, Helvetica, "Liberation Sans", Arimo, sans-serif; color: #111; background: #fff; }
summary { display: list-item; padding: 10px 0; color: #081079; cursor: pointer; }
summary:focus-visible, .scroll:focus-visible { outline: 3px solid #0071BC; outline-offset: 2px; border-radius: 4px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; min-width: 100%; }
th, td { padding: 6px 14px 6px 0; text-align: right; border-bottom: 1px solid #CED4DE; white-space: nowrap; vertical-align: top; }
th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 9em; }
thead th { color: #666; font-weight: normal; }
tbody th { font-weight: normal; }
@media print { details, .live { display: none; } .frame svg { max-height: 225mm; } }
`);

export class PulsoChart extends HTMLElement {
    static observedAttributes = ['src', 'chart', 'locale', 'countries', 'highlight', 'order', 'theme', 'text-scale'];

    /** @type {Publication | undefined} */
    #publication;
    /** @type {import('../engine/protocol.js').Viewer | undefined} */
    #viewer;
    /** @type {Picture | undefined} */
    #picture;
    #width = 0;
    #awake = false;
    #drawing = false;
    #stale = false;
    #observer = new ResizeObserver(() => this.#resized());

    constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [STYLE];
        root.innerHTML = `<div class="frame" role="group" tabindex="0"><div class="picture"><slot></slot></div>
            <div class="ring" hidden></div><div class="tip" hidden></div></div>
            <details hidden><summary></summary><div class="scroll" role="region" tabindex="0"></div></details>
            <div class="live" role="status"></div>`;
        this.frame = find(root, '.frame');
        this.place = find(root, '.picture');
        this.details = find(root, 'details');
        this.live = find(root, '.live');
        this.details.addEventListener('toggle', () => this.#tabulate());
        const select = (/** @type {Record<string, string>} */ keys) => {
            if (this.#tell('pulso:select', keys) && keys.country) this.#highlight(keys.country);
        };
        this.marks = new Marks(this.frame, find(root, '.tip'), find(root, '.ring'), this.live, select);
        for (const turn of ['pointerenter', 'focusin']) this.addEventListener(turn, () => this.#wake());
    }

    /** What is drawn. Setting it draws. */
    get publication() {
        return this.#publication;
    }

    set publication(publication) {
        this.#publication = publication;
        this.#viewer?.free();
        this.#viewer = undefined;
        this.#wake();
        this.#draw();
    }

    /** Id of the chart; the document's first without the attribute. */
    get chart() {
        return this.getAttribute('chart') ?? this.#publication?.document.charts?.[0]?.id ?? '';
    }

    /** What is shown now, once it is drawn. */
    get picture() {
        return this.#picture;
    }

    /**
     * Says that nothing can be drawn. A picture that stands inside stays.
     * @param {unknown} [why]
     */
    fail(why) {
        if (!this.#inside()) this.place.innerHTML = `<p class="failed">${words(this.#locale()).failed}</p>`;
        this.#tell('pulso:error', why);
    }

    /** Draws for paper while the page is printed. */
    #print = () => {
        if (this.#viewer && this.#picture) this.#show(this.#viewer.render({ ...this.#wish(), width: PAPER_PX }));
    };
    #printed = () => {
        if (this.#awake) this.#draw();
    };

    connectedCallback() {
        addEventListener('beforeprint', this.#print);
        addEventListener('afterprint', this.#printed);
        this.#label();
        this.#observer.observe(this);
        if (!this.#inside()) this.#wake();
    }

    disconnectedCallback() {
        removeEventListener('beforeprint', this.#print);
        removeEventListener('afterprint', this.#printed);
        this.#observer.disconnect();
        this.#viewer?.free();
        this.#viewer = undefined;
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(name, before, after) {
        if (before === after || !this.isConnected) return;
        if (name === 'src') this.#publication = this.#viewer = undefined;
        this.#label();
        if (this.#awake) this.#draw();
    }

    /** The picture that the page gave. */
    #inside() {
        return this.querySelector('svg, img');
    }

    #label() {
        const said = words(this.#locale());
        this.frame.setAttribute('aria-label', this.#picture ? `${this.#picture.title}. ${said.marks}` : said.marks);
        this.frame.dataset.evidence = said.evidence;
        find(this.details, 'summary').textContent = said.table;
        find(this.details, '.scroll').setAttribute('aria-label', this.#picture?.title ?? said.table);
        if (!this.#inside() && !this.#picture) this.place.innerHTML = `<slot></slot><p class="wait">${said.loading}</p>`;
    }

    #locale() {
        return this.getAttribute('locale') ?? this.#publication?.document.locale ?? 'es-419';
    }

    #resized() {
        const inside = this.#inside();
        const width = Math.round(this.clientWidth);
        if (!width) return;
        if (!this.#awake) {
            const drawn = Number(inside?.getAttribute('width')) || width;
            if (width < drawn * LEAST_SCALE) this.#wake();
        } else if (Math.abs(width - this.#width) > TOLERANCE_PX) this.#draw();
    }

    #wake() {
        if (this.#awake) return;
        this.#awake = true;
        this.#draw();
    }

    /** Draws; when asked again meanwhile, once more with what is then true. */
    async #draw() {
        this.#stale = true;
        if (this.#drawing) return;
        this.#drawing = true;
        try {
            while (this.#stale && this.isConnected) {
                this.#stale = false;
                await this.#drawOnce();
            }
        } catch (error) {
            this.fail(error);
        } finally {
            this.#drawing = false;
        }
    }

    async #drawOnce() {
        const width = Math.round(this.clientWidth);
        if (!width) return;
        this.#width = width;
        const publication = this.#publication ?? (await this.#load());
        const { Viewer } = await viewer(publication);
        // What was set meanwhile goes before what was loaded; a setting asks for another drawing.
        this.#publication ??= publication;
        if (!publication || publication !== this.#publication) return;
        this.#viewer ??= new Viewer(publication);
        this.#picture = this.#viewer.render(this.#wish());
        this.#show(this.#picture);
    }

    /** What is asked for. @returns {import('../engine/protocol.js').PictureRequest} */
    #wish() {
        return {
            chart: this.chart,
            locale: this.#locale(),
            width: Math.max(LEAST_WIDTH_PX, this.#width),
            ...optional('theme', this.getAttribute('theme')),
            ...optional('order', this.getAttribute('order')),
            ...optional('text_scale', Number(this.getAttribute('text-scale'))),
            ...optional('countries', list(this.getAttribute('countries'))),
            ...optional('highlight', list(this.getAttribute('highlight'))),
        };
    }

    /**
     * The chart as it is shown, drawn for another place: `{preset: 'slide', theme: 'transparent'}`. Nothing changes on the page.
     * @param {Partial<import('../engine/protocol.js').PictureRequest>} otherwise
     */
    draw(otherwise) {
        return this.#viewer?.render({ ...this.#wish(), ...otherwise });
    }

    /**
     * The numbers of the chart as it is shown, for a program.
     * @param {'csv' | 'json'} format
     */
    data(format) {
        return this.#viewer?.data(this.#wish(), format);
    }

    /** @param {Picture} picture */
    #show(picture) {
        const old = this.place.querySelector('svg');
        const before = old?.getAttribute('width') === String(picture.width) ? places(old) : new Map();
        redraw(this.place, picture.svg);
        const svg = this.place.querySelector('svg');
        this.marks.attach(svg);
        moveFrom(svg, before);
        this.details.hidden = false;
        this.#tabulate();
        this.#label();
        this.#tell('pulso:ready', picture);
    }

    /** Fills the table while it is open: most readers never ask for it. */
    #tabulate() {
        const open = /** @type {HTMLDetailsElement} */ (this.details).open;
        const data = open ? this.#viewer?.table(this.#wish()) : undefined;
        find(this.details, '.scroll').replaceChildren(...(data ? [table(data)] : []));
    }

    /** The publication inside, or at `src`. @returns {Promise<Publication | undefined>} */
    async #load() {
        const inline = this.querySelector('script[type="application/json"]');
        if (inline) return JSON.parse(inline.textContent ?? '');
        const src = this.getAttribute('src');
        if (!src) return undefined;
        // A report carries one publication for all its charts, and each chart points at it.
        if (src.startsWith('#')) return JSON.parse(document.getElementById(src.slice(1))?.textContent ?? '');
        const response = await fetch(src);
        if (!response.ok) throw new Error(`${response.status} ${src}`);
        return response.json();
    }

    /**
     * @param {string} type
     * @param {unknown} detail
     */
    #tell(type, detail) {
        return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
    }

    /**
     * Lets a country stand out in every chart of the same publication on this page, or lets it go again. A page that does
     * something else with a choice stops `pulso:select`.
     * @param {string} country
     */
    async #highlight(country) {
        const stood = list(this.getAttribute('highlight'))?.includes(country);
        const src = this.getAttribute('src');
        const root = /** @type {ParentNode} */ (this.getRootNode());
        const all = src ? [...root.querySelectorAll('pulso-chart')].filter((chart) => chart.getAttribute('src') === src) : [this];
        for (const chart of all) {
            if (stood) chart.removeAttribute('highlight');
            else chart.setAttribute('highlight', country);
            if (chart instanceof PulsoChart) chart.#wake();
        }
        // Said once, by the chart in which it was chosen.
        const { countries } = await viewer();
        const name = countries(this.#locale()).find(({ iso3 }) => iso3 === country)?.name ?? country;
        const said = words(this.#locale());
        this.live.textContent = `${name}: ${stood ? said.released : said.highlighted}`;
    }
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
function find(root, selector) {
    return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function optional(name, value) {
    return value ? { [name]: value } : {};
}

/** @param {string | null} text */
function list(text) {
    return text ? text.split(/[\s,]+/).filter(Boolean) : undefined;
}

/**
 * The numbers of the picture.
 * @param {import('../engine/protocol.js').Table} data
 */
function table(data) {
    const element = document.createElement('table');
    const head = element.createTHead().insertRow();
    for (const text of data.head) {
        const cell = document.createElement('th');
        cell.scope = 'col';
        cell.textContent = text;
        head.append(cell);
    }
    const body = element.createTBody();
    for (const row of data.rows) {
        const line = body.insertRow();
        row.forEach((text, index) => {
            const cell = document.createElement(index === 0 ? 'th' : 'td');
            if (index === 0) cell.setAttribute('scope', 'row');
            cell.textContent = text;
            line.append(cell);
        });
    }
    return element;
}

if (!customElements.get('pulso-chart')) customElements.define('pulso-chart', PulsoChart);
