// What a reader should know about the data and the numbers, in plain words.

import { h } from './dom.js';
import { knows, t } from './language.js';

/** @typedef {import('../engine/protocol.js').Trouble} Trouble */
/** Words a list of troubles, one sentence each: the side that raised them. @typedef {(troubles: Trouble[], locale: string) => Promise<string[]>} Explain */

/**
 * The sentences of troubles. The page words its own; who raised the others words them.
 * @param {Trouble[]} troubles
 * @param {string} locale
 * @param {Explain} explain
 */
export async function sentences(troubles, locale, explain) {
    const others = troubles.filter((trouble) => !knows(key(trouble)));
    const said = others.length > 0 ? await explain(others, locale) : [];
    return troubles.map((trouble) => said[others.indexOf(trouble)] ?? t(key(trouble), /** @type {Record<string, string>} */ (trouble.params ?? {})));
}

/** @param {Trouble} trouble */
function key(trouble) {
    return `trouble.${trouble.code}`;
}

/**
 * Lists troubles, each sentence once.
 * @param {HTMLElement} root
 * @param {{errors?: Trouble[], warnings?: Trouble[], notes?: Trouble[]}} troubles
 * @param {string} locale
 * @param {Explain} explain
 * @param {() => boolean} wanted Whether this is still to be shown once it is worded.
 */
export async function showFindings(root, { errors = [], warnings = [], notes = [] }, locale, explain, wanted) {
    const texts = await sentences([...errors, ...warnings, ...notes], locale, explain);
    if (!wanted()) return;
    const kinds = [...errors.map(() => 'error'), ...warnings.map(() => 'warning'), ...notes.map(() => 'note')];
    /** @type {Map<string, string>} */
    const said = new Map();
    texts.forEach((text, index) => said.has(text) || said.set(text, kinds[index]));
    root.replaceChildren(...[...said].map(([text, kind]) => h('li', { class: `finding ${kind}` }, h('strong', { class: 'sign' }, t(`finding.${kind}`)), h('span', {}, text))));
    const section = root.closest('section');
    if (section) section.hidden = said.size === 0;
}
