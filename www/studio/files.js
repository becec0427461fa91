// Files that leave the page: named after what they show.

import { h } from './dom.js';

/**
 * Saves a file.
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
    const address = URL.createObjectURL(blob);
    h('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * The picture as an image. Where it has no paper, neither has the image.
 * @param {import('../engine/protocol.js').Picture} picture
 * @param {number} [density] Pixels of the image for each of the picture.
 * @param {number} [dotsPerInch] How densely it is printed.
 * @returns {Promise<Blob>}
 */
export async function png(picture, density = picture.density, dotsPerInch) {
    const image = new Image(picture.width, picture.height);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
    await image.decode();
    const canvas = h('canvas', { width: Math.round(picture.width * density), height: Math.round(picture.height * density) });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    /** @type {Blob} */
    const blob = await new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no image'))), 'image/png'));
    return dotsPerInch ? printed(blob, dotsPerInch) : blob;
}

/** Where a PNG's header ends: eight bytes of signature, and a chunk of 25. */
const AFTER_HEADER = 33;

/**
 * A PNG that says how large it is on paper: a chunk `pHYs` after its header.
 * @param {Blob} blob
 * @param {number} dotsPerInch
 */
async function printed(blob, dotsPerInch) {
    const chunk = new DataView(new ArrayBuffer(21));
    const dots = Math.round(dotsPerInch / 0.0254);
    chunk.setUint32(0, 9);
    [...'pHYs'].forEach((letter, at) => chunk.setUint8(4 + at, letter.charCodeAt(0)));
    chunk.setUint32(8, dots);
    chunk.setUint32(12, dots);
    chunk.setUint8(16, 1);
    chunk.setUint32(17, checksum(new Uint8Array(chunk.buffer, 4, 13)));
    return new Blob([blob.slice(0, AFTER_HEADER), chunk.buffer, blob.slice(AFTER_HEADER)], { type: 'image/png' });
}

/** CRC-32, as PNG has it. @param {Uint8Array} bytes */
function checksum(bytes) {
    let sum = -1;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum >>> 0;
}

/**
 * A file name from a title: letters and digits of any script, in lower case, joined by hyphens.
 * @param {string} title
 */
export function slug(title) {
    const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('-').slice(0, 60).replace(/-[^-]*$/, (tail) => (tail.length > 12 ? '' : tail)) || 'pulso';
}
