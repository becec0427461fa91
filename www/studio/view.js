// What is chosen, and the small document that answers it.

import { say } from './language.js';
import { parts, positive, subject } from './questions.js';

/** @typedef {import('../engine/protocol.js').Code} Code */
/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Query} Query */
/** @typedef {import('../engine/protocol.js').Spec} Spec */
/** @typedef {import('../engine/protocol.js').Text} Text */
/** @typedef {import('./questions.js').Question} Question */
/** @typedef {'ranking' | 'grouped_bars' | 'likert' | 'heatmap' | 'table'} Kind */

/**
 * @typedef {object} View
 * @property {string} dataset
 * @property {string} question
 * @property {Code[]} is The answers that count.
 * @property {Kind} kind
 * @property {string[]} countries Empty for all.
 * @property {string} me The reader's own country; empty for none.
 * @property {string} by `grouped_bars`: the variable whose groups are compared; empty to compare the answers.
 * @property {string} order
 * @property {string} on The period of published figures; empty for the latest.
 * @property {string} locale
 */

/** The id of the query and of the chart that a view makes. */
export const VIEW_ID = 'view';

/**
 * The kinds of chart that can answer a question.
 * @param {Question | undefined} question
 * @param {Document} document
 * @returns {Kind[]}
 */
export function kinds(question, document) {
    if (!question) return [];
    if (document.queries?.some((query) => query.id === question.id && query.estimate === 'policy_status')) return ['heatmap', 'table'];
    if (question.items.length) return ['likert', 'table'];
    if (question.several) return hasCountry(document, question) ? ['grouped_bars', 'table'] : ['ranking', 'grouped_bars', 'table'];
    if (question.answers.length === 0) return ['ranking', 'table'];
    return question.scale ? ['ranking', 'grouped_bars', 'likert', 'table'] : ['ranking', 'grouped_bars', 'table'];
}

/**
 * Whether the answers to a question of several are counted by country.
 * @param {Document} document
 * @param {Question} question
 */
function hasCountry(document, question) {
    const dataset = document.variables?.find((variable) => variable.id === question.id)?.dataset;
    return Boolean(document.datasets?.find((one) => one.id === dataset)?.country);
}

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
            by: query.by?.find((name) => name !== 'country') ?? '',
            order: chart.order ?? 'value',
            on: query.on?.[0] ?? '',
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
    const possible = kinds(question, document);
    const kind = possible.includes(view.kind) ? view.kind : possible[0];
    const asked = document.queries?.find((query) => subject(query) === question.id && answersOf(query).length > 0);
    // Several statements for each of many countries fill pages: they open with the region.
    const region = (question.items.length > 0 || question.several) && document.datasets?.some((dataset) => dataset.id === view.dataset && dataset.country);
    const countries = region ? ['average'] : view.countries.filter((code) => code !== 'average');
    return { ...view, question: question.id, is: asked ? answersOf(asked) : positive(question), kind, countries };
}

/**
 * The view without what cannot be: answers that the question does not have, a kind of chart that cannot show it.
 * @param {View} view
 * @param {Question | undefined} question
 * @param {Document} document
 * @returns {View}
 */
export function settle(view, question, document) {
    if (!question) return view;
    const known = new Set(question.answers.map((answer) => String(answer.code)));
    const is = view.is.filter((code) => known.has(String(code)));
    const possible = kinds(question, document);
    const kind = possible.includes(view.kind) ? view.kind : possible[0];
    return { ...view, is: is.length ? is : positive(question), kind, by: kind === 'grouped_bars' && !question.several ? view.by : '' };
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
    const dataset = document.datasets?.find((candidate) => candidate.id === view.dataset);
    const asked = document.queries?.find((query) => query.dataset === view.dataset && asksFor(query, question, view));
    const drawn = asked && document.charts?.find((chart) => chart.query === asked.id && chart.kind === view.kind);
    const { theory: _, report: __, ...rest } = document;
    return {
        ...rest,
        locale: view.locale,
        datasets: dataset ? [dataset] : [],
        variables: (document.variables ?? []).filter((variable) => variable.dataset === view.dataset),
        queries: [{ ...(asked ?? query(question, view, Boolean(dataset?.country))), id: VIEW_ID }],
        charts: [spec(drawn, question, view, Boolean(dataset?.country))],
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
    const own = drawn ?? { subtitle: asked(question, view), ...(regional && view.kind === 'ranking' && question.group !== 'figures' ? { reference: 'average' } : {}) };
    return draw({ ...own, id: VIEW_ID, kind: view.kind, query: VIEW_ID }, view);
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
    const join = (/** @type {string[]} */ [label, ...answers]) => (answers.length ? `${label.replace(/[\s:.]+$/, '')}: ${answers.join(', ')}` : label);
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
        countries: view.countries,
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
    if (question.group === 'figures') {
        return { id: VIEW_ID, dataset: view.dataset, estimate: 'indicator', of: question.id, by: ['country'], on: view.on ? [view.on] : [] };
    }
    const by = rows(view, regional);
    const average = by.join() === 'country' ? { average: { over: 'country' } } : {};
    const base = { id: VIEW_ID, dataset: view.dataset, by, ...average };
    if (view.kind === 'likert' || question.items.length) {
        const items = question.items.length ? question.items : [question.id];
        return { ...base, estimate: 'likert', items, ...parts(question) };
    }
    if (question.answers.length === 0) return { ...base, estimate: 'mean', of: { variable: question.id } };
    if (question.several || countsAll(view)) return { ...base, estimate: 'proportion', of: { variable: question.id } };
    const of = { variable: question.id, is: view.is };
    const compare = average.average ? { compare: { with: /** @type {const} */ ('average') } } : {};
    return { ...base, ...compare, estimate: 'proportion', of };
}

/** Whether a view shows every answer, not those that count. @param {View} view */
export function countsAll(view) {
    return view.kind === 'grouped_bars' && !view.by;
}

/**
 * What makes the rows: the country, and the groups that are compared.
 * @param {View} view
 * @param {boolean} regional
 */
function rows(view, regional) {
    return [...(regional ? ['country'] : []), ...(view.kind === 'grouped_bars' && view.by ? [view.by] : [])];
}

/**
 * Whether a query of the document asks just what the view asks.
 * @param {Query} query
 * @param {Question} question
 * @param {View} view
 */
function asksFor(query, question, view) {
    if (query.where || subject(query) !== question.id) return false;
    if (query.estimate === 'policy_status') return true;
    if (query.estimate === 'indicator') return (query.on ?? []).join() === view.on && query.by?.join() === 'country';
    if ((query.by ?? []).join() !== rows(view, true).join()) return false;
    if (query.estimate === 'likert') return view.kind === 'likert' || question.items.length > 0;
    if (view.kind === 'likert' || question.items.length > 0) return false;
    if (query.estimate === 'mean') return question.answers.length === 0;
    return query.estimate === 'proportion' && sameCodes(answersOf(query), question.several || countsAll(view) ? [] : view.is);
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
