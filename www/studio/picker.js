// A long list to choose one from, with a search: the questions of a data set.

import { h } from './dom.js';
import { t } from './language.js';

/** @typedef {{value: string, label: string, note: string, group: string}} Option */

let made = 0;

/** A button that shows what is chosen, and below it a searched list. */
export class Picker {
    /** @type {Option[]} */
    #options = [];
    /** @type {HTMLElement[]} */
    #items = [];
    #value = '';
    #active = -1;

    /**
     * @param {HTMLElement} label Names the picker.
     * @param {(value: string) => void} choose
     */
    constructor(label, choose) {
        const id = `picker-${++made}`;
        this.choose = choose;
        this.chosen = h('span', { id: `${id}-chosen`, class: 'picker-chosen' });
        this.button = h('button', {
            type: 'button', class: 'picker-button', 'aria-haspopup': 'listbox', 'aria-expanded': 'false',
            'aria-labelledby': `${label.id} ${id}-chosen`, onclick: () => (this.sheet.hidden ? this.#open() : this.#close()),
        }, this.chosen);
        this.list = h('div', { id: `${id}-list`, role: 'listbox', class: 'picker-list', 'aria-labelledby': label.id, tabindex: '-1' });
        this.input = h('input', {
            type: 'search', class: 'picker-search', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': this.list.id,
            'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
            oninput: () => this.#filter(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
        });
        this.none = h('p', { class: 'quiet', hidden: true });
        this.sheet = h('div', { class: 'picker-sheet', hidden: true }, this.input, this.none, this.list);
        this.element = h('div', { class: 'picker' }, this.button, this.sheet);
        this.element.addEventListener('focusout', (event) => {
            const to = /** @type {FocusEvent} */ (event).relatedTarget;
            if (!this.element.contains(/** @type {Node | null} */ (to))) this.#close(false);
        });
        this.list.addEventListener('mousedown', (event) => event.preventDefault());
        this.list.addEventListener('click', (event) => {
            const item = /** @type {HTMLElement} */ (event.target).closest('[role=option]');
            if (item) this.#take(this.#items.indexOf(/** @type {HTMLElement} */ (item)));
        });
    }

    /**
     * Shows these options, in groups as they follow one another.
     * @param {Option[]} options
     * @param {string} value
     */
    update(options, value) {
        this.#value = value;
        if (options !== this.#options) {
            this.#options = options;
            this.#build();
        }
        this.chosen.textContent = options.find((option) => option.value === value)?.label ?? t('question.none');
        this.input.setAttribute('aria-label', t('question.search'));
        this.input.placeholder = t('question.search');
        this.none.textContent = t('question.nothing');
        this.#items.forEach((item, index) => item.setAttribute('aria-selected', String(options[index].value === value)));
    }

    #build() {
        this.list.replaceChildren();
        this.#items = [];
        /** @type {HTMLElement | undefined} */
        let group;
        this.#options.forEach((option, index) => {
            if (option.group !== this.#options[index - 1]?.group) {
                group = h('div', { role: 'group', 'aria-label': option.group }, h('div', { class: 'picker-group', 'aria-hidden': 'true' }, option.group));
                this.list.append(group);
            }
            const item = h('div', { role: 'option', id: `${this.list.id}-${index}`, class: 'picker-option' },
                h('span', {}, option.label), h('span', { class: 'picker-note' }, option.note));
            item.dataset.find = fold(`${option.label} ${option.value} ${option.note}`);
            this.#items.push(item);
            group?.append(item);
        });
    }

    #open() {
        this.sheet.hidden = false;
        this.button.setAttribute('aria-expanded', 'true');
        this.input.value = '';
        this.#filter();
        this.#activate(this.#options.findIndex((option) => option.value === this.#value));
        this.input.focus();
    }

    /** @param {boolean} [back] Whether the focus goes back to the button. */
    #close(back = true) {
        if (this.sheet.hidden) return;
        this.sheet.hidden = true;
        this.button.setAttribute('aria-expanded', 'false');
        if (back) this.button.focus();
    }

    #filter() {
        const wanted = fold(this.input.value).split(/\s+/).filter(Boolean);
        for (const item of this.#items) item.hidden = !wanted.every((word) => item.dataset.find?.includes(word));
        for (const group of this.list.children) {
            /** @type {HTMLElement} */ (group).hidden = !group.querySelector('[role=option]:not([hidden])');
        }
        const first = this.#items.findIndex((item) => !item.hidden);
        this.none.hidden = first >= 0;
        this.#activate(first);
    }

    /** @param {number} index */
    #activate(index) {
        this.#items[this.#active]?.classList.remove('active');
        this.#active = index;
        const item = this.#items[index];
        if (!item) {
            this.input.removeAttribute('aria-activedescendant');
            return;
        }
        item.classList.add('active');
        item.scrollIntoView({ block: 'nearest' });
        this.input.setAttribute('aria-activedescendant', item.id);
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const shown = this.#items.flatMap((item, index) => (item.hidden ? [] : [index]));
        const at = shown.indexOf(this.#active);
        if (event.key === 'ArrowDown') this.#activate(shown[Math.min(shown.length - 1, at + 1)]);
        else if (event.key === 'ArrowUp') this.#activate(shown[Math.max(0, at - 1)]);
        else if (event.key === 'Enter') this.#take(this.#active);
        else if (event.key === 'Escape') this.#close();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {number} index */
    #take(index) {
        const option = this.#options[index];
        if (!option) return;
        this.#close();
        this.choose(option.value);
    }
}

/** Letters without their accents, in lower case: what a search compares. @param {string} text */
function fold(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
