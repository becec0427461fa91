// Building and finding elements.

/**
 * Builds an element: attributes by name, listeners as `onclick`, children as elements or text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes] `false`, `null` and `undefined` leave an attribute out; `true` gives it no value.
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === false || value === null || value === undefined) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
        else if (name === 'checked' || name === 'value') Object.assign(element, { [name]: value });
        else element.setAttribute(name, value === true ? '' : String(value));
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

/**
 * The element of this id, which the page is known to have.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`no element #${id}`);
    return element;
}

/**
 * Replaces an element's children and puts the focus back on the one with the same `id`, `name` or `value`.
 * @param {HTMLElement} parent
 * @param {...(Node | string | null | undefined | false)} children
 */
export function refill(parent, ...children) {
    const active = /** @type {HTMLInputElement | null} */ (parent.contains(document.activeElement) ? document.activeElement : null);
    parent.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
    if (!active) return;
    const again = [...parent.querySelectorAll(active.localName)].find((element) => {
        const candidate = /** @type {HTMLInputElement} */ (element);
        return candidate.id === active.id && candidate.name === active.name && candidate.value === active.value;
    });
    /** @type {HTMLElement | undefined} */ (again)?.focus();
}
