// Vega-Lite through Vega-Embed, as its documentation shows it, as SVG.

/** @returns {Promise<import('../charts.page.js').Tool>} */
export async function start() {
    for (const file of ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js', 'vega-embed/build/vega-embed.min.js']) await script(`node_modules/${file}`);
    const embed = /** @type {any} */ (globalThis).vegaEmbed;
    const options = { renderer: 'svg', actions: false };
    /** @type {any} */
    let shown;
    const show = async (/** @type {HTMLElement} */ place, /** @type {object} */ spec) => {
        shown?.finalize();
        shown = await embed(place, { width: 600, ...spec }, options);
    };
    return {
        ranking: (place, rows, highlight) => show(place, {
            data: { values: rows.map((row) => ({ ...row, own: row.country === highlight })) },
            encoding: { y: { field: 'name', type: 'nominal', sort: { field: 'value', op: 'max', order: 'descending' }, title: null }, color: { field: 'own', type: 'nominal', legend: null } },
            layer: [
                { mark: 'rule', encoding: { x: { field: 'low', type: 'quantitative', axis: { format: '%' } }, x2: { field: 'high' } } },
                { mark: { type: 'point', filled: true, tooltip: true }, encoding: { x: { field: 'value', type: 'quantitative' } } },
                { mark: { type: 'text', align: 'left', dx: 60 }, encoding: { x: { field: 'value', type: 'quantitative' }, text: { field: 'value', format: '.0%' } } },
            ],
        }),
        heatmap: (place, cells) => show(place, {
            data: { values: cells },
            mark: { type: 'rect', tooltip: true },
            encoding: {
                x: { field: 'year', type: 'ordinal' }, y: { field: 'name', type: 'nominal', sort: null, title: null },
                color: { field: 'stage', type: 'ordinal', scale: { range: ['#FDF6DB', '#A1CBCF', '#5D99C2', '#2868A0', '#023B6F'] } },
            },
        }),
    };
}

/** @param {string} src */
export function script(src) {
    return new Promise((resolve, reject) => {
        const element = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject });
        document.head.append(element);
    });
}
