// Tells how much WebAssembly memory the modules of this worker hold. It runs before the engine's worker and changes nothing in it.

/** @type {WebAssembly.Memory[]} */
const memories = [];

/** @param {(...args: any[]) => Promise<any>} make */
function watched(make) {
    return async (/** @type {any[]} */ ...args) => {
        const made = await make.apply(WebAssembly, args);
        const { memory } = (made.instance ?? made).exports;
        if (memory) memories.push(memory);
        return made;
    };
}
WebAssembly.instantiate = /** @type {any} */ (watched(WebAssembly.instantiate));
WebAssembly.instantiateStreaming = watched(WebAssembly.instantiateStreaming);

const channel = new BroadcastChannel('engine-memory');
channel.onmessage = ({ data }) => {
    if (data !== 'how much') return;
    channel.postMessage(memories.reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0));
};
