// The report: its blocks in reading order, how it will look, and its page.

import { COMMON } from '../viewer.js';
import { h, refill } from './dom.js';
import { hold } from './hold.js';
import { say, t } from './language.js';
import { title } from './panel.js';
import { subject } from './questions.js';

/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Publication} Publication */
/** @typedef {NonNullable<Document['report']>[number]} Block */

/**
 * The document with its report; one that has none reports what is shown.
 * @param {Document} document
 * @param {Publication | undefined} shown
 * @returns {Document}
 */
export function reported(document, shown) {
    if (document.report?.length || !shown) return document;
    const [spec] = shown.document.charts ?? [];
    const [query] = shown.document.queries ?? [];
    if (!spec || !query) return document;
    return {
        ...document,
        queries: [...(document.queries ?? []).filter((one) => one.id !== query.id), query],
        charts: [...(document.charts ?? []).filter((one) => one.id !== spec.id), spec],
        report: [{ chart: spec.id }, { method: true }],
    };
}

/**
 * The document with what is shown at the end of its report, before the method, under an id of its own.
 * @param {Document} base
 * @param {Publication} shown
 * @returns {Document | undefined} Nothing where no chart is shown.
 */
export function withView(base, shown) {
    const [spec] = shown.document.charts ?? [];
    const [query] = shown.document.queries ?? [];
    if (!spec || !query) return undefined;
    let n = 1;
    while (base.charts?.some((one) => one.id === `view-${n}`) || base.queries?.some((one) => one.id === `view-${n}`)) n += 1;
    const id = `view-${n}`;
    const blocks = base.report ?? [];
    const end = blocks.findIndex((block) => block.method);
    return {
        ...base,
        queries: [...(base.queries ?? []), { ...query, id }],
        charts: [...(base.charts ?? []), { ...spec, id, query: id }],
        report: end < 0 ? [...blocks, { chart: id }] : blocks.toSpliced(end, 0, { chart: id }),
    };
}

/**
 * The report as a page.
 * @param {Publication} publication
 * @param {string} locale
 * @param {boolean} interactive Otherwise it only shows.
 */
export async function page(publication, locale, interactive) {
    const script = interactive ? await scriptOf(publication) : undefined;
    return hold(publication, (held) => held.report({ locale, script }));
}

/**
 * Lists the report's blocks, each of which can be moved and taken out.
 * @param {HTMLElement} root
 * @param {Document} document
 * @param {import('./study.js').Study} study Knows what the charts ask.
 * @param {string} locale
 * @param {(blocks: Block[]) => void} change
 */
export function showBlocks(root, document, study, locale, change) {
    const blocks = document.report ?? [];
    const moved = (/** @type {number} */ from, /** @type {number} */ to) => {
        const next = [...blocks];
        next.splice(to, 0, ...next.splice(from, 1));
        change(next);
    };
    refill(root, ...blocks.map((block, index) => {
        const name = nameOf(block, document, study, locale);
        const act = (/** @type {string} */ what, /** @type {string} */ sign, /** @type {boolean} */ possible, /** @type {() => void} */ then) =>
            h('button', { type: 'button', class: 'sign', id: `block-${what}-${index}`, 'aria-label': t(`report.${what}`, { name }), disabled: !possible, onclick: then }, sign);
        return h('li', {},
            h('span', {}, h('span', { class: 'quiet' }, t(`report.block.${kindOf(block)}`)), ' ', name),
            h('span', { class: 'block-actions' },
                act('up', '↑', index > 0, () => moved(index, index - 1)),
                act('down', '↓', index < blocks.length - 1, () => moved(index, index + 1)),
                act('remove', '×', true, () => change(blocks.filter((_, at) => at !== index)))));
    }));
}

/**
 * Shows the report as it will look. The frame runs no script; it is measured from outside.
 * @param {HTMLIFrameElement} frame
 * @param {string} html
 */
export function preview(frame, html) {
    frame.onload = () => {
        const height = frame.contentDocument?.documentElement.scrollHeight;
        if (height) frame.style.height = `${height}px`;
    };
    frame.srcdoc = html;
}

/** The script that a report carries: the chart element and the viewer that draws its charts, in one file. @param {Publication} publication */
async function scriptOf(publication) {
    const common = publication.document.charts?.every(({ kind }) => COMMON.includes(kind ?? 'ranking')) ?? true;
    const name = common ? 'report.js' : 'report-atlas.js';
    const response = await fetch(new URL(`../pkg/${name}`, import.meta.url));
    if (!response.ok) throw new Error(`${response.status} pkg/${name}`);
    return response.text();
}

/** @param {Block} block */
function kindOf(block) {
    return ['heading', 'text', 'chart', 'theory', 'method'].find((kind) => block[/** @type {keyof Block} */ (kind)]) ?? 'text';
}

/**
 * @param {Block} block
 * @param {Document} document
 * @param {import('./study.js').Study} study
 * @param {string} locale
 */
function nameOf(block, document, study, locale) {
    const chart = document.charts?.find((candidate) => candidate.id === block.chart);
    const query = document.queries?.find((candidate) => candidate.id === chart?.query);
    const question = query && study.question(query.dataset, subject(query));
    const text = say(block.heading ?? block.text ?? chart?.title ?? chart?.subtitle, locale) || (question ? title(question, locale) : (block.chart ?? ''));
    return text.length > 80 ? `${text.slice(0, 78)}…` : text;
}
