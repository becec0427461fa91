// Fields of a form: a label above what is chosen.

import { h } from './dom.js';
import { t } from './language.js';

/**
 * One of several.
 * @param {string} id
 * @param {string} label
 * @param {[value: string, text: string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} take
 * @param {string} [note] Where the proposal comes from.
 */
export function choice(id, label, options, chosen, take, note) {
    const select = h('select', { id: `file-${id}`, onchange: () => take(select.value) }, ...options.map(([value, text]) => h('option', { value }, text)));
    select.value = chosen;
    if (note) select.setAttribute('aria-describedby', `file-${id}-note`);
    return h('div', { class: 'field' }, h('label', { for: select.id }, label), select, Boolean(note) && h('p', { class: 'quiet note', id: `file-${id}-note` }, note));
}

/**
 * A column, or none.
 * @param {string} id
 * @param {string} label
 * @param {string[]} names
 * @param {string} chosen
 * @param {(name: string) => void} take
 * @param {string} [note]
 */
export function column(id, label, names, chosen, take, note) {
    return choice(id, label, [['', t('recognised.none')], ...names.map((name) => /** @type {[string, string]} */ ([name, name]))], chosen, take, note);
}

/**
 * Yes or no.
 * @param {string} id
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} take
 */
export function tick(id, label, on, take) {
    const box = h('input', { type: 'checkbox', id: `file-${id}`, checked: on, onchange: () => take(box.checked) });
    return h('label', { class: 'check' }, box, h('span', {}, label));
}
