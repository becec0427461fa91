// What is open: a document, what its files hold, and their answers.

import { Failure } from '../engine/client.js';
import { proposed, severalOf } from './proposal.js';
import { questions } from './questions.js';
import { compose, draw } from './view.js';
import { viewer } from '../viewer.js';

/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Dataset} Dataset */
/** @typedef {import('../engine/protocol.js').Description} Description */
/** @typedef {import('../engine/protocol.js').Publication} Publication */
/** @typedef {import('../engine/protocol.js').Trouble} Trouble */
/** @typedef {import('../engine/client.js').EngineClient} EngineClient */
/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./view.js').View} View */

/** How many answers are kept. */
const REMEMBERED = 40;

/** A document with its data in the engine. */
export class Study {
    /** What each data set's file holds, by data set id. @type {Map<string, Description>} */
    descriptions = new Map();
    /** What was noticed about the data. @type {Trouble[]} */
    found = [];
    /** The reader's own file, to be read again in another way. @type {File | undefined} */
    file;
    /** How the reader wants it read. @type {import('../engine/protocol.js').Choice} */
    choice = {};
    /** The JSON that its publisher hands out with it. @type {string | undefined} */
    beside;
    /** The language that the reader wants labels in; empty for that of the page. */
    language = '';
    /** Languages of the labels, found before one of them was chosen. @type {string[]} */
    languages = [];
    /** The codebook that came beside the file. @type {Description | undefined} */
    codebook;
    /** Questions of several answers that were found in the file, or by its codebook. @type {import('../engine/protocol.js').Multiple[]} */
    several = [];
    /** @type {Map<string, Question[]>} */
    #questions = new Map();
    /** @type {Map<string, import('./questions.js').Taxonomy>} */
    #taxonomies = new Map();
    /** When published figures are known, by data set. @type {Map<string, import('./questions.js').Periods>} */
    #periods = new Map();
    /** Results by what was asked, the oldest first. @type {Map<string, Promise<import('../engine/protocol.js').Results>>} */
    #results = new Map();

    /**
     * @param {EngineClient} engine
     * @param {Document} document
     * @param {'example' | 'own' | 'link'} origin
     */
    constructor(engine, document, origin) {
        this.engine = engine;
        this.document = document;
        this.origin = origin;
    }

    /**
     * Opens a document that lies on the server, with the files that it names.
     * @param {EngineClient} engine
     * @param {URL} address
     */
    static async fetch(engine, address) {
        const study = new Study(engine, JSON.parse(await text(address)), 'example');
        await Promise.all((study.document.datasets ?? []).map((dataset) => study.#load(dataset, address)));
        return study;
    }

    /**
     * @param {Dataset} dataset
     * @param {URL} base
     */
    async #load(dataset, base) {
        const beside = [dataset.codebook, dataset.taxonomy].filter((name) => name !== undefined && name !== null);
        await Promise.all(beside.map(async (name) => {
            const content = await text(new URL(name, base));
            if (name === dataset.taxonomy) this.#taxonomies.set(dataset.id, JSON.parse(content));
            await this.engine.attach(name, content);
        }));
        if (dataset.ties) await this.engine.read(dataset.ties, new URL(dataset.ties, base).href);
        const { codebook, format } = await this.engine.read(dataset.source, new URL(dataset.source, base).href);
        if (codebook) throw new Failure([{ code: 'codebook_is_no_data', params: { value: dataset.source, format: format ?? '' } }]);
        await this.describe(dataset);
    }

    /**
     * Proposes the document of a file just read: its design, its questions of several answers, or that its rows are figures.
     * @param {Dataset} dataset
     */
    async open(dataset) {
        await this.describe(dataset);
        const file = this.descriptions.get(dataset.id);
        this.several = severalOf(file, this.codebook);
        this.edit(proposed(this.document, file, this.several));
        const [settled] = this.document.datasets ?? [];
        if (settled?.kind !== dataset.kind) await this.describe(settled);
    }

    /** Takes up what a data set's file holds, in the words of its codebook. @param {Dataset} dataset */
    async describe(dataset) {
        const description = await this.engine.describe(dataset.source, dataset.codebook ?? undefined);
        if (dataset.kind === 'indicators') await this.#nameFigures(dataset, description);
        this.descriptions.set(dataset.id, description);
        this.#questions.clear();
        if (!this.language) this.languages = languagesOf(description);
    }

    /**
     * A file of many indicators names them in its results alone: its description lists few values of a column. They alone also say
     * which indicators have more than one period of some country.
     * @param {Dataset} dataset
     * @param {Description} description
     */
    async #nameFigures(dataset, description) {
        const column = description.columns.find(({ name }) => name === 'indicator');
        if (!column) return;
        const query = { id: 'all', dataset: dataset.id, estimate: /** @type {const} */ ('indicator'), by: ['country', 'period'] };
        const { results: [all] } = await this.engine.run({ pulso: 1, datasets: [clean(dataset)], queries: [query] });
        if (!column.values?.length) column.values = all?.columns.find(({ name }) => name === 'indicator')?.values;
        if (all) this.#periods.set(dataset.id, periodsOf(all.rows, column.values?.length === 1 ? String(column.values[0].code) : ''));
    }

    /**
     * Words the labels in one of their languages, or in that of the page again.
     * @param {Dataset} dataset
     * @param {string} language
     */
    async label(dataset, language) {
        this.language = language;
        const books = [`${dataset.source}.codebook.json`, dataset.codebook].filter((name) => typeof name === 'string');
        await this.engine.label(books, language);
        this.#results.clear();
        await this.describe(dataset);
    }

    /** @param {string} id */
    dataset(id) {
        return this.document.datasets?.find((dataset) => dataset.id === id);
    }

    /** The questions of a data set. @param {string} dataset */
    questions(dataset) {
        let asked = this.#questions.get(dataset);
        if (!asked) {
            asked = questions(this.descriptions.get(dataset)?.columns ?? [], this.document, dataset, this.#taxonomies.get(dataset), this.#periods.get(dataset));
            this.#questions.set(dataset, asked);
        }
        return asked;
    }

    /**
     * @param {string} dataset
     * @param {string} id
     */
    question(dataset, id) {
        return this.questions(dataset).find((question) => question.id === id);
    }

    /** The periods of published figures, the latest first; none where they are too many to be listed. @param {string} dataset */
    periods(dataset) {
        const column = this.descriptions.get(dataset)?.columns.find(({ name }) => name === 'period');
        return (column?.values ?? []).map(({ code }) => String(code)).toSorted().toReversed();
    }

    /** Whether anything may be computed: a survey must say what sample it is. @param {string} id */
    declared(id) {
        const dataset = this.dataset(id);
        return ['policy_events', 'indicators', 'network'].includes(dataset?.kind ?? '') || Boolean(dataset?.basis);
    }

    /**
     * The sentences for what was noticed and what failed: the engine's, which made the results.
     * @param {Trouble[]} troubles
     * @param {string} locale
     */
    explain(troubles, locale) {
        return this.engine.explain(troubles, locale);
    }

    /** Takes an edited document. @param {Document} document */
    edit(document) {
        this.document = document;
        this.#questions.clear();
    }

    /**
     * The answer to a view.
     * @param {View} view
     * @returns {Promise<Publication | undefined>} Nothing where nothing is asked yet.
     */
    async answer(view) {
        const question = this.question(view.dataset, view.question);
        if (!question || (question.named !== 'leverage' && !this.declared(view.dataset))) return undefined;
        return this.#publish(compose(this.document, question, view));
    }

    /**
     * The whole document with its results: theory and report.
     * @param {string} locale
     * @returns {Promise<Publication>}
     */
    whole(locale) {
        return this.#publish({ ...this.document, locale });
    }

    /**
     * Results hang on data, variables and queries: what only draws differently is not computed again.
     * @param {Document} document
     * @returns {Promise<Publication>}
     */
    async #publish(document) {
        document = clean(document);
        const key = JSON.stringify([document.datasets, document.variables, document.queries]);
        let results = this.#results.get(key);
        if (!results) {
            results = this.engine.run(document);
            this.#results.set(key, results);
            if (this.#results.size > REMEMBERED) this.#results.delete([...this.#results.keys()][0]);
            results.catch(() => this.#results.delete(key));
        }
        return { document, results: await results };
    }
}

/**
 * A publication that came by a link: its results without its data. Only what draws can be chosen.
 */
export class Published extends Study {
    /**
     * @param {EngineClient} engine
     * @param {Publication} publication
     */
    constructor(engine, publication) {
        super(engine, publication.document, 'link');
        this.publication = publication;
    }

    /** @override */
    declared() {
        return true;
    }

    /** Without data nothing new can be asked. @override @returns {Question[]} */
    questions() {
        return [];
    }

    /**
     * @override
     * @param {View} view
     */
    async answer(view) {
        const { document, results } = this.publication;
        const charts = (document.charts ?? []).map((chart, index) => (index === 0 ? draw(chart, view) : chart));
        return { document: { ...document, locale: view.locale, charts }, results };
    }

    /**
     * No engine is needed: the viewer has words for all that is handed on.
     * @override
     * @param {Trouble[]} troubles
     * @param {string} locale
     */
    async explain(troubles, locale) {
        const { explain } = await viewer();
        return troubles.map((trouble) => explain(trouble, locale));
    }

    /**
     * @override
     * @param {string} locale
     */
    async whole(locale) {
        return { document: { ...this.document, locale }, results: this.publication.results };
    }
}

/**
 * The periods of each indicator that can be followed in some country, the earliest first.
 * @param {import('../engine/protocol.js').Row[]} rows
 * @param {string} only The indicator of rows that name none.
 * @returns {import('./questions.js').Periods}
 */
export function periodsOf(rows, only) {
    /** @type {Map<string, Map<string, Set<string>>>} */
    const found = new Map();
    for (const { by, estimate } of rows) {
        if (estimate === null || estimate === undefined || by.period === undefined) continue;
        const indicator = String(by.indicator ?? only);
        const countries = found.get(indicator) ?? new Map();
        found.set(indicator, countries);
        countries.set(String(by.country), (countries.get(String(by.country)) ?? new Set()).add(String(by.period)));
    }
    return new Map([...found].map(([indicator, countries]) => {
        const followed = [...countries.values()].filter((periods) => periods.size > 1);
        return [indicator, [...new Set(followed.flatMap((periods) => [...periods]))].sort()];
    }));
}

/**
 * Languages of a file's labels: those that it names, and those that its labels have.
 * @param {Description} description
 */
function languagesOf({ languages = [], columns }) {
    const texts = columns.flatMap(({ label, values = [] }) => [label, ...values.map((value) => value.label)]);
    const own = texts.flatMap((text) => (text && typeof text === 'object' ? Object.keys(text) : []));
    return [...new Set([...languages, ...own])];
}

/**
 * Without what is undefined, which would cross the boundary as null, and no field takes null.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function clean(value) {
    return JSON.parse(JSON.stringify(value));
}

/** @param {URL} address */
async function text(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    return response.text();
}
