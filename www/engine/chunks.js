// The bytes of a stream, without new memory for each.

/** Bytes that are taken from a file at a time. */
const CHUNK = 2 << 20;

/** Streams that are being read. The browser may let go of a stream on which only its own reader waits, and then nobody is answered. */
const held = new Set();

/**
 * The bytes of a stream. The browser fetches the next chunk while this one is read, and fills the same two memories in turns where
 * it can do so: new memory for every chunk costs as much as a sixth of the reading.
 * @param {ReadableStream<Uint8Array>} stream
 */
export async function* chunks(stream) {
    const next = refilled(stream) ?? fresh(stream);
    held.add(next);
    try {
        let coming = next.read();
        for (;;) {
            const { done, value } = await coming;
            if (done || !value) return;
            coming = next.read();
            // Where the reader is gone nobody awaits it.
            coming.catch(() => {});
            yield value;
            next.spent(value);
        }
    } finally {
        await next.cancel().catch(() => {});
        held.delete(next);
    }
}

/**
 * A reader that fills the memory of chunks that are spent; nothing where the stream gives only its own.
 * @param {ReadableStream<Uint8Array>} stream
 */
function refilled(stream) {
    try {
        const reader = stream.getReader({ mode: 'byob' });
        const idle = [new ArrayBuffer(CHUNK), new ArrayBuffer(CHUNK)];
        return {
            read: () => reader.read(new Uint8Array(idle.pop() ?? new ArrayBuffer(CHUNK))),
            spent: (/** @type {Uint8Array} */ chunk) => void idle.push(/** @type {ArrayBuffer} */ (chunk.buffer)),
            cancel: () => reader.cancel(),
        };
    } catch {
        return undefined;
    }
}

/** @param {ReadableStream<Uint8Array>} stream */
function fresh(stream) {
    const reader = stream.getReader();
    return { read: () => reader.read(), spent() {}, cancel: () => reader.cancel() };
}
