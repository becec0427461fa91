// The share dialog: a link, an embed, files. Each holds aggregated results and nothing else.

import { LONGEST } from './address.js';
import { h } from './dom.js';
import { png, save, slug } from './files.js';
import { t } from './language.js';

/** @typedef {import('../engine/protocol.js').Picture} Picture */

/**
 * What can be shared now.
 * @typedef {object} Shared
 * @property {Picture} picture
 * @property {string} element The `<pulso-chart>` snippet.
 * @property {string} frame The `<iframe>` snippet.
 * @property {string} address The address of a page that is only the chart.
 * @property {string} link The address of this view.
 * @property {() => Promise<string>} report The report's HTML.
 */

/**
 * Fills and opens the dialog.
 * @param {HTMLDialogElement} dialog
 * @param {Shared} shared
 * @param {(message: string) => void} announce
 */
export function share(dialog, shared, announce) {
    const { picture } = shared;
    const name = slug(picture.title);
    dialog.replaceChildren(
        h('div', { class: 'dialog-head' },
            h('h2', { id: 'share-title' }, t('share')),
            h('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, t('close'))),
        h('section', {},
            h('h3', {}, t('share.link')),
            shared.link.length > LONGEST
                ? h('p', { class: 'notice' }, t('share.link.long'))
                : copyable('share-link', t('share.link'), shared.link, announce),
            h('p', { class: 'quiet' }, t('share.link.means'))),
        h('section', {},
            h('h3', {}, t('share.embed')),
            h('p', { class: 'quiet' }, t('share.embed.means')),
            copyable('share-element', t('share.embed.element'), shared.element, announce),
            copyable('share-frame', t('share.embed.frame'), shared.frame, announce),
            shared.address.length <= LONGEST && copyable('share-address', t('share.embed.address'), shared.address, announce)),
        h('section', {},
            h('h3', {}, t('share.files')),
            h('p', { class: 'buttons' },
                button(t('share.report'), async () => save(`${name}.html`, new Blob([await shared.report()], { type: 'text/html' })), announce),
                button('SVG', async () => save(`${name}.svg`, new Blob([picture.svg], { type: 'image/svg+xml' })), announce),
                button('PNG', async () => save(`${name}.png`, await png(picture)), announce),
                button('CSV', async () => save(`${name}.csv`, new Blob([picture.csv], { type: 'text/csv' })), announce)),
            h('p', { class: 'quiet' }, t('share.files.means'))));
    dialog.setAttribute('aria-labelledby', 'share-title');
    dialog.showModal();
}

/**
 * A text with a button that copies it.
 * @param {string} id
 * @param {string} label
 * @param {string} text
 * @param {(message: string) => void} announce
 */
function copyable(id, label, text, announce) {
    const field = h('textarea', { id, rows: 2, readonly: true, spellcheck: 'false', onfocus: () => field.select() }, text);
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text);
        } catch {
            // Without the right to the clipboard the reader copies what is selected.
            field.select();
            document.execCommand('copy');
        }
        announce(t('copied'));
    };
    return h('div', { class: 'copyable' }, h('label', { for: id }, label), field,
        h('button', { type: 'button', class: 'plain', id: `${id}-copy`, onclick: copy }, t('copy')));
}

/**
 * @param {string} label
 * @param {() => Promise<void>} act
 * @param {(message: string) => void} announce
 */
function button(label, act, announce) {
    const element = h('button', {
        type: 'button', class: 'plain',
        onclick: async () => {
            element.disabled = true;
            await act().then(() => announce(t('saved', { name: label })), () => announce(t('share.failed')));
            element.disabled = false;
        },
    }, label);
    return element;
}
