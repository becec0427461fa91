// Measures each tool in one Chromium, each time in a fresh page, and holds their tables against one another.
// `cargo xtask bench` calls it.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch, VERSION } from './browser.mjs';
import { peakMemory, renderers } from './memory.mjs';

/** Tables after the first, in each run. */
const TABLES = 5;
/** The most by which two tools' shares may differ. */
const TOLERANCE = 1e-9;
const LABELS = { pulso: 'Pulso', arquero: 'Arquero', duckdb: 'DuckDB-WASM' };

const { values: options } = parseArgs({
    options: {
        address: { type: 'string', default: '' },
        data: { type: 'string', default: '' },
        report: { type: 'string', default: '' },
        runs: { type: 'string', default: '3' },
        tools: { type: 'string', default: 'pulso,arquero,duckdb' },
    },
});
/** How busy the machine is with other work. */
const [load] = loadavg();
/** Versions of what was measured. */
const versions = {
    pulso: VERSION,
    arquero: await installed('arquero'),
    duckdb: await installed('@duckdb/duckdb-wasm'),
};
const tools = /** @type {(keyof typeof LABELS)[]} */ (options.tools.split(','));

/**
 * What one run of one tool gave.
 * @typedef {object} Run
 * @property {string} [error]
 * @property {number} bytes
 * @property {number} records
 * @property {number} readMs
 * @property {number} firstMs
 * @property {number[]} tableMs
 * @property {number} otherMs
 * @property {number[]} categoriesMs Empty where the tool has no such table.
 * @property {number | null} heldAfterReading WebAssembly memory of the tool in bytes, where it tells.
 * @property {number | null} heldAtLast The same after all tables.
 * @property {number | null} memory Peak resident memory of the page's process in bytes, where the system tells.
 * @property {Record<string, number>} shares
 */

const browser = await launch();
const inspector = await browser.newBrowserCDPSession();

/** @type {Map<string, Run[]>} */
const measured = new Map(tools.map((tool) => [tool, []]));
for (let run = 1; run <= Number(options.runs); run++) {
    // Tools take turns, so that a busy minute of the machine falls on all.
    for (const tool of tools) {
        const result = await measure(tool);
        measured.get(tool)?.push(result);
        const words = result.error ?? `read ${ms(result.readMs)} (${speed(result)}), table ${ms(median(result.tableMs))}`;
        console.log(`run ${run}: ${LABELS[tool]}: ${words}`);
    }
}
const chromiumVersion = browser.version();
await browser.close();

const troubles = [...failures(), ...disagreements()];
const text = await report();
await writeFile(options.report, text);
console.log(`\n${text}`);
process.exit(troubles.length > 0 ? 1 : 0);

/**
 * One tool in a page and a process of its own.
 * @param {string} tool
 * @returns {Promise<Run>}
 */
async function measure(tool) {
    const context = await browser.newContext();
    const others = new Set((await renderers(inspector)).map(({ id }) => id));
    try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(`${options.address}/bench/index.html`);
        await page.setInputFiles('#file', options.data);
        const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('the page ran out of memory'))));
        const result = await Promise.race([
            page.evaluate(([name, tables]) => globalThis.measure(name, tables), /** @type {const} */ ([tool, TABLES])),
            crashed,
        ]);
        const own = (await renderers(inspector)).filter(({ id }) => !others.has(id));
        return { ...result, memory: (await peakMemory(own.map(({ id }) => id))) || null };
    } catch (error) {
        return /** @type {Run} */ ({ error: String(error).split('\n')[0] });
    } finally {
        await context.close();
    }
}

/** Tools that did not come through. */
function failures() {
    return [...measured].flatMap(([tool, runs]) => {
        const error = runs.find((run) => run.error)?.error;
        return error ? [`${LABELS[tool]} failed: ${error}`] : [];
    });
}

/** Cells on which two tools differ, each tool held against the first. */
function disagreements() {
    const [first, ...others] = [...measured].flatMap(([tool, runs]) => {
        const run = runs.find((run) => !run.error);
        return run ? [{ tool, run }] : [];
    });
    return others.flatMap(({ tool, run }) => {
        const cells = new Set([...Object.keys(first.run.shares), ...Object.keys(run.shares)]);
        const worst = Math.max(...[...cells].map((cell) => Math.abs(first.run.shares[cell] - run.shares[cell])));
        // A cell that only one of them has makes the difference NaN.
        return worst <= TOLERANCE ? [] : [`${LABELS[tool]} and ${LABELS[first.tool]} differ by ${worst}`];
    });
}

async function report() {
    const good = [...measured].map(([tool, runs]) => ({ tool, runs: runs.filter((run) => !run.error) }));
    const some = good.find(({ runs }) => runs.length > 0)?.runs[0];
    const lines = good.map(({ tool, runs }) => {
        if (runs.length === 0) return `| ${LABELS[tool]} | failed | | | | | | |`;
        const read = median(runs.map((run) => run.readMs));
        const first = median(runs.map((run) => run.firstMs));
        const table = median(runs.flatMap((run) => run.tableMs));
        const other = median(runs.map((run) => run.otherMs));
        const every = runs.flatMap((run) => run.categoriesMs);
        const categories = every.length > 0 ? ms(median(every)) : '–';
        const memory = runs[0].memory === null ? '–' : `${(Math.max(...runs.map((run) => run.memory ?? 0)) / 1e6).toFixed(0)} MB`;
        return `| ${LABELS[tool]} ${versions[tool]} | ${ms(read)} | ${speed({ bytes: runs[0].bytes, readMs: read })} | ${ms(first)} | ${ms(table)} | ${ms(other)} | ${categories} | ${memory} |`;
    });
    const size = some && `${some.records.toLocaleString('en')} records, ${(some.bytes / 1e6).toFixed(0)} MB`;
    const cells = some && Object.keys(some.shares).length;
    return [
        `# Reading and tabulating in the browser`,
        ``,
        `${size ?? 'Nothing was read'}; ${cells ?? 0} weighted shares (40 items by country). Medians of ${options.runs} runs,`,
        `tools taking turns, each in a fresh page of Chromium ${chromiumVersion}; ${cpus().length} × ${cpus()[0].model},`,
        `load ${load.toFixed(1)} before the first run.`,
        `Pulso's table holds standard errors, intervals and design effects; the others' hold the shares alone.`,
        ``,
        `| | read | speed | first table | the same again | by gender | every answer | peak memory |`,
        `|---|---:|---:|---:|---:|---:|---:|---:|`,
        ...lines,
        ``,
        ...held(),
        ...(troubles.length > 0 ? troubles : [`All shares agree to ${TOLERANCE}.`]),
        ``,
    ].join('\n');
}

/** What the tools hold that can tell, and how much that is for each byte of the file. */
function held() {
    return [...measured].flatMap(([tool, runs]) => {
        const run = runs.find((run) => !run.error && run.heldAfterReading);
        if (!run) return [];
        const share = (/** @type {number | null} */ held) =>
            `${((held ?? 0) / 1e6).toFixed(0)} MB (${((held ?? 0) / run.bytes).toFixed(2)} byte for each byte of the file)`;
        return [
            `${LABELS[tool]}'s WebAssembly memory, which only grows: ${share(run.heldAfterReading)} after reading,`,
            `${share(run.heldAtLast)} after all tables.`,
            ``,
        ];
    });
}

/** @param {{bytes: number, readMs: number}} run */
function speed({ bytes, readMs }) {
    return `${(bytes / 1e3 / readMs).toFixed(0)} MB/s`;
}

/** @param {string} name */
async function installed(name) {
    const manifest = await readFile(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8');
    return JSON.parse(manifest).version;
}

/** @param {number} value */
function ms(value) {
    return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}

/** @param {number[]} values */
function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
