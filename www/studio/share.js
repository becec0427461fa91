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
 * @property {(format: 'csv' | 'json') => string} data The numbers behind the chart.
 * @property {(otherwise: {preset?: string, theme?: string}) => Picture} draw The chart, drawn for another place.
 */

/** Media that have a size of their own. */
const MEDIA = ['web', 'slide', 'word', 'square', 'portrait', 'story', 'card'];
/** What lies behind a picture. */
const GROUNDS = ['light', 'dark', 'print', 'transparent', 'overlay'];
/** Dots an inch at which a picture for Word is 16 cm wide. */
const WORD_DPI = 300;

/**
 * Fills and opens the dialog.
 * @param {HTMLDialogElement} dialog
 * @param {Shared} shared
 */
export function share(dialog, shared) {
    const { picture } = shared;
    // While the dialog is open the rest of the page is still, and so are its announcements.
    const status = h('p', { class: 'said', role: 'status' });
    const announce = (/** @type {string} */ message) => {
        status.textContent = '';
        requestAnimationFrame(() => (status.textContent = message));
    };
    const name = slug(picture.title);
    dialog.replaceChildren(
        h('div', { class: 'dialog-head' },
            h('h2', { id: 'share-title' }, t('share')),
            status,
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
                button('CSV', async () => save(`${name}.csv`, new Blob([shared.data('csv')], { type: 'text/csv' })), announce),
                button('JSON', async () => save(`${name}.json`, new Blob([shared.data('json')], { type: 'application/json' })), announce)),
            h('p', { class: 'quiet' }, t('share.files.means'))),
        pictures(shared, name, announce));
    dialog.setAttribute('aria-labelledby', 'share-title');
    dialog.showModal();
}

/**
 * The chart as a picture: for which medium, on what, and how it leaves.
 * @param {Shared} shared
 * @param {string} name
 * @param {(message: string) => void} announce
 */
function pictures(shared, name, announce) {
    const medium = choice('share-medium', [['', t('share.medium.shown')], ['x3', t('share.medium.large')], ...MEDIA.map((one) => [one, t(`share.medium.${one}`)])]);
    const ground = choice('share-ground', GROUNDS.map((one) => [one, t(`share.ground.${one}`)]));
    const drawn = () => shared.draw({ theme: ground.value, ...(MEDIA.includes(medium.value) ? { preset: medium.value } : {}) });
    const file = (/** @type {string} */ end) => `${[name, medium.value].filter(Boolean).join('-')}.${end}`;
    const image = () => {
        const picture = drawn();
        return png(picture, medium.value === 'x3' ? 3 : picture.density, medium.value === 'word' ? WORD_DPI : undefined);
    };
    return h('section', {},
        h('h3', {}, t('share.picture')),
        h('div', { class: 'choices' },
            h('label', { for: 'share-medium' }, t('share.medium')), medium,
            h('label', { for: 'share-ground' }, t('share.ground')), ground),
        h('p', { class: 'buttons' },
            button('PNG', async () => save(file('png'), await image()), announce),
            button('SVG', async () => save(file('svg'), new Blob([drawn().svg], { type: 'image/svg+xml' })), announce),
            // The browser waits for the image itself: it lets go of the right to the clipboard while we would.
            button(t('share.picture.copy'), () => navigator.clipboard.write([new ClipboardItem({ 'image/png': image() })]), announce, t('copied'))));
}

/**
 * @param {string} id
 * @param {string[][]} options Value and label.
 */
function choice(id, options) {
    return h('select', { id }, ...options.map(([value, label]) => h('option', { value }, label)));
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
 * @param {string} [done] What is said when it is done.
 */
function button(label, act, announce, done = t('saved', { name: label })) {
    const element = h('button', {
        type: 'button', class: 'plain',
        onclick: async () => {
            element.disabled = true;
            await act().then(() => announce(done), () => announce(t('share.failed')));
            element.disabled = false;
        },
    }, label);
    return element;
}
