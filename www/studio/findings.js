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

/** Of so many of one kind as are alike, a few stand in sight. */
const MOST_ALIKE = 4;
const IN_SIGHT = 3;

/** @typedef {'error' | 'warning' | 'note'} Kind */
/** @typedef {{kind: Kind, code: string, text: string}} Finding */

/**
 * Lists troubles, each once; of many that are alike some are folded away.
 * @param {HTMLElement} root
 * @param {{errors?: Trouble[], warnings?: Trouble[], notes?: Trouble[]}} troubles
 * @param {string} locale
 * @param {Explain} explain
 * @param {() => boolean} wanted Whether this is still to be shown once it is worded.
 */
export async function showFindings(root, { errors = [], warnings = [], notes = [] }, locale, explain, wanted) {
    const all = [...once(errors), ...once(warnings), ...once(notes)];
    const kinds = [...once(errors).map(() => 'error'), ...once(warnings).map(() => 'warning'), ...once(notes).map(() => 'note')];
    const texts = await sentences(all, locale, explain);
    if (!wanted()) return;
    /** @type {Map<string, Finding[]>} */
    const groups = new Map();
    const said = new Set();
    all.forEach(({ code }, at) => {
        if (said.has(texts[at])) return;
        said.add(texts[at]);
        const kind = /** @type {Kind} */ (kinds[at]);
        const key = `${kind} ${code}`;
        groups.set(key, [...(groups.get(key) ?? []), { kind, code, text: texts[at] }]);
    });
    root.replaceChildren(...[...groups.values()].flatMap(group));
    const section = root.closest('section');
    if (section) section.hidden = said.size === 0;
}

/**
 * The same thing may be said of a file by who read it and by who asked: it is said once.
 * @param {Trouble[]} troubles
 */
function once(troubles) {
    const known = new Map(troubles.toReversed().map((trouble) => [JSON.stringify([trouble.code, trouble.params, trouble.place?.row, trouble.place?.column]), trouble]));
    return troubles.filter((trouble) => [...known.values()].includes(trouble));
}

/** @param {Finding[]} findings All alike. */
function group(findings) {
    const shown = findings.length > MOST_ALIKE ? findings.slice(0, IN_SIGHT) : findings;
    const rest = findings.slice(shown.length);
    const items = shown.map(item);
    if (rest.length) {
        items.push(h('li', { class: 'finding more' }, h('details', {},
            h('summary', {}, t('findings.more', { n: rest.length })),
            h('ul', {}, ...rest.map(item)))));
    }
    return items;
}

/** @param {Finding} finding */
function item({ kind, text }) {
    return h('li', { class: `finding ${kind}` }, h('strong', { class: 'sign' }, t(`finding.${kind}`)), h('span', {}, text));
}
