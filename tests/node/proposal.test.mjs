// What the studio proposes of a repeated group whose submissions' columns were joined to its own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proposed } from '../../www/studio/proposal.js';

/** @typedef {import('../../www/engine/protocol.js').Description} Description */
/** @typedef {import('../../www/engine/protocol.js').Document} Document */

/** @type {Description} */
const FILE = {
    file: 'visits.xlsx', bytes: 1, rows: 1, encoding: 'utf-8', dialect: { delimiter: ',', decimal: '.' }, tool: 'kobo',
    columns: [{ name: 'peso', type: 'number' }, { name: '_index', type: 'integer' }, { name: 'visits/_index', type: 'integer' }],
    parents: [{ table: 'group_tree', key: '_index', columns: ['_index'] }, { table: 'visits', key: 'visits/_index', columns: ['peso', 'visits/_index'] }],
};

/** @param {string[]} [clusters] @returns {Document} */
function document(clusters) {
    return { pulso: 1, datasets: [{ id: 'd', kind: 'survey', source: 'visits.xlsx', basis: 'probability', design: { weight: 'peso', ...(clusters ? { clusters } : {}) } }] };
}

test('records of a repeated group came together in their submission', () => {
    const design = proposed(document(), FILE, []).datasets?.[0].design;
    assert.deepEqual(design, { weight: 'peso', clusters: ['visits/_index'] });
});

test('sampling units that the file has stay, and other tables have none', () => {
    assert.deepEqual(proposed(document(['upm']), FILE, []).datasets?.[0].design?.clusters, ['upm']);
    assert.equal(proposed(document(), { ...FILE, parents: undefined }, []).datasets?.[0].design?.clusters, undefined);
});
