// The address bar: what is chosen, and for a view of the reader's own data the aggregated results themselves.

import { codeOf } from './questions.js';

/** @typedef {import('../engine/protocol.js').Publication} Publication */
/** @typedef {import('./view.js').View} View */

/** Addresses beyond this are cut by mail programs and chats. */
export const LONGEST = 8000;
/** A publication in an address may not unfold to more than this. */
const MOST_BYTES = 8 << 20;

/**
 * What an address asks for.
 * @typedef {object} Address
 * @property {string} [doc] `example`.
 * @property {string} [publication] A publication, compressed.
 * @property {string} [targets] Edited targets of the theory, compressed.
 * @property {Partial<View>} view
 */

/** The view's fields in the address, short. @type {[keyof View, string][]} */
const FIELDS = [['dataset', 'd'], ['question', 'q'], ['is', 'is'], ['kind', 'kind'], ['countries', 'c'], ['me', 'me'], ['by', 'by'], ['order', 'o'], ['on', 'on'], ['locale', 'l']];
const LISTS = ['is', 'countries'];

/**
 * @param {string} hash
 * @returns {Address}
 */
export function readAddress(hash) {
    const fields = new URLSearchParams(hash.replace(/^#/, ''));
    /** @type {Record<string, unknown>} */
    const view = {};
    for (const [name, short] of FIELDS) {
        const text = fields.get(short);
        if (text === null) continue;
        const items = text.split(',').filter(Boolean);
        view[name] = name === 'is' ? items.map(decodeURIComponent).map(codeOf) : LISTS.includes(name) ? items : text;
    }
    return {
        doc: fields.get('doc') ?? undefined,
        publication: fields.get('p') ?? undefined,
        targets: fields.get('t') ?? undefined,
        view,
    };
}

/**
 * The hash of an address. Readable: commas and stars stay as they are.
 * @param {Address} address
 */
export function writeAddress({ doc, publication, targets, view }) {
    /** @type {[string, string][]} */
    const fields = [];
    if (doc) fields.push(['doc', doc]);
    for (const [name, short] of FIELDS) {
        const value = view[name];
        if (value === undefined || value.length === 0) continue;
        const text = Array.isArray(value) ? value.map((item) => encodeURIComponent(String(item))).join(',') : value;
        fields.push([short, text]);
    }
    if (targets) fields.push(['t', targets]);
    if (publication) fields.push(['p', publication]);
    return `#${fields.map(([name, text]) => `${name}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2A', '*')}`).join('&')}`;
}

/**
 * Any JSON as text that an address can hold.
 * @param {unknown} value
 */
export async function fold(value) {
    const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
        .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * What {@link fold} folded.
 * @param {string} text
 * @returns {Promise<unknown>}
 * @throws When the text is damaged or unfolds to too much.
 */
export async function unfold(text) {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let json = '';
    for (let size = 0; ;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.byteLength;
        if (size > MOST_BYTES) throw new Error('too large');
        json += decoder.decode(value, { stream: true });
    }
    return JSON.parse(json + decoder.decode());
}

/**
 * A publication that came in an address, once it looks like one.
 * @param {string} text
 * @returns {Promise<Publication>}
 */
export async function unfoldPublication(text) {
    const value = /** @type {Partial<Publication> | null} */ (await unfold(text));
    if (value?.document?.pulso !== 1 || !Array.isArray(value.results?.results)) throw new Error('not a publication');
    return /** @type {Publication} */ (value);
}
