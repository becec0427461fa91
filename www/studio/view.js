// What is chosen, and the small document that answers it.

import { crossings, kinds } from './kinds.js';
import { say } from './language.js';
import { parts, positive, subject } from './questions.js';

/** @typedef {import('../engine/protocol.js').Code} Code */
/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Query} Query */
/** @typedef {import('../engine/protocol.js').Spec} Spec */
/** @typedef {import('../engine/protocol.js').Text} Text */
/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./kinds.js').Kind} Kind */

/**
 * @typedef {object} View
 * @property {string} dataset
 * @property {string} question
 * @property {Code[]} is The answers that count.
 * @property {Kind} kind
 * @property {string[]} countries Empty for all.
 * @property {string} me The reader's own country; empty for none.
 * @property {string} by The variable that is set against the country; empty for the answers themselves, or none.
 * @property {string} order
 * @property {string} on The period of published figures, or when people were asked; empty for the latest.
 * @property {string} locale
 */

/** The id of the query and of the chart that a view makes. */
export const VIEW_ID = 'view';
/** The shares of people below the ends of a box, its middle and its whiskers. */
const BOX = [0.1, 0.25, 0.5, 0.75, 0.9];

/**
 * The view that a document opens with: its first chart that a view can show.
 * @param {Document} document
 * @param {Question[]} asked Questions of `dataset`.
 * @param {string} dataset
 * @param {string} locale
 * @returns {View}
 */
export function opening(document, asked, dataset, locale) {
    for (const chart of document.charts ?? []) {
        const query = document.queries?.find((candidate) => candidate.id === chart.query);
        const question = query?.dataset === dataset ? asked.find((one) => one.id === subject(query)) : undefined;
        // A publication without its data has no question left, and opens with its first chart all the same.
        if (!query || (!question && asked.length)) continue;
        return {
            dataset,
            question: question?.id ?? '',
            is: answersOf(query),
            kind: /** @type {Kind} */ (chart.kind),
            countries: chart.countries ?? [],
            me: chart.highlight?.[0] ?? '',
            by: (chart.kind === 'small_multiples' ? chart.by : query.by?.find((name) => name !== 'country')) ?? '',
            order: chart.order ?? 'value',
            on: query.on?.[0] ?? String(query.where?.eq ?? ''),
            locale,
        };
    }
    const blank = { dataset, question: '', is: [], kind: /** @type {Kind} */ ('ranking'), countries: [], me: '', by: '', order: 'value', on: '', locale };
    const first = asked.find((question) => question.answers.length > 0 && !question.items.length) ?? asked[0];
    return first ? choose(blank, first, document) : blank;
}

/**
 * The view with another question: its answers start anew, as the document asks it where it does; the rest stays.
 * A kind of chart that cannot show it gives way.
 * @param {View} view
 * @param {Question} question
 * @param {Document} document
 * @returns {View}
 */
export function choose(view, question, document) {
    const possible = kinds(question);
    const kind = possible.includes(view.kind) ? view.kind : possible[0];
    const asked = document.queries?.find((query) => subject(query) === question.id && answersOf(query).length > 0);
    // Several statements for each of many countries fill pages: they open with the region.
    const region = (question.items.length > 0 || question.several) && document.datasets?.some((dataset) => dataset.id === view.dataset && dataset.country);
    const countries = region ? ['average'] : view.countries.filter((code) => code !== 'average');
    // Another figure has other periods.
    const on = question.group === 'figures' ? (document.queries?.find((query) => subject(query) === question.id)?.on?.[0] ?? '') : view.on;
    return { ...view, question: question.id, is: asked ? answersOf(asked) : positive(question), kind, countries, on };
}

/**
 * The view without what cannot be: answers that the question does not have, a kind of chart that cannot show it.
 * @param {View} view
 * @param {Question | undefined} question
 * @returns {View}
 */
export function settle(view, question) {
    if (!question) return view;
    const known = new Set(question.answers.map((answer) => String(answer.code)));
    const is = view.is.filter((code) => known.has(String(code)));
    const possible = kinds(question);
    const kind = possible.includes(view.kind) ? view.kind : possible[0];
    const sides = crossings(question, kind);
    const { wave } = question.crossing;
    const when = !wave || wave.values.map(String).includes(view.on);
    return { ...view, is: is.length ? is : positive(question), kind, by: sides.includes(view.by) ? view.by : (sides[0] ?? ''), on: when ? view.on : '' };
}

/**
 * The document that answers one view: one data set, one query, one chart. Where the document has asked and drawn just
 * this, its own words are kept.
 * @param {Document} document
 * @param {Question} question
 * @param {View} view
 * @returns {Document}
 */
export function compose(document, question, view) {
    if (question.named === 'leverage') return ofLeverage(document, view);
    const dataset = document.datasets?.find((candidate) => candidate.id === view.dataset);
    const wanted = query(question, view, Boolean(dataset?.country));
    const asked = document.queries?.find((query) => asksFor(query, wanted));
    const drawn = asked && document.charts?.find((chart) => chart.query === asked.id && chart.kind === view.kind);
    const { theory: _, report: __, ...rest } = document;
    return {
        ...rest,
        locale: view.locale,
        datasets: dataset ? [dataset] : [],
        variables: (document.variables ?? []).filter((variable) => variable.dataset === view.dataset),
        queries: [{ ...(asked ?? wanted), id: VIEW_ID }],
        charts: [spec(drawn, question, view, Boolean(dataset?.country))],
    };
}

/**
 * Points of leverage stand on no data.
 * @param {Document} document
 * @param {View} view
 * @returns {Document}
 */
function ofLeverage({ theory, report: _, ...rest }, view) {
    const drawn = rest.charts?.find((chart) => chart.kind === 'leverage');
    return {
        ...rest,
        locale: view.locale,
        datasets: [],
        variables: [],
        queries: [],
        theory: { columns: [], nodes: [], leverage: theory?.leverage },
        charts: [draw({ ...drawn, id: VIEW_ID, kind: 'leverage' }, view)],
    };
}

/**
 * @param {Spec | undefined} drawn
 * @param {Question} question
 * @param {View} view
 * @param {boolean} regional
 * @returns {Spec}
 */
function spec(drawn, question, view, regional) {
    const own = drawn ?? { ...(question.named ? {} : { subtitle: asked(question, view) }), ...(regional && view.kind === 'ranking' && question.group !== 'figures' ? { reference: 'average' } : {}) };
    return draw({ ...own, ...panels(question, view), id: VIEW_ID, kind: view.kind, query: VIEW_ID }, view);
}

/**
 * Panels: the lines of each country or its answers to a battery, or the countries of each group.
 * @param {Question} question
 * @param {View} view
 * @returns {Partial<Spec>}
 */
function panels(question, view) {
    if (view.kind !== 'small_multiples') return {};
    const of = question.items.length ? 'likert' : view.by === 'country' ? 'trend' : 'ranking';
    return { of, by: view.by };
}

/**
 * What is set against the country: of panels by country what runs within them.
 * @param {Question} question
 * @param {View} view
 */
function side(question, view) {
    if (view.kind !== 'small_multiples' || view.by !== 'country') return view.by;
    return question.items.length ? '' : (question.crossing.wave?.id ?? '');
}

/**
 * What is asked, in words: the question, and the answers that count where not all do.
 * @param {Question} question
 * @param {View} view
 * @returns {Text}
 */
function asked(question, view) {
    const all = question.items.length > 0 || question.answers.length === 0 || question.several || countsAll(view) || view.kind === 'likert';
    const counted = all ? [] : question.answers.filter((answer) => view.is.map(String).includes(String(answer.code)));
    const texts = [question.label, ...counted.map((answer) => answer.label)];
    const when = moment(question, view)?.eq;
    const told = (/** @type {string[]} */ [label, ...answers]) => (answers.length ? `${label.replace(/[\s:.]+$/, '')}: ${answers.join(', ')}` : label);
    const join = (/** @type {string[]} */ words) => (when === undefined ? told(words) : `${told(words)} · ${when}`);
    const languages = new Set(texts.flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))));
    if (languages.size === 0) return join(texts.map((text) => say(text, '')));
    return Object.fromEntries([...languages].map((language) => [language, join(texts.map((text) => say(text, language)))]));
}

/**
 * A chart as the view wants it drawn: these countries, in this order.
 * @param {Spec} chart
 * @param {View} view
 * @returns {Spec}
 */
export function draw(chart, view) {
    return {
        ...chart,
        order: /** @type {Spec['order']} */ (view.order),
        // A curve speaks of all countries together.
        countries: chart.kind === 'adoption' ? [] : view.countries,
        highlight: view.me ? [view.me] : [],
    };
}

/**
 * @param {Question} question
 * @param {View} view
 * @param {boolean} regional
 * @returns {Query}
 */
function query(question, view, regional) {
    const start = { id: VIEW_ID, dataset: view.dataset };
    if (question.policy) return policy(question, view);
    const second = side(question, view);
    if (question.named) return { ...start, estimate: 'network', by: second ? [second] : [] };
    if (question.group === 'figures') {
        const by = ['country', ...(second ? [second] : [])];
        return { ...start, estimate: 'indicator', of: question.id, by, on: view.on && !second ? [view.on] : [] };
    }
    const by = [...(regional ? ['country'] : []), ...(second ? [second] : [])];
    const where = moment(question, view);
    const base = { ...start, by, ...(where ? { where } : {}), ...compared(question, view) };
    const average = by.join() === 'country' ? { average: { over: 'country' } } : {};
    if (view.kind === 'likert' || question.items.length) {
        const items = question.items.length ? question.items : [question.id];
        return { ...base, ...average, estimate: 'likert', items, ...parts(question) };
    }
    if (question.answers.length === 0) {
        if (view.kind === 'distribution') return { ...base, estimate: 'quantile', of: { variable: question.id }, probs: BOX };
        return { ...base, ...average, estimate: 'mean', of: { variable: question.id } };
    }
    if (question.several || countsAll(view)) return { ...base, ...average, estimate: 'proportion', of: { variable: question.id } };
    const of = { variable: question.id, is: view.is };
    const compare = average.average ? { compare: { with: /** @type {const} */ ('average') } } : {};
    return { ...base, ...average, ...compare, estimate: 'proportion', of };
}

/**
 * @param {Question} question
 * @param {View} view
 * @returns {Query}
 */
function policy(question, view) {
    const base = { id: VIEW_ID, dataset: view.dataset, dimension: question.id };
    if (view.kind === 'adoption') return { ...base, estimate: 'policy_adoption' };
    const changes = view.kind === 'timeline' || !question.policy?.status;
    return { ...base, by: ['country'], estimate: changes ? 'policy_changes' : 'policy_status' };
}

/**
 * When: all rounds where they are set against the country, the first and the last where two are compared, else one.
 * @param {Question} question
 * @param {View} view
 * @returns {Query['where']}
 */
function moment(question, view) {
    const { wave } = question.crossing;
    if (!wave || question.group === 'figures') return undefined;
    const { id: variable, values } = wave;
    if (side(question, view) !== variable) return { variable, eq: values.find((code) => String(code) === view.on) ?? values[values.length - 1] };
    const pair = view.kind === 'slope' || view.kind === 'dumbbell';
    return pair && values.length > 2 ? { variable, in: [values[0], values[values.length - 1]] } : undefined;
}

/**
 * What is held against what: rounds, or two groups.
 * @param {Question} question
 * @param {View} view
 * @returns {Partial<Query>}
 */
function compared(question, view) {
    const second = side(question, view);
    if (!second) return {};
    if (second === question.crossing.wave?.id) return { trend: { over: second } };
    return view.kind === 'dumbbell' ? { compare: { with: 'pairs', over: view.by } } : {};
}

/** Whether a view shows every answer, not those that count. @param {View} view */
export function countsAll(view) {
    return view.kind === 'distribution' || ((view.kind === 'grouped_bars' || view.kind === 'heatmap') && !view.by);
}

/**
 * Whether a query of the document asks just what is wanted.
 * @param {Query} query
 * @param {Query} wanted
 */
function asksFor(query, wanted) {
    const on = (/** @type {Query} */ { estimate, on = [] }) => (estimate === 'indicator' ? on : []);
    const what = (/** @type {Query} */ one) => JSON.stringify([one.dataset, one.estimate, subject(one), one.by ?? [], one.where ?? {}, on(one)]);
    return what(query) === what(wanted) && sameCodes(answersOf(query), answersOf(wanted));
}

/** @param {Query} query @returns {Code[]} */
function answersOf(query) {
    return typeof query.of === 'object' ? (query.of?.is ?? []) : [];
}

/**
 * @param {Code[]} a
 * @param {Code[]} b
 */
function sameCodes(a, b) {
    return a.map(String).sort().join('\n') === b.map(String).sort().join('\n');
}
