// Pulso's viewer, as `<pulso-chart>` uses it. What the others draw without, it draws too: title made of the data, legend, footer,
// words for each mark.

import { redraw } from '/elements/redraw.js';
import init, { Viewer } from '/pkg/viewer/pulso.js';

const STAGES = ['None', 'Planned', 'Enacted', 'In force', 'Evaluated'];

/** @returns {Promise<import('../charts.page.js').Tool>} */
export async function start() {
    await init();
    /** @type {Map<string, Viewer>} */
    const held = new Map();
    const draw = (/** @type {HTMLElement} */ place, /** @type {string} */ name, /** @type {() => object} */ make, /** @type {object} */ wish) => {
        const viewer = held.get(name) ?? new Viewer(make());
        held.set(name, viewer);
        redraw(place, viewer.render({ chart: 'chart', locale: 'en', width: 850, ...wish }).svg);
    };
    return {
        async ranking(place, rows, highlight) {
            draw(place, 'ranking', () => publication('ranking', 'proportion', 'share', [{ name: 'country', values: rows.map(({ country }) => ({ code: country })) }],
                rows.map(({ country, value, low, high }) => row(country, value, { ci: [low, high], se: 0.025, n: 200 }))), { highlight: [highlight] });
        },
        async heatmap(place, cells, highlight, order) {
            const countries = [...new Set(cells.map(({ country }) => country))];
            const years = [...new Set(cells.map(({ year }) => year))];
            draw(place, 'heatmap', () => publication('heatmap', 'policy_status', 'stage', [
                { name: 'country', values: countries.map((code) => ({ code })) },
                { name: 'date', values: years.map((year) => ({ code: `${year}-01-01` })) },
                { name: 'stage', label: 'Policy', values: STAGES.map((label, code) => ({ code, label })) },
            ],
                cells.map(({ country, year, stage }) => row(country, stage, { item: `${year}-01-01` }))), { highlight: [highlight], order });
        },
    };
}

/**
 * @param {string} kind
 * @param {string} estimate
 * @param {string} unit
 * @param {object[]} columns
 * @param {object[]} rows
 */
function publication(kind, estimate, unit, columns, rows) {
    const survey = estimate === 'proportion';
    const query = { id: 'query', dataset: 'data', estimate, by: ['country'], ...(survey ? { of: { variable: 'x', is: [1] } } : { dimension: 'D', on: ['2020-01-01'] }) };
    const method = { estimate, unit, basis: survey ? 'probability' : null, level: survey ? 0.95 : null, variance: null, interval: null, lonely_psu: null, lonely_strata: 0, deff: null, min_n: null };
    return {
        document: {
            pulso: 1,
            datasets: [{ id: 'data', kind: survey ? 'survey' : 'policy_events', source: 'data.csv', ...(survey ? { basis: 'probability' } : {}) }],
            queries: [query],
            charts: [{ id: 'chart', kind, query: 'query' }],
        },
        results: { pulso: 1, results: [{ id: 'query', query, method, columns, rows, notes: [] }], errors: [], warnings: [] },
    };
}

/**
 * @param {string} country
 * @param {number} estimate
 * @param {object} more
 */
function row(country, estimate, more) {
    return { by: { country }, category: null, estimate, se: null, df: null, ci: null, n: null, n_effective: null, deff: null, p: null, flags: [], ...more };
}
