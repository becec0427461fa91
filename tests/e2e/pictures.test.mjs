// Every picture of the layout tests, with its texts measured where people see them; and the named pictures by another renderer.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import { ROOT, address, launch } from './support.mjs';

/** Where the native tests left the pictures of all kinds, widths, languages and sizes of text. */
const { PULSO_PICTURES } = process.env;
/** Pictures measured at a time. */
const AT_A_TIME = 40;
/** Pixels that two boxes may share, and that a text may stand out of the picture: boxes are measured in whole hinted glyphs. */
const HAIR = 1;
/** Least size of a text. */
const LEAST_PX = 12;
/** How different a pixel must be to count, from 0 to 1. Smoothed edges do not: each renderer places letters on its own fraction of a pixel. */
const VISIBLE = 0.25;
/** Pixels of an image for each of the picture, as exports have them. */
const DENSITY = 2;
/** The share of pixels that may differ. */
const FEW = 0.01;

// Letters as they are on paper, on a phone and on most screens: not moved to whole pixels.
const browser = await launch({ bypassCSP: true, args: ['--font-render-hinting=none'] });

/** A page that is nothing but a place for pictures. */
async function blank() {
    const { page } = await browser.page();
    await page.goto(`${await address()}/embed.html`);
    await page.setContent('<!doctype html><body style="margin:0"><div id="place"></div>');
    return page;
}

test('no text touches another or leaves the picture', { skip: !PULSO_PICTURES && 'the native tests left no pictures (PULSO_PICTURES)' }, async () => {
    const folder = PULSO_PICTURES ?? '';
    const files = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort();
    assert.ok(files.length > 500, `${files.length} pictures`);
    const page = await blank();
    const wrong = [];
    for (let from = 0; from < files.length; from += AT_A_TIME) {
        const names = files.slice(from, from + AT_A_TIME);
        const pictures = await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')]));
        wrong.push(...await page.evaluate(measure, { pictures, HAIR, LEAST_PX }));
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} of ${files.length} pictures`);
});

/** Runs in the page. @param {{pictures: string[][], HAIR: number, LEAST_PX: number}} what */
function measure({ pictures, HAIR, LEAST_PX }) {
    const place = /** @type {HTMLElement} */ (document.getElementById('place'));
    const wrong = [];
    for (const [name, picture] of pictures) {
        place.innerHTML = picture;
        const svg = /** @type {SVGSVGElement} */ (place.querySelector('svg'));
        const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
        const texts = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, size: Number(text.getAttribute('font-size')), box: text.getBBox() }));
        const found = [];
        texts.forEach(({ words, size, box }, index) => {
            if (size < LEAST_PX) found.push(`«${words}» is too small`);
            const outside = box.x < -HAIR || box.y < -HAIR || box.x + box.width > width + HAIR || box.y + box.height > height + HAIR;
            if (outside) found.push(`«${words}» leaves the picture`);
            for (const other of texts.slice(index + 1)) {
                const apart = box.x + HAIR >= other.box.x + other.box.width || other.box.x + HAIR >= box.x + box.width
                    || box.y + HAIR >= other.box.y + other.box.height || other.box.y + HAIR >= box.y + box.height;
                if (!apart) found.push(`«${words}» touches «${other.words}»`);
            }
        });
        if (found.length > 0) wrong.push(`${name}: ${found[0]} (${found.length})`);
    }
    place.replaceChildren();
    return wrong;
}

test('another renderer paints the same', async () => {
    const folder = path.join(ROOT, 'tests/golden');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort();
    const page = await blank();
    const matcher = await readFile(createRequire(import.meta.url).resolve('pixelmatch'), 'utf8');
    await page.addScriptTag({ type: 'module', content: matcher.replace('export default function', 'globalThis.pixelmatch = function') });
    const differing = [];
    for (const name of names) {
        const picture = await readFile(path.join(folder, name), 'utf8');
        const painted = new Resvg(picture, { fitTo: { mode: 'zoom', value: DENSITY }, font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' } }).render();
        const image = `data:image/png;base64,${painted.asPng().toString('base64')}`;
        const share = await page.evaluate(compare, { picture, image, VISIBLE });
        if (share > FEW) differing.push(`${name}: ${(share * 100).toFixed(2)}%`);
    }
    assert.deepEqual(differing, []);
});

/** Runs in the page: the share of pixels that differ. @param {{picture: string, image: string, VISIBLE: number}} what */
async function compare({ picture, image, VISIBLE }) {
    const load = async (/** @type {string} */ src) => {
        const loaded = new Image();
        loaded.src = src;
        await loaded.decode();
        return loaded;
    };
    const other = await load(image);
    const own = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`);
    const { width, height } = other;
    const [a, b] = [own, other].map((source) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(source, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
    });
    const differ = /** @type {any} */ (globalThis).pixelmatch(a, b, undefined, width, height, { threshold: VISIBLE });
    return differ / (width * height);
}
