// Loads the built modules in Node, from the bytes of their files: the same modules that the page loads.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A module of `www/pkg`, ready for use. Each call with a `copy` of its own gives a module with a memory of its own.
 * @param {'viewer' | 'atlas' | 'engine' | 'complete' | 'tools' | 'labelled'} name
 * @param {string} [copy]
 * @returns {Promise<any>} what `pulso.js` exports
 */
export async function load(name, copy = '') {
    const folder = new URL(`../../www/pkg/${name}/`, import.meta.url);
    const module = await import(new URL(`pulso.js${copy && `?${copy}`}`, folder).href);
    module.initSync({ module: await readFile(new URL('pulso_bg.wasm', folder)) });
    return module;
}

/**
 * Reads a file into an engine in chunks of `size` bytes, as the worker does.
 * @param {any} engine
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {number} [size]
 */
export function feed(engine, name, bytes, size = 65_536) {
    engine.begin(name);
    for (let at = 0; at < bytes.length; at += size) engine.push(bytes.subarray(at, at + size));
    return engine.finish();
}
