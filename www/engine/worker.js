// The engine's room. Files are read and held here; descriptions and aggregated results leave, records never do.

import * as first from '../pkg/engine/pulso.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Trouble} Trouble */
/** A file about to be read, with its size in bytes. @typedef {{stream: ReadableStream<Uint8Array>, total: number}} Opened */

/** Bytes between two reports of progress. */
const REPORT_EVERY = 4 << 20;

/** Bytes that are taken from a file at a time. */
const CHUNK = 2 << 20;

/** Bytes of a file above which reading it a second time would take longer than loading the complete engine at once. */
const LARGE = 16 << 20;

/** The module that answers. A document may ask for more than most do; then the complete one takes its place. @type {import('./protocol.js').EngineModule} */
let module = first;
let ready = begin(first);
let grown = false;
let growing = /** @type {Promise<void> | undefined} */ (undefined);

/** What is open, by name: the complete engine opens it again. @type {Map<string, import('./protocol.js').Source>} */
const files = new Map();
/** @type {Map<string, string>} */
const texts = new Map();

/** Requests that the page no longer wants. @type {Set<number>} */
const cancelled = new Set();

/** The engine reads one file at a time: reads wait for one another here. @type {Promise<unknown>} */
let reading = Promise.resolve();

/** @type {{[K in keyof Calls]: (id: number, ...args: Calls[K]['args']) => Promise<Calls[K]['answer']>}} */
const calls = {
    read(id, name, source) {
        const answer = reading.then(() => read(id, name, source));
        reading = answer.catch(() => {});
        return answer;
    },
    async attach(_, name, text) {
        (await ready).attach(name, text);
        texts.set(name, text);
    },
    describe: async (_, name, codebook) => (await ready).describe(name, codebook),
    async run(_, document) {
        const results = (await ready).run(document);
        if (grown || !wantsMore(results)) return results;
        await grow();
        return (await ready).run(document);
    },
    propose: async (_, name) => (await ready).propose(name),
    async forget(_, name) {
        (await ready).forget(name);
        files.delete(name);
        texts.delete(name);
    },
    async explain(_, troubles, locale) {
        await ready;
        return troubles.map((trouble) => module.explain(trouble, locale));
    },
};

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

/** Puts the complete engine in place of the first, once. */
async function grow() {
    if (!grown) await (growing ??= complete().finally(() => (growing = undefined)));
}

/** Opens the complete engine with all that is open in the first. */
async function complete() {
    const larger = await import('../pkg/complete/pulso.js');
    const engine = await begin(larger);
    for (const [name, text] of texts) engine.attach(name, text);
    for (const [name, source] of files) await feed(engine, name, await open(name, source), async () => {});
    (await ready).free();
    module = larger;
    grown = true;
    ready = Promise.resolve(engine);
}

/**
 * Reads a file into the engine and tells how far it is.
 * @param {number} id
 * @param {string} name
 * @param {import('./protocol.js').Source} source
 */
async function read(id, name, source) {
    let reported = 0;
    const opened = await open(name, source);
    if (opened.total > LARGE) await grow();
    const description = await feed(await ready, name, opened, async (bytes, total, records) => {
        if (cancelled.has(id)) throw trouble('cancelled', name);
        if (bytes - reported < REPORT_EVERY && reported > 0) return;
        reported = bytes;
        postMessage({ id, progress: { bytes, total, records } });
        await turn();
    });
    files.set(name, source);
    return description;
}

/**
 * Reads a file chunk by chunk, so that its text never lies in memory as a whole.
 * @param {import('./protocol.js').Engine} engine
 * @param {string} name
 * @param {Opened} opened
 * @param {(bytes: number, total: number, records: number) => Promise<void>} tell
 */
async function feed(engine, name, { stream, total }, tell) {
    engine.begin(name, undefined, total);
    let bytes = 0;
    try {
        for await (const chunk of chunks(stream)) {
            const records = engine.push(chunk);
            bytes += chunk.byteLength;
            await tell(bytes, total, records);
        }
        return engine.finish();
    } catch (error) {
        engine.cancel();
        throw error;
    }
}

/**
 * The bytes of a stream, each time in the same memory where the browser can do so: new memory for every chunk costs as much as a
 * sixth of the reading.
 * @param {ReadableStream<Uint8Array>} stream
 */
async function* chunks(stream) {
    const next = refilled(stream) ?? fresh(stream);
    try {
        for (;;) {
            const { done, value } = await next.read();
            if (done || !value) return;
            yield value;
        }
    } finally {
        await next.cancel().catch(() => {});
    }
}

/**
 * A reader that fills the memory of the chunk before; nothing where the stream gives only its own.
 * @param {ReadableStream<Uint8Array>} stream
 */
function refilled(stream) {
    try {
        const reader = stream.getReader({ mode: 'byob' });
        let memory = new ArrayBuffer(CHUNK);
        return {
            async read() {
                const result = await reader.read(new Uint8Array(memory));
                if (result.value) memory = result.value.buffer;
                return result;
            },
            cancel: () => reader.cancel(),
        };
    } catch {
        return undefined;
    }
}

/** @param {ReadableStream<Uint8Array>} stream */
function fresh(stream) {
    const reader = stream.getReader();
    return { read: () => reader.read(), cancel: () => reader.cancel() };
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
        postMessage({ id, troubles: troubles(thrown) });
    } finally {
        cancelled.delete(id);
    }
});
