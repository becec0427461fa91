// Pulso as the studio uses it: the engine in its worker, the file as a stream of chunks.
// Beside the share, every cell carries its standard error, interval, degrees of freedom and design effect.

import { EngineClient } from '/engine/client.js';
import { ITEMS } from '../page.js';

const NAME = 'survey.csv';
const COUNTRY = 'country_iso3';

/**
 * @param {string} by
 * @param {number[]} [is] The answers that count; each answer's own share without them.
 */
const asking = (by, is) => ({
    pulso: 1,
    locale: 'en',
    datasets: [
        {
            id: 'survey',
            kind: 'survey',
            source: NAME,
            basis: 'probability',
            country: COUNTRY,
            design: { weight: 'weight', strata: ['stratum'], clusters: ['psu'], lonely_psu: 'adjust' },
            missing: Object.fromEntries(ITEMS.map((item) => [item, [98, 99]])),
        },
    ],
    queries: ITEMS.map((item) => ({
        id: item,
        dataset: 'survey',
        estimate: 'proportion',
        of: is ? { variable: item, is } : { variable: item },
        by: [by],
        suppress: { rule: 'none' },
    })),
});

/** The bytes that the engine's modules hold. */
function memory() {
    const channel = new BroadcastChannel('engine-memory');
    return /** @type {Promise<number>} */ (
        new Promise((resolve) => {
            channel.onmessage = ({ data }) => {
                channel.close();
                resolve(data);
            };
            channel.postMessage('how much');
        })
    );
}

/** @returns {Promise<import('../page.js').Tool>} */
export async function start() {
    globalThis.Worker = class extends Worker {
        /** @param {string | URL} _ @param {WorkerOptions} options */
        constructor(_, options) {
            super(new URL('pulso.worker.js', import.meta.url), options);
        }
    };
    const engine = new EngineClient();
    // As the studio does when somebody is about to choose a file.
    await engine.prepare();
    return {
        read: async (file) => (await engine.read(NAME, file)).rows,
        memory,
        async shares(column) {
            const by = column === COUNTRY ? 'country' : column;
            const { results, errors } = await engine.run(asking(by, [4, 5]));
            if (errors?.length) throw new Error(JSON.stringify(errors[0]));
            const cells = results.flatMap(({ id, rows }) => rows.map((row) => [`${row.by[by]} ${id}`, row.estimate]));
            return Object.fromEntries(cells);
        },
        async categories() {
            const { results, errors } = await engine.run(asking('country'));
            if (errors?.length) throw new Error(JSON.stringify(errors[0]));
            return results.reduce((count, { rows }) => count + rows.length, 0);
        },
    };
}
