// Measures estimates under eighty replicate weights in a worker of Chromium, and asks R's survey the same of the same files.
// `cargo xtask bench` calls it.

import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, VERSION } from './browser.mjs';
import { peakMemory, renderers } from './memory.mjs';

/** The most by which an estimate or an error may differ from R's, relative to it. */
const TOLERANCE = 1e-9;
/** Questions after the first, in each run. */
const AGAIN = 3;

const { values: options } = parseArgs({
    options: {
        address: { type: 'string', default: '' },
        items: { type: 'string', default: '' },
        values: { type: 'string', default: '' },
        report: { type: 'string', default: '' },
        runs: { type: 'string', default: '3' },
    },
});

/**
 * A case: what is asked of which file, and how much of it R is asked.
 * @typedef {object} Case
 * @property {'items' | 'values'} name
 * @property {string} title
 * @property {string} file
 * @property {number} share Pulso's work over R's: R is asked for that part, and its time is multiplied.
 * @property {number} limitMs What the issue asks for.
 */

/** @type {Case[]} */
const CASES = [
    { name: 'items', title: '40 items, 5 categories', file: options.items, share: 4, limitMs: 1000 },
    { name: 'values', title: '10 plausible values × 30 countries', file: options.values, share: 10, limitMs: 5000 },
];

/**
 * What one run gave.
 * @typedef {object} Run
 * @property {number} bytes
 * @property {number} records
 * @property {number} readMs
 * @property {number} firstMs
 * @property {number[]} againMs
 * @property {number} memory Peak resident memory of the page's process in bytes; 0 where the system does not tell.
 * @property {Record<string, [number, number]>} numbers Estimate and standard error by name.
 */

/**
 * @typedef {object} Answer What R gave.
 * @property {string} r
 * @property {string} survey
 * @property {number} readMs
 * @property {number} designMs
 * @property {number} askMs
 * @property {Record<string, [number, number]>} numbers
 */

const [load] = loadavg();
const browser = await launch();
const inspector = await browser.newBrowserCDPSession();
const lines = [];
const notes = [];
let troubles = 0;
for (const one of CASES) {
    /** @type {Run[]} */
    const runs = [];
    for (let run = 1; run <= Number(options.runs); run++) {
        runs.push(await measure(one));
        const { readMs, firstMs, againMs } = runs[runs.length - 1];
        console.log(`${one.title}, run ${run}: read ${ms(readMs)}, first ${ms(firstMs)}, again ${ms(Math.min(...againMs))}`);
    }
    const { bytes, records, numbers } = runs[0];
    const least = (/** @type {(run: Run) => number} */ of) => ms(Math.min(...runs.map(of)));
    const again = least((run) => Math.min(...run.againMs));
    const memory = `${(Math.max(...runs.map((run) => run.memory)) / 1e6).toFixed(0)} MB`;
    const size = `${records.toLocaleString('en')} records, ${(bytes / 1e6).toFixed(0)} MB`;
    lines.push(
        `| ${one.title} (${size}) | Pulso ${VERSION} | ${least((run) => run.readMs)} | ${least((run) => run.firstMs)} | ${again} | ${memory} |`,
    );
    const answer = askR(one);
    if (typeof answer === 'string') {
        notes.push(answer);
        continue;
    }
    const asked = one.share === 1 ? '' : ` (1/${one.share} of the work: ${ms(answer.askMs)})`;
    lines.push(
        `| | R ${answer.r}, survey ${answer.survey} | ${ms(answer.readMs)} | | ${ms(one.share * answer.askMs)}${asked} | |`,
    );
    notes.push(compare(one, numbers, answer.numbers));
}
const chromiumVersion = browser.version();
await browser.close();

const text = [
    `# Estimates under 80 replicate weights`,
    ``,
    `Least of ${options.runs} runs, each in a fresh page of Chromium ${chromiumVersion}; ${cpus().length} × ${cpus()[0].model},`,
    `load ${load.toFixed(1)} before the first run. R runs natively; *again* is its time for the questions alone, with file and design`,
    `ready.`,
    ``,
    `| | | read | first answer | the same again | peak memory |`,
    `|---|---|---:|---:|---:|---:|`,
    ...lines,
    ``,
    ...notes.map((note) => `- ${note}`),
    ``,
].join('\n');
await writeFile(options.report, text);
console.log(`\n${text}`);
process.exit(troubles > 0 ? 1 : 0);

/**
 * One case in a page and a process of its own.
 * @param {Case} one
 * @returns {Promise<Run>}
 */
async function measure({ name, file }) {
    const context = await browser.newContext();
    const others = new Set((await renderers(inspector)).map(({ id }) => id));
    try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(`${options.address}/bench/index.html`);
        await page.setInputFiles('#file', file);
        const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('the page ran out of memory'))));
        const result = await Promise.race([
            page.evaluate(([name, again]) => globalThis.measureReplicates(name, again), /** @type {const} */ ([name, AGAIN])),
            crashed,
        ]);
        const own = (await renderers(inspector)).filter(({ id }) => !others.has(id));
        return { ...result, memory: await peakMemory(own.map(({ id }) => id)) };
    } finally {
        await context.close();
    }
}

/**
 * R's answer, or why there is none.
 * @param {Case} one
 * @returns {Answer | string}
 */
function askR({ name, title, file, share }) {
    const script = fileURLToPath(new URL('tools/survey.R', import.meta.url));
    const ran = spawnSync('Rscript', ['--vanilla', script, name, file, String(share)], { maxBuffer: 1 << 26, encoding: 'utf8' });
    if (ran.error) return `${title}: skipped beside R, which is not installed.`;
    if (ran.status === 3) return `${title}: skipped beside R, which lacks its package survey.`;
    if (ran.status !== 0) {
        troubles++;
        return `${title}: R failed: ${ran.stderr.trim().split('\n').pop()}`;
    }
    const rows = ran.stdout.trim().split('\n').map((line) => line.split('\t'));
    const said = Object.fromEntries(rows.filter(([kind]) => kind === 'said').map(([, key, value]) => [key, value]));
    const numbers = rows.filter(([kind]) => kind === 'number').map(([, key, estimate, se]) => [key, [Number(estimate), Number(se)]]);
    return {
        r: said.r,
        survey: said.survey,
        readMs: Number(said.read),
        designMs: Number(said.design),
        askMs: Number(said.ask),
        numbers: Object.fromEntries(numbers),
    };
}

/**
 * Holds the numbers that R gave against Pulso's.
 * @param {Case} one
 * @param {Record<string, [number, number]>} ours
 * @param {Record<string, [number, number]>} theirs
 */
function compare({ title }, ours, theirs) {
    let worst = 0;
    for (const [name, both] of Object.entries(theirs)) {
        // A number that only R has makes the difference NaN.
        for (const at of [0, 1]) worst = Math.max(worst, Math.abs((ours[name]?.[at] ?? NaN) / both[at] - 1));
    }
    const count = Object.keys(theirs).length;
    const agree = count > 0 && worst <= TOLERANCE;
    if (!agree) troubles++;
    return `${title}: ${count} estimates with their errors ${agree ? 'agree with' : 'DIFFER from'} R's, at most by ${worst.toExponential(1)}.`;
}

/** @param {number} value */
function ms(value) {
    return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}
