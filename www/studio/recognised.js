// What was recognised in the reader's own file: each guess is shown and can be changed.

import { h, refill } from './dom.js';
import { t } from './language.js';

/** @typedef {import('./study.js').Study} Study */
/** @typedef {import('../engine/protocol.js').Dataset} Dataset */
/** @typedef {import('../engine/protocol.js').Choice} Choice */

const BASES = /** @type {const} */ (['probability', 'census', 'self_selected']);
const TOOLS = /** @type {const} */ ([
    'plain', 'kobo', 'odk', 'surveycto', 'limesurvey', 'qualtrics', 'surveymonkey', 'google_forms', 'microsoft_forms', 'redcap', 'spss', 'stata',
]);
/** What can be chosen: no text is any of the last two. */
const CHOSEN = TOOLS.slice(0, -2);
const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];
/** Names that are shown to be mapped: a column of hundreds holds no countries. */
const MAPPED = 40;
const DELIMITERS = [',', ';', '\t', '|'];
const LONELY = /** @type {const} */ (['fail', 'adjust', 'average', 'certainty', 'remove']);

/**
 * Shows what was recognised.
 * @param {HTMLElement} root
 * @param {Study} study
 * @param {string} id Its data set.
 * @param {object} more
 * @param {(dataset: Dataset) => void} more.change Takes the data set as it should be.
 * @param {(choice: Choice) => void} more.again Reads the file another way.
 * @param {string[]} more.unknown What stands in the country's column and is no country.
 * @param {{iso3: string, name: string}[]} more.countries All countries, in the reader's language.
 */
export function showRecognised(root, study, id, { change, again, unknown, countries }) {
    const dataset = study.dataset(id);
    const file = study.descriptions.get(id);
    root.hidden = study.origin !== 'own' || !dataset || !file;
    if (root.hidden || !dataset || !file) return;
    const names = file.columns.map((column) => column.name);
    const design = dataset.design ?? {};
    // Schemes of strata often begin anew in each country: the country then stands before the stratum.
    const stratum = design.strata?.at(-1);
    const crossed = (design.strata ?? []).slice(0, -1);
    const set = (/** @type {Partial<NonNullable<Dataset['design']>>} */ part) => change({ ...dataset, design: { ...design, ...part } });
    refill(root,
        h('h2', {}, t('recognised')),
        h('dl', { class: 'facts' },
            fact(t('recognised.file'), dataset.source),
            fact(t('recognised.rows'), String(file.rows)),
            fact(t('recognised.columns'), String(file.columns.length)),
            Boolean(file.languages?.length) && fact(t('recognised.languages'), (file.languages ?? []).map(languageName).join(', '))),
        Boolean(study.file) && h('div', { class: 'fields' }, ...reading(file, study.choice, again)),
        h('div', { class: 'fields' },
            column('country', t('recognised.country'), names, dataset.country ?? '', (name) => change({ ...dataset, country: name || undefined })),
            column('weight', t('recognised.weight'), names, design.weight ?? '', (name) => set({ weight: name || undefined })),
            column('strata', t('recognised.strata'), names, stratum ?? '', (name) => set({ strata: name ? [...crossed, name] : [] })),
            column('clusters', t('recognised.clusters'), names, design.clusters?.[0] ?? '', (name) => set({ clusters: name ? [name] : [] })),
            choice('lonely', t('recognised.lonely'), LONELY.map((rule) => [rule, t(`lonely.${rule}`)]), design.lonely_psu ?? 'fail',
                (rule) => set({ lonely_psu: /** @type {typeof LONELY[number]} */ (rule) }))),
        Boolean(dataset.country && stratum) && tick('crossed', t('recognised.crossed'), crossed.length > 0,
            (on) => set({ strata: [dataset.country, stratum].filter((name, at) => name && (on || at === 1)).map(String) })),
        Boolean(design.clusters?.length) && tick('nest', t('recognised.nest'), design.nest ?? false, (nest) => set({ nest })),
        ...mapping(dataset, unknown, countries, change),
        h('fieldset', { class: 'field bases' },
            h('legend', {}, t('basis')),
            ...BASES.map((basis) => h('label', { class: 'check' },
                h('input', { type: 'radio', name: 'basis', value: basis, checked: dataset.basis === basis, onchange: () => change({ ...dataset, basis }) }),
                h('span', {}, h('strong', {}, t(`basis.${basis}`)), ' ', t(`basis.${basis}.means`))))),
        !dataset.basis && h('p', { class: 'notice' }, t('basis.declare')));
}

/**
 * How the file was read; each can be changed, and then it is read again.
 * @param {import('../engine/protocol.js').Description} file
 * @param {Choice} chosen
 * @param {(choice: Choice) => void} again
 */
function reading(file, chosen, again) {
    const isText = !file.format || file.format === 'csv';
    const visible = (file.tables ?? []).map(({ name, hidden }) => /** @type {[string, string]} */ ([name, hidden ? t('recognised.hidden', { name }) : name]));
    const tools = CHOSEN.includes(/** @type {any} */ (file.tool)) ? CHOSEN : [/** @type {typeof TOOLS[number]} */ (file.tool)];
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
    return new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }).of(code) ?? code;
}

/**
 * @param {string} name
 * @param {string} value
 */
function fact(name, value) {
    return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string[]} names
 * @param {string} chosen
 * @param {(name: string) => void} take
 */
function column(id, label, names, chosen, take) {
    return choice(id, label, [['', t('recognised.none')], ...names.map((name) => /** @type {[string, string]} */ ([name, name]))], chosen, take);
}

/**
 * @param {string} id
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} take
 */
function choice(id, label, options, chosen, take) {
    const select = h('select', { id: `file-${id}`, onchange: () => take(select.value) }, ...options.map(([value, text]) => h('option', { value }, text)));
    select.value = chosen;
    return h('div', { class: 'field' }, h('label', { for: select.id }, label), select);
}

/**
 * @param {string} id
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} take
 */
function tick(id, label, on, take) {
    const box = h('input', { type: 'checkbox', id: `file-${id}`, checked: on, onchange: () => take(box.checked) });
    return h('label', { class: 'check' }, box, h('span', {}, label));
}

/** @param {string} mark */
function delimiter(mark) {
    return mark === '\t' ? t('delimiter.tab') : mark;
}
