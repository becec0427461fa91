// Both modules load, and are what they should be.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { load, ROOT } from './support.mjs';

for (const name of /** @type {const} */ (['viewer', 'engine'])) {
    test(`the ${name} loads from its bytes`, async () => {
        const module = await load(name);
        assert.equal(typeof module.initSync, 'function');
    });

    test(`the ${name} asks for nothing but its own glue`, async () => {
        const module = await WebAssembly.compile(await wasm(name));
        const modules = new Set(WebAssembly.Module.imports(module).map((entry) => entry.module));
        assert.deepEqual([...modules].filter((from) => !/^(wbg|\.\/pulso_bg\.js)$/.test(from)), []);
    });

    test(`the ${name} says nothing about the machine that built it`, async () => {
        const text = (await wasm(name)).toString('latin1');
        const home = process.env.HOME ?? process.env.USERPROFILE;
        for (const place of [ROOT, home && `${home}/`, '/.cargo/registry'].filter(Boolean)) {
            assert.ok(!text.includes(/** @type {string} */ (place)), `holds ${place}`);
        }
    });
}

/** @param {string} name */
function wasm(name) {
    return readFile(`${ROOT}www/pkg/${name}/pulso_bg.wasm`);
}
