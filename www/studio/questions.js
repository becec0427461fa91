// What can be asked of a data set: its columns as questions, in the order in which a person would look for them.

/** @typedef {import('../engine/protocol.js').Code} Code */
/** @typedef {import('../engine/protocol.js').Text} Text */
/** @typedef {import('../engine/protocol.js').Document} Document */
/** @typedef {import('../engine/protocol.js').ColumnDescription} ColumnDescription */

/** @typedef {{code: Code, label: Text}} Answer */

/**
 * @typedef {object} Question
 * @property {string} id A column, a derived variable, a battery (`DDIT39_*`) or, for policies, a query of the document.
 * @property {Text} label
 * @property {'document' | 'several' | 'battery' | 'answers' | 'number' | 'figures'} group
 * @property {Answer[]} answers Empty for a number.
 * @property {string[]} items Columns of a battery.
 * @property {boolean} scale The answers run from one end to another.
 * @property {boolean} [ordered] The answers are bands of a number, the least first.
 * @property {boolean} [several] A person may give several answers; each is a column.
 * @property {'network' | 'leverage'} [named] What is no question of a column: the page has its words.
 * @property {{status: boolean}} [policy] For a policy: whether the document asks for its stage on given dates.
 * @property {Crossing} crossing
 */

/**
 * What a data set's answers can be set against.
 * @typedef {object} Crossing
 * @property {boolean} country Whether countries are told apart.
 * @property {Wave} [wave] When people were asked, where it was more than once.
 * @property {Question[]} groups Questions with few answers, by which people can be told apart.
 */

/** A column of years or rounds, the earliest first. @typedef {{id: string, label: Text, values: Code[]}} Wave */

/** When each published figure is known: by indicator, periods that some country has others beside, the earliest first. @typedef {Map<string, string[]>} Periods */

/** The dimensions of policies, each with its name in some languages. @typedef {{dimensions?: Record<string, string>[]}} Taxonomy */

/** More answers than these are not a closed question. */
const MOST_ANSWERS = 12;
/** More years than these are not rounds of one survey. */
const MOST_WAVES = 24;
/** What columns of years and rounds are called. */
const WAVE = /^(year|wave|round|cycle|period|survey_?year|a[nñ]o|ciclo|ola|ronda|onda|rodada|ano|ann[ée]e|vague)$/i;
/** Until a data set's crossing is known. @type {Crossing} */
const ALONE = { country: false, groups: [] };

/**
 * The questions of a data set.
 * @param {ColumnDescription[]} columns
 * @param {Document} document
 * @param {string} dataset
 * @param {Taxonomy} [taxonomy] That of policy events.
 * @param {Periods} [periods] Those of published figures.
 * @returns {Question[]}
 */
export function questions(columns, document, dataset, taxonomy, periods) {
    const kind = document.datasets?.find((candidate) => candidate.id === dataset)?.kind;
    const leverage = document.theory?.leverage ? [alone('leverage')] : [];
    if (kind === 'policy_events') return [...policies(document, dataset, taxonomy), ...leverage];
    if (kind === 'indicators') return [...figures(columns, periods), ...leverage];
    if (kind === 'network') return [network(columns), ...leverage];
    return [...ofSurvey(columns, document, dataset), ...leverage];
}

/**
 * @param {ColumnDescription[]} columns
 * @param {Document} document
 * @param {string} dataset
 * @returns {Question[]}
 */
function ofSurvey(columns, document, dataset) {
    const declared = document.datasets?.find((candidate) => candidate.id === dataset);
    const design = declared?.design;
    const wave = waveOf(columns, document, dataset);
    const parts = (document.variables ?? []).filter((variable) => variable.dataset === dataset).flatMap((variable) => variable.multiple?.items ?? []);
    const machinery = new Set([
        declared?.country, design?.weight, ...(design?.strata ?? []), ...(design?.clusters ?? []), ...(design?.fpc ?? []),
        ...replicateColumns(design, columns), ...parts, wave?.id,
    ]);
    const asked = columns.filter((column) => !machinery.has(column.name)).map(question).filter((found) => found !== null);
    const batteries = findBatteries(asked);
    const scales = new Set(batteries.flatMap((battery) => battery.items));
    for (const one of asked) one.scale ||= scales.has(one.id);
    const derived = (document.variables ?? []).filter((variable) => variable.dataset === dataset)
        .map((variable) => (variable.multiple ? severalQuestion(variable, variable.multiple.items, columns) : derivedQuestion(variable)));
    const used = new Set((document.queries ?? []).filter((query) => query.dataset === dataset).map((query) => subject(query)));
    const first = [...derived, ...asked].filter((one) => used.has(one.id) || (derived.includes(one) && !one.several));
    for (const one of first) one.group = 'document';
    const several = derived.filter((one) => !first.includes(one));
    const rest = asked.filter((one) => !first.includes(one));
    const groups = [...first, ...rest].filter((one) => !one.scale && !one.several && one.answers.length > 1);
    const crossing = { country: Boolean(declared?.country), wave, groups };
    for (const one of [...first, ...several, ...batteries, ...rest]) one.crossing = crossing;
    return [
        ...first,
        ...several,
        ...batteries,
        ...rest.filter((one) => one.group === 'answers'),
        ...rest.filter((one) => one.group === 'number'),
    ];
}

/**
 * What a query asks about: a variable, a battery, or itself.
 * @param {import('../engine/protocol.js').Query} query
 */
export function subject(query) {
    if (query.estimate === 'network') return 'network';
    if (query.estimate.startsWith('policy_')) return query.dimension ?? query.id;
    if (query.items?.length) return query.items.length > 1 ? batteryOf(query.items) : query.items[0];
    return typeof query.of === 'string' ? query.of : (query.of?.variable ?? '');
}

/** Name of the battery of these columns. @param {string[]} items */
export function batteryOf(items) {
    return `${items[0].replace(/\d+$/, '')}*`;
}

/**
 * The answers that count at first: the positive end of a scale, the yes of a yes or no, else the first.
 * @param {Question} question
 * @returns {Code[]}
 */
export function positive(question) {
    const codes = question.answers.map((answer) => answer.code);
    const yes = question.answers.find((answer) => /^(s[ií]|sim|yes|oui)\b/i.test(plain(answer.label)));
    if (yes && codes.length <= 3) return [yes.code];
    if (!question.scale && !question.ordered) return codes.slice(0, 1);
    const half = Math.floor(codes.length / 2);
    return startsHigh(question.answers) ? codes.slice(0, half) : codes.slice(codes.length - half);
}

/**
 * The three parts of a scale.
 * @param {Question} question
 * @returns {{positive: Code[], neutral: Code[], negative: Code[]}}
 */
export function parts(question) {
    const up = positive({ ...question, scale: true });
    const codes = question.answers.map((answer) => answer.code);
    const neutral = codes.length % 2 ? [codes[(codes.length - 1) / 2]] : [];
    return { positive: up, neutral, negative: codes.filter((code) => !up.includes(code) && !neutral.includes(code)) };
}

/** Whether a scale begins with its positive end. @param {Answer[]} answers */
function startsHigh(answers) {
    return /^(siempre|sempre|always|toujours|muy (de acuerdo|buen)|totalmente de acuerdo|strongly agree|concordo tot|tout à fait)/i.test(plain(answers[0]?.label ?? ''));
}

/** @param {Text} text */
function plain(text) {
    return typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
}

/**
 * @param {ColumnDescription} column
 * @returns {Question | null}
 */
function question(column) {
    const label = column.label || column.name;
    const answers = (column.values ?? []).map((value) => ({ code: value.code, label: value.label ?? String(value.code) }));
    const labelled = (column.values ?? []).some((value) => value.label !== undefined);
    const numeric = column.type === 'number' || column.type === 'integer';
    if (answers.length > 1 && answers.length <= MOST_ANSWERS && (labelled || !numeric)) {
        return { id: column.name, label, group: 'answers', answers, items: [], scale: false, crossing: ALONE };
    }
    if (!numeric) return null;
    return { id: column.name, label, group: 'number', answers: [], items: [], scale: false, crossing: ALONE };
}

/**
 * Columns that follow one another, numbered on, with the same answers, three or more: items of one scale.
 * @param {Question[]} asked
 * @returns {Question[]}
 */
function findBatteries(asked) {
    /** @type {Question[][]} */
    const runs = [];
    for (const one of asked) {
        const before = runs.at(-1)?.at(-1);
        if (before && follows(before, one)) runs.at(-1)?.push(one);
        else runs.push([one]);
    }
    return runs.filter((items) => items.length > 1).map((items) => ({
        id: batteryOf([items[0].id]),
        label: items[0].label,
        group: 'battery',
        answers: items[0].answers,
        items: items.map((item) => item.id),
        scale: true,
        crossing: ALONE,
    }));
}

/**
 * @param {Question} before
 * @param {Question} after
 */
function follows(before, after) {
    const [, stem, number] = /^(.*?)(\d+)$/.exec(before.id) ?? [];
    const next = /^(.*?)(\d+)$/.exec(after.id);
    return stem !== undefined && stem === next?.[1] && Number(next[2]) === Number(number) + 1
        && after.answers.length >= 3 && JSON.stringify(before.answers) === JSON.stringify(after.answers);
}

/**
 * @param {NonNullable<Document['variables']>[number]} variable
 * @returns {Question}
 */
function derivedQuestion(variable) {
    const bands = variable.bands ? [...variable.bands.cuts.keys(), variable.bands.cuts.length].map(String) : [];
    const codes = variable.bands ? bands : [...new Set(Object.values(variable.recode?.values ?? {}).map(String))].sort();
    const answers = codes.map((code) => ({ code: codeOf(code), label: variable.labels?.[code] ?? code }));
    const ordered = bands.length > 0;
    return { id: variable.id, label: variable.label ?? variable.id, group: 'document', answers, items: [], scale: false, ordered, crossing: ALONE };
}

/**
 * A question of several answers: its answers are columns.
 * @param {NonNullable<Document['variables']>[number]} variable
 * @param {string[]} items
 * @param {ColumnDescription[]} columns
 * @returns {Question}
 */
function severalQuestion(variable, items, columns) {
    const answers = items.map((item) => ({ code: item, label: columns.find((column) => column.name === item)?.label ?? item }));
    return { id: variable.id, label: variable.label ?? variable.id, group: 'several', answers, items: [], scale: false, several: true, crossing: ALONE };
}

/**
 * Columns of replicate weights: nobody asks about them.
 * @param {NonNullable<Document['datasets']>[number]['design']} design
 * @param {ColumnDescription[]} columns
 */
function replicateColumns(design, columns) {
    const named = design?.replicates?.columns ?? [];
    if (typeof named !== 'string') return named;
    const stem = named.split('{')[0];
    return columns.map((column) => column.name).filter((name) => name.startsWith(stem) && /^\d+$/.test(name.slice(stem.length)));
}

/**
 * When people were asked: the column that the document's queries follow, or one that is called so.
 * @param {ColumnDescription[]} columns
 * @param {Document} document
 * @param {string} dataset
 * @returns {Wave | undefined}
 */
function waveOf(columns, document, dataset) {
    const followed = document.queries?.find((query) => query.dataset === dataset && query.trend)?.trend?.over;
    const column = columns.find(({ name }) => name === followed) ?? columns.find(({ name, values = [] }) => WAVE.test(name) && values.length > 1 && values.length <= MOST_WAVES);
    const values = (column?.values ?? []).map(({ code }) => code);
    return column && values.length > 1 ? { id: column.name, label: column.label ?? column.name, values } : undefined;
}

/**
 * What the document holds beside columns.
 * @param {'network' | 'leverage'} named
 * @returns {Question}
 */
function alone(named) {
    return { id: named, label: '', group: 'document', answers: [], items: [], scale: false, named, crossing: { country: false, groups: [] } };
}

/**
 * Who is tied to whom; what the members' list says of them can colour them.
 * @param {ColumnDescription[]} columns Those of the members.
 * @returns {Question}
 */
function network(columns) {
    const known = columns.map(question).filter((one) => one !== null);
    const groups = known.filter((one) => one.id !== 'id' && one.answers.length > 1 && one.answers.length <= MOST_ANSWERS);
    return { ...alone('network'), crossing: { country: false, groups } };
}

/**
 * Figures that others published, by indicator.
 * @param {ColumnDescription[]} columns
 * @param {Periods} [known]
 * @returns {Question[]}
 */
function figures(columns, known) {
    const [indicators, periods] = ['indicator', 'period'].map((wanted) => columns.find(({ name }) => name === wanted));
    const values = (periods?.values ?? []).map(({ code }) => code);
    return (indicators?.values ?? []).map(({ code, label }) => {
        const own = known ? (known.get(String(code)) ?? []) : values;
        const wave = own.length > 1 ? { id: 'period', label: periods?.label ?? 'period', values: own } : undefined;
        const crossing = { country: true, wave, groups: [] };
        return { id: String(code), label: label ?? String(code), group: 'figures', answers: [], items: [], scale: false, crossing };
    });
}

/**
 * The policy questions are the dimensions that the document asks about, each with its dates.
 * @param {Document} document
 * @param {string} dataset
 * @param {Taxonomy | undefined} taxonomy
 * @returns {Question[]}
 */
function policies(document, dataset, taxonomy) {
    const asked = (document.queries ?? []).filter((query) => query.dataset === dataset);
    return [...new Set(asked.map(subject))].map((id) => {
        const queries = asked.filter((query) => subject(query) === id);
        const chart = document.charts?.find((candidate) => queries.some((query) => candidate.query === query.id));
        const names = taxonomy?.dimensions?.find((dimension) => dimension.id === id);
        const status = queries.some((query) => query.estimate === 'policy_status');
        return { id, label: names ?? chart?.subtitle ?? chart?.title ?? id, group: 'document', answers: [], items: [], scale: false, policy: { status }, crossing: { country: true, groups: [] } };
    });
}

/** A code as the document writes it: a number where it reads as one. @param {string} text @returns {Code} */
export function codeOf(text) {
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
