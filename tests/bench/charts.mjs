// Draws two charts with each tool in one Chromium, each time in a fresh page, and weighs what each of them ships.
// `cargo xtask bench --only charts` calls it.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from './browser.mjs';

const { values: options } = parseArgs({
    options: {
        address: { type: 'string', default: '' },
        report: { type: 'string', default: '' },
        runs: { type: 'string', default: '3' },
    },
});
const [load] = loadavg();

/** Each tool with the files that a page needs to draw with it. */
const TOOLS = /** @type {const} */ ({
    pulso: ['Pulso', ['../../www/pkg/viewer/pulso_bg.wasm', '../../www/pkg/viewer/pulso.js', '../../www/viewer.js', '../../www/elements/pulso-chart.js', '../../www/elements/marks.js', '../../www/elements/motion.js', '../../www/elements/redraw.js', '../../www/elements/words.js']],
    vega: ['Vega-Embed', ['vega/build/vega.min.js', 'vega-lite/build/vega-lite.min.js', 'vega-embed/build/vega-embed.min.js'].map(installed)],
    plotly: ['Plotly (cartesian)', ['plotly.js-cartesian-dist-min/plotly-cartesian.min.js'].map(installed)],
    echarts: ['ECharts', ['echarts/dist/echarts.esm.min.mjs'].map(installed)],
});

/** @param {string} file */
function installed(file) {
    return `node_modules/${file}`;
}

/** Brotli 11, as static hosts serve it. @param {readonly string[]} files */
async function shipped(files) {
    const sizes = await Promise.all(files.map(async (file) => brotliCompressSync(await readFile(new URL(file, import.meta.url)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length));
    return sizes.reduce((sum, size) => sum + size, 0);
}

const browser = await launch();
/** @type {Map<string, any[]>} */
const measured = new Map(Object.keys(TOOLS).map((tool) => [tool, []]));
for (let run = 1; run <= Number(options.runs); run++) {
    for (const [tool, results] of measured) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(`${options.address}/bench/charts.html`);
        const result = await page.evaluate((name) => /** @type {any} */ (globalThis).measureCharts(name), tool);
        results.push(result);
        console.log(`run ${run}: ${TOOLS[/** @type {keyof typeof TOOLS} */ (tool)][0]}: ranking ${ms(median(result.ranking.again))}, heatmap ${ms(median(result.heatmap.again))}, sorted ${ms(median(result.sorted.again))}`);
        await context.close();
    }
}

const lines = [];
for (const [tool, results] of measured) {
    const [label, files] = TOOLS[/** @type {keyof typeof TOOLS} */ (tool)];
    const first = (/** @type {string} */ chart) => ms(median(results.map((result) => result[chart].first)));
    const again = (/** @type {string} */ chart) => ms(median(results.flatMap((result) => result[chart].again)));
    const start = ms(median(results.map((result) => result.startMs)));
    lines.push(`| ${label} | ${Math.round((await shipped(files)) / 100) / 10} KB | ${start} | ${first('ranking')} | ${again('ranking')} | ${first('heatmap')} | ${again('heatmap')} | ${again('sorted')} |`);
}
const text = `Chromium ${browser.version()}, ${cpus().length} cores of ${cpus()[0]?.model.trim()}, load ${load.toFixed(1)} before the first run, ${options.runs} runs.

| | shipped (brotli) | start | ranking, first | ranking, another highlight | heatmap, first | heatmap, another highlight | heatmap, another order |
|---|---:|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}
`;
await browser.close();
await writeFile(options.report, text);
console.log(`\n${text}`);

/** @param {number[]} values */
function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}

/** @param {number} value */
function ms(value) {
    return `${value.toFixed(1)} ms`;
}
