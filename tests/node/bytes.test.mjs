// The same document and the same data give the same bytes: natively and in Node. `tests/e2e/bytes.test.mjs` adds the browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHARTS, LOCALES, draw, native, nativeOf, run, text } from './bytes.mjs';
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

// Every other kind of chart, through the complete engine and the atlas.
for (const [example, locale] of [['region', 'es-419'], ['network', 'fr']]) {
    test(`results and pictures of ${example} are those of the command line, byte for byte`, async () => {
        const results = run(await load('complete', 'bytes'), example);
        assert.equal(results, nativeOf(example, 'run').trimEnd());
        const atlas = await load('atlas', 'bytes');
        for (const { id } of JSON.parse(text(example)).charts) {
            assert.equal(draw(atlas, results, id, locale, example), nativeOf(example, 'chart', '--chart', id, '--locale', locale), id);
        }
    });
}
