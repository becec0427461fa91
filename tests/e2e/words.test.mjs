// What was noticed is said in the reader's language by whoever knows the words: the engine for what it read, the viewer for what
// a link carries.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { EXAMPLES, chart, open } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();

/** Rows of two answers, one of them cut short: the viewer has no words for that. */
const ROWS = ['country,weight,answer', ...Array.from({ length: 60 }, (_, row) => (row === 7 ? 'PER,1.5' : `PER,1.5,${row % 2}`))];

test('what was noticed and what went wrong is said anew in another language', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', { name: 'pesos.csv', mimeType: 'text/csv', buffer: Buffer.from(`${ROWS.join('\n')}\n`) });
    await page.getByLabel(/Participación voluntaria/).check();
    await chart(page).waitFor();
    await page.locator('#findings').getByText('Respondió quien quiso').waitFor();
    await page.locator('#findings').getByText('Filas con menos celdas').first().waitFor();
    await page.locator('#language-fr').click();
    await page.locator('#findings').getByText('A répondu qui voulait').waitFor();
    await page.locator('#findings').getByText('Lignes ayant moins de cellules').first().waitFor();
    assert.equal(await page.locator('#findings').getByText('Respondió').count(), 0);
    watch.check();
});

test('a wrong file is said in words', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', { name: 'vacio.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByRole('alert').getByText('El archivo está vacío').waitFor();
    watch.check();
});

test('a link says what its sample was, and needs no engine for it', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', ['csv', 'codebook.json'].map((end) => path.join(EXAMPLES, `erce2019_directors.${end}`)));
    await page.getByLabel(/Participación voluntaria/).check();
    await chart(page).waitFor();
    await page.waitForFunction(() => location.hash.includes('p='));
    const fresh = await launch();
    const { page: other, watch: otherWatch } = await fresh.page();
    /** @type {string[]} */
    const asked = [];
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(page.url());
    await other.locator('#findings').getByText('Respondió quien quiso').waitFor();
    await other.locator('#language-en').click();
    await other.locator('#findings').getByText('Whoever wished to answer did').waitFor();
    assert.deepEqual(asked.filter((url) => url.includes('/engine/pulso')), []);
    watch.check();
    otherWatch.check();
});
