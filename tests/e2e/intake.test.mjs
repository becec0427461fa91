// Files of other programs: recognised at once, with their labels, and read again as the reader says.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zip } from './packed.mjs';
import { chart, open, redrawn, svg } from './studio.mjs';
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

for (const name of ['a118.dta', 'a.por', 'a.ods', 'a.csv.gz', 'odk.zip', 'records.json', 'qualtrics.csv', 'redcap.csv', 'a.parquet']) {
    test(`${name} is taken in`, async () => {
        const { page, watch } = await open(browser);
        await choose(page, name);
        watch.check();
    });
}

/** What the page was given from an archive. @param {import('playwright-core').Page} page @param {string} name @param {Buffer} buffer */
async function chooseBytes(page, name, buffer) {
    await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
    await page.locator('#recognised').getByText(name, { exact: true }).waitFor();
}

test('what an archive holds is read by the module for its kind', async () => {
    const { page, watch } = await open(browser);
    const [sav, dta, parquet] = await Promise.all(['a.sav', 'a118.dta', 'a.parquet'].map((name) => readFile(path.join(FILES, name))));
    await chooseBytes(page, 'datos.sav.gz', gzipSync(sav));
    assert.equal(await page.locator('#file-tool').inputValue(), 'spss');
    await chooseBytes(page, 'columnas.zip', zip({ 'a.parquet': parquet }));
    assert.match(await page.locator('#recognised').innerText(), /Columnas\s+10/);
    // Of several files each can be taken, whatever module reads it.
    await chooseBytes(page, 'varios.zip', zip({ 'olas/a.sav': sav, 'olas/b.dta': dta, 'c.csv': 'edad,voto\n20,1\n30,2\n' }));
    const tables = page.locator('#file-table');
    assert.equal(await tables.locator('option').count(), 3);
    await tables.selectOption('olas/b.dta');
    await page.waitForFunction(() => /** @type {HTMLSelectElement | null} */ (document.getElementById('file-tool'))?.value === 'stata');
    await tables.selectOption('c.csv');
    await page.locator('#file-weight option[value=voto]').waitFor({ state: 'attached' });
    watch.check();
});

test('what a publisher hands out beside a table names its indicators, whichever comes first', async () => {
    const { page, watch } = await open(browser);
    const table = { name: 'vida.csv', mimeType: 'text/csv', buffer: Buffer.from('Entity,Code,Year,Life expectancy\nPeru,PER,2017,76.1\nChile,CHL,2017,80.3\nPeru,PER,2018,76.5\n') };
    const metadata = { chart: { title: 'Life expectancy' }, dateDownloaded: '2024-10-30', columns: { 'Life expectancy': { titleShort: 'Esperanza de vida', shortName: 'life_0', citationShort: 'UN WPP (2022)' } } };
    const beside = { name: 'vida.metadata.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(metadata)) };
    for (const files of [[table, beside], [beside, table]]) {
        await page.setInputFiles('#file', files);
        await page.locator('#recognised').getByText('vida.csv', { exact: true }).waitFor();
        await chart(page).waitFor();
        await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).picture?.svg.includes('Esperanza de vida'));
        await page.locator('#findings, pulso-chart').getByText(/UN WPP \(2022\)/).first().waitFor();
    }
    // One after the other is as good.
    await redrawn(page, () => page.setInputFiles('#file', [table]));
    await redrawn(page, () => page.setInputFiles('#file', [beside]));
    assert.match(await svg(page), /Esperanza de vida/);
    watch.check();
});

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
