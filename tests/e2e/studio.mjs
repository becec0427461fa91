// The studio as a reader meets it: what several tests do and look at.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, address } from './support.mjs';

/** The example's own files. */
export const EXAMPLES = path.join(ROOT, 'examples');
/** Where screenshots go, for a person to look at. */
const SCREENS = path.join(ROOT, 'target', 'screens');

/**
 * Opens the studio and waits for its chart.
 * @param {import('./support.mjs').Browser} browser
 * @param {string} [hash]
 */
export async function open(browser, hash = '') {
    const { page, watch } = await browser.page();
    await page.goto(`${await address()}/${hash}`);
    await chart(page).waitFor();
    return { page, watch };
}

/** The picture of the view. @param {import('playwright-core').Page} page */
export function chart(page) {
    return page.locator('#chart .picture > svg');
}

/** The picture's markup. @param {import('playwright-core').Page} page */
export function svg(page) {
    return page.evaluate(() => /** @type {any} */ (document.getElementById('chart')).picture.svg);
}

/**
 * Does something and waits until the picture is another one.
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function redrawn(page, act) {
    const before = await svg(page);
    await act();
    await page.waitForFunction((before) => /** @type {any} */ (document.getElementById('chart')).picture?.svg !== before, before);
}

/** The countries that the picture shows, without the average. @param {import('playwright-core').Page} page */
export async function countries(page) {
    const codes = await page.locator('#chart g[data-country]').evaluateAll((marks) => marks.map((mark) => /** @type {SVGElement} */ (mark).dataset.country));
    return [...new Set(codes)].filter((code) => code && code !== 'average').sort();
}

/** What the address says. @param {import('playwright-core').Page} page */
export function said(page) {
    return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/**
 * Chooses a question by words that it contains.
 * @param {import('playwright-core').Page} page
 * @param {string} words
 */
export async function ask(page, words) {
    await page.locator('.picker-button').click();
    await page.getByRole('combobox', { name: /pregunta|question|pergunta/i }).fill(words);
    await page.keyboard.press('Enter');
}

/**
 * Keeps what the page looks like.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function screen(page, name) {
    await mkdir(SCREENS, { recursive: true });
    await page.screenshot({ path: path.join(SCREENS, `${name}.png`), fullPage: true });
}
