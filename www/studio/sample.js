// How the records came into the sample: the design that was proposed, each part of which can be changed, and what sample it is.

import { h } from './dom.js';
import { choice, column, tick } from './fields.js';
import { t } from './language.js';
import { METHODS, replicateDesign, replicatesOf } from './proposal.js';

/** @typedef {import('../engine/protocol.js').Dataset} Dataset */
/** @typedef {import('../engine/protocol.js').Description} Description */
/** @typedef {NonNullable<Dataset['design']>} Design */

const BASES = /** @type {const} */ (['probability', 'census', 'self_selected']);
const LONELY = /** @type {const} */ (['fail', 'adjust', 'average', 'certainty', 'remove']);
const STUDIES = /** @type {const} */ (['pisa', 'talis_teacher', 'talis_principal', 'timss', 'pirls', 'iccs', 'erce_2019']);

/**
 * The design of a survey and its basis.
 * @param {Dataset} dataset
 * @param {Description} file
 * @param {(dataset: Dataset) => void} change
 */
export function sample(dataset, file, change) {
    const design = dataset.design ?? {};
    const set = (/** @type {Design} */ next) => change({ ...dataset, design: next });
    return [
        h('h3', {}, t('design')),
        h('div', { class: 'fields' }, ...(design.preset ? [study(design, set)] : fields(design, file, set))),
        ...(design.preset ? [h('p', { class: 'quiet' }, t('design.study.means'))] : ticks(dataset, design, set)),
        h('fieldset', { class: 'field bases' },
            h('legend', {}, t('basis')),
            ...BASES.map((basis) => h('label', { class: 'check' },
                h('input', { type: 'radio', name: 'basis', value: basis, checked: dataset.basis === basis, onchange: () => change({ ...dataset, basis }) }),
                h('span', {}, h('strong', {}, t(`basis.${basis}`)), ' ', t(`basis.${basis}.means`))))),
        !dataset.basis && h('p', { class: 'notice' }, t('basis.declare')),
    ];
}

/**
 * A study whose design is known says all of it.
 * @param {Design} design
 * @param {(design: Design) => void} set
 */
function study(design, set) {
    const { lonely_psu } = design;
    return choice('study', t('design.study'), [['', t('design.study.none')], ...STUDIES.map((id) => /** @type {[string, string]} */ ([id, t(`study.${id}`)]))],
        design.preset ?? '', (preset) => set(preset ? { preset: /** @type {typeof STUDIES[number]} */ (preset), lonely_psu } : { lonely_psu }));
}

/**
 * @param {Design} design
 * @param {Description} file
 * @param {(design: Design) => void} set
 */
function fields(design, file, set) {
    const names = file.columns.map((column) => column.name);
    const run = replicatesOf(file);
    const { replicates } = design;
    const made = replicates?.method ?? METHODS[0];
    // Schemes of strata often begin anew in each country: the country then stands before the stratum.
    const crossed = crossedWith(design);
    const { replicates: _, ...bare } = design;
    const weight = column('weight', t('recognised.weight'), names, design.weight ?? '', (name) => set({ ...design, weight: name || undefined }),
        file.weight && design.weight === file.weight ? t('design.declared') : undefined);
    const weights = [
        run && choice('replicates', t('design.replicates'),
            [['', t('design.replicates.none')], ['run', t('design.replicates.run', { first: run.names[0], last: run.names.at(-1) ?? '', n: run.names.length })]],
            replicates ? 'run' : '', (chosen) => set(chosen ? replicateDesign(design, run, made) : bare)),
        run && replicates && choice('method', t('design.method'), METHODS.map((method) => [method, t(`method.${method}`)]), made,
            (method) => set(replicateDesign(design, run, /** @type {typeof METHODS[number]} */ (method)))),
    ];
    const sampled = replicates ? [] : [
        column('strata', t('recognised.strata'), names, design.strata?.at(-1) ?? '', (name) => set({ ...design, strata: name ? [...crossed, name] : [] })),
        column('clusters', t('recognised.clusters'), names, design.clusters?.[0] ?? '', (name) => set({ ...design, clusters: name ? [name] : [] })),
        choice('lonely', t('recognised.lonely'), LONELY.map((rule) => [rule, t(`lonely.${rule}`)]), design.lonely_psu ?? 'fail',
            (rule) => set({ ...design, lonely_psu: /** @type {typeof LONELY[number]} */ (rule) })),
    ];
    return [study(design, set), weight, ...weights, ...sampled].filter((field) => field !== undefined);
}

/**
 * @param {Dataset} dataset
 * @param {Design} design
 * @param {(design: Design) => void} set
 */
function ticks({ country }, design, set) {
    const stratum = design.strata?.at(-1);
    return [
        Boolean(country && stratum) && tick('crossed', t('recognised.crossed'), crossedWith(design).length > 0,
            (on) => set({ ...design, strata: [country, stratum].filter((name, at) => name && (on || at === 1)).map(String) })),
        Boolean(design.clusters?.length) && tick('nest', t('recognised.nest'), design.nest ?? false, (nest) => set({ ...design, nest })),
    ];
}

/** The columns that strata are crossed with. @param {Design} design */
function crossedWith(design) {
    return (design.strata ?? []).slice(0, -1);
}
