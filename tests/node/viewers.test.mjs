// The page knows which kinds the small viewer draws: the list that it loads by is the viewer's own.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { COMMON } from '../../www/viewer.js';
import { ROOT, load } from './support.mjs';

/** Every kind, as the document's schema names them. */
const schema = JSON.parse(await readFile(`${ROOT}www/data/pulso.schema.json`, 'utf8'));
/** @type {string[]} */
const KINDS = schema.$defs.ChartKind.oneOf.flatMap((/** @type {any} */ one) => one.const ?? one.enum);

/** What a viewer says of a chart without a query. @param {any} module @param {string} kind @returns {string} */
function refused(module, kind) {
    const viewer = new module.Viewer({ document: { pulso: 1, charts: [{ id: 'c', kind }] }, results: { pulso: 1, results: [] } });
    try {
        viewer.render({ chart: 'c', locale: 'es', width: 850 });
    } catch (error) {
        return /** @type {{code: string}} */ (error).code;
    } finally {
        viewer.free();
    }
    return '';
}

test('the small viewer refuses all kinds but the common ones, and the atlas none', async () => {
    assert.ok(KINDS.length > COMMON.length);
    const [viewer, atlas] = await Promise.all([load('viewer', 'kinds'), load('atlas', 'kinds')]);
    const beyond = KINDS.filter((kind) => refused(viewer, kind) === 'needs_atlas');
    assert.deepEqual(beyond.toSorted(), KINDS.filter((kind) => !COMMON.includes(kind)).toSorted());
    assert.deepEqual(KINDS.filter((kind) => refused(atlas, kind) === 'needs_atlas'), []);
});
