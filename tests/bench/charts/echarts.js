// Apache ECharts with its SVG renderer, without its entrance animation.

/** @returns {Promise<import('../charts.page.js').Tool>} */
export async function start() {
    const echarts = await import('../node_modules/echarts/dist/echarts.esm.min.mjs');
    /** @type {any} */
    let shown;
    let what = '';
    const show = async (/** @type {HTMLElement} */ place, /** @type {string} */ name, /** @type {object} */ option) => {
        if (what !== name) {
            shown?.dispose();
            shown = echarts.init(place, null, { renderer: 'svg', width: 850, height: 900 });
            what = name;
        }
        shown.setOption({ animation: false, grid: { left: 200 }, ...option });
        // The picture is drawn with the next frame otherwise.
        shown.getZr().flush();
    };
    return {
        ranking(place, rows, highlight) {
            const sorted = rows.toSorted((a, b) => a.value - b.value);
            return show(place, 'ranking', {
                xAxis: { type: 'value' },
                yAxis: { type: 'category', data: sorted.map(({ name }) => name) },
                series: [
                    {
                        type: 'custom', data: sorted.map(({ low, high }, at) => [low, high, at]),
                        renderItem(/** @type {any} */ _, /** @type {any} */ api) {
                            const [[x1, y], [x2]] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
                            return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: '#081079', lineWidth: 1.5 } };
                        },
                    },
                    { type: 'scatter', symbolSize: 8, data: sorted.map(({ value, country }, at) => ({ value: [value, at], itemStyle: { color: country === highlight ? '#0071BC' : '#081079' } })), label: { show: true, position: 'right' } },
                ],
            });
        },
        heatmap(place, cells) {
            const names = [...new Set(cells.map(({ name }) => name))];
            return show(place, 'heatmap', {
                xAxis: { type: 'category' },
                yAxis: { type: 'category', data: names },
                visualMap: { type: 'piecewise', min: 0, max: 4, splitNumber: 5, inRange: { color: ['#FDF6DB', '#A1CBCF', '#5D99C2', '#2868A0', '#023B6F'] } },
                series: [{ type: 'heatmap', data: cells.map(({ year, name, stage }) => [year, name, stage]) }],
            });
        },
    };
}
