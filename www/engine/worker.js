// The engine's room. Files are read and held here; descriptions and aggregated results leave, records never do.

import * as first from '../pkg/engine/pulso.js';
import { load, taken, words } from './intake.js';
import { warm } from './warm.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Trouble} Trouble */
/** @typedef {import('./protocol.js').Choice} Choice */
/** A file about to be read, with its size in bytes. @typedef {{stream: ReadableStream<Uint8Array>, total: number}} Opened */

/** Milliseconds between two reports of progress; a wish to cancel waits as long. */
const REPORT_EVERY = 100;

/** Bytes of a file above which reading it a second time would take longer than loading the complete engine at once. */
const LARGE = 16 << 20;

/** The module that answers. A document may ask for more than most do; then the complete one takes its place. @type {import('./protocol.js').EngineModule} */
let module = first;
let ready = begin(first);
let grown = false;

/** The complete engine's module, once somebody wants it. @type {Promise<import('./protocol.js').EngineModule> | undefined} */
let complete;

/** What a file without records holds. */
const NOTHING = { bytes: 0, rows: 0, columns: [], encoding: 'utf-8', dialect: { delimiter: ',', decimal: '.' } };

/** What is open, by name: the complete engine opens it again. @type {Map<string, {source: import('./protocol.js').Source, choice?: Choice, beside?: string}>} */
const files = new Map();
/** What was recognised in files that are no plain CSV. @type {Map<string, import('./protocol.js').About>} */
const abouts = new Map();
/** Companion files as they came: codebooks, taxonomies. @type {Map<string, string>} */
const texts = new Map();
/** The language in which a codebook's labels are shown; without one the reader's. @type {Map<string, string>} */
const languages = new Map();

/** Requests that the page no longer wants. @type {Set<number>} */
const cancelled = new Set();

/** What waits for one another: an engine reads one file at a time, and another takes its place between two. @type {Promise<unknown>} */
let last = Promise.resolve();

/** @type {{[K in keyof Calls]: (id: number, ...args: Calls[K]['args']) => Promise<Calls[K]['answer']>}} */
const calls = {
    async prepare() {
        if (/** @type {any} */ (navigator).connection?.saveData) return;
        warm(await larger(), await load('tools'));
    },
    read: (id, name, source, choice, beside) => queued(() => read(id, name, source, choice, beside)),
    async attach(_, name, text) {
        attach(await ready, name, text);
    },
    describe: async (_, name, codebook) => described((await ready).describe(name, codebook), abouts.get(name)),
    async label(_, codebooks, language) {
        const engine = await ready;
        for (const name of codebooks) {
            if (language) languages.set(name, language);
            else languages.delete(name);
            const text = texts.get(name);
            if (text !== undefined) attach(engine, name, text);
        }
    },
    async run(_, document) {
        const results = (await ready).run(document);
        if (grown || !wantsMore(results)) return results;
        await queued(grow);
        return (await ready).run(document);
    },
    propose: async (_, name) => (await ready).propose(name),
    async forget(_, name) {
        (await ready).forget(name);
        files.delete(name);
        abouts.delete(name);
        texts.delete(name);
        texts.delete(own(name));
    },
    async explain(_, troubles, locale) {
        await ready;
        return troubles.map((trouble) => words(trouble, locale) ?? module.explain(trouble, locale));
    },
};

/**
 * Runs a task when those before it are done.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
function queued(task) {
    const answer = last.then(task);
    last = answer.catch(() => {});
    return answer;
}

/**
 * An engine of a module.
 * @param {import('./protocol.js').EngineModule} of
 */
async function begin(of) {
    await of.default();
    return new of.Engine();
}

/** @param {import('./protocol.js').Results} results */
function wantsMore(results) {
    return results.errors?.some((error) => error.code === 'needs_complete_engine') ?? false;
}

/** Loads that module, once. */
function larger() {
    const loading = (complete ??= import('../pkg/complete/pulso.js').then(async (module) => {
        await module.default();
        return module;
    }));
    loading.catch(() => (complete = undefined));
    return loading;
}

/** Puts the complete engine in place of the first, with all that is open in it. */
async function grow() {
    if (grown) return;
    const [next, before] = await Promise.all([larger(), ready]);
    await replace(next);
    before.free();
    grown = true;
}

/** Times that an engine was put in the place of one that had stopped. */
let revivals = 0;

/**
 * Puts a new engine in the place of one that has stopped, as where a file took more memory than there is, with all that was open.
 * A module that has stopped cannot be used again: its like is loaded under an address of its own.
 */
async function revive() {
    await replace(await import(`../pkg/${grown ? 'complete' : 'engine'}/pulso.js?${++revivals}`));
}

/**
 * Opens an engine of this module with all that is open, and lets it answer from now on.
 * @param {import('./protocol.js').EngineModule} next
 */
async function replace(next) {
    const engine = await begin(next);
    for (const [name, text] of texts) attach(engine, name, text);
    for (const [name, { source, choice, beside }] of files) await feed(engine, name, await open(name, source), { choice, beside }, async () => {});
    module = next;
    ready = Promise.resolve(engine);
}

/**
 * Reads a file into the engine and tells how far it is.
 * @param {number} id
 * @param {string} name
 * @param {import('./protocol.js').Source} source
 * @param {Choice} [choice]
 * @param {string} [beside]
 */
async function read(id, name, source, choice, beside) {
    let reported = -REPORT_EVERY;
    const opened = await open(name, source);
    // What recognises the file loads beside.
    if (opened.total > LARGE) await Promise.all([grow(), load('tools')]);
    const tell = async (/** @type {number} */ bytes, /** @type {number} */ total, /** @type {number} */ records) => {
        if (cancelled.has(id)) throw trouble('cancelled', name);
        if (performance.now() - reported < REPORT_EVERY) return;
        reported = performance.now();
        postMessage({ id, progress: { bytes, total, records } });
        await turn();
    };
    const description = await feed(await ready, name, opened, { choice, beside }, tell).catch(async (thrown) => {
        if (!(thrown instanceof WebAssembly.RuntimeError)) throw thrown;
        await revive();
        throw trouble('memory_exhausted', name);
    });
    files.set(name, { source, choice, beside });
    return description;
}

/**
 * Reads a file chunk by chunk, so that the text of plain CSV never lies in memory as a whole. Any other file is taken in first
 * and comes as CSV.
 * @param {import('./protocol.js').Engine} engine
 * @param {string} name
 * @param {Opened} opened
 * @param {{choice?: Choice, beside?: string}} more What the reader says of the file, and what lies beside it.
 * @param {(bytes: number, total: number, records: number) => Promise<void>} tell
 */
async function feed(engine, name, { stream, total }, { choice, beside }, tell) {
    const { pieces, recognised } = await taken(name, stream, choice, beside);
    if (recognised && !recognised.records) {
        attach(engine, name, JSON.stringify(recognised.codebook));
        return { ...NOTHING, file: name, ...recognised.about, codebook: true };
    }
    engine.begin(name, recognised ? undefined : asPlain(choice), recognised ? 0 : total);
    let bytes = 0;
    try {
        for await (const piece of pieces) {
            const records = engine.push(piece);
            bytes += piece.byteLength;
            await tell(bytes, Math.max(total, bytes), records);
        }
        const description = engine.finish();
        if (!recognised) return description;
        const { about, codebook, warnings } = recognised;
        if (warnings.length) engine.warn(name, warnings);
        attach(engine, own(name), JSON.stringify(codebook));
        abouts.set(name, about);
        return described(engine.describe(name, undefined), about);
    } catch (error) {
        // An engine that has stopped takes no more calls.
        if (!(error instanceof WebAssembly.RuntimeError)) engine.cancel();
        throw error;
    }
}

/** Under which name a file's own codebook is kept. @param {string} name */
function own(name) {
    return `${name}.codebook.json`;
}

/**
 * Gives an engine a companion file, in the language that was asked for.
 * @param {import('./protocol.js').Engine} engine
 * @param {string} name
 * @param {string} text
 */
function attach(engine, name, text) {
    texts.set(name, text);
    const language = languages.get(name);
    engine.attach(name, language ? JSON.stringify(JSON.parse(text, (key, value) => (key === 'label' ? value?.[language] ?? value : value))) : text);
}

/**
 * What a file holds, with what was recognised before it came to the engine as CSV.
 * @param {import('./protocol.js').Description} description
 * @param {import('./protocol.js').About} [about]
 */
function described(description, about) {
    const { delimiter, decimal } = description.dialect;
    const dialect = { delimiter: about?.delimiter ?? delimiter, decimal: about?.decimal ?? decimal };
    return { ...description, ...about, dialect };
}

/**
 * What the engine's own reader can be told.
 * @param {Choice} [choice]
 */
function asPlain({ encoding, delimiter, decimal } = {}) {
    return { encoding, delimiter, decimal };
}

/** A turn of the event loop. A stream that is ready keeps messages waiting, and with them a wish to cancel. */
function turn() {
    return new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
    });
}

/**
 * @param {string} name
 * @param {import('./protocol.js').Source} source
 * @returns {Promise<Opened>}
 */
async function open(name, source) {
    if (typeof source !== 'string') return { stream: source.stream(), total: source.size };
    const response = await fetch(source).catch(() => null);
    if (!response?.ok || !response.body) throw trouble('file_not_found', name);
    return { stream: response.body, total: Number(response.headers.get('content-length')) };
}

/**
 * @param {string} code
 * @param {string} file
 * @returns {Trouble}
 */
function trouble(code, file) {
    return { code, place: { file }, params: { value: file } };
}

/**
 * Whatever was thrown, as the errors that the page can word.
 * @param {unknown} thrown
 * @returns {Trouble[]}
 */
function troubles(thrown) {
    if (typeof thrown === 'string' && /^[[{]/.test(thrown)) return troubles(JSON.parse(thrown));
    if (Array.isArray(thrown)) return thrown;
    if (thrown && typeof thrown === 'object' && 'code' in thrown && typeof thrown.code === 'string') {
        return [/** @type {Trouble} */ (thrown)];
    }
    return [{ code: 'engine_stopped', params: { value: String(thrown) } }];
}

addEventListener('message', async ({ data }) => {
    const request = /** @type {import('./protocol.js').Request | import('./protocol.js').Cancel} */ (data);
    if ('cancel' in request) {
        cancelled.add(request.cancel);
        return;
    }
    const { id, call, args } = request;
    try {
        const answer = await /** @type {(id: number, ...args: unknown[]) => Promise<unknown>} */ (calls[call])(id, ...args);
        postMessage({ id, answer });
    } catch (thrown) {
        if (thrown instanceof WebAssembly.RuntimeError) await revive().catch(() => {});
        postMessage({ id, troubles: troubles(thrown) });
    } finally {
        cancelled.delete(id);
    }
});
