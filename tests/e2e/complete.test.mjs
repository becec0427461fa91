// A document that asks for more than most do is answered by the complete engine, which loads for it and opens again what is open.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, launch } from './support.mjs';

const browser = await launch();

/** Twelve people in three countries; a line through their points rises by two. */
const PEOPLE = `country,x,y,few\n${Array.from({ length: 36 }, (_, at) => {
    const x = at % 12;
    return `${['CHL', 'PER', 'URY'][at % 3]},${x},${2 * x + (at % 2)},${at < 3 ? 1 : 0}`;
}).join('\n')}\n`;

const DOCUMENT = {
    pulso: 1,
    datasets: [{ id: 'people', kind: 'survey', source: 'people.csv', basis: 'probability', country: 'country' }],
    queries: [
        { id: 'mean', dataset: 'people', estimate: 'mean', of: 'y', by: ['country'] },
        { id: 'slope', dataset: 'people', estimate: 'regression', outcome: 'y', terms: ['x'], by: ['country'] },
        { id: 'withheld', dataset: 'people', estimate: 'mean', of: 'y', by: ['country', 'few'] },
    ],
};

/**
 * Asks the worker. It stands alone: the page gets it as text.
 * @param {string} base
 * @param {string} people
 * @param {Record<string, unknown>[]} documents
 * @param {string} more what follows, again and again
 * @param {number} times how often
 */
async function ask(base, people, documents, more = '', times = 0) {
    const { EngineClient } = await import(`${base}/engine/client.js`);
    const engine = new EngineClient();
    await engine.read('people.csv', new Blob([people, ...Array(times).fill(more)]));
    const answers = [];
    for (const document of documents) answers.push(await engine.run(document));
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
    return { answers, loaded };
}

test('the complete engine loads when a document needs it, and no sooner', async () => {
    const { page, watch } = await browser.page();
    const base = await address();
    await page.goto(`${base}/embed.html`);
    /** @type {string[]} */
    const requested = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    const documents = [[DOCUMENT.queries[0]], [DOCUMENT.queries[0], DOCUMENT.queries[1]], [DOCUMENT.queries[2]]];
    const asked = documents.map((queries) => ({ ...DOCUMENT, queries }));
    const { answers } = await page.evaluate(`(${ask})(...${JSON.stringify([base, PEOPLE, asked.slice(0, 1)])})`);
    assert.deepEqual(answers[0].errors ?? [], []);
    assert.ok(!requested.some((path) => path.includes('/complete/')), requested.join('\n'));

    const more = await page.evaluate(`(${ask})(...${JSON.stringify([base, PEOPLE, asked])})`);
    assert.ok(requested.some((path) => path.endsWith('/complete/pulso_bg.wasm')), requested.join('\n'));
    for (const answer of more.answers) assert.deepEqual(answer.errors ?? [], []);
    const slope = more.answers[1].results[1].rows.find((/** @type {any} */ row) => row.by.country === 'CHL' && row.by.term === 'x');
    assert.ok(Math.abs(slope.estimate - 2) < 0.2, JSON.stringify(slope));
    const flags = more.answers[2].results[0].rows.flatMap((/** @type {any} */ row) => row.flags);
    assert.ok(flags.includes('too_few'), flags.join());
    watch.take();
});

test('a large file is read once, by the complete engine', async () => {
    const { page, watch } = await browser.page();
    const base = await address();
    await page.goto(`${base}/embed.html`);
    /** @type {string[]} */
    const requested = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    const records = PEOPLE.slice(PEOPLE.indexOf('\n') + 1);
    const times = Math.ceil((17 << 20) / records.length);
    await page.evaluate(`(${ask})(...${JSON.stringify([base, PEOPLE, [], records, times])})`);
    assert.ok(requested.some((path) => path.endsWith('/complete/pulso_bg.wasm')), requested.join('\n'));
    watch.take();
});
