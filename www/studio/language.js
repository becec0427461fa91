// The page's own words. The words of charts, reports and errors come from the viewer.

/** @typedef {import('../engine/protocol.js').Text} Text */

/** The languages of the page, each with its name and the number habits it opens with. */
export const LANGUAGES = [
    { code: 'es', name: 'Español', locale: 'es-419' },
    { code: 'pt', name: 'Português', locale: 'pt-BR' },
    { code: 'en', name: 'English', locale: 'en' },
    { code: 'fr', name: 'Français', locale: 'fr' },
];

/** @type {Map<string, Record<string, string>>} */
const loaded = new Map();
/** @type {Record<string, string>} */
let current = {};

/** The language part of a locale. @param {string} locale */
export function languageOf(locale) {
    const code = locale.split(/[-_]/)[0];
    return LANGUAGES.some((language) => language.code === code) ? code : 'es';
}

/**
 * Makes this locale's language the page's.
 * @param {string} locale
 */
export async function speak(locale) {
    const code = languageOf(locale);
    if (!loaded.has(code)) {
        const response = await fetch(new URL(`../i18n/${code}.json`, import.meta.url));
        loaded.set(code, await response.json());
    }
    current = loaded.get(code) ?? {};
    document.documentElement.lang = locale === 'es-419' ? 'es' : locale;
    for (const element of document.querySelectorAll('[data-words]')) {
        element.textContent = t(element.getAttribute('data-words') ?? '');
    }
    for (const element of document.querySelectorAll('[data-words-label]')) {
        element.setAttribute('aria-label', t(element.getAttribute('data-words-label') ?? ''));
    }
}

/**
 * The sentence of this key, with `{name}` filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
    return (current[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Whether the page has a sentence of this key. @param {string} key */
export function knows(key) {
    return key in current;
}

/**
 * A text of the document in this locale's language; else the first that exists, as the engine chooses it.
 * @param {Text | undefined | null} text
 * @param {string} locale
 */
export function say(text, locale) {
    if (!text) return '';
    if (typeof text === 'string') return text;
    const found = [languageOf(locale), 'es', 'en', 'pt', 'fr'].find((language) => text[language]);
    return found ? text[found] : (Object.values(text)[0] ?? '');
}
