// The engine's room. Files are read and held here; descriptions and aggregated results leave, records never do.

import init, { Engine, explain } from '../pkg/engine/pulso.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Trouble} Trouble */

/** Bytes between two reports of progress. */
const REPORT_EVERY = 4 << 20;

const ready = init().then(() => new Engine());

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
    attach: async (_, name, text) => (await ready).attach(name, text),
    describe: async (_, name, codebook) => (await ready).describe(name, codebook),
    run: async (_, document) => (await ready).run(document),
    propose: async (_, name) => (await ready).propose(name),
    forget: async (_, name) => (await ready).forget(name),
    async explain(_, troubles, locale) {
        await ready;
        return troubles.map((trouble) => explain(trouble, locale));
    },
};

/**
 * Reads a file chunk by chunk, so that its text never lies in memory as a whole.
 * @param {number} id
 * @param {string} name
 * @param {import('./protocol.js').Source} source
 */
async function read(id, name, source) {
    const engine = await ready;
    const { stream, total } = await open(name, source);
    engine.begin(name, undefined);
    const reader = stream.getReader();
    let bytes = 0;
    let reported = 0;
    try {
        for (;;) {
            if (cancelled.has(id)) throw trouble('cancelled', name);
            const { done, value } = await reader.read();
            if (done) break;
            const records = engine.push(value);
            bytes += value.byteLength;
            if (bytes - reported >= REPORT_EVERY || reported === 0) {
                reported = bytes;
                postMessage({ id, progress: { bytes, total, records } });
                await turn();
            }
        }
        return engine.finish();
    } catch (error) {
        engine.cancel();
        await reader.cancel().catch(() => {});
        throw error;
    }
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
 * @returns {Promise<{stream: ReadableStream<Uint8Array>, total: number}>}
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
