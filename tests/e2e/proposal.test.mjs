// What a dropped file declares is proposed: its weight, its replicates, its questions of several answers, its indicators, the
// languages of its labels. Each can be changed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zip } from './packed.mjs';
import { chart, open, redrawn, svg } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();

/**
 * Chooses a file made of these lines.
 * @param {import('playwright-core').Page} page
 * @param {...[name: string, lines: string[]]} files
 */
async function choose(page, ...files) {
    await page.setInputFiles('#file', files.map(([name, lines]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`${lines.join('\n')}\n`) })));
    await page.locator('#recognised').getByText(files[0][0], { exact: true }).waitFor();
}

/** What was asked last. @param {import('playwright-core').Page} page */
function asked(page) {
    return page.evaluate(() => /** @type {any} */ (document.getElementById('chart')).publication.document.queries[0]);
}

/** What the document says of its data. @param {import('playwright-core').Page} page */
function dataset(page) {
    return page.evaluate(() => /** @type {any} */ (document.getElementById('chart')).publication.document.datasets[0]);
}

/** A pseudo-random sequence, the same in every run. */
function chance() {
    let state = 7;
    return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** An export of KoboToolbox: a question of three answers, asked in three countries. */
function kobo() {
    const next = chance();
    const channels = ['radio', 'correo', 'web'];
    const rows = Array.from({ length: 240 }, (_, at) => {
        const chosen = channels.filter(() => next() < 0.5);
        const split = channels.map((channel) => (chosen.length ? Number(chosen.includes(channel)) : ''));
        return ['2024-01-01T10:00:00', ['Perú', 'Chile', 'Uruguay'][at % 3], chosen.join(' '), ...split, at, `u${at}`, '2024-01-01T10:00:00'];
    });
    const names = ['start', 'pais', 'canales', ...channels.map((channel) => `canales/${channel}`), '_id', '_uuid', '_submission_time'];
    return [names, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(';'));
}

const FIGURES = ['iso3,period,indicator,value', ...['PER', 'CHL', 'URY'].flatMap((iso3, at) => [2018, 2019].flatMap((year) => [
    `${iso3},${year},Matrícula,${80 + at * 3 + year - 2018}`, `${iso3},${year},Abandono,${9 - at}`,
]))];

test('a question of several answers is charted as one, and can be taken apart', async () => {
    const { page, watch } = await open(browser);
    await choose(page, ['canales.csv', kobo()]);
    await page.getByLabel('canales (3 respuestas)').waitFor();
    await page.getByLabel(/Participación voluntaria/).check();
    await page.locator('.picker-button').click();
    await page.locator('.picker-list').getByRole('option', { name: 'canales' }).first().click();
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication?.results.results[0]?.rows.some((/** @type {any} */ row) => row.item));
    await page.locator('input[name=kind][value=grouped_bars]').waitFor();
    assert.equal((await asked(page)).of.variable, 'canales');
    await page.locator('#countries-all').click();
    const picture = await svg(page);
    for (const answer of ['radio', 'correo', 'web', 'Perú', 'Uruguay']) assert.ok(picture.includes(answer), answer);
    // Taken apart, each answer is a question of its own.
    await page.getByLabel('canales (3 respuestas)').uncheck();
    await page.locator('.picker-button').click();
    await page.locator('.picker-list').getByRole('option', { name: 'canales/web' }).first().waitFor();
    watch.check();
});

test('replicate weights are found; what made them is asked', async () => {
    const { page, watch } = await open(browser);
    const next = chance();
    const names = ['respuesta', 'peso', ...Array.from({ length: 20 }, (_, at) => `rep_w${at + 1}`)];
    const rows = Array.from({ length: 90 }, () => [1 + Math.floor(next() * 3), 10 + next(), ...Array.from({ length: 20 }, () => 10 + 3 * next())].join(','));
    await choose(page, ['replicas.csv', [names.join(','), ...rows]]);
    assert.equal(await page.locator('#file-weight').inputValue(), 'peso');
    const replicates = page.locator('#file-replicates');
    assert.deepEqual(await replicates.locator('option').allInnerTexts(), ['Ninguno', 'De rep_w1 a rep_w20 (20)']);
    await page.getByLabel(/Muestra probabilística/).check();
    await chart(page).waitFor();
    await redrawn(page, () => replicates.selectOption('run'));
    await redrawn(page, () => page.locator('#file-method').selectOption('jk1'));
    const { design } = await dataset(page);
    assert.deepEqual(design.replicates, { columns: 'rep_w{1..20}', method: 'jk1', mse: true });
    watch.check();
});

test('a study that is known brings its design, and it can be taken back', async () => {
    const { page, watch } = await open(browser);
    const names = ['CNTRY', 'IDSCHOOL', 'TT3G01', 'SCHWGT', ...Array.from({ length: 100 }, (_, at) => `SRWGT${at + 1}`)];
    const next = chance();
    const rows = Array.from({ length: 80 }, (_, at) => [at % 2 ? 'CHL' : 'COL', at, 1 + (at % 2), 5 + next(), ...Array.from({ length: 100 }, () => 5 + next())].join(','));
    await choose(page, ['directores.csv', [names.join(','), ...rows]]);
    assert.equal(await page.locator('#file-study').inputValue(), 'talis_principal');
    await page.getByLabel(/Muestra probabilística/).check();
    await chart(page).waitFor();
    assert.equal((await dataset(page)).design.preset, 'talis_principal');
    await page.locator('#file-study').selectOption('');
    await page.locator('#file-weight').selectOption('SCHWGT');
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication.document.datasets[0].design.weight === 'SCHWGT');
    watch.check();
});

test('a file of figures is no survey: its indicators are chosen, and their period', async () => {
    const { page, watch } = await open(browser);
    await choose(page, ['cifras.csv', FIGURES]);
    assert.equal(await page.locator('#file-kind').inputValue(), 'indicators');
    await chart(page).waitFor();
    assert.equal(await page.getByLabel(/Muestra probabilística/).count(), 0);
    const query = await asked(page);
    assert.deepEqual([query.estimate, query.by], ['indicator', ['country']]);
    await page.locator('.picker-button').click();
    await page.locator('.picker-list').getByRole('option', { name: 'Matrícula' }).click();
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication.document.queries[0].of === 'Matrícula');
    await redrawn(page, () => page.locator('#choose-on').selectOption('2018'));
    assert.deepEqual((await asked(page)).on, ['2018']);
    assert.match(await svg(page), /Uruguay/);
    // Whoever knows better has the last word.
    await page.locator('#file-kind').selectOption('survey');
    await page.getByLabel(/Participación voluntaria/).check();
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication.document.queries[0].estimate !== 'indicator');
    watch.check();
});

test('labels come in the language that is chosen', async () => {
    const { page, watch } = await open(browser);
    const codebook = { variables: [{ name: 'agua', label: { es: '¿Hay agua?', qu: '¿Yaku kanchu?', en: 'Is there water?' }, values: [
        { code: 1, label: { es: 'Sí', qu: 'Arí', en: 'Yes' } }, { code: 0, label: { es: 'No', qu: 'Manam', en: 'No' } }] }] };
    const rows = Array.from({ length: 60 }, (_, at) => `${at % 3 ? 1 : 0},${1 + (at % 5)}`);
    await choose(page, ['agua.csv', ['agua,edad', ...rows]], ['agua.json', [JSON.stringify(codebook)]]);
    await page.getByLabel(/Participación voluntaria/).check();
    await chart(page).waitFor();
    assert.match(await svg(page), /¿Hay agua\?/);
    const language = page.locator('#file-language');
    assert.deepEqual(await language.locator('option').evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value)), ['', 'en', 'es', 'qu']);
    await redrawn(page, () => language.selectOption('qu'));
    assert.match(await svg(page), /¿Yaku kanchu\?/);
    await redrawn(page, () => language.selectOption(''));
    assert.match(await svg(page), /¿Hay agua\?/);
    watch.check();
});

/** A questionnaire: sheets of texts. @param {Record<string, string[][]>} sheets */
function workbook(sheets) {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const relations = (/** @type {string[]} */ targets, /** @type {string} */ kind) => `<?xml version="1.0"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
        targets.map((target, at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
    const names = Object.keys(sheets);
    const cells = (/** @type {string[][]} */ rows) => rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('');
    return zip({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relations(['xl/workbook.xml'], 'officeDocument'),
        'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(names.map((_, at) => `worksheets/sheet${at + 1}.xml`), 'worksheet'),
        ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${main}><sheetData>${cells(sheets[name])}</sheetData></worksheet>`])),
    });
}

test('a questionnaire takes apart what an export lists in one column, and names it', async () => {
    const { page, watch } = await open(browser);
    const form = workbook({
        survey: [['type', 'name', 'label::Español (es)', 'label::English (en)'], ['select_multiple medios', 'canales', '¿Cómo se informa?', 'How do you keep informed?']],
        choices: [['list_name', 'name', 'label::Español (es)', 'label::English (en)'], ['medios', 'radio', 'Radio', 'Radio'], ['medios', 'web', 'Internet', 'Internet'], ['medios', 'correo', 'Correo postal', 'Post']],
    });
    const answers = ['radio web', 'web', '', 'radio', 'radio correo web'];
    const rows = Array.from({ length: 100 }, (_, at) => `"${answers[at % 5]}";"${20 + (at % 30)}";"${at}";"u${at}"`);
    await page.setInputFiles('#file', [
        { name: 'resumen.csv', mimeType: 'text/csv', buffer: Buffer.from(`"canales";"edad";"_id";"_uuid"\n${rows.join('\n')}\n`) },
        { name: 'formulario.xlsx', mimeType: 'application/octet-stream', buffer: form },
    ]);
    await page.getByLabel('¿Cómo se informa? (3 respuestas)').waitFor();
    await page.getByLabel(/Participación voluntaria/).check();
    await page.locator('.picker-button').click();
    await page.locator('.picker-list').getByRole('option', { name: '¿Cómo se informa?' }).click();
    await page.waitForFunction(() => /** @type {any} */ (document.getElementById('chart')).publication?.results.results[0]?.rows.length === 3);
    const picture = await svg(page);
    for (const answer of ['Internet', 'Correo postal', '75']) assert.ok(picture.includes(answer), answer);
    watch.check();
});
