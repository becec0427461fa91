// The studio opens.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, launch } from './support.mjs';

const browser = await launch();

test('the studio opens with a title, and speaks to nobody else', async () => {
    const { page, watch } = await browser.page();
    const response = await page.goto(`${await address()}/`);
    assert.equal(response?.status(), 200);
    assert.match(await page.title(), /Pulso/);
    await page.waitForLoadState('networkidle');
    watch.check();
});

test('a request to anywhere else is noticed', async () => {
    const { page, watch } = await browser.page();
    await page.route('http://elsewhere.test/**', (route) => route.fulfill({ body: '' }));
    // The studio's own policy forbids the request; a picture has none.
    await page.goto(`${await address()}/icon.svg`);
    await page.evaluate(() => fetch('http://elsewhere.test/count', { mode: 'no-cors' }));
    assert.throws(() => watch.check(), /another origin: http:\/\/elsewhere\.test\/count/);
});
