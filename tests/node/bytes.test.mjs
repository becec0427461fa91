// The same document and the same data give the same bytes: natively and in Node. `tests/e2e/bytes.test.mjs` adds the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHARTS, LOCALES, draw, native, run } from './bytes.mjs';
import { load } from './support.mjs';

test('the results of the example are those of the command line, byte for byte', async () => {
    assert.equal(run(await load('engine', 'bytes')), native('run').trimEnd());
});

for (const locale of LOCALES) {
    test(`the pictures of the example in ${locale} are those of the command line, byte for byte`, async () => {
        const engine = await load('engine', 'bytes');
        const viewer = await load('viewer', 'bytes');
        for (const chart of CHARTS) {
            assert.equal(draw(viewer, run(engine), chart, locale), native('chart', '--chart', chart, '--locale', locale), chart);
        }
    });
}
