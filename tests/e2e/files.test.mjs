// A reader's own file: recognised, shown once its sample is declared; a wrong one changes nothing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { EXAMPLES, chart, countries, open, said, svg } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();

const CSV = path.join(EXAMPLES, 'erce2019_directors.csv');
const CODEBOOK = path.join(EXAMPLES, 'erce2019_directors.codebook.json');

/**
 * Drops files on the page as a hand would.
 * @param {import('playwright-core').Page} page
 * @param {{name: string, text: string}[]} files
 */
async function drop(page, files) {
    const data = await page.evaluateHandle((files) => {
        const data = new DataTransfer();
        for (const { name, text } of files) data.items.add(new File([text], name));
        return data;
    }, files);
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
    await page.locator('#veil').waitFor({ state: 'visible' });
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
    await page.locator('#veil').waitFor({ state: 'hidden' });
}

test('a dropped file is recognised, and shows no number before its sample is declared', async () => {
    const { page, watch } = await open(browser);
    await drop(page, [{ name: 'directores.csv', text: await readFile(CSV, 'utf8') }, { name: 'libro.json', text: await readFile(CODEBOOK, 'utf8') }]);
    await page.getByRole('heading', { name: 'Lo que se reconoció en su archivo' }).waitFor();
    assert.match(await page.locator('#recognised').innerText(), /3682/);
    assert.equal(await page.locator('#file-country').inputValue(), 'COUNTRY');
    assert.equal(await page.locator('#file-weight').inputValue(), 'WT');
    assert.equal(await page.locator('#file-strata').inputValue(), 'STRATA');
    assert.equal(await page.locator('#file-clusters').inputValue(), 'IDSCHOOL');
    assert.equal(await page.locator('#chart').isVisible(), false);
    await page.getByLabel(/Muestra probabilística/).check();
    await chart(page).waitFor();
    assert.equal((await countries(page)).length, 16);
    assert.equal(said(page).get('doc'), null);
    watch.check();
});

test('a self-selected sample shows no interval anywhere', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', [CSV, CODEBOOK]);
    await page.getByLabel(/Participación voluntaria/).check();
    await chart(page).waitFor();
    const rows = await page.evaluate(() => /** @type {any} */ (document.getElementById('chart')).publication.results.results[0].rows);
    assert.ok(rows.length >= 16);
    for (const row of rows) assert.deepEqual([row.se, row.ci, row.df], [null, null, null]);
    watch.check();
});

test('a guess can be changed: without a country there is one row', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', [CSV, CODEBOOK]);
    await page.getByLabel(/Muestra probabilística/).check();
    await chart(page).waitFor();
    await page.locator('#file-country').selectOption('');
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication.results.results[0]?.rows.length === 1);
    watch.check();
});

test('a codebook that comes later is taken up', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', CSV);
    await page.getByLabel(/Muestra probabilística/).check();
    await page.setInputFiles('#file', CODEBOOK);
    await page.locator('.picker-button').click();
    await page.getByRole('option', { name: /Observé cómo se enseña en el aula/ }).first().waitFor();
    watch.check();
});

test('a wrong file says what is wrong, and what was open stays', async () => {
    const { page, watch } = await open(browser);
    const before = await svg(page);
    await page.setInputFiles('#file', { name: 'vacio.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByRole('alert').getByRole('listitem').first().waitFor();
    assert.ok((await page.getByRole('alert').innerText()).length > 30);
    assert.equal(await svg(page), before);
    await page.getByRole('alert').getByRole('button', { name: 'Cerrar' }).click();
    await page.locator('input[name=order][value=name]').check();
    await page.waitForFunction((before) => /** @type {any} */ (document.getElementById('chart')).picture.svg !== before, before);
    watch.check();
});

test('what reads files is there when one is chosen', async () => {
    const { page, watch } = await open(browser);
    const larger = page.waitForResponse((response) => response.url().endsWith('/complete/pulso_bg.wasm'));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('#file').click({ force: true })]);
    await larger;
    await chooser.setFiles(CSV);
    await page.getByRole('heading', { name: 'Lo que se reconoció en su archivo' }).waitFor();
    assert.match(await page.locator('#recognised').innerText(), /3682/);
    watch.check();
});

test('a long file tells how far it is and can be stopped', async () => {
    const { page, watch } = await open(browser);
    const before = await svg(page);
    await page.evaluate(() => {
        const lines = ['country,weight,answer'];
        for (let row = 0; row < 200_000; row += 1) lines.push(`PER,1.5,${row % 4}`);
        const part = new Blob([`${lines.join('\n')}\n`]);
        const tail = new Blob([`${lines.slice(1).join('\n')}\n`]);
        const data = new DataTransfer();
        data.items.add(new File([part, ...Array.from({ length: 150 }, () => tail)], 'larga.csv'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByText(/MB · /).waitFor();
    await page.getByRole('button', { name: 'Cancelar' }).click();
    await page.locator('#progress').getByText('larga.csv').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#recognised').isVisible(), false);
    assert.equal(await svg(page), before);
    await page.locator('input[name=order][value=name]').check();
    await page.waitForFunction((before) => /** @type {any} */ (document.getElementById('chart')).picture.svg !== before, before);
    watch.check();
});
