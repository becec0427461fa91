// A first document for a file just read: what the engine proposes by the names of the columns, and what the file itself declares.

/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').Dataset} Dataset */
/** @typedef {import('../engine/protocol.js').Description} Description */
/** @typedef {import('../engine/protocol.js').Multiple} Multiple */
/** @typedef {NonNullable<Dataset['design']>} Design */
/** @typedef {NonNullable<Design['preset']>} Preset */
/** @typedef {NonNullable<Design['replicates']>['method']} Method */

/** Those whose files hold published figures; the last is anybody's. */
export const PUBLISHERS = ['world_bank', 'uis', 'owid', 'sdmx', 'hxl', 'indicators'];
/** The columns that figures published by others come in. */
const FIGURES = ['period', 'indicator', 'value'];
/** Fewer numbered columns than these are no replicate weights: the least that studies publish are a few dozens. */
const FEWEST = 10;
/** What their names say of how they were made; the rest is for the reader to say. @type {[RegExp, Method][]} */
const MADE_BY = [[/boot|bsw|^bs_?$/i, 'bootstrap'], [/brr/i, 'brr'], [/fay/i, 'fay'], [/jk/i, 'jk1'], [/sdr/i, 'sdr']];
/** Those that need nothing else to be known. */
export const METHODS = /** @type {const} */ (['brr', 'fay', 'jk1', 'jk2', 'bootstrap', 'sdr']);
/** Fay's factor, as the studies that use it have it. */
const FAY = 0.5;

/** Studies by columns that no other has: each pattern is found among the names. @type {[Preset, RegExp[]][]} */
const STUDIES = [
    ['pisa', [/^w_fstuwt$/i, /^w_fstu?r(wt)?0*1$/i]],
    ['talis_teacher', [/^tchwgt$/i, /^trwgt0*1$/i]],
    ['talis_principal', [/^schwgt$/i, /^srwgt0*1$/i]],
    ['iccs', [/^totwgts$/i, /^srwgt0*1$/i]],
    ['pirls', [/^totwgt$/i, /^jkzone$/i, /^asrrea0*1$/i]],
    ['timss', [/^totwgt$/i, /^jkzone$/i]],
];

/**
 * The engine's proposal with what was recognised in the file. Whoever knows the file has the last word.
 * @param {Document} document
 * @param {Description | undefined} file
 * @param {Multiple[]} several
 * @returns {Document}
 */
export function proposed(document, file, several) {
    const [dataset, ...others] = document.datasets ?? [];
    if (!dataset || !file) return document;
    if (areFigures(file)) return { ...document, datasets: [asFigures(dataset), ...others] };
    return {
        ...document,
        datasets: [{ ...dataset, design: design(dataset.design ?? {}, file) }, ...others],
        variables: [...(document.variables ?? []), ...several.map((multiple) => variable(dataset, multiple))],
    };
}

/**
 * Questions of several answers that the file has, by itself or by the codebook beside it, each under a name that no column has.
 * @param {Description | undefined} file
 * @param {Description} [codebook]
 * @returns {Multiple[]}
 */
export function severalOf(file, codebook) {
    const columns = new Set(file?.columns.map((column) => column.name));
    /** @type {Map<string, Multiple>} */
    const found = new Map();
    for (const multiple of [...(codebook?.multiple ?? []), ...(file?.multiple ?? [])]) {
        const items = multiple.items.map((item) => (columns.has(item) ? item : spelled(multiple.name, item))).filter((item) => columns.has(item));
        if (items.length < 2) continue;
        let { name } = multiple;
        while (columns.has(name)) name += '_';
        const label = multiple.label ?? found.get(name)?.label;
        found.set(name, { ...multiple, name, label, items });
    }
    return [...found.values()];
}

/**
 * An answer's column as SurveyCTO spells it: `q_1`, and `q__1` where the answer is -1.
 * @param {string} question
 * @param {string} item As a form's codebook has it: `q/1`.
 */
function spelled(question, item) {
    return `${question}_${item.slice(question.length + 1).replace(/^-/, '_')}`;
}

/**
 * Questions of several answers whose own column lists those that were chosen: the codebook knows the answers, and no column holds one.
 * @param {Description} file
 * @param {Description} codebook
 */
export function listed(file, codebook) {
    const columns = new Set(file.columns.map((column) => column.name));
    const whole = (codebook.multiple ?? []).filter(({ name, items }) => columns.has(name) && !items.some((item) => columns.has(item) || columns.has(spelled(name, item))));
    return whole.map(({ name, items }) => ({ name, options: items.map((item) => item.slice(name.length + 1)) }));
}

/** Whether the rows are figures that others published. @param {Description} file */
export function areFigures(file) {
    return PUBLISHERS.includes(file.tool) || (mayBeFigures(file) && file.columns.some((column) => column.name === 'iso3'));
}

/** Whether the rows may be figures that others published. @param {Description} file */
export function mayBeFigures(file) {
    return FIGURES.every((name) => file.columns.some((column) => column.name === name));
}

/**
 * The data set with its rows as figures that others published: there is no sample to describe.
 * @param {Dataset} dataset
 * @returns {Dataset}
 */
export function asFigures({ design: _, basis: __, missing: ___, ...rest }) {
    return { ...rest, kind: 'indicators' };
}

/**
 * The data set with its rows as the records of a survey.
 * @param {Dataset} dataset
 * @returns {Dataset}
 */
export function asSurvey(dataset) {
    return { ...dataset, kind: 'survey', design: { lonely_psu: 'adjust' } };
}

/**
 * @param {Design} guessed By the names of the columns.
 * @param {Description} file
 * @returns {Design}
 */
function design(guessed, file) {
    const { lonely_psu } = guessed;
    const preset = studyOf(file);
    if (preset) return { preset, lonely_psu };
    const weight = file.weight ?? guessed.weight;
    const replicates = replicatesOf(file);
    const method = replicates && methodOf(replicates.stem);
    if (replicates && method) return { ...replicateDesign({ weight }, replicates, method), lonely_psu };
    // Records of a repeated group came together, in the submissions at the top.
    const root = file.parents?.at(-1)?.key;
    return { ...guessed, weight, ...(root && !guessed.clusters ? { clusters: [root] } : {}) };
}

/** The study whose columns these are. @param {Description} file */
function studyOf(file) {
    const names = file.columns.map((column) => column.name);
    return STUDIES.find(([, patterns]) => patterns.every((pattern) => names.some((name) => pattern.test(name))))?.[0];
}

/**
 * Columns that may be replicate weights: numbers under one name, numbered on from one or from zero.
 * @typedef {object} Run
 * @property {string} stem
 * @property {string[]} names
 */

/**
 * The longest run of columns that may be replicate weights.
 * @param {Description} file
 * @returns {Run | undefined}
 */
export function replicatesOf(file) {
    /** @type {Map<string, string[]>} */
    const runs = new Map();
    for (const { name, type } of file.columns) {
        const [, stem, digits] = /^(.*?)(\d+)$/.exec(name) ?? [];
        if (!stem || (type !== 'number' && type !== 'integer')) continue;
        const run = runs.get(stem) ?? [];
        if (Number(digits) === run.length + (run[0]?.slice(stem.length) === '0' ? 0 : 1) || (run.length === 0 && Number(digits) === 0)) run.push(name);
        runs.set(stem, run);
    }
    const long = [...runs].filter(([stem, names]) => names.length >= FEWEST && /rep|r?w[ei]?g?h?t|^w_?r?$|peso|pond|poids|fact|boot|bs|brr|fay|jk|sdr/i.test(stem));
    const [found] = long.toSorted(([, one], [, other]) => other.length - one.length);
    return found && { stem: found[0], names: found[1] };
}

/** @param {string} stem */
function methodOf(stem) {
    return MADE_BY.find(([pattern]) => pattern.test(stem))?.[1];
}

/**
 * A design whose errors come from replicate weights: they carry strata and clusters in them.
 * @param {Design} design
 * @param {Run} run
 * @param {Method} method
 * @returns {Design}
 */
export function replicateDesign(design, { stem, names }, method) {
    const { strata: _, clusters: __, nest: ___, preset: ____, ...rest } = design;
    const first = Number(names[0].slice(stem.length));
    const plain = names.every((name, at) => name === `${stem}${first + at}`);
    const columns = plain ? `${stem}{${first}..${first + names.length - 1}}` : names;
    return { ...rest, replicates: { columns, method, mse: true, ...(method === 'fay' ? { rho: FAY } : {}) } };
}

/**
 * A question of several answers as a variable of the document.
 * @param {Dataset} dataset
 * @param {Multiple} multiple
 * @returns {NonNullable<Document['variables']>[number]}
 */
export function variable(dataset, { name, label, items, selected, not_shown }) {
    return {
        id: name,
        dataset: dataset.id,
        label: label ?? name,
        multiple: { items, selected: selected === undefined ? [1] : [selected], not_shown: not_shown ?? [] },
    };
}
