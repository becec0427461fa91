// Files that mean harm, or were harmed, in the worker: each ends in a result or in a sentence, what was open stays, and the next
// good file opens.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { zip } from './packed.mjs';
import { open } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();
const FILES = fileURLToPath(new URL('../fuzz/corpus/file/', import.meta.url));

/** A page with an engine of its own, in which a good file is open. */
async function engine() {
    const { page, watch } = await open(browser);
    await page.evaluate(async () => {
        const { EngineClient } = await import(/** @type {string} */ ('/engine/client.js'));
        const held = new EngineClient();
        Object.assign(window, { held });
        const rows = Array.from({ length: 60 }, (_, row) => `${row % 2},${row % 5}`);
        await held.read('buena.csv', new Blob([`voto,edad\n${rows.join('\n')}\n`]));
    });
    return { page, watch };
}

/**
 * What comes of a file: how many rows, or what is said.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {Buffer | string[]} content Bytes, or parts of text: each is repeated as often as the number that follows it.
 * @returns {Promise<{rows?: number, codes?: string[], said?: string[]}>}
 */
function read(page, name, content) {
    const packed = Buffer.isBuffer(content) ? content.toString('base64') : content;
    return page.evaluate(async ([name, packed]) => {
        const { held } = /** @type {any} */ (window);
        const blob = typeof packed === 'string'
            ? new Blob([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))])
            : new Blob(packed.flatMap((part, at) => (at % 2 ? [] : Array(Math.ceil(Number(packed[at + 1]) / 1024)).fill(part.repeat(Math.min(1024, Number(packed[at + 1])))))));
        try {
            const { rows } = await held.read(name, blob);
            return { rows };
        } catch (error) {
            const { troubles } = /** @type {any} */ (error);
            return { codes: troubles.map((/** @type {any} */ { code }) => code), said: await held.explain(troubles, 'es') };
        }
    }, /** @type {const} */ ([name, packed]));
}

/**
 * Holds what came of a file, and that everything goes on.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {Awaited<ReturnType<typeof read>>} came
 */
async function holds(page, name, came) {
    if (came.codes) {
        assert.ok(came.said?.length, name);
        for (const text of came.said ?? []) assert.match(text, /^[A-ZÁÉÍÓÚ¿«].{20,}[.»)]$/u, `${name}: ${text}`);
        for (const text of came.said ?? []) assert.doesNotMatch(text, /unreachable|RuntimeError|panic|wasm|Algo no está bien/i, name);
        assert.ok(!came.codes.includes('engine_stopped'), name);
    } else assert.ok(Number.isInteger(came.rows), name);
    const after = await page.evaluate(async () => {
        const { held } = /** @type {any} */ (window);
        const document = {
            pulso: 1,
            datasets: [{ id: 'd', kind: 'survey', source: 'buena.csv', basis: 'census' }],
            queries: [{ id: 'q', dataset: 'd', estimate: 'mean', of: 'edad' }],
        };
        return (await held.run(document)).results[0].rows[0].estimate;
    });
    assert.equal(after, 2, name);
}

/** @param {string} name */
const corpus = (name) => readFile(path.join(FILES, name));

/**
 * A workbook whose only sheet holds this.
 * @param {string | Buffer} sheet
 */
function workbook(sheet) {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = (/** @type {string} */ inside) => `<?xml version="1.0"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
    const relation = (/** @type {string} */ kind, /** @type {string} */ target) => `<Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/>`;
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    return zip({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relations(relation('officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(relation('worksheet', 'worksheets/sheet1.xml')),
        'xl/worksheets/sheet1.xml': sheet,
    });
}

/** @param {string} rows */
const sheet = (rows) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
/** A cell of a number. @param {string} at */
const cell = (at) => `<c r="${at}"><v>1</v></c>`;

test('workbooks', async () => {
    const { page, watch } = await engine();
    const corners = workbook(sheet(`<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`));
    await holds(page, 'corners.xlsx', await read(page, 'corners.xlsx', corners));
    // 200 MB of blanks between two elements, and 50 MB of rows.
    const blanks = workbook(Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(200 << 20, ' '), Buffer.from('</worksheet>')]));
    const bomb = await read(page, 'blanks.xlsx', blanks);
    assert.deepEqual(bomb.codes, ['cell_too_long']);
    await holds(page, 'blanks.xlsx', bomb);
    const cells = workbook(Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(50 << 20, '<row><c><v>1</v></c></row>'.repeat(1000)), Buffer.from('</sheetData></worksheet>')]));
    await holds(page, 'cells.xlsx', await read(page, 'cells.xlsx', cells));
    const deep = await read(page, 'deep.xlsx', workbook(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`));
    assert.deepEqual(deep.codes, ['too_deep']);
    await holds(page, 'deep.xlsx', deep);
    const good = await read(page, 'a.xlsx', await corpus('a.xlsx'));
    assert.ok(good.rows, JSON.stringify(good));
    watch.check();
});

test('an archive that inflates beyond the limit', async () => {
    const { page, watch } = await engine();
    const came = await read(page, 'lines.zip', zip({ 'a.csv': Buffer.alloc(1100 << 20, '\n') }));
    assert.deepEqual(came.codes, ['inflates_too_far']);
    await holds(page, 'lines.zip', came);
    assert.ok((await read(page, 'odk.zip', await corpus('odk.zip'))).rows);
    watch.check();
});

test('deep XML and deep JSON that are no workbook', async () => {
    const { page, watch } = await engine();
    await holds(page, 'deep.xml', await read(page, 'deep.xml', ['<a>', '100000']));
    await holds(page, 'deep.json', await read(page, 'deep.json', ['[', '100000']));
    watch.check();
});

for (const name of ['a.sav', 'a.zsav', 'a118.dta', 'a117.dta', 'a113.dta', 'a.por', 'a.parquet']) {
    test(`${name}, cut and with bits that were flipped`, async () => {
        const { page, watch } = await engine();
        const whole = await corpus(name);
        for (let part = 1; part < 10; part += 1) {
            const cut = `cut-${part}-${name}`;
            await holds(page, cut, await read(page, cut, whole.subarray(0, Math.floor((whole.length * part) / 10))));
        }
        // The same places each time.
        let state = 41;
        const below = (/** @type {number} */ most) => (state = (state * 48271) % 2147483647) % most;
        for (let round = 0; round < 24; round += 1) {
            const spoilt = Buffer.from(whole);
            for (let bit = 0; bit <= round % 3; bit += 1) spoilt[below(spoilt.length)] ^= 1 << below(8);
            const flipped = `flipped-${round}-${name}`;
            await holds(page, flipped, await read(page, flipped, spoilt));
        }
        const good = await read(page, name, whole);
        assert.ok(good.rows, JSON.stringify(good));
        watch.check();
    });
}

test('texts', async () => {
    const { page, watch } = await engine();
    const columns = await read(page, 'columns.csv', ['a,', '1000000']);
    assert.deepEqual(columns.codes, ['too_many_columns']);
    await holds(page, 'columns.csv', columns);
    for (const [name, start] of [['cell.csv', 'a,b\n1,'], ['quoted.csv', 'a,b\n1,"']]) {
        const long = await read(page, name, [start, '1', 'x'.repeat(1000), '100000']);
        assert.deepEqual(long.codes, ['cell_too_long']);
        await holds(page, name, long);
    }
    const nul = await read(page, 'nul.csv', ['a,b\n1,2\n', '100', '\0', '1', '1,2\n', '100']);
    assert.deepEqual(nul.codes, ['nul_bytes']);
    await holds(page, 'nul.csv', nul);
    await holds(page, 'zeros.csv', await read(page, 'zeros.csv', ['\0', '100000']));
    assert.equal((await read(page, 'next.csv', ['a,b\n', '1', '1,2\n', '1024'])).rows, 1024);
    watch.check();
});

test('the page says it, and shows what it showed', async () => {
    const { page, watch } = await open(browser);
    for (const [name, buffer, words] of /** @type {[string, Buffer, RegExp][]} */ ([
        ['hondo.xlsx', workbook(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`), /más de 64 niveles/],
        ['ancho.csv', Buffer.from(`${'a,'.repeat(1_000_000)}\n`), /hasta 20.?000/],
        ['nulo.csv', Buffer.from('a,b\n1,\0\n'), /bytes nulos/],
        ['roto.sav', (await corpus('a.sav')).subarray(0, 300), /dañado o incompleto/],
    ])) {
        await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
        await page.getByRole('alert').getByText(words).waitFor();
        await page.getByRole('alert').getByRole('button', { name: 'Cerrar' }).click();
        assert.equal(await page.locator('#recognised').isVisible(), false);
    }
    await page.setInputFiles('#file', path.join(FILES, 'a.sav'));
    await page.locator('#recognised').getByText('a.sav', { exact: true }).waitFor();
    watch.check();
});
