// Which kinds of chart the studio offers for a question, and what it asks for each.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../www/studio/kinds.js';
import { questions } from '../../www/studio/questions.js';
import { periodsOf } from '../../www/studio/study.js';
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
    assert.deepEqual(kinds(asked[1]), ['ranking', 'distribution', 'tile_map', 'map', 'trend', 'slope', 'dumbbell', 'heatmap', 'small_multiples', 'table']);
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

/** @param {string} id @param {Partial<import('../../www/studio/view.js').View>} wanted */
function panels(id, wanted) {
    const asked = questions(COLUMNS, DOCUMENT, 'd');
    const question = /** @type {import('../../www/studio/questions.js').Question} */ (asked.find((one) => one.id === id));
    const view = settle({ ...opening(DOCUMENT, asked, 'd', 'es'), question: id, kind: 'small_multiples', ...wanted }, question);
    const { queries: [query] = [], charts: [chart] = [] } = compose(DOCUMENT, question, view);
    return [query.by, query.trend, query.where, chart.kind, chart.of, chart.by];
}

test('panels hold the lines of each country, or the countries of each group', () => {
    assert.deepEqual(panels('edad', {}), [['country', 'año'], { over: 'año' }, undefined, 'small_multiples', 'trend', 'country']);
    assert.deepEqual(panels('edad', { by: 'sexo' }), [['country', 'sexo'], undefined, { variable: 'año', eq: 2022 }, 'small_multiples', 'ranking', 'sexo']);
});

test('a figure of one period has no trend', () => {
    /** @type {Document} */
    const document = { pulso: 1, datasets: [{ id: 'f', kind: 'indicators', source: 'f.csv' }] };
    const columns = [
        { name: 'indicator', type: 'text', values: [{ code: 'once' }, { code: 'twice' }, { code: 'apart' }] },
        { name: 'period', type: 'text', values: [{ code: '2013' }, { code: '2019' }] },
    ];
    const row = (/** @type {string} */ indicator, /** @type {string} */ country, /** @type {string} */ period) => ({ by: { indicator, country, period }, estimate: 1 });
    const rows = [row('once', 'PER', '2019'), row('twice', 'PER', '2019'), row('twice', 'PER', '2013'), row('apart', 'PER', '2013'), row('apart', 'CHL', '2019')];
    const known = periodsOf(/** @type {import('../../www/engine/protocol.js').Row[]} */ (/** @type {unknown} */ (rows)), '');
    assert.deepEqual(known.get('twice'), ['2013', '2019']);
    const asked = questions(/** @type {ColumnDescription[]} */ (columns), document, 'f', undefined, known);
    assert.deepEqual(asked.map(kinds), [
        ['ranking', 'tile_map', 'map', 'table'],
        ['ranking', 'tile_map', 'map', 'trend', 'small_multiples', 'heatmap', 'table'],
        ['ranking', 'tile_map', 'map', 'table'],
    ]);
});

test('a network is drawn by the groups of its members', () => {
    /** @type {Document} */
    const document = { pulso: 1, datasets: [{ id: 'n', kind: 'network', source: 'm.csv', ties: 't.csv' }] };
    const columns = [{ name: 'id', type: 'text' }, { name: 'tipo', type: 'text', values: [{ code: 'red' }, { code: 'escuela' }] }];
    const [network, ...rest] = questions(/** @type {ColumnDescription[]} */ (columns), document, 'n');
    assert.deepEqual(rest, []);
    assert.deepEqual(kinds(network), ['network', 'table']);
    const view = settle({ ...opening(document, [network], 'n', 'es'), by: 'tipo' }, network);
    assert.deepEqual(compose(document, network, view).queries, [{ id: 'view', dataset: 'n', estimate: 'network', by: ['tipo'] }]);
    assert.equal(compose(document, network, view).charts?.[0].kind, 'network');
});

test('points of leverage are offered where the document rates some', () => {
    const leverage = { attributes: [], points: [{ id: 'P', attribute: 'A', title: 'Poder' }], places: [], ratings: [] };
    const document = /** @type {Document} */ ({ ...DOCUMENT, theory: { columns: [], nodes: [], leverage } });
    const question = questions(COLUMNS, document, 'd').find((one) => one.named === 'leverage');
    assert.ok(question);
    assert.deepEqual(kinds(question), ['leverage']);
    const drawn = compose(document, question, settle({ ...opening(document, [question], 'd', 'es') }, question));
    assert.deepEqual([drawn.queries, drawn.charts?.map(({ kind, query }) => [kind, query]), drawn.theory?.leverage], [[], [['leverage', undefined]], leverage]);
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
