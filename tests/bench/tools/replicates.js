// Pulso on a survey with eighty replicate weights: the engine in its worker, the file as a stream of chunks.

import { EngineClient } from '/engine/client.js';
import { ITEMS } from '../page.js';

const NAME = 'replicates.csv';
const COUNTRY = 'country_iso3';
const VALUES = Array.from({ length: 10 }, (_, at) => `PV${at + 1}`);

/** @param {object[]} queries */
const asking = (queries) => ({
    pulso: 1,
    locale: 'en',
    datasets: [
        {
            id: 'survey',
            kind: 'survey',
            source: NAME,
            basis: 'probability',
            country: COUNTRY,
            design: { weight: 'weight', replicates: { columns: 'rep{1..80}', method: 'fay', rho: 0.5, mse: true } },
        },
    ],
    queries: queries.map((query) => ({ dataset: 'survey', suppress: { rule: 'none' }, ...query })),
});

const QUESTIONS = {
    items: asking(ITEMS.map((item) => ({ id: item, estimate: 'proportion', of: { variable: item } }))),
    values: asking([{ id: 'all', estimate: 'mean', of: { plausible_values: VALUES }, by: ['country'] }]),
};
/** What is held against R's numbers: R is asked for each plausible value by itself. */
const HELD = { items: QUESTIONS.items, values: asking([{ id: 'PV1', estimate: 'mean', of: 'PV1', by: ['country'] }]) };

export async function start() {
    const engine = new EngineClient();
    // An answer of any kind says that the module is loaded.
    await engine.forget(NAME).catch(() => {});
    const run = async (/** @type {object} */ document) => {
        const { results, errors } = await engine.run(document);
        if (errors?.length) throw new Error(JSON.stringify(errors[0]));
        return results;
    };
    return {
        read: async (/** @type {File} */ file) => (await engine.read(NAME, file)).rows,
        ask: (/** @type {'items' | 'values'} */ name) => run(QUESTIONS[name]),
        /** Estimate and standard error by question and category. */
        async numbers(/** @type {'items' | 'values'} */ name) {
            const results = await run(HELD[name]);
            const rows = results.flatMap(({ id, rows }) => rows.map((row) => ({ id, row })));
            return Object.fromEntries(
                rows.map(({ id, row }) => [`${id} ${row.category ?? row.by.country}`, [row.estimate, row.se]]),
            );
        },
    };
}
