// The panel of choices: data, question, answers, chart, countries, order.

import { h, refill } from './dom.js';
import { crossings, kinds } from './kinds.js';
import { say, t } from './language.js';
import { Picker } from './picker.js';
import { countsAll } from './view.js';

/** @typedef {import('./study.js').Study} Study */
/** @typedef {import('./view.js').View} View */
/** @typedef {import('./questions.js').Question} Question */

/** The picture of each kind of chart, as the `d` of one path in a box of 24. */
const ICONS = {
    ranking: 'M4 6h9M4 12h6M4 18h12M16 6h.01M13 12h.01M19 18h.01',
    grouped_bars: 'M5 20V10M9 20V6M15 20v-8M19 20V4',
    likert: 'M3 7h18M6 12h12M2 17h14M12 3v18',
    heatmap: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
    tile_map: 'M9 3h5v5H9zM4 9h5v5H4zM15 9h5v5h-5zM9 15h5v5H9z',
    map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
    timeline: 'M4 5h7v4H4zM13 5h7v4h-7zM4 14h11v4H4zM17 14h3v4h-3z',
    adoption: 'M3 20h5v-6h5V9h4V5h4',
    trend: 'M3 17l5-5 4 3 8-9M3 21h18',
    slope: 'M6 3v18M18 3v18M6 8l12 8M6 17l12-9',
    dumbbell: 'M5 7h12M9 12h9M4 17h8M5 7h.01M17 7h.01M9 12h.01M18 12h.01M4 17h.01M12 17h.01',
    distribution: 'M3 12h4M7 8h9v8H7zM12 8v8M16 12h5',
    network: 'M6 6l11 3M6 6l4 12M17 9l-7 9M6 6h.01M17 9h.01M10 18h.01M19 17l-9 1',
    leverage: 'M3 17h18M12 17l-3 4h6zM5 14V8M10 14V4M15 14v-4M20 14V7',
    small_multiples: 'M3 4h8v7H3zM13 4h8v7h-8zM3 13h8v7H3zM5 9l2-2 2 1M15 9l2-3 2 2M5 18l4-3',
    table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
};

/**
 * @typedef {object} PanelState
 * @property {Study[]} studies All that is open.
 * @property {Study} study The one that is shown.
 * @property {View} view
 * @property {{iso3: string, name: string}[]} countries Those of the data, by name.
 * @property {boolean} average Whether there is a regional average, which is drawn in any case.
 */

/** What results call the regional average. */
const AVERAGE = 'average';

/** The choices; each change is handed on whole, and the panel waits to be updated. */
export class Panel {
    /** @type {import('./picker.js').Option[]} */
    #options = [];
    #optionsFor = '';
    /** @type {Question[]} */
    #asked = [];
    /** @type {Study[]} */
    #studies = [];

    /**
     * @param {HTMLElement} root
     * @param {object} handlers
     * @param {(change: Partial<View>) => void} handlers.change
     * @param {(study: Study, dataset: string) => void} handlers.open
     */
    constructor(root, { change, open }) {
        this.change = change;
        this.open = open;
        this.data = h('select', { id: 'choose-data', onchange: () => this.#chooseData() });
        this.dataField = h('div', { class: 'field' }, h('label', { for: 'choose-data' }), this.data);
        const questionLabel = h('span', { id: 'question-label', class: 'label' });
        this.picker = new Picker(questionLabel, (question) => change({ question }));
        this.question = h('div', { class: 'field' }, questionLabel, this.picker.element);
        this.answers = h('fieldset', { class: 'field' });
        this.kinds = h('fieldset', { class: 'field' });
        this.by = h('select', { id: 'choose-by', onchange: () => change({ by: this.by.value }) });
        this.byField = h('div', { class: 'field' }, h('label', { for: 'choose-by' }), this.by);
        this.on = h('select', { id: 'choose-on', onchange: () => change({ on: this.on.value }) });
        this.onField = h('div', { class: 'field' }, h('label', { for: 'choose-on' }), this.on);
        this.countries = h('fieldset', { class: 'field' });
        this.me = h('select', { id: 'choose-me', onchange: () => change({ me: this.me.value }) });
        this.meField = h('div', { class: 'field' }, h('label', { for: 'choose-me' }), this.me);
        this.order = h('fieldset', { class: 'field' });
        root.append(this.dataField, this.question, this.answers, this.kinds, this.byField, this.onField, this.meField, this.countries, this.order);
    }

    /** @param {PanelState} state */
    update(state) {
        const { study, view } = state;
        const question = study.question(view.dataset, view.question);
        this.#data(state);
        this.#question(study, view);
        this.#answers(question, view);
        this.#kinds(question, view);
        this.#by(question, view);
        this.#on(question, study, view);
        this.#countries(state);
        this.#order(view);
    }

    /** @param {PanelState} state */
    #data({ studies, study, view }) {
        const label = /** @type {HTMLElement} */ (this.dataField.firstElementChild);
        label.textContent = t('data');
        refill(this.data, ...studies.flatMap((one, index) => (one.document.datasets ?? []).map((dataset) => {
            const name = one.origin === 'own' ? dataset.source : `${t(`origin.${one.origin}`)} · ${say(dataset.cite, view.locale) || dataset.source}`;
            const option = h('option', { value: `${index} ${dataset.id}` }, name.length > 70 ? `${name.slice(0, 68)}…` : name);
            option.selected = one === study && dataset.id === view.dataset;
            return option;
        })));
        this.#studies = studies;
    }

    #chooseData() {
        const [index, ...dataset] = this.data.value.split(' ');
        const study = this.#studies[Number(index)];
        if (study) this.open(study, dataset.join(' '));
    }

    /**
     * @param {Study} study
     * @param {View} view
     */
    #question(study, view) {
        const label = /** @type {HTMLElement} */ (this.question.firstElementChild);
        label.textContent = t('question');
        const asked = study.questions(view.dataset);
        this.question.hidden = asked.length === 0;
        const key = `${view.locale} ${view.dataset}`;
        if (this.#optionsFor !== key || this.#asked !== asked) {
            this.#optionsFor = key;
            this.#asked = asked;
            this.#options = asked.map((question) => ({
                value: question.id,
                label: title(question, view.locale),
                note: question.id,
                group: t(`question.group.${question.group}`),
            }));
        }
        this.picker.update(this.#options, view.question);
    }

    /**
     * @param {Question | undefined} question
     * @param {View} view
     */
    #answers(question, view) {
        const counts = question && question.answers.length > 0 && !question.items.length && !question.several && !countsAll(view) && view.kind !== 'likert';
        this.answers.hidden = !counts;
        if (!counts) return;
        refill(this.answers, h('legend', {}, t('answers')), ...question.answers.map(({ code, label }) => h('label', { class: 'check' },
            h('input', {
                type: 'checkbox', name: 'answer', value: String(code), checked: view.is.map(String).includes(String(code)),
                onchange: () => this.#takeAnswers(question),
            }), h('span', {}, say(label, view.locale)))));
    }

    /** At least one answer counts: the last one cannot be taken away. @param {Question} question */
    #takeAnswers(question) {
        const boxes = /** @type {HTMLInputElement[]} */ ([...this.answers.querySelectorAll('input')]);
        const is = question.answers.filter((_, index) => boxes[index].checked).map((answer) => answer.code);
        this.change(is.length ? { is } : {});
    }

    /**
     * @param {Question | undefined} question
     * @param {View} view
     */
    #kinds(question, view) {
        const possible = kinds(question);
        this.kinds.hidden = possible.length === 0;
        refill(this.kinds, h('legend', {}, t('kind')), h('div', { class: 'segments' }, ...possible.map((kind) => h('label', { class: 'segment' },
            h('input', { type: 'radio', name: 'kind', value: kind, checked: kind === view.kind, onchange: () => this.change({ kind }) }),
            icon(ICONS[kind]), h('span', {}, t(`kind.${kind}`))))));
    }

    /**
     * @param {Question | undefined} question
     * @param {View} view
     */
    #by(question, view) {
        const sides = question ? crossings(question, view.kind) : [];
        this.byField.hidden = sides.length < 2;
        const label = /** @type {HTMLElement} */ (this.byField.firstElementChild);
        label.textContent = t('by');
        const { wave, groups } = question?.crossing ?? { groups: [] };
        const named = (/** @type {string} */ id) => say((wave?.id === id ? wave : groups.find((one) => one.id === id))?.label, view.locale);
        const none = question?.named ? t('by.none') : t('by.answers');
        refill(this.by, ...sides.map((id) => h('option', { value: id }, id === 'country' ? t('by.country') : id ? named(id) : none)));
        this.by.value = view.by;
    }

    /**
     * @param {Question | undefined} question
     * @param {Study} study
     * @param {View} view
     */
    #on(question, study, view) {
        const figures = question?.group === 'figures';
        const wave = question?.crossing.wave;
        const periods = figures ? study.periods(view.dataset).filter((period) => wave?.values.includes(period)) : (wave?.values ?? []).map(String).toReversed();
        this.onField.hidden = periods.length < 2 || view.by === wave?.id;
        const label = /** @type {HTMLElement} */ (this.onField.firstElementChild);
        label.textContent = t('on');
        const options = periods.map((period, index) => h('option', { value: figures || index > 0 ? period : '' }, period));
        refill(this.on, figures && h('option', { value: '' }, t('on.latest')), ...options);
        this.on.value = view.on;
        if (this.on.selectedIndex < 0) this.on.selectedIndex = 0;
    }

    /** @param {PanelState} state */
    #countries({ view, countries, average }) {
        this.countries.hidden = this.meField.hidden = countries.length < 2;
        if (this.countries.hidden) return;
        const label = /** @type {HTMLElement} */ (this.meField.firstElementChild);
        label.textContent = t('me');
        refill(this.me, h('option', { value: '' }, t('me.none')), ...countries.map(({ iso3, name }) => h('option', { value: iso3 }, name)));
        this.me.value = view.me;
        const shown = new Set(view.countries.length ? view.countries : countries.map((country) => country.iso3));
        const mine = countries.find((country) => country.iso3 === view.me);
        const take = (/** @type {string[]} */ chosen) => this.change({ countries: chosen.length === countries.length ? [] : chosen });
        const none = average ? [AVERAGE] : [];
        refill(this.countries,
            h('legend', {}, t('countries')),
            h('p', { class: 'actions' },
                h('button', { type: 'button', class: 'link', id: 'countries-all', onclick: () => take(countries.map((country) => country.iso3)) }, t('countries.all')),
                average && h('button', { type: 'button', class: 'link', id: 'countries-average', onclick: () => take(none) }, t('countries.average')),
                mine && h('button', { type: 'button', class: 'link', id: 'countries-mine', onclick: () => take([mine.iso3]) }, t('countries.only', { name: mine.name }))),
            h('div', { class: 'chips' }, ...countries.map(({ iso3, name }) => h('label', { class: 'chip' },
                h('input', {
                    type: 'checkbox', name: 'country', value: iso3, checked: shown.has(iso3),
                    onchange: (/** @type {Event} */ event) => {
                        const on = /** @type {HTMLInputElement} */ (event.target).checked;
                        const chosen = countries.map((country) => country.iso3).filter((code) => (code === iso3 ? on : shown.has(code)));
                        take(chosen.length ? chosen : average ? none : [iso3]);
                    },
                }), h('span', {}, name)))));
    }

    /** @param {View} view */
    #order(view) {
        this.order.hidden = this.countries.hidden;
        refill(this.order, h('legend', {}, t('order')), h('div', { class: 'segments' }, ...['value', 'name'].map((order) => h('label', { class: 'segment' },
            h('input', { type: 'radio', name: 'order', value: order, checked: order === view.order, onchange: () => this.change({ order }) }),
            h('span', {}, t(`order.${order}`))))));
    }
}

/**
 * A question in words; a battery is called by its first item and how many it has.
 * @param {Question} question
 * @param {string} locale
 */
export function title(question, locale) {
    if (question.named) return t(`question.${question.named}`);
    const label = say(question.label, locale);
    return question.items.length ? t('question.battery', { label, n: question.items.length }) : label;
}

/** @param {string} d */
function icon(d) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', d);
    svg.append(path);
    return svg;
}
