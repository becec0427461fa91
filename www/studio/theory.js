// The theory of change: its picture, and the indicators behind it with targets that can be edited.

import { h, refill } from './dom.js';
import { say, t } from './language.js';

/** @typedef {import('../engine/protocol.js').Publication} Publication */
/** @typedef {import('../engine/protocol.js').Indicator} Indicator */
/** @typedef {import('../engine/protocol.js').IndicatorStatus} IndicatorStatus */

/** What a reader may edit of an indicator. @typedef {Pick<Indicator, 'baseline' | 'targets'>} Targets */

/**
 * Shows the indicators of a theory.
 * @param {HTMLElement} root
 * @param {Publication} publication
 * @param {import('../engine/protocol.js').Assessment} assessment
 * @param {string} locale
 * @param {((id: string, targets: Targets) => void) | undefined} edit Absent where nothing can be edited.
 */
export function showIndicators(root, publication, assessment, locale, edit) {
    const theory = publication.document.theory;
    const opened = new Set([...root.querySelectorAll('details[open]')].map((details) => details.id));
    refill(root, ...(theory?.indicators ?? []).map((indicator) => {
        const status = assessment.indicators.find((candidate) => candidate.id === indicator.id);
        const details = edit && h('details', { id: `edit-${indicator.id}` }, h('summary', {}, t('theory.edit')), form(indicator, edit));
        if (details && opened.has(details.id)) details.open = true;
        return h('li', { class: 'indicator' },
            h('div', { class: 'indicator-head' },
                h('h3', {}, say(indicator.title, locale)),
                status && h('span', { class: `status ${status.status}` }, t(`status.${status.status}`), status.firm === false ? ` · ${t('status.uncertain')}` : '')),
            h('dl', { class: 'facts' },
                fact(t('theory.value'), value(indicator, status, locale)),
                fact(t('theory.baseline'), indicator.baseline && dated(indicator, indicator.baseline, locale)),
                ...(indicator.targets ?? []).map((target) => fact(t('theory.target'), dated(indicator, target, locale)))),
            indicator.note && h('p', { class: 'quiet' }, say(indicator.note, locale)),
            details);
    }));
}

/**
 * @param {string} name
 * @param {string | null | undefined} text
 */
function fact(name, text) {
    return text ? h('div', {}, h('dt', {}, name), h('dd', {}, text)) : null;
}

/**
 * @param {Indicator} indicator
 * @param {IndicatorStatus | undefined} status
 * @param {string} locale
 */
function value(indicator, status, locale) {
    if (!status || status.value === null) return t('status.no_data');
    const interval = status.ci ? ` (${status.ci.map((end) => number(indicator, end, locale, false)).join('–')})` : '';
    return `${number(indicator, status.value, locale)}${interval}`;
}

/**
 * @param {Indicator} indicator
 * @param {{value: number, date: string, illustrative?: boolean}} point
 * @param {string} locale
 */
function dated(indicator, point, locale) {
    const text = `${number(indicator, point.value, locale)} (${point.date})`;
    return point.illustrative ? `${text} · ${t('theory.illustrative')}` : text;
}

/**
 * @param {Indicator} indicator
 * @param {number} amount
 * @param {string} locale
 * @param {boolean} [sign] With its percent sign.
 */
function number(indicator, amount, locale, sign = true) {
    const share = (indicator.unit ?? 'share') === 'share';
    const style = share && sign ? { style: /** @type {const} */ ('percent') } : {};
    return new Intl.NumberFormat(locale, { maximumFractionDigits: share ? 0 : 1, ...style }).format(share && !sign ? amount * 100 : amount);
}

/**
 * The small form that changes baseline and last target. A share is entered in percent.
 * @param {Indicator} indicator
 * @param {(id: string, targets: Targets) => void} edit
 */
function form(indicator, edit) {
    const scale = (indicator.unit ?? 'share') === 'share' ? 100 : 1;
    const targets = indicator.targets ?? [];
    const last = targets.at(-1);
    const field = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ type, /** @type {string | number | undefined} */ start) => {
        const id = `${indicator.id}-${name}`;
        const input = h('input', { id, name, type, value: start ?? '', ...(type === 'number' ? { step: 'any' } : { pattern: '\\d{4}(-\\d{2}){0,2}', placeholder: '2030' }), required: true });
        return h('div', { class: 'field' }, h('label', { for: id }, label), input);
    };
    const read = (/** @type {HTMLFormElement} */ element) => {
        const given = new FormData(element);
        const at = (/** @type {string} */ name) => ({ value: Number(given.get(`${name}-value`)) / scale, date: String(given.get(`${name}-date`)) });
        return {
            baseline: { ...indicator.baseline, ...at('baseline') },
            targets: [...targets.slice(0, -1), { ...last, ...at('target') }],
        };
    };
    return h('form', {
        class: 'fields',
        onchange: (/** @type {Event} */ event) => {
            const element = /** @type {HTMLFormElement} */ (event.currentTarget);
            if (element.reportValidity()) edit(indicator.id, read(element));
        },
        onsubmit: (/** @type {Event} */ event) => event.preventDefault(),
    },
    field('baseline-value', scale === 100 ? t('theory.baseline.percent') : t('theory.baseline'), 'number', round(indicator.baseline?.value, scale)),
    field('baseline-date', t('theory.baseline.date'), 'text', indicator.baseline?.date),
    field('target-value', scale === 100 ? t('theory.target.percent') : t('theory.target'), 'number', round(last?.value, scale)),
    field('target-date', t('theory.target.date'), 'text', last?.date));
}

/**
 * @param {number | undefined} value
 * @param {number} scale
 */
function round(value, scale) {
    return value === undefined ? undefined : Number((value * scale).toFixed(6));
}
