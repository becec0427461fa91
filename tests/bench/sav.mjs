// Measures how long a file of SPSS takes from the worker's start to its description, in Chromium. `cargo xtask bench --only sav` calls it.

import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch, VERSION } from './browser.mjs';
import { peakMemory, renderers } from './memory.mjs';

/** What the issue asks for. */
const AIM_MS = 1000;
/** What the file was made with. */
const RECORDS = 60_000;
const COLUMNS = 120;
const LABELLED = 104;

const { values: options } = parseArgs({
    options: {
        address: { type: 'string', default: '' },
        data: { type: 'string', default: '' },
        report: { type: 'string', default: '' },
        runs: { type: 'string', default: '3' },
    },
});

const [load] = loadavg();
const browser = await launch();
const inspector = await browser.newBrowserCDPSession();
const runs = [];
for (let run = 1; run <= Number(options.runs); run++) {
    runs.push(await measure());
    const { firstMs, againMs } = runs[runs.length - 1];
    console.log(`run ${run}: from the start ${firstMs.toFixed(0)} ms, the same again ${againMs.toFixed(0)} ms`);
}
const chromiumVersion = browser.version();
await browser.close();

const [{ bytes, records, columns, labelled }] = runs;
const right = records === RECORDS && columns === COLUMNS && labelled === LABELLED;
const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(0);
const first = runs.map(({ firstMs }) => firstMs);
const text = [
    `# A file of SPSS`,
    ``,
    `${records.toLocaleString('en')} records × ${columns} columns, ${(bytes / 1e6).toFixed(1)} MB, compressed by bytecode; ${labelled} columns with value labels.`,
    `${options.runs} runs, each in a fresh page of Chromium ${chromiumVersion}; ${cpus().length} × ${cpus()[0].model}, load ${load.toFixed(1)} before`,
    `the first run. *From the start*: the worker, the engine and the modules are loaded within it.`,
    ``,
    `| | from the start, median | at best | the same again, median | peak memory | aim |`,
    `|---|---:|---:|---:|---:|---:|`,
    `| Pulso ${VERSION} | ${median(first)} ms | ${Math.min(...first).toFixed(0)} ms | ${median(runs.map(({ againMs }) => againMs))} ms | ${(Math.max(...runs.map(({ memory }) => memory)) / 1e6).toFixed(0)} MB | ${AIM_MS} ms |`,
    ``,
    ...(right ? [] : [`- The file was NOT read as it was made: ${records} × ${columns}, ${labelled} labelled.`, ``]),
].join('\n');
await writeFile(options.report, text);
console.log(`\n${text}`);
process.exit(right ? 0 : 1);

/** One opening in a page and a process of its own. */
async function measure() {
    const context = await browser.newContext();
    const others = new Set((await renderers(inspector)).map(({ id }) => id));
    try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(`${options.address}/bench/index.html`);
        await page.setInputFiles('#file', options.data);
        const result = await page.evaluate(() => globalThis.measureOpening());
        const own = (await renderers(inspector)).filter(({ id }) => !others.has(id));
        return { ...result, memory: await peakMemory(own.map(({ id }) => id)) };
    } finally {
        await context.close();
    }
}
