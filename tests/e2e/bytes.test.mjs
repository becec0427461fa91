// The same document and the same data give the same bytes: in a worker and on the page as by the command line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHARTS, LOCALES, files, nativeOf, text } from '../node/bytes.mjs';
import { address, launch } from './support.mjs';

const browser = await launch();

/**
 * Runs an example and draws it. It stands alone: a worker gets it as text.
 * @param {string} base
 * @param {string[]} modules Engine and viewer.
 * @param {ReturnType<typeof files>} given
 * @param {string[]} charts
 * @param {string[]} locales
 */
async function everything(base, modules, given, charts, locales) {
    const [engineModule, viewerModule] = await Promise.all(modules.map((name) => import(`${base}/pkg/${name}/pulso.js`)));
    await Promise.all([engineModule.default(), viewerModule.default()]);
    const engine = new engineModule.Engine();
    for (const [name, text] of given.companions) engine.attach(name, text);
    for (const [name, text] of given.data) {
        engine.begin(name);
        engine.push(new TextEncoder().encode(text));
        engine.finish();
    }
    const results = engine.runText(given.document);
    const viewer = new viewerModule.Viewer({ document: JSON.parse(given.document), results: JSON.parse(results) });
    const pictures = locales.flatMap((locale) => charts.map((chart) => viewer.render({ chart, locale, width: 850 }).svg));
    return { results, pictures };
}

/** The examples: the small modules draw the first, the large ones every kind of chart. */
const EXAMPLES = [
    { name: 'erce', modules: ['engine', 'viewer'], charts: CHARTS, locales: LOCALES },
    { name: 'region', modules: ['complete', 'atlas'], charts: drawn('region'), locales: ['pt-BR'] },
    { name: 'network', modules: ['complete', 'atlas'], charts: drawn('network'), locales: ['en'] },
];

/** Every chart of an example. @param {string} example @returns {string[]} */
function drawn(example) {
    return JSON.parse(text(example)).charts.map((/** @type {{id: string}} */ { id }) => id);
}

for (const { name, modules, charts, locales } of EXAMPLES) {
    const expected = {
        results: nativeOf(name, 'run').trimEnd(),
        pictures: locales.flatMap((locale) => charts.map((chart) => nativeOf(name, 'chart', '--chart', chart, '--locale', locale))),
    };

    test(`${name} on the page`, async () => {
        const { page, watch } = await browser.page();
        const base = await address();
        await page.goto(`${base}/embed.html`);
        const made = await page.evaluate(`(${everything})(...${JSON.stringify([base, modules, files(name), charts, locales])})`);
        watch.take();
        assert.deepEqual(made, expected);
    });

    test(`${name} in a worker`, async () => {
        const { page, watch } = await browser.page();
        const base = await address();
        await page.goto(`${base}/icon.svg`);
        const given = JSON.stringify([base, modules, files(name), charts, locales]);
        const source = `(${everything})(...${given}).then(postMessage, (error) => postMessage(String(error)))`;
        const made = await page.evaluate(
            (source) =>
                new Promise((resolve) => {
                    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
                    worker.onmessage = ({ data }) => resolve(data);
                    worker.onerror = ({ message }) => resolve(message);
                }),
            source,
        );
        watch.take();
        assert.deepEqual(made, expected);
    });
}
