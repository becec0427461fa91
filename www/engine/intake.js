// Files that are no plain CSV: recognised by their first bytes, taken in by the module for their kind, which loads for them.

import { chunks } from './chunks.js';

/** @typedef {import('./protocol.js').Trouble} Trouble */
/** @typedef {import('./protocol.js').Recognised} Recognised */
/** @typedef {import('./protocol.js').IntakeModule} IntakeModule */
/** @typedef {import('./protocol.js').Choice} Choice */
/**
 * @typedef {object} Opened A file in the module that reads it.
 * @property {IntakeModule} module
 * @property {<T>(run: () => T) => T} guard
 * @property {import('./protocol.js').Intake} intake
 * @property {Recognised} recognised
 */

/** Bytes by which a file is recognised. */
const HEAD = 64 << 10;
/** Most bytes of a file that is read as a whole. Plain CSV, which is read as it comes, has no such limit. */
const MOST = 1 << 30;

/** Modules by name. One that a damaged file has stopped is loaded anew. @type {Map<string, Promise<IntakeModule>>} */
const modules = new Map();
let loads = 0;

/** What has words for what was raised here, by its code. @type {Map<string, IntakeModule>} */
const raised = new Map();

/**
 * A file in pieces of CSV.
 * @param {string} name
 * @param {ReadableStream<Uint8Array>} stream
 * @param {Choice} [choice]
 * @param {string} [beside] The JSON that its publisher hands out with it.
 * @returns {Promise<{pieces: AsyncIterable<Uint8Array>, recognised?: Recognised}>}
 */
export async function taken(name, stream, choice, beside) {
    const source = chunks(stream);
    const head = await first(source);
    const asked = choice?.tool || choice?.table || choice?.several?.length || beside ? 'tools' : undefined;
    const wanted = (await load('tools')).look(head.bytes, head.complete) ?? asked;
    const pieces = rest(source, head.bytes);
    if (!wanted) return { pieces };
    const bytes = await whole(pieces, name);
    const { module, guard, intake, recognised } = await opened(wanted, name, bytes, choice, beside);
    for (const warning of recognised.warnings) raised.set(warning.code, module);
    // Where a document names it as its data, the page says so.
    if (!recognised.records) raised.set('codebook_is_no_data', module);
    const late = (/** @type {Trouble[]} */ warnings) => recognised.warnings.push(...warnings);
    return { recognised, pieces: converted(intake, guard, late) };
}

/**
 * A whole file in the module for its kind. Out of an archive may come one for another module.
 * @param {string} kind
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Choice} [choice]
 * @param {string} [beside]
 * @returns {Promise<Opened>}
 */
async function opened(kind, name, bytes, choice, beside) {
    const module = await load(kind);
    const guard = guarded(kind, module, name);
    const intake = guard(() => new module.Intake(name, bytes, choice, beside));
    const recognised = guard(() => intake.recognised());
    const inner = guard(() => intake.handedOn());
    if (!inner) return { module, guard, intake, recognised };
    intake.free();
    const other = guard(() => module.look(inner.subarray(0, HEAD), inner.byteLength <= HEAD)) ?? kind;
    const within = await opened(other, name, inner, { ...choice, table: undefined }, beside);
    const { format, tables, table } = recognised.about;
    within.recognised.about = { ...within.recognised.about, format, ...(tables ? { tables, table } : {}) };
    return within;
}

/**
 * The sentence for what was raised here; nothing for what was not.
 * @param {Trouble} trouble
 * @param {string} locale
 */
export function words(trouble, locale) {
    return raised.get(trouble.code)?.explain(trouble, locale);
}

/**
 * The module for a kind of file, loaded once.
 * @param {string} name
 * @returns {Promise<IntakeModule>}
 */
export function load(name) {
    const known = modules.get(name);
    if (known) return known;
    // A second module of the same kind needs an address of its own.
    const address = `../pkg/${name}/pulso.js${loads++ ? `?${loads}` : ''}`;
    const loading = import(address).then(async (module) => {
        await module.default();
        return module;
    });
    modules.set(name, loading);
    loading.catch(() => modules.delete(name));
    return loading;
}

/**
 * Runs what may stop the module: a file may be damaged in a way that nobody thought of. The engine, in its own module, goes on.
 * @param {string} kind
 * @param {IntakeModule} module
 * @param {string} name
 * @returns {<T>(run: () => T) => T}
 */
function guarded(kind, module, name) {
    return (run) => {
        try {
            return run();
        } catch (thrown) {
            if (thrown instanceof WebAssembly.RuntimeError) {
                modules.delete(kind);
                raised.set('damaged_file', module);
                throw { code: 'damaged_file', place: { file: name }, params: { part: name } };
            }
            const trouble = /** @type {Trouble} */ (thrown);
            if (trouble?.code) raised.set(trouble.code, module);
            throw thrown;
        }
    };
}

/**
 * The first bytes of a stream, in memory of their own.
 * @param {AsyncGenerator<Uint8Array>} source
 */
async function first(source) {
    /** @type {Uint8Array[]} */
    const parts = [];
    let length = 0;
    let complete = false;
    while (length < HEAD && !complete) {
        const { done, value } = await source.next();
        complete = Boolean(done);
        if (value) parts.push(value.slice());
        length += value?.byteLength ?? 0;
    }
    return { bytes: joined(parts, length), complete };
}

/**
 * @param {AsyncGenerator<Uint8Array>} source
 * @param {Uint8Array} head
 */
async function* rest(source, head) {
    try {
        if (head.byteLength) yield head;
        yield* source;
    } finally {
        await source.return(undefined);
    }
}

/**
 * All bytes of a file: what is no plain CSV is read back and forth.
 * @param {AsyncGenerator<Uint8Array>} pieces
 * @param {string} name
 */
async function whole(pieces, name) {
    /** @type {Uint8Array[]} */
    const parts = [];
    let length = 0;
    for await (const piece of pieces) {
        length += piece.byteLength;
        if (length > MOST) throw { code: 'file_too_large', place: { file: name }, params: { value: name, limit: MOST >> 20 } };
        // The next piece comes in the same memory.
        parts.push(piece.slice());
    }
    return joined(parts, length);
}

/**
 * @param {Uint8Array[]} parts
 * @param {number} length Of all of them.
 */
function joined(parts, length) {
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.byteLength;
    }
    return bytes;
}

/**
 * @param {import('./protocol.js').Intake} intake
 * @param {<T>(run: () => T) => T} guard
 * @param {(warnings: Trouble[]) => void} late Takes what was odd about the records.
 */
async function* converted(intake, guard, late) {
    try {
        for (;;) {
            const piece = guard(() => intake.next());
            if (!piece) break;
            yield piece;
        }
        late(guard(() => intake.warnings()));
    } finally {
        // A module that has stopped frees nothing.
        try {
            intake.free();
        } catch {}
    }
}
