// Plotly's smallest distribution that has heat maps.

import { script } from './vega.js';

/** @returns {Promise<import('../charts.page.js').Tool>} */
export async function start() {
    await script('node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js');
    const { react } = /** @type {any} */ (globalThis).Plotly;
    return {
        async ranking(place, rows, highlight) {
            const sorted = rows.toSorted((a, b) => a.value - b.value);
            await react(place, [{
                type: 'scatter', mode: 'markers', x: sorted.map(({ value }) => value), y: sorted.map(({ name }) => name),
                error_x: { type: 'data', symmetric: false, array: sorted.map(({ value, high }) => high - value), arrayminus: sorted.map(({ value, low }) => value - low) },
                marker: { color: sorted.map(({ country }) => (country === highlight ? '#0071BC' : '#081079')) },
            }], { width: 850, height: 900, margin: { l: 220 }, xaxis: { tickformat: '.0%' }, yaxis: { automargin: true } }, { displayModeBar: false });
        },
        async heatmap(place, cells) {
            const names = [...new Set(cells.map(({ name }) => name))];
            const years = [...new Set(cells.map(({ year }) => year))];
            const z = names.map((name) => cells.filter((cell) => cell.name === name).map(({ stage }) => stage));
            await react(place, [{ type: 'heatmap', x: years, y: names, z }], { width: 850, height: 900, margin: { l: 220 } }, { displayModeBar: false });
        },
    };
}
