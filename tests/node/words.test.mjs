// The page's words: the same sentences in every language, each with the same blanks.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const WWW = new URL('../../www/', import.meta.url);
const LANGUAGES = ['es', 'pt', 'en', 'fr'];

/** @param {string} language @returns {Promise<Record<string, string>>} */
const words = async (language) => JSON.parse(await readFile(new URL(`i18n/${language}.json`, WWW), 'utf8'));
/** @param {string} text */
const blanks = (text) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

test('every language has every sentence, in one order', async () => {
    const spanish = await words('es');
    for (const language of LANGUAGES) {
        const own = await words(language);
        assert.deepEqual(Object.keys(own), Object.keys(spanish), language);
        for (const [key, text] of Object.entries(own)) {
            assert.ok(text.trim(), `${language}: ${key} is empty`);
            assert.deepEqual(blanks(text), blanks(spanish[key]), `${language}: ${key}`);
        }
    }
});

test('every sentence that the page asks for exists, and none is left over', async () => {
    const folders = ['', 'studio/'];
    const sources = [];
    for (const folder of folders) {
        for (const name of await readdir(new URL(folder || '.', WWW))) {
            if (/\.(js|html)$/.test(name)) sources.push(await readFile(new URL(folder + name, WWW), 'utf8'));
        }
    }
    const text = sources.join('\n');
    const asked = new Set([
        ...[...text.matchAll(/\bt\('([\w.]+)'/g)].map((found) => found[1]),
        ...[...text.matchAll(/data-words(?:-label)?="([\w.]+)"/g)].map((found) => found[1]),
    ]);
    // `kind.${kind}` asks for every sentence that begins so.
    const families = [...text.matchAll(/`([\w.]+)\.\$\{/g)].map((found) => `${found[1]}.`);
    const keys = Object.keys(await words('es'));
    assert.deepEqual([...asked].filter((key) => !keys.includes(key)), []);
    assert.deepEqual(keys.filter((key) => !asked.has(key) && !families.some((family) => key.startsWith(family))), []);
});

test('the page and the theory chart call a status by the same name', async () => {
    const catalogue = await readFile(new URL('../src/locale/catalogue/chart/theory.rs', WWW), 'utf8');
    for (const language of LANGUAGES) {
        for (const [key, text] of Object.entries(await words(language))) {
            if (key.startsWith('status.') && key !== 'status.no_data') assert.ok(catalogue.includes(`${language}: "${text}"`), `${language}: ${key}`);
        }
    }
});
