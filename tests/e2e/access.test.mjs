// Everything by keyboard, nothing serious by axe, nothing wider than the screen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { chart, countries, open, redrawn, said, screen } from './studio.mjs';
import { launch } from './support.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDTHS = [360, 768, 1280];

// axe is put into the page, which allows no code but its own.
const browser = await launch({ bypassCSP: true });

/**
 * What axe finds that keeps a person out.
 * @param {import('playwright-core').Page} page
 */
async function serious(page) {
    await page.evaluate(await readFile(AXE, 'utf8'));
    const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] }));
    return violations
        .filter((/** @type {any} */ violation) => ['serious', 'critical'].includes(violation.impact))
        .map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.target.join(' ')).join('; ')}`);
}

for (const width of WIDTHS) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        test(`${width} px, ${colorScheme}: nothing serious, nothing cut`, async () => {
            const { page, watch } = await open(browser);
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            await page.setViewportSize({ width, height: 800 });
            await page.locator('#theory-chart .picture > svg').waitFor();
            await page.waitForFunction(() => {
                const element = /** @type {any} */ (document.getElementById('chart'));
                return Math.abs(element.picture.width - Math.max(280, element.clientWidth)) <= 8;
            });
            const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(wider <= 0, `${wider} px too wide`);
            await screen(page, `studio-${width}-${colorScheme}`);
            assert.deepEqual(await serious(page), []);
            await page.getByRole('button', { name: 'Compartir' }).click();
            await page.getByRole('dialog').waitFor();
            await screen(page, `share-${width}-${colorScheme}`);
            assert.deepEqual(await serious(page), []);
            watch.check();
        });
    }
}

test('by keyboard alone: skip, ask, count, walk the chart, share, leave', async () => {
    const { page, watch } = await open(browser);
    const focused = () => page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.localName}#${element?.id}.${element?.className}`;
    });
    /** @param {RegExp} wanted */
    const tabTo = async (wanted) => {
        for (let steps = 0; steps < 80; steps += 1) {
            await page.keyboard.press('Tab');
            if (wanted.test(await focused())) return;
        }
        assert.fail(`Tab does not reach ${wanted}`);
    };
    await page.keyboard.press('Tab');
    assert.match(await focused(), /skip/);
    await page.keyboard.press('Enter');
    await tabTo(/\.frame$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const told = await page.locator('#chart .live').textContent();
    assert.ok(told && told.length > 5, 'the mark is said');
    await redrawn(page, () => page.keyboard.press('Enter'));
    assert.ok(said(page).get('me'), 'a mark that is chosen is my country');
    await tabTo(/picker-button/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('colaboren');
    await redrawn(page, () => page.keyboard.press('Enter'));
    assert.match(await focused(), /picker-button/);
    await page.keyboard.press('Tab');
    await redrawn(page, () => page.keyboard.press('Space'));
    assert.match(await focused(), /^input/, 'the focus stays on the box');
    await page.locator('#share-open').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.match(await focused(), /share-open/);
    watch.check();
});

test('a phone: touch pins what a mark says', async () => {
    const phone = await launch({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const { page, watch } = await open(phone);
    await page.locator('#chart g[data-country=URY] text').first().tap();
    await page.locator('#chart .tip').waitFor({ state: 'visible' });
    assert.equal((await countries(page)).length, 16);
    assert.ok(await chart(page).isVisible());
    await screen(page, 'phone');
    watch.check();
});
