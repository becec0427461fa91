// DuckDB-WASM in its worker, reading the file through the browser's handle.

import * as duckdb from '@duckdb/duckdb-wasm';
import { ITEMS } from '../page.js';

const DIST = new URL('../node_modules/@duckdb/duckdb-wasm/dist/', import.meta.url);

/** @returns {Promise<import('../page.js').Tool>} */
export async function start() {
    const worker = new Worker(new URL('duckdb-browser-eh.worker.js', DIST));
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await database.instantiate(new URL('duckdb-eh.wasm', DIST).href);
    const connection = await database.connect();
    return {
        async read(file) {
            await database.registerFileHandle('survey.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
            await connection.query(`CREATE TABLE survey AS SELECT * FROM read_csv('survey.csv', header = true)`);
            return Number((await connection.query('SELECT count(*) AS n FROM survey')).get(0)?.n);
        },
        async shares(by) {
            const share = (item) =>
                `sum(CASE WHEN ${item} IN (4, 5) THEN weight ELSE 0 END) / ` +
                `sum(CASE WHEN ${item} BETWEEN 1 AND 5 THEN weight ELSE 0 END) AS ${item}`;
            const answer = await connection.query(
                `SELECT ${by}, ${ITEMS.map(share).join(', ')} FROM survey GROUP BY ${by}`,
            );
            return Object.fromEntries(
                answer.toArray().flatMap((row) => ITEMS.map((item) => [`${row[by]} ${item}`, row[item]])),
            );
        },
    };
}
