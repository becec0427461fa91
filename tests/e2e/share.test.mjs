// What is shared shows the same picture elsewhere, and holds no record.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EXAMPLES, ask, chart, open, redrawn, said, svg } from './studio.mjs';
import { address, launch, serve } from './support.mjs';

const browser = await launch();
const folder = await mkdtemp(path.join(tmpdir(), 'pulso-share-'));
after(() => rm(folder, { recursive: true, force: true }));

/**
 * Downloads what a button of the share dialog gives.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function download(page, name) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name }).click()]);
    const saved = path.join(folder, file.suggestedFilename());
    await file.saveAs(saved);
    return saved;
}

/** A record of the example as its file writes it: no shared thing may hold one. */
async function record() {
    return (await readFile(path.join(EXAMPLES, 'erce2019_directors.csv'), 'utf8')).split('\n')[3].trim();
}

test('a link to the example reopens the same picture', async () => {
    const { page, watch } = await open(browser);
    await redrawn(page, () => ask(page, 'colaboren'));
    await redrawn(page, () => page.locator('input[name=country][value=BRA]').uncheck());
    await redrawn(page, () => page.getByRole('button', { name: 'Português' }).click());
    await page.getByRole('button', { name: 'Compartilhar' }).click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    assert.ok(link.length < 400, link);
    const other = await open(browser, new URL(link).hash);
    assert.equal(await svg(other.page), await svg(page));
    watch.check();
    other.watch.check();
});

test('a link to own data carries the results, and nothing else', async () => {
    const { page, watch } = await open(browser);
    await page.setInputFiles('#file', [path.join(EXAMPLES, 'erce2019_directors.csv'), path.join(EXAMPLES, 'erce2019_directors.codebook.json')]);
    await page.getByLabel(/Muestra probabilística/).check();
    await chart(page).waitFor();
    await page.waitForFunction(() => location.hash.includes('p='));
    assert.ok(page.url().length < 8000, String(page.url().length));
    const fresh = await launch();
    const { page: other, watch: otherWatch } = await fresh.page();
    await other.goto(page.url());
    await chart(other).waitFor();
    assert.equal(await svg(other), await svg(page));
    assert.equal(await other.locator('.picker-button').isVisible(), false);
    watch.check();
    otherWatch.check();
});

test('the copied element shows its picture without script, and wakes up with it', async () => {
    const { page, watch } = await open(browser);
    await page.getByRole('button', { name: 'Compartir' }).click();
    const element = await page.getByLabel('Elemento').inputValue();
    const frame = await page.getByLabel('Marco (iframe)').inputValue();
    assert.ok(!element.includes(await record()) && !frame.includes(await record()));
    await writeFile(path.join(folder, 'index.html'), `<!doctype html><html lang="es"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Diario</title><body>${element}${frame}</body></html>`);
    const host = await serve(folder);
    watch.check();

    const silent = await launch({ javaScriptEnabled: false });
    const { page: quiet } = await silent.page({ allow: [host] });
    await quiet.goto(`${host}/`);
    await quiet.locator('pulso-chart svg').locator('visible=true').first().waitFor();
    await quiet.frameLocator('iframe').locator('pulso-chart svg').locator('visible=true').first().waitFor();

    const { page: lively, watch: livelyWatch } = await browser.page({ allow: [host] });
    await lively.goto(`${host}/`);
    await lively.locator('body > pulso-chart').hover();
    await lively.locator('body > pulso-chart .picture > svg').waitFor();
    await lively.locator('body > pulso-chart .frame').focus();
    await lively.keyboard.press('ArrowDown');
    await lively.locator('body > pulso-chart .tip').waitFor({ state: 'visible' });
    await lively.frameLocator('iframe').locator('pulso-chart').hover();
    await lively.frameLocator('iframe').locator('pulso-chart .picture > svg').waitFor();
    livelyWatch.check();
});

test('a frame by address shows the chart and tells its height', async () => {
    const { page } = await open(browser);
    await page.getByRole('button', { name: 'Compartir' }).click();
    const source = await page.getByLabel('Dirección para un marco').inputValue();
    const { page: host } = await browser.page();
    await host.goto(`${await address()}/styles/base.css`);
    const heard = await host.evaluate((source) => new Promise((resolve) => {
        /** @type {unknown[]} */
        const heard = [];
        addEventListener('message', ({ data }) => {
            heard.push(data);
            if (typeof data === 'string' && JSON.parse(data).height > 300) resolve(heard);
        });
        const frame = document.createElement('iframe');
        frame.src = source;
        document.documentElement.append(frame);
    }), source);
    const [datawrapper, amp, text] = /** @type {any[]} */ (heard).slice(-3);
    assert.deepEqual(Object.keys(datawrapper), ['datawrapper-height']);
    assert.deepEqual([amp.sentinel, amp.type], ['amp', 'embed-size']);
    assert.equal(JSON.parse(text).context, 'iframe.resize');
    assert.deepEqual([...Object.values(datawrapper['datawrapper-height']), amp.height], [JSON.parse(text).height, JSON.parse(text).height]);
});

test('the report opens from a file without a network, and answers the keyboard', async () => {
    const { page, watch } = await open(browser);
    await page.getByRole('button', { name: 'Compartir' }).click();
    const file = await download(page, 'Informe (HTML)');
    watch.check();
    const html = await readFile(file, 'utf8');
    assert.ok(!html.includes(await record()));
    const away = await launch({ offline: true, viewport: { width: 390, height: 800 } });
    const { page: report, watch: reportWatch } = await away.page();
    await report.goto(pathToFileURL(file).href);
    await report.locator('pulso-chart svg').locator('visible=true').first().waitFor();
    await report.locator('pulso-chart .frame').first().focus();
    await report.locator('pulso-chart .picture > svg').first().waitFor();
    await report.keyboard.press('ArrowDown');
    await report.locator('pulso-chart .tip').first().waitFor({ state: 'visible' });
    await report.getByRole('button', { name: 'English' }).click();
    await report.getByRole('heading', { level: 1, name: /School leadership/ }).waitFor();
    reportWatch.check();
});

test('a report can be arranged', async () => {
    const { page, watch } = await open(browser);
    const blocks = page.locator('#blocks > li');
    const before = await blocks.count();
    await redrawn(page, () => ask(page, 'colaboren'));
    await page.getByRole('button', { name: 'Agregar este gráfico al informe' }).click();
    await page.waitForFunction((count) => document.querySelectorAll('#blocks > li').length === count, before + 1);
    await page.getByRole('button', { name: /^Quitar: / }).first().click();
    await page.waitForFunction((count) => document.querySelectorAll('#blocks > li').length === count, before);
    await page.getByRole('button', { name: 'Vista previa' }).click();
    await page.frameLocator('#report-frame').locator('pulso-chart svg').locator('visible=true').first().waitFor();
    watch.check();
});

test('picture, image and numbers as files', async () => {
    const { page, watch } = await open(browser);
    await page.getByRole('button', { name: 'Compartir' }).click();
    const picture = await readFile(await download(page, 'SVG'), 'utf8');
    assert.equal(picture, await svg(page));
    const image = await readFile(await download(page, 'PNG'));
    const [width] = /** @type {RegExpMatchArray} */ (picture.match(/(?<= width=")[\d.]+/));
    assert.equal(image.toString('latin1', 1, 4), 'PNG');
    assert.equal(image.readUInt32BE(16), Math.round(Number(width) * 2));
    const numbers = await readFile(await download(page, 'CSV'), 'utf8');
    assert.ok(numbers.trim().split('\n').length > 16);
    assert.ok(!numbers.includes(await record()));
    assert.ok(said(page));
    watch.check();
});

test('the picture and the link are on the clipboard, ready to paste', async () => {
    const { page, watch } = await open(browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Compartir' }).click();
    const dialog = page.getByRole('dialog');
    const copied = async (/** @type {import('playwright-core').Locator} */ button) => {
        await button.click();
        await dialog.getByText('Copiado.').waitFor();
    };
    await copied(dialog.locator('button[id$=-copy]').first());
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.getByLabel('Enlace', { exact: true }).inputValue());
    await page.locator('#share-medium').selectOption('slide');
    await copied(dialog.getByRole('button', { name: 'Copiar la imagen' }));
    const pasted = () => page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        if (!item.types.includes('image/png')) return undefined;
        const { width, height } = await createImageBitmap(await item.getType('image/png'));
        return [width, height];
    });
    // The word was there already: the picture comes a moment later.
    let size = await pasted();
    for (const end = Date.now() + 10_000; !size && Date.now() < end; size = await pasted()) await page.waitForTimeout(100);
    assert.deepEqual(size, [1920, 1080]);
    watch.check();
});
