// The bytes of a stream, without new memory for each.

/** Bytes that are taken from a file at a time. */
const CHUNK = 2 << 20;

/** Streams that are being read. The browser may let go of a stream on which only its own reader waits, and then nobody is answered. */
const held = new Set();

/**
 * The bytes of a stream, each time in the same memory where the browser can do so: new memory for every chunk costs as much as a
 * sixth of the reading.
 * @param {ReadableStream<Uint8Array>} stream
 */
export async function* chunks(stream) {
    const next = refilled(stream) ?? fresh(stream);
    held.add(next);
    try {
        for (;;) {
            const { done, value } = await next.read();
            if (done || !value) return;
            yield value;
        }
    } finally {
        await next.cancel().catch(() => {});
        held.delete(next);
    }
}

/**
 * A reader that fills the memory of the chunk before; nothing where the stream gives only its own.
 * @param {ReadableStream<Uint8Array>} stream
 */
function refilled(stream) {
    try {
        const reader = stream.getReader({ mode: 'byob' });
        let memory = new ArrayBuffer(CHUNK);
        return {
            async read() {
                const result = await reader.read(new Uint8Array(memory));
                if (result.value) memory = result.value.buffer;
                return result;
            },
            cancel: () => reader.cancel(),
        };
    } catch {
        return undefined;
    }
}

/** @param {ReadableStream<Uint8Array>} stream */
function fresh(stream) {
    const reader = stream.getReader();
    return { read: () => reader.read(), cancel: () => reader.cancel() };
}
