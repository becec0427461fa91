// What a reader should know about the data and the numbers, in plain words.

import { h } from './dom.js';
import { knows, t } from './language.js';

/** @typedef {import('../engine/protocol.js').Trouble} Trouble */
/** @typedef {import('../engine/protocol.js').ViewerModule} ViewerModule */

/**
 * The sentence of a trouble. The page words its own; the catalogue words the engine's.
 * @param {Trouble} trouble
 * @param {string} locale
 * @param {ViewerModule} module
 */
export function sentence(trouble, locale, module) {
    const key = `trouble.${trouble.code}`;
    return knows(key) ? t(key, /** @type {Record<string, string>} */ (trouble.params ?? {})) : module.explain(trouble, locale);
}

/**
 * Lists troubles, each sentence once.
 * @param {HTMLElement} root
 * @param {{errors?: Trouble[], warnings?: Trouble[], notes?: Trouble[]}} troubles
 * @param {string} locale
 * @param {ViewerModule} module
 */
export function showFindings(root, { errors = [], warnings = [], notes = [] }, locale, module) {
    /** @type {Map<string, string>} */
    const said = new Map();
    for (const [kind, list] of Object.entries({ error: errors, warning: warnings, note: notes })) {
        for (const trouble of list) {
            const text = sentence(trouble, locale, module);
            if (!said.has(text)) said.set(text, kind);
        }
    }
    root.replaceChildren(...[...said].map(([text, kind]) => h('li', { class: `finding ${kind}` }, h('strong', { class: 'sign' }, t(`finding.${kind}`)), h('span', {}, text))));
    const section = root.closest('section');
    if (section) section.hidden = said.size === 0;
}
