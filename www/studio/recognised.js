// What was recognised in the reader's own file: each guess is shown and can be changed.

import { h, refill } from './dom.js';
import { choice, column, tick } from './fields.js';
import { say, t } from './language.js';
import { PUBLISHERS, asFigures, asSurvey, mayBeFigures, variable } from './proposal.js';
import { sample } from './sample.js';

/** @typedef {import('./study.js').Study} Study */
/** @typedef {import('../engine/protocol.js').Dataset} Dataset */
/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Description} Description */
/** @typedef {import('../engine/protocol.js').Choice} Choice */

/** Tools that can be chosen. What other files are, their format says. */
const CHOSEN = ['plain', 'kobo', 'odk', 'surveycto', 'limesurvey', 'qualtrics', 'surveymonkey', 'google_forms', 'microsoft_forms', 'redcap'];
const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];
const DELIMITERS = [',', ';', '\t', '|'];
/** Names that are shown to be mapped: a column of hundreds holds no countries. */
const MAPPED = 40;

/**
 * Shows what was recognised.
 * @param {HTMLElement} root
 * @param {Study} study
 * @param {string} id Its data set.
 * @param {object} more
 * @param {(document: Document) => void} more.change Takes the document as it should be.
 * @param {(choice: Choice) => void} more.again Reads the file another way.
 * @param {(language: string) => void} more.label Words the labels in this language.
 * @param {string} more.locale
 * @param {string[]} more.unknown What stands in the country's column and is no country.
 * @param {{iso3: string, name: string}[]} more.countries All countries, in the reader's language.
 */
export function showRecognised(root, study, id, { change, again, label, locale, unknown, countries }) {
    const dataset = study.dataset(id);
    const file = study.descriptions.get(id);
    root.hidden = study.origin !== 'own' || !dataset || !file;
    if (root.hidden || !dataset || !file) return;
    const { document } = study;
    const set = (/** @type {Dataset} */ next) => change({ ...document, datasets: (document.datasets ?? []).map((one) => (one.id === id ? next : one)) });
    const names = file.columns.map((column) => column.name);
    const isSurvey = dataset.kind !== 'indicators';
    refill(root,
        h('h2', {}, t('recognised')),
        h('dl', { class: 'facts' },
            fact(t('recognised.file'), dataset.source),
            fact(t('recognised.rows'), String(file.rows)),
            fact(t('recognised.columns'), String(file.columns.length)),
            Boolean(study.codebook) && fact(t('recognised.codebook'), study.codebook?.file ?? ''),
            study.languages.length === 1 && fact(t('recognised.languages'), languageName(study.languages[0]))),
        h('div', { class: 'fields' },
            ...(study.file ? reading(file, study.choice, again) : []),
            study.languages.length > 1 && choice('language', t('recognised.language'),
                [['', t('recognised.language.page')], ...study.languages.map((code) => /** @type {[string, string]} */ ([code, languageName(code)]))], study.language, label),
            mayBeFigures(file) && choice('kind', t('recognised.kind'), [['survey', t('rows.survey')], ['indicators', t('rows.indicators')]], dataset.kind,
                (kind) => set(kind === 'survey' ? asSurvey(dataset) : asFigures(dataset))),
            column('country', t('recognised.country'), names, dataset.country ?? '', (name) => set({ ...dataset, country: name || undefined }))),
        ...mapping(dataset, unknown, countries, set),
        ...(isSurvey ? several(study, dataset, locale, change) : []),
        ...(isSurvey ? sample(dataset, file, set) : []));
}

/**
 * Questions of several answers: each can be taken apart into its columns.
 * @param {Study} study
 * @param {Dataset} dataset
 * @param {string} locale
 * @param {(document: Document) => void} change
 */
function several({ document, several }, dataset, locale, change) {
    if (!several.length) return [];
    const others = (document.variables ?? []).filter((one) => !several.some(({ name }) => name === one.id));
    const chosen = several.filter(({ name }) => document.variables?.some((one) => one.id === name));
    return [h('fieldset', { class: 'field several' }, h('legend', {}, t('recognised.several')), ...several.map((multiple, at) => tick(
        `several-${at}`,
        t('recognised.several.of', { label: say(multiple.label, locale) || multiple.name, n: multiple.items.length }),
        chosen.includes(multiple),
        (on) => {
            const kept = several.filter((one) => (one === multiple ? on : chosen.includes(one)));
            change({ ...document, variables: [...others, ...kept.map((one) => variable(dataset, one))] });
        },
    )))];
}

/**
 * How the file was read; each can be changed, and then it is read again.
 * @param {Description} file
 * @param {Choice} chosen
 * @param {(choice: Choice) => void} again
 */
function reading(file, chosen, again) {
    const isText = !file.format || file.format === 'csv';
    const visible = (file.tables ?? []).map(({ name, hidden }) => /** @type {[string, string]} */ ([name, hidden ? t('recognised.hidden', { name }) : name]));
    const tools = CHOSEN.includes(file.tool) ? CHOSEN : [file.tool, ...(PUBLISHERS.includes(file.tool) ? CHOSEN : [])];
    const pick = (/** @type {Choice} */ part) => again({ ...chosen, ...part });
    return [
        choice('tool', t('recognised.tool'), tools.map((tool) => [tool, t(`tool.${tool}`)]), file.tool, (tool) => pick({ tool })),
        visible.length > 1 && choice('table', t('recognised.table'), visible, file.table ?? '', (table) => pick({ table })),
        isText && choice('encoding', t('recognised.encoding'), ENCODINGS.map((name) => [name, name.toUpperCase()]), file.encoding, (encoding) => pick({ encoding })),
        isText && choice('delimiter', t('recognised.delimiter'), DELIMITERS.map((mark) => [mark, delimiter(mark)]), file.dialect.delimiter, (mark) => pick({ delimiter: mark })),
        isText && choice('decimal', t('recognised.decimal'), [['.', '1.5'], [',', '1,5']], file.dialect.decimal, (decimal) => pick({ decimal })),
    ].filter((field) => field !== false);
}

/**
 * A country for each thing that was not recognised as one, and for those that have been given one.
 * @param {Dataset} dataset
 * @param {string[]} unknown
 * @param {{iso3: string, name: string}[]} countries
 * @param {(dataset: Dataset) => void} change
 */
function mapping(dataset, unknown, countries, change) {
    const given = dataset.countries ?? {};
    const texts = [...new Set([...Object.keys(given), ...unknown])];
    if (!dataset.country || !texts.length) return [];
    const options = /** @type {[string, string][]} */ ([['', t('recognised.none')], ...countries.map(({ iso3, name }) => [iso3, name])]);
    return [
        h('h3', {}, t('recognised.countries')),
        h('div', { class: 'fields' }, ...texts.slice(0, MAPPED).map((text, at) => choice(`country-${at}`, text, options, given[text] ?? '', (code) => {
            const { [text]: _, ...others } = given;
            change({ ...dataset, countries: code ? { ...others, [text]: code } : others });
        }))),
    ];
}

/** A language by its own name. @param {string} code */
function languageName(code) {
    try {
        return new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }).of(code) ?? code;
    } catch {
        // A form may call its languages anything.
        return code.replaceAll('_', ' ');
    }
}

/**
 * @param {string} name
 * @param {string} value
 */
function fact(name, value) {
    return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

/** @param {string} mark */
function delimiter(mark) {
    return mark === '\t' ? t('delimiter.tab') : mark;
}
