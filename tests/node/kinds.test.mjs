// Which kinds of chart the studio offers for a question, and what it asks for each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../www/studio/kinds.js';
import { questions } from '../../www/studio/questions.js';
import { compose, opening, settle } from '../../www/studio/view.js';

/** @typedef {import('../../www/engine/protocol.js').ColumnDescription} ColumnDescription */
/** @typedef {import('../../www/engine/protocol.js').Document} Document */

/** @type {Document} */
const DOCUMENT = {
    pulso: 1,
    datasets: [{ id: 'd', kind: 'survey', source: 'd.csv', basis: 'probability', country: 'pais', design: { weight: 'w' } }],
};
/** @type {ColumnDescription[]} */
const COLUMNS = [
    { name: 'pais', type: 'text', values: [{ code: 'PER' }, { code: 'CHL' }] },
    { name: 'w', type: 'number' },
    { name: 'año', type: 'integer', values: [{ code: 2015 }, { code: 2018 }, { code: 2022 }] },
    { name: 'sexo', type: 'integer', values: [{ code: 1, label: 'Mujer' }, { code: 2, label: 'Hombre' }] },
    { name: 'edad', type: 'integer' },
];

/** @param {Document} document @param {string} id @param {Partial<import('../../www/studio/view.js').View>} wanted */
function query(document, id, wanted) {
    const asked = questions(COLUMNS, document, 'd');
    const question = asked.find((one) => one.id === id);
    assert.ok(question);
    const view = settle({ ...opening(document, asked, 'd', 'es'), question: id, ...wanted }, question);
    return compose(document, question, view).queries?.[0];
}

test('a year is a wave, not a question', () => {
    const asked = questions(COLUMNS, DOCUMENT, 'd');
    assert.deepEqual(asked.map(({ id }) => id), ['sexo', 'edad']);
    assert.deepEqual(kinds(asked[1]), ['ranking', 'distribution', 'tile_map', 'map', 'trend', 'slope', 'dumbbell', 'heatmap', 'table']);
});

test('without waves, groups and countries only what is left is offered', () => {
    const [edad] = questions([COLUMNS[1], COLUMNS[4]], { ...DOCUMENT, datasets: [{ id: 'd', source: 'd.csv', kind: 'survey', design: { weight: 'w' } }] }, 'd');
    assert.deepEqual(kinds(edad), ['ranking', 'distribution', 'table']);
});

test('a chart of one moment takes the last wave, or the one that is chosen', () => {
    assert.deepEqual(query(DOCUMENT, 'edad', { kind: 'map' })?.where, { variable: 'año', eq: 2022 });
    assert.deepEqual(query(DOCUMENT, 'edad', { kind: 'ranking', on: '2015' })?.where, { variable: 'año', eq: 2015 });
});

test('a slope goes from the first wave to the last, a trend through all of them', () => {
    const slope = query(DOCUMENT, 'edad', { kind: 'slope' });
    assert.deepEqual([slope?.by, slope?.where, slope?.trend], [['country', 'año'], { variable: 'año', in: [2015, 2022] }, { over: 'año' }]);
    const trend = query(DOCUMENT, 'edad', { kind: 'trend' });
    assert.deepEqual([trend?.by, trend?.where], [['country', 'año'], undefined]);
});

test('two groups are compared in the wave that is shown', () => {
    const two = query(DOCUMENT, 'edad', { kind: 'dumbbell', by: 'sexo' });
    assert.deepEqual([two?.by, two?.compare, two?.where], [['country', 'sexo'], { with: 'pairs', over: 'sexo' }, { variable: 'año', eq: 2022 }]);
});

test('a box stands on quantiles', () => {
    const box = query(DOCUMENT, 'edad', { kind: 'distribution' });
    assert.deepEqual([box?.estimate, box?.probs], ['quantile', [0.1, 0.25, 0.5, 0.75, 0.9]]);
});

test('a policy has its stages, its events and its spread', () => {
    /** @type {Document} */
    const document = {
        pulso: 1,
        datasets: [{ id: 'd', kind: 'policy_events', source: 'd.csv', taxonomy: 't.json', country: 'iso3' }],
        queries: [{ id: 'q', dataset: 'd', estimate: 'policy_status', dimension: 'C1', by: ['country'], on: ['2020', '2021'] }],
    };
    const [policy] = questions([], document, 'd');
    assert.equal(policy.id, 'C1');
    assert.deepEqual(kinds(policy), ['heatmap', 'timeline', 'adoption', 'tile_map', 'map', 'table']);
    const asked = (/** @type {import('../../www/studio/kinds.js').Kind} */ kind) => {
        const view = settle({ ...opening(document, [policy], 'd', 'es'), kind }, policy);
        return compose(document, policy, view).queries?.[0];
    };
    assert.deepEqual(asked('map')?.on, ['2020', '2021']);
    assert.deepEqual(asked('timeline'), { id: 'view', dataset: 'd', dimension: 'C1', by: ['country'], estimate: 'policy_changes' });
    assert.deepEqual(asked('adoption'), { id: 'view', dataset: 'd', dimension: 'C1', estimate: 'policy_adoption' });
});
