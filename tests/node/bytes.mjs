// The example, run and drawn: by the command line, and by modules wherever they were loaded.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, feed } from './support.mjs';

export const CHARTS = ['observes', 'by_sex', 'practices', 'closures', 'theory', 'numbers'];
export const LOCALES = ['es-419', 'pt-BR', 'en', 'fr', 'es-AR'];

const EXAMPLES = path.join(ROOT, 'examples');

/** The text of an example's document. @param {string} example */
export function text(example) {
    return readFileSync(path.join(EXAMPLES, `${example}.pulso.json`), 'utf8');
}

/** What the command line prints of the first example. @param {string} verb @param {...string} options */
export function native(verb, ...options) {
    return nativeOf('erce', verb, ...options);
}

/** What the command line prints of an example. @param {string} example @param {string} verb @param {...string} options */
export function nativeOf(example, verb, ...options) {
    const target = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
    const command = path.resolve(ROOT, target, 'debug', process.platform === 'win32' ? 'pulso.exe' : 'pulso');
    const document = path.join(EXAMPLES, `${example}.pulso.json`);
    return execFileSync(command, [verb, document, ...options], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The files that an example names: data, then companions. @param {string} [example] */
export function files(example = 'erce') {
    const document = text(example);
    const named = JSON.parse(document).datasets;
    const file = (/** @type {string} */ name) => readFileSync(path.join(EXAMPLES, name), 'utf8');
    const data = named.flatMap((/** @type {any} */ dataset) => [dataset.source, dataset.ties]).filter(Boolean);
    const companions = named.flatMap((/** @type {any} */ dataset) => [dataset.codebook, dataset.taxonomy]).filter(Boolean);
    return {
        document,
        data: data.map((/** @type {string} */ name) => [name, file(name)]),
        companions: companions.map((/** @type {string} */ name) => [name, file(name)]),
    };
}

/** The results of an example as the engine's bytes. @param {any} module @param {string} [example] */
export function run(module, example = 'erce') {
    const { document, data, companions } = files(example);
    const engine = new module.Engine();
    for (const [name, text] of companions) engine.attach(name, text);
    for (const [name, text] of data) feed(engine, name, new TextEncoder().encode(text), 1000);
    return engine.runText(document);
}

/**
 * A picture as the viewer's bytes.
 * @param {any} module
 * @param {string} results
 * @param {string} chart
 * @param {string} locale
 * @param {string} [example]
 */
export function draw(module, results, chart, locale, example = 'erce') {
    const viewer = new module.Viewer({ document: JSON.parse(text(example)), results: JSON.parse(results) });
    return viewer.render({ chart, locale, width: 850 }).svg;
}
