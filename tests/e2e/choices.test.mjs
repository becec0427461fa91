// The example opens with a finished chart, and every choice shows in the chart and in the address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, chart, countries, open, redrawn, said, svg } from './studio.mjs';
import { launch } from './support.mjs';

const browser = await launch();

test('the example opens in Spanish with sixteen countries', async () => {
    const { page, watch } = await open(browser);
    assert.equal((await countries(page)).length, 16);
    assert.equal(await page.getAttribute('html', 'lang'), 'es');
    await page.getByRole('heading', { level: 1, name: /Liderazgo escolar/ }).waitFor();
    assert.match(await chart(page).textContent() ?? '', /Perú/);
    await page.getByRole('heading', { name: 'Lo que conviene saber' }).waitFor();
    watch.check();
});

test('another question, other answers, another kind of chart', async () => {
    const { page, watch } = await open(browser);
    await redrawn(page, () => ask(page, 'colaboren'));
    assert.equal(said(page).get('q'), 'DDIT39_02');
    assert.equal(said(page).get('is'), '3,4');
    await redrawn(page, () => page.getByRole('checkbox', { name: 'Algunas veces', exact: true }).check());
    assert.equal(said(page).get('is'), '2,3,4');
    for (const kind of ['grouped_bars', 'likert', 'table', 'ranking']) {
        await redrawn(page, () => page.locator(`input[name=kind][value=${kind}]`).check());
        assert.equal(said(page).get('kind'), kind);
    }
    watch.check();
});

test('the last answer that counts cannot be taken away', async () => {
    const { page, watch } = await open(browser, '#doc=example&q=DDIT39_02&is=4');
    await page.getByRole('checkbox', { name: 'Muy a menudo', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('input[name=answer]:checked').length === 1);
    watch.check();
});

test('four languages, one at a time', async () => {
    const { page, watch } = await open(browser);
    for (const [name, lang, share] of [['Português', 'pt-BR', 'Compartilhar'], ['English', 'en', 'Share'], ['Français', 'fr', 'Partager'], ['Español', 'es', 'Compartir']]) {
        await redrawn(page, () => page.getByRole('button', { name }).click());
        assert.equal(await page.getAttribute('html', 'lang'), lang);
        await page.getByRole('button', { name: share, exact: true }).waitFor();
        assert.doesNotMatch(await page.locator('body').innerText(), /\b[a-z]+\.[a-z_]+\b(?=\s*$)/m, 'a key without a word');
    }
    watch.check();
});

test('countries: one, some, all, and my own', async () => {
    const { page, watch } = await open(browser);
    await redrawn(page, () => page.locator('#choose-me').selectOption('URY'));
    await redrawn(page, () => page.locator('input[name=country][value=BRA]').uncheck());
    assert.ok(!(await countries(page)).includes('BRA'));
    await redrawn(page, () => page.getByRole('button', { name: 'Solo Uruguay' }).click());
    assert.deepEqual(await countries(page), ['URY']);
    await redrawn(page, () => page.getByRole('button', { name: 'Todos' }).click());
    assert.equal((await countries(page)).length, 16);
    assert.equal(said(page).get('c'), null);
    watch.check();
});

test('order by name and by value', async () => {
    const { page, watch } = await open(browser);
    const by = await svg(page);
    await redrawn(page, () => page.locator('input[name=order][value=name]').check());
    await redrawn(page, () => page.locator('input[name=order][value=value]').check());
    assert.equal(await svg(page), by);
    watch.check();
});

test('back and forward go through the views', async () => {
    const { page, watch } = await open(browser);
    const first = await svg(page);
    await redrawn(page, () => ask(page, 'colaboren'));
    const second = await svg(page);
    await redrawn(page, () => page.goBack());
    assert.equal(await svg(page), first);
    await redrawn(page, () => page.goForward());
    assert.equal(await svg(page), second);
    watch.check();
});

test('policies are shown by country and date', async () => {
    const { page, watch } = await open(browser, '#doc=example&d=closures');
    assert.ok((await countries(page)).length > 20);
    assert.equal(await page.locator('input[name=kind][value=heatmap]').isChecked(), true);
    watch.check();
});

test('the numbers stand behind the chart as a table', async () => {
    const { page, watch } = await open(browser);
    await page.locator('#chart summary').click();
    // It is filled when it opens.
    await page.locator('#chart table tbody tr').nth(15).waitFor();
    watch.check();
});

test('an edited target moves the status at once, and travels in the link', async () => {
    const { page, watch } = await open(browser);
    const indicator = page.locator('.indicator').first();
    await indicator.waitFor();
    const before = await indicator.locator('.status').textContent();
    await indicator.getByText('Cambiar línea de base y meta').click();
    await indicator.getByLabel('Línea de base (%)').fill('1');
    await indicator.getByLabel('Meta (%)').fill('2');
    await indicator.getByLabel('Meta (%)').press('Tab');
    await page.waitForFunction((before) => document.querySelector('.indicator .status')?.textContent !== before, before);
    const status = await indicator.locator('.status').textContent();
    assert.ok(said(page).get('t'));
    const again = await open(browser, new URL(page.url()).hash);
    await again.page.locator('.indicator .status').first().waitFor();
    assert.equal(await again.page.locator('.indicator .status').first().textContent(), status);
    watch.check();
});

test('a damaged link says so and opens the example', async () => {
    const { page, watch } = await open(browser, '#p=abc');
    await page.getByText('El enlace está incompleto o dañado').waitFor();
    assert.equal((await countries(page)).length, 16);
    watch.check();
});
