// The gallery: every chart of the examples in each language and theme, for eyes that see, for keyboards and for screen readers.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { address, launch } from './support.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const browser = await launch({ bypassCSP: true });

/**
 * The gallery with all its charts drawn.
 * @param {Record<string, string>} wishes
 */
async function gallery(wishes) {
    const { page, watch } = await browser.page();
    await page.goto(`${await address()}/gallery.html#${new URLSearchParams(wishes)}`);
    await page.locator('main[aria-busy=false]').waitFor();
    await page.waitForFunction(() => [...document.querySelectorAll('pulso-chart')].every((chart) => /** @type {any} */ (chart).picture || chart.shadowRoot?.querySelector('.failed')));
    return { page, watch };
}

for (const locale of ['es-419', 'pt-BR', 'en', 'fr']) {
    test(`${locale}: every chart is drawn, and axe finds nothing`, async () => {
        const { page, watch } = await gallery({ locale, width: '850' });
        const failed = await page.evaluate(() => [...document.querySelectorAll('pulso-chart')]
            .filter((chart) => !(/** @type {any} */ (chart).picture)).map((chart) => chart.getAttribute('chart')));
        assert.deepEqual(failed, []);
        await page.evaluate(await readFile(AXE, 'utf8'));
        const found = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] }));
        const violations = found.violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.slice(0, 3).map((/** @type {any} */ node) => node.target.join(' ')).join('; ')}`);
        assert.deepEqual(violations, []);
        watch.check();
    });
}

test('every chart is reached by Tab, and the arrows say each of its marks', async () => {
    const { page, watch } = await gallery({ locale: 'es-419', width: '320' });
    const charts = await page.locator('pulso-chart').count();
    const reached = new Set();
    for (let steps = 0; steps < charts * 6 && reached.size < charts; steps += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
            const chart = /** @type {any} */ (document.activeElement);
            const frame = chart?.shadowRoot?.activeElement;
            return frame?.classList.contains('frame') ? [...document.querySelectorAll('pulso-chart')].indexOf(chart) : -1;
        });
        if (at < 0) continue;
        reached.add(at);
        const marks = await page.evaluate((index) => {
            const root = document.querySelectorAll('pulso-chart')[index].shadowRoot;
            return [...(root?.querySelectorAll('g') ?? [])].filter((group) => Object.keys(group.dataset).length > 1).length;
        }, at);
        const said = new Set();
        await page.keyboard.press('Home');
        for (let step = 0; step < marks + 2; step += 1) {
            said.add(await page.evaluate((index) => document.querySelectorAll('pulso-chart')[index].shadowRoot?.querySelector('.live')?.textContent, at));
            await page.keyboard.press('ArrowRight');
        }
        said.delete('');
        const kind = await page.evaluate((index) => document.querySelectorAll('pulso-chart')[index].getAttribute('chart'), at);
        assert.ok(said.size > 0, `${kind} says something`);
    }
    assert.equal(reached.size, charts);
    watch.check();
});

test('a country that is chosen stands out in every chart of the publication', async () => {
    const { page, watch } = await gallery({ locale: 'es-419', width: '850' });
    // As in a report: one publication for all charts, by an address within the page.
    await page.evaluate(() => {
        const charts = /** @type {any[]} */ ([...document.querySelectorAll('section:first-of-type pulso-chart')]);
        const held = document.createElement('script');
        held.type = 'application/json';
        held.id = 'publication';
        held.textContent = JSON.stringify(charts[0].publication);
        document.body.append(held);
        for (const chart of charts) chart.setAttribute('src', '#publication');
    });
    const drawn = () => page.evaluate(() => [...document.querySelectorAll('pulso-chart[src] ')].filter((chart) => chart.getAttribute('highlight') === 'PER').length);
    const chart = page.locator('pulso-chart[src]').first();
    await chart.locator('g[data-country=PER] text').first().click();
    assert.ok(await drawn() > 2);
    assert.match(await chart.locator('.live').textContent() ?? '', /^Perú: /);
    await chart.locator('g[data-country=PER] text').first().click();
    assert.equal(await drawn(), 0);
    watch.check();
});

test('what is changed in its place is what a new drawing would be', async () => {
    const { page, watch } = await gallery({ locale: 'es-419', width: '850' });
    const outcome = await page.evaluate(async () => {
        const charts = /** @type {any[]} */ ([...document.querySelectorAll('pulso-chart')]);
        const standing = (/** @type {any} */ chart) => chart.shadowRoot.querySelector('.picture > svg');
        /** As the page shows it: what a mark says was taken out. @param {string} text */
        const anew = (text) => {
            const place = document.createElement('div');
            place.innerHTML = text;
            for (const title of place.querySelectorAll('g > title')) title.remove();
            return place.innerHTML.trim();
        };
        /** What the marks say, one after the other, to somebody who walks them. @param {any} chart */
        const walked = (chart) => {
            const frame = chart.shadowRoot.querySelector('.frame');
            const live = chart.shadowRoot.querySelector('.live');
            const press = (/** @type {string} */ key) => frame.dispatchEvent(new KeyboardEvent('keydown', { key }));
            press('Home');
            const said = [live.textContent];
            const marks = standing(chart).querySelectorAll('g').length;
            for (let step = 0; step < marks; step++) {
                press('ArrowRight');
                if (live.textContent !== said.at(-1)) said.push(live.textContent);
            }
            press('Escape');
            return said.join('\n');
        };
        /** The same, as the picture has it. @param {string} text */
        const written = (text) => {
            const place = document.createElement('div');
            place.innerHTML = text;
            const titles = [...place.querySelectorAll('g > title')].map((title) => title.textContent);
            return titles.filter((title, index) => title !== titles[index - 1]).join('\n');
        };
        const differ = [];
        /** The kinds whose picture stayed and was changed, by what was asked. @type {Record<string, string[]>} */
        const stayed = {};
        const wishes = [['highlight', 'PER'], ['highlight', 'CHL'], ['order', 'name'], ['highlight', ''], ['order', 'value'],
            ['countries', 'PER CHL MEX COL'], ['countries', ''], ['locale', 'fr'], ['theme', 'dark']];
        for (const [name, value] of wishes) {
            for (const chart of charts) {
                const before = standing(chart);
                const drawn = new Promise((resolve) => chart.addEventListener('pulso:ready', resolve, { once: true }));
                chart.setAttribute(name, value);
                await drawn;
                const what = `${name}=${value}`;
                const spec = chart.publication.document.charts.find((/** @type {any} */ one) => one.id === chart.getAttribute('chart'));
                if (before === standing(chart)) (stayed[what] ??= []).push(spec.kind);
                if (standing(chart).outerHTML.trim() !== anew(chart.picture.svg)) differ.push(`${spec.id} ${what}`);
                const says = written(chart.picture.svg);
                if (says && walked(chart) !== says) differ.push(`${spec.id} ${what}: its marks say something else`);
            }
        }
        return { differ, stayed };
    });
    assert.deepEqual(outcome.differ, []);
    for (const what of ['highlight=PER', 'highlight=', 'countries=PER CHL MEX COL', 'order=name', 'order=value', 'highlight=CHL', 'locale=fr', 'theme=dark']) {
        for (const kind of ['ranking', 'heatmap']) assert.ok(outcome.stayed[what].includes(kind), `${kind} ${what}: the picture stayed`);
    }
    watch.check();
});

test('who has walked to a mark is still there when the marks come in another order', async () => {
    const { page, watch } = await gallery({ locale: 'es-419', width: '850' });
    const chart = page.locator('pulso-chart').first();
    const tip = chart.locator('.tip');
    await chart.locator('.frame').focus();
    for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    const order = (/** @type {string} */ value) => chart.evaluate((element, value) => new Promise((resolve) => {
        element.addEventListener('pulso:ready', resolve, { once: true });
        element.setAttribute('order', value);
    }), value);
    const said = await tip.textContent();
    for (const value of ['name', 'value']) {
        await order(value);
        assert.ok(await tip.isVisible());
        assert.equal(await tip.textContent(), said);
        await page.keyboard.press('ArrowUp');
        assert.notEqual(await tip.textContent(), said);
        await page.keyboard.press('ArrowDown');
        assert.equal(await tip.textContent(), said);
    }
    watch.check();
});

test('on paper a chart is as wide as the page, whatever the screen was', async () => {
    const { page, watch } = await gallery({ locale: 'es-419', width: '320' });
    const widths = () => page.evaluate(() => [...new Set([...document.querySelectorAll('pulso-chart')].map((chart) => chart.shadowRoot?.querySelector('.picture > svg')?.getAttribute('width')))]);
    assert.deepEqual(await widths(), ['320']);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await widths(), ['720']);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.waitForFunction(() => [...document.querySelectorAll('pulso-chart')].every((chart) => chart.shadowRoot?.querySelector('.picture > svg')?.getAttribute('width') === '320'));
    watch.check();
});
