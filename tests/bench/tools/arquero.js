// Arquero in a worker. It reads a CSV from its whole text.

import { ITEMS } from '../page.js';

/** @returns {Promise<import('../page.js').Tool>} */
export async function start() {
    const worker = new Worker(new URL('arquero.worker.js', import.meta.url));
    const ask = (message) =>
        new Promise((resolve, reject) => {
            worker.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.answer));
            worker.onerror = (event) => reject(new Error(event.message ?? 'the worker stopped'));
            worker.postMessage(message);
        });
    await ask({ call: 'ready' });
    return {
        read: (file) => ask({ call: 'read', file }),
        shares: (by) => ask({ call: 'shares', items: ITEMS, by }),
    };
}
