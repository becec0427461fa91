// Whoever raises an error has words for it: no code stands in a module that the module cannot say.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { ROOT, load } from './support.mjs';

const CATALOGUE = `${ROOT}src/locale/catalogue/error/`;
const LANGUAGES = ['es', 'pt', 'en', 'fr'];

/** Every code that has words anywhere, from the catalogue's source. */
async function codes() {
    // What only the command line checks, no module says.
    const files = (await readdir(CATALOGUE)).filter((name) => name.endsWith('.rs') && name !== 'brand.rs');
    const texts = await Promise.all(files.map((name) => readFile(CATALOGUE + name, 'utf8')));
    return [...texts.join('\n').matchAll(/^ {4}"(\w+)" \{$/gm)].map(([, code]) => code);
}

/** Whether a module has words for a code: else its sentence ends with the bare code. @param {any} module @param {string} code */
const words = (module, code) => LANGUAGES.every((language) => !module.explain({ code }, language).endsWith(`: ${code}.`));

test('every code has words in one of the modules', async () => {
    const modules = await Promise.all(/** @type {const} */ (['viewer', 'engine', 'complete', 'tools', 'labelled']).map((name) => load(name, 'explain')));
    assert.deepEqual((await codes()).filter((code) => !modules.some((module) => words(module, code))), []);
});

for (const name of /** @type {const} */ (['viewer', 'atlas', 'engine', 'complete', 'tools', 'labelled'])) {
    test(`${name} has words for every code that stands in its module`, async () => {
        const own = await load(name, 'explain');
        const module = (await readFile(`${ROOT}www/pkg/${name}/pulso_bg.wasm`)).toString('latin1');
        // What is part of another code, or a word of the sentences, says nothing.
        const known = await codes();
        const alone = known.filter((code) => code.includes('_') && !known.some((other) => other !== code && other.includes(code)));
        const held = alone.filter((code) => module.includes(code));
        assert.ok(held.length > 15, `${held.length} of ${known.length}`);
        assert.deepEqual(held.filter((code) => !words(own, code)), []);
    });
}

test('a code without words is said as it is', async () => {
    for (const name of /** @type {const} */ (['engine', 'viewer'])) {
        const module = await load(name, 'explain');
        assert.equal(words(module, 'never_heard_of'), false);
    }
});
