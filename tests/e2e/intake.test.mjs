// Files of other programs: recognised at once, with their labels, and read again as the reader says.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, svg } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();

/** Small files that we made ourselves; the fuzzer starts from them too. */
const FILES = fileURLToPath(new URL('../fuzz/corpus/file/', import.meta.url));

/**
 * Drops one of the files and waits until it is shown.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function choose(page, name) {
    await page.setInputFiles('#file', path.join(FILES, name));
    await page.locator('#recognised').getByText(name, { exact: true }).waitFor();
}

test('a file of SPSS comes with its labels', async () => {
    const { page, watch } = await open(browser);
    await choose(page, 'a.sav');
    assert.equal(await page.locator('#file-tool').inputValue(), 'spss');
    assert.equal(await page.locator('#file-encoding').count(), 0);
    await page.getByLabel(/Participación voluntaria/).check();
    await page.locator('.picker-button').click();
    await page.getByRole('option', { name: /¿Observa\?/ }).first().waitFor();
    watch.check();
});

test('a workbook shows its sheets, and another can be taken', async () => {
    const { page, watch } = await open(browser);
    await choose(page, 'a.xlsx');
    const sheets = page.locator('#file-table');
    assert.deepEqual(await sheets.locator('option').allInnerTexts(), ['Sheet', 'choices']);
    // The other has nothing in it: it is said, and what was open stays.
    await sheets.selectOption('choices');
    await page.getByRole('alert').getByRole('listitem').first().waitFor();
    assert.match(await page.getByRole('alert').innerText(), /tabla/);
    assert.match(await page.locator('#recognised').innerText(), /a\.xlsx/);
    watch.check();
});

test('an export of KoboToolbox is known, and can be read as plain text', async () => {
    const { page, watch } = await open(browser);
    await choose(page, 'kobo.csv');
    assert.equal(await page.locator('#file-tool').inputValue(), 'kobo');
    assert.equal(await page.locator('#file-delimiter').inputValue(), ';');
    await page.locator('#file-tool').selectOption('plain');
    await page.waitForFunction(() => /** @type {HTMLSelectElement | null} */ (document.getElementById('file-tool'))?.value === 'plain');
    watch.check();
});

for (const name of ['a118.dta', 'a.por', 'a.ods', 'a.csv.gz', 'odk.zip', 'records.json', 'qualtrics.csv', 'redcap.csv']) {
    test(`${name} is taken in`, async () => {
        const { page, watch } = await open(browser);
        await choose(page, name);
        watch.check();
    });
}

test('a spoilt file is named, and the engine goes on', async () => {
    const { page, watch } = await open(browser);
    const before = await svg(page);
    const spoilt = Buffer.concat([Buffer.from('$FL2@(#) SPSS DATA FILE'), Buffer.alloc(400, 0xff)]);
    await page.setInputFiles('#file', { name: 'roto.sav', mimeType: 'application/octet-stream', buffer: spoilt });
    await page.getByRole('alert').getByRole('listitem').first().waitFor();
    assert.match(await page.getByRole('alert').innerText(), /roto\.sav|dañado/);
    assert.equal(await svg(page), before);
    await page.getByRole('alert').getByRole('button', { name: 'Cerrar' }).click();
    await choose(page, 'a.sav');
    watch.check();
});
