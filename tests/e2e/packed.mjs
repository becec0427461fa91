// Archives for tests, made by hand: parts stand as they are, or deflated.

import { deflateRawSync } from 'node:zlib';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
    let code = byte;
    for (let bit = 0; bit < 8; bit += 1) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
    return code >>> 0;
});

/** @param {Uint8Array} bytes */
function checksum(bytes) {
    let code = 0xffffffff;
    for (const byte of bytes) code = (code >>> 8) ^ TABLE[(code ^ byte) & 0xff];
    return (code ^ 0xffffffff) >>> 0;
}

/**
 * A zip archive.
 * @param {Record<string, Uint8Array | string>} parts By name.
 * @returns {Buffer}
 */
export function zip(parts) {
    const bodies = [];
    const directory = [];
    let at = 0;
    for (const [name, part] of Object.entries(parts)) {
        const bytes = Buffer.from(part);
        const packed = deflateRawSync(bytes);
        const title = Buffer.from(name);
        const head = Buffer.alloc(26);
        head.writeUInt16LE(20, 0);
        head.writeUInt16LE(8, 4);
        head.writeUInt32LE(checksum(bytes), 10);
        head.writeUInt32LE(packed.length, 14);
        head.writeUInt32LE(bytes.length, 18);
        head.writeUInt16LE(title.length, 22);
        const body = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
        const entry = Buffer.alloc(42);
        entry.writeUInt16LE(20, 0);
        head.copy(entry, 2);
        entry.writeUInt32LE(at, 38);
        bodies.push(body);
        directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), entry, title]));
        at += body.length;
    }
    const size = directory.reduce((sum, entry) => sum + entry.length, 0);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(directory.length, 4);
    end.writeUInt16LE(directory.length, 6);
    end.writeUInt32LE(size, 8);
    end.writeUInt32LE(at, 12);
    return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]);
}
