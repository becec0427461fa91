// The kinds of chart, and which of them can answer a question.

/** @typedef {import('./questions.js').Question} Question */
/**
 * @typedef {'ranking' | 'grouped_bars' | 'likert' | 'heatmap' | 'tile_map' | 'map' | 'timeline' | 'adoption' | 'trend' | 'slope' | 'dumbbell' |
 *     'distribution' | 'network' | 'leverage' | 'small_multiples' | 'table'} Kind
 */

/** Bars of more groups than these cannot be told apart. */
const MOST_BARS = 4;
/** More columns than these make a heat map wider than a page. */
const MOST_COLUMNS = 12;

/**
 * The kinds of chart that can answer a question.
 * @param {Question | undefined} question
 * @returns {Kind[]}
 */
export function kinds(question) {
    if (!question) return [];
    if (question.named) return question.named === 'network' ? ['network', 'table'] : ['leverage'];
    const { country, wave } = question.crossing;
    /** @type {Kind[]} */
    const panels = crossings(question, 'small_multiples').length > 0 ? ['small_multiples'] : [];
    if (question.policy) return question.policy.status ? ['heatmap', 'timeline', 'adoption', 'tile_map', 'map', 'table'] : ['timeline', 'adoption', 'table'];
    if (question.items.length) return ['likert', ...panels, 'table'];
    if (question.several) return country ? ['grouped_bars', 'table'] : ['ranking', 'grouped_bars', 'table'];
    /** @type {Kind[]} */
    const places = country ? ['tile_map', 'map'] : [];
    if (question.group === 'figures') return ['ranking', ...places, ...(wave ? /** @type {Kind[]} */ (['trend', ...panels, 'heatmap']) : []), 'table'];
    /** @type {Kind[]} */
    const crossed = ['trend', 'slope', ...(country ? /** @type {Kind[]} */ (['dumbbell', 'heatmap']) : [])];
    const rest = [...places, ...crossed.filter((kind) => crossings(question, kind).length > 0), ...panels, /** @type {const} */ ('table')];
    if (question.answers.length === 0) return ['ranking', 'distribution', ...rest];
    if (question.scale) return ['ranking', 'grouped_bars', 'likert', 'distribution', ...rest];
    return question.ordered ? ['ranking', 'grouped_bars', 'distribution', ...rest] : ['ranking', 'grouped_bars', ...rest];
}

/**
 * What a kind of chart can set against the country: variables by their ids; empty for the answers themselves.
 * @param {Question} question
 * @param {Kind} kind
 * @returns {string[]}
 */
export function crossings(question, kind) {
    const { country, wave, groups } = question.crossing;
    const waves = wave ? [wave.id] : [];
    const others = (/** @type {number} */ most) => groups.filter((one) => one !== question && one.answers.length <= most).map((one) => one.id);
    switch (kind) {
        case 'trend': case 'slope': return waves;
        case 'network': return ['', ...groups.map((one) => one.id)];
        // Lines of each country, its answers to a battery, or countries in each group.
        case 'small_multiples': {
            if (!country || question.policy || question.several) return [];
            if (question.items.length) return ['country'];
            return [...(wave ? ['country'] : []), ...(question.group === 'figures' ? [] : others(MOST_BARS))];
        }
        case 'dumbbell': return [...waves, ...others(2)];
        case 'grouped_bars': return question.several ? [''] : ['', ...others(MOST_BARS)];
        case 'heatmap': return question.policy ? [] : [...(question.answers.length ? [''] : []), ...waves, ...others(MOST_COLUMNS)];
        default: return [];
    }
}
