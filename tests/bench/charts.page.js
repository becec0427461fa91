// The page's side of drawing: one tool, two charts, the same invented numbers.

/**
 * What a tool does. Each promise ends when the picture stands in the page.
 * @typedef {object} Tool
 * @property {(place: HTMLElement, rows: Row[], highlight: string) => Promise<void>} ranking Countries with intervals, sorted, one of
 *   them in another colour.
 * @property {(place: HTMLElement, cells: Cell[], highlight: string, order: Order) => Promise<void>} heatmap Countries by years, five
 *   classes of colour. The cells come in the order that is asked for.
 */

/** @typedef {{country: string, name: string, value: number, low: number, high: number}} Row */
/** @typedef {{country: string, name: string, year: string, stage: number}} Cell */
/** Of the countries: alphabetical, or with the furthest along first. @typedef {'name' | 'value'} Order */

/** The 33 states of Latin America and the Caribbean. */
const STATES = ('ATG ARG BHS BRB BLZ BOL BRA CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN PRY PER KNA LCA VCT SUR TTO URY VEN')
    .split(' ');
const YEARS = Array.from({ length: 15 }, (_, at) => String(2010 + at));
/** How often each chart is drawn after the first time. */
const AGAIN = 30;

/** Numbers between 0 and 1 that are the same in every run. */
function invented(/** @type {number} */ at) {
    const share = Math.sin(at * 12.9898) * 43758.5453;
    return share - Math.floor(share);
}

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
/** @type {Row[]} */
const rows = STATES.map((country, at) => {
    const value = 0.15 + 0.7 * invented(at + 1);
    return { country, name: names.of(country.slice(0, 2)) ?? country, value, low: value - 0.05, high: value + 0.05 };
});
/** @type {Cell[]} */
const cells = STATES.flatMap((country, at) => YEARS.map((year, index) => ({
    country, name: rows[at].name, year, stage: Math.min(4, Math.floor(5 * invented(at * 15 + index))),
})));

/** @type {Record<Order, Cell[]>} */
const ordered = { name: cells, value: cells.toSorted((a, b) => reached(b) - reached(a)) };

/** The last stage of a cell's country. @param {Cell} cell */
function reached(cell) {
    return cells.findLast(({ country }) => country === cell.country)?.stage ?? 0;
}

/**
 * Milliseconds of a drawing: until the picture stands in the page and the browser has laid it out.
 * @param {(place: HTMLElement) => Promise<void>} draw
 */
async function timed(draw) {
    const place = /** @type {HTMLElement} */ (document.getElementById('place'));
    const start = performance.now();
    await draw(place);
    place.getBoundingClientRect();
    const laidOut = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return laidOut;
}

/** @param {string} name */
globalThis.measureCharts = async (name) => {
    const before = performance.now();
    /** @type {Tool} */
    const tool = await (await import(`./charts/${name}.js`)).start();
    const startMs = performance.now() - before;
    const several = async (/** @type {(place: HTMLElement, turn: number) => Promise<void>} */ draw) => {
        const first = await timed((place) => draw(place, 0));
        const again = [];
        for (let turn = 1; turn <= AGAIN; turn++) again.push(await timed((place) => draw(place, turn)));
        return { first, again };
    };
    const ranking = await several((place, turn) => tool.ranking(place, rows, STATES[turn % STATES.length]));
    const heatmap = await several((place, turn) => tool.heatmap(place, cells, STATES[turn % STATES.length], 'name'));
    const orders = /** @type {const} */ (['name', 'value']);
    const sorted = await several((place, turn) => tool.heatmap(place, ordered[orders[turn % 2]], STATES[0], orders[turn % 2]));
    return { startMs, ranking, heatmap, sorted };
};
