// The report: its blocks in reading order, and how it will look.

import { h, refill } from './dom.js';
import { say, t } from './language.js';
import { title } from './panel.js';
import { subject } from './questions.js';

/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {NonNullable<Document['report']>[number]} Block */

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
