// A publication in the viewer's memory, for as long as a question takes.

import { viewer } from '../viewer.js';

/**
 * Asks the viewer something about a publication, and lets go of it.
 * @template T
 * @param {import('../engine/protocol.js').Publication} publication
 * @param {(held: import('../engine/protocol.js').Viewer) => T} ask
 * @returns {Promise<T>}
 */
export async function hold(publication, ask) {
    const { Viewer } = await viewer(publication);
    const held = new Viewer(publication);
    try {
        return ask(held);
    } finally {
        held.free();
    }
}
