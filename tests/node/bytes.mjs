// The example, run and drawn: by the command line, and by modules wherever they were loaded.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, feed } from './support.mjs';

export const CHARTS = ['observes', 'by_sex', 'practices', 'closures', 'theory', 'numbers'];
export const LOCALES = ['es-419', 'pt-BR', 'en', 'fr', 'es-AR'];

const EXAMPLES = path.join(ROOT, 'examples');
const DOCUMENT = readFileSync(path.join(EXAMPLES, 'erce.pulso.json'), 'utf8');

/** What the command line prints of the example. @param {string} verb @param {...string} options */
export function native(verb, ...options) {
    const target = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target');
    const command = path.resolve(ROOT, target, 'debug', process.platform === 'win32' ? 'pulso.exe' : 'pulso');
    const document = path.join(EXAMPLES, 'erce.pulso.json');
    return execFileSync(command, [verb, document, ...options], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The files that the example names: data, then companions. */
export function files() {
    const named = JSON.parse(DOCUMENT).datasets;
    const text = (/** @type {string} */ name) => readFileSync(path.join(EXAMPLES, name), 'utf8');
    const companions = named.flatMap((/** @type {any} */ dataset) => [dataset.codebook, dataset.taxonomy]).filter(Boolean);
    return {
        document: DOCUMENT,
        data: named.map((/** @type {any} */ dataset) => [dataset.source, text(dataset.source)]),
        companions: companions.map((/** @type {string} */ name) => [name, text(name)]),
    };
}

/** The results of the example as the engine's bytes. @param {any} module */
export function run(module) {
    const { document, data, companions } = files();
    const engine = new module.Engine();
    for (const [name, text] of companions) engine.attach(name, text);
    for (const [name, text] of data) feed(engine, name, new TextEncoder().encode(text), 1000);
    return engine.runText(document);
}

/** A picture as the viewer's bytes. @param {any} module @param {string} results @param {string} chart @param {string} locale */
export function draw(module, results, chart, locale) {
    const viewer = new module.Viewer({ document: JSON.parse(DOCUMENT), results: JSON.parse(results) });
    return viewer.render({ chart, locale, width: 850 }).svg;
}
