// The page's side of a measurement: one tool, one file.

/**
 * What a tool does. Every one works beside the page, in a worker, from the same `File`.
 * @typedef {object} Tool
 * @property {(file: File) => Promise<number>} read Reads every column into typed storage; gives the number of records.
 * @property {(by: string) => Promise<Record<string, number>>} shares Weighted share of answers 4 and 5 among 1 to 5, by `VALUE ITEM`, for
 *   each value of a column.
 * @property {() => Promise<number>} [memory] Bytes of WebAssembly memory that the tool holds. Such memory only grows: it is also the
 *   most that it held so far.
 * @property {() => Promise<number>} [categories] Weighted share of every answer to every item in every country, with its error; gives
 *   the number of shares.
 */

const COUNTRY = 'country_iso3';

/** The forty items, block by block. */
export const ITEMS = Object.entries({ A: 7, B: 6, C: 6, D: 5, E: 6, F: 5, G: 5 }).flatMap(([block, count]) =>
    Array.from({ length: count }, (_, at) => `${block}${String(at + 1).padStart(2, '0')}`),
);

/**
 * Measures one tool in this page. Starting the tool is not counted; the first table is, apart from the later ones.
 * @param {string} name
 * @param {number} tables How often the table is computed after the first.
 */
globalThis.measure = async (name, tables) => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
    const file = /** @type {File} */ (input.files?.[0]);
    /** @type {Tool} */
    const tool = await (await import(`./tools/${name}.js`)).start();

    const [records, readMs] = await timed(() => tool.read(file));
    const heldAfterReading = (await tool.memory?.()) ?? null;
    const [shares, firstMs] = await timed(() => tool.shares(COUNTRY));
    const tableMs = [];
    for (let run = 0; run < tables; run++) tableMs.push((await timed(() => tool.shares(COUNTRY)))[1]);
    // Another question to the data that are open: cut in another way, for the first time.
    const [, otherMs] = await timed(() => tool.shares('gender'));
    const categoriesMs = [];
    for (let run = 0; tool.categories && run < tables; run++) categoriesMs.push((await timed(tool.categories))[1]);
    const heldAtLast = (await tool.memory?.()) ?? null;
    return { bytes: file.size, records, readMs, firstMs, tableMs, otherMs, categoriesMs, heldAfterReading, heldAtLast, shares };
};

/**
 * Measures questions under replicate weights in this page.
 * @param {'items' | 'values'} name
 * @param {number} again How often they are asked after the first time.
 */
globalThis.measureReplicates = async (name, again) => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
    const file = /** @type {File} */ (input.files?.[0]);
    const tool = await (await import('./tools/replicates.js')).start();

    const [records, readMs] = await timed(() => tool.read(file));
    const [, firstMs] = await timed(() => tool.ask(name));
    const againMs = [];
    for (let run = 0; run < again; run++) againMs.push((await timed(() => tool.ask(name)))[1]);
    return { bytes: file.size, records, readMs, firstMs, againMs, numbers: await tool.numbers(name) };
};

/**
 * Opens a file in this page as somebody does who has just come: the worker starts, loads the engine and the module for such a file, and
 * reads. Then the same once more, when all is there.
 */
globalThis.measureOpening = async () => {
    const { EngineClient } = await import('/engine/client.js');
    const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
    const file = /** @type {File} */ (input.files?.[0]);
    const engine = new EngineClient();
    const [description, firstMs] = await timed(() => engine.read(file.name, file));
    const [, againMs] = await timed(() => engine.read(file.name, file));
    const labelled = description.columns.filter(({ values }) => values?.some(({ label }) => label !== undefined)).length;
    return { bytes: file.size, records: description.rows, columns: description.columns.length, labelled, firstMs, againMs };
};

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<[T, number]>}
 */
async function timed(work) {
    const start = performance.now();
    const answer = await work();
    return [answer, performance.now() - start];
}
