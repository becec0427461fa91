// Files that leave the page: named after what they show.

import { h } from './dom.js';

/** How many pixels of the image stand for one of the picture. */
const PNG_SCALE = 2;

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
 * The picture as an image.
 * @param {import('../engine/protocol.js').Picture} picture
 * @returns {Promise<Blob>}
 */
export async function png(picture) {
    const image = new Image(picture.width, picture.height);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
    await image.decode();
    const canvas = h('canvas', { width: picture.width * PNG_SCALE, height: picture.height * PNG_SCALE });
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png'));
}

/**
 * A file name from a title: letters and digits of any script, in lower case, joined by hyphens.
 * @param {string} title
 */
export function slug(title) {
    const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('-').slice(0, 60).replace(/-[^-]*$/, (tail) => (tail.length > 12 ? '' : tail)) || 'pulso';
}
