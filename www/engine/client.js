// The page's side of the engine: a promise for each request to the worker.

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Progress} Progress */
/** @typedef {import('./protocol.js').Trouble} Trouble */

/**
 * @typedef {object} Waiting
 * @property {(answer: any) => void} resolve
 * @property {(error: Failure) => void} reject
 * @property {((progress: Progress) => void) | undefined} progress
 */

/** What the engine refused, and why. */
export class Failure extends Error {
    /** @param {Trouble[]} troubles */
    constructor(troubles) {
        super(troubles.map((trouble) => trouble.code).join(', '));
        this.troubles = troubles;
    }
}

/** The engine, in its worker. The worker starts with the first request. */
export class EngineClient {
    /** @type {Worker | undefined} */
    #worker;
    /** @type {Map<number, Waiting>} */
    #waiting = new Map();
    #last = 0;
    /** @type {Promise<void> | undefined} */
    #prepared;

    /** Starts the worker before there is anything to ask, so that it loads beside the rest. */
    warm() {
        this.#worker ??= this.#start();
    }

    /** Loads what reads files before there is one: somebody is about to choose it. */
    prepare() {
        this.#prepared ??= this.#ask('prepare', []).catch(() => (this.#prepared = undefined));
        return this.#prepared;
    }

    /**
     * Reads a data file and holds it under `name`.
     * @param {string} name
     * @param {import('./protocol.js').Source} source
     * @param {{signal?: AbortSignal, progress?: (progress: Progress) => void, choice?: import('./protocol.js').Choice, beside?: string}} [options]
     *   An aborted read is dropped; what was loaded before stays. `beside` is the JSON that the publisher hands out with the file.
     */
    read(name, source, options = {}) {
        return this.#ask('read', [name, source, options.choice, options.beside], options);
    }

    /**
     * Gives the engine a small file that a document names: a codebook, a taxonomy.
     * @param {string} name
     * @param {string} text
     */
    attach(name, text) {
        return this.#ask('attach', [name, text]);
    }

    /**
     * What a file holds, with the labels of an attached codebook.
     * @param {string} name
     * @param {string} [codebook]
     */
    describe(name, codebook) {
        return this.#ask('describe', [name, codebook]);
    }

    /**
     * Words the labels of codebooks in one of their languages; in all of them again where none is named.
     * @param {string[]} codebooks
     * @param {string} language
     */
    label(codebooks, language) {
        return this.#ask('label', [codebooks, language]);
    }

    /**
     * Answers every query of a document.
     * @param {import('./protocol.js').Document} document
     */
    run(document) {
        return this.#ask('run', [document]);
    }

    /**
     * A first document for a file just read.
     * @param {string} name
     */
    propose(name) {
        return this.#ask('propose', [name]);
    }

    /**
     * Frees a file.
     * @param {string} name
     */
    forget(name) {
        return this.#ask('forget', [name]);
    }

    /**
     * The sentences for what the engine raised, one each.
     * @param {Trouble[]} troubles
     * @param {string} locale
     */
    explain(troubles, locale) {
        return this.#ask('explain', [troubles, locale]);
    }

    /**
     * @template {keyof Calls} K
     * @param {K} call
     * @param {Calls[K]['args']} args
     * @param {{signal?: AbortSignal, progress?: (progress: Progress) => void}} [options]
     * @returns {Promise<Calls[K]['answer']>}
     */
    #ask(call, args, { signal, progress } = {}) {
        const worker = (this.#worker ??= this.#start());
        const id = ++this.#last;
        signal?.addEventListener('abort', () => worker.postMessage({ cancel: id }), { once: true });
        return new Promise((resolve, reject) => {
            this.#waiting.set(id, { resolve, reject, progress });
            worker.postMessage({ id, call, args });
        });
    }

    #start() {
        const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module', name: 'pulso-engine' });
        worker.addEventListener('message', ({ data }) => this.#receive(data));
        worker.addEventListener('error', () => this.#stop([{ code: 'engine_stopped', params: {} }]));
        return worker;
    }

    /** @param {import('./protocol.js').Response} response */
    #receive(response) {
        const waiting = this.#waiting.get(response.id);
        if (!waiting) return;
        if ('progress' in response) {
            waiting.progress?.(response.progress);
            return;
        }
        this.#waiting.delete(response.id);
        if ('troubles' in response) waiting.reject(new Failure(response.troubles));
        else waiting.resolve(response.answer);
    }

    /**
     * The worker is gone: nobody may wait for it.
     * @param {Trouble[]} troubles
     */
    #stop(troubles) {
        for (const waiting of this.#waiting.values()) waiting.reject(new Failure(troubles));
        this.#waiting.clear();
        this.#worker?.terminate();
        this.#worker = undefined;
    }
}
