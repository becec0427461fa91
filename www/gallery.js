// The gallery: every chart of the examples in one language, at one width, on one ground, to be looked through.

import './elements/pulso-chart.js';
import { EngineClient } from './engine/client.js';
import { byId, h } from './studio/dom.js';
import { LANGUAGES, say, speak, t } from './studio/language.js';
import { Study } from './studio/study.js';

/** @typedef {import('./elements/pulso-chart.js').PulsoChart} PulsoChart */
/** @typedef {import('./engine/protocol.js').Publication} Publication */

/** The examples, by their files' names. */
const EXAMPLES = ['erce', 'region', 'network'];
/** A phone, a page, a stage. */
const WIDTHS = ['320', '850', '1920'];
const THEMES = ['light', 'dark', 'print'];

/** What the address asks for, and what can be asked for. */
const wishes = new URLSearchParams(location.hash.slice(1));
const asked = {
    locale: wishes.get('locale') ?? 'es-419',
    width: wishes.get('width') ?? '850',
    theme: wishes.get('theme') ?? 'light',
    text: wishes.get('text') ?? '1',
};

/** @type {{title: import('./engine/protocol.js').Text | undefined, publication: Publication}[]} */
const shown = [];

async function load() {
    const engine = new EngineClient();
    for (const name of EXAMPLES) {
        const study = await Study.fetch(engine, new URL(`examples/${name}.pulso.json`, document.baseURI));
        shown.push({ title: study.document.title ?? undefined, publication: await study.whole(asked.locale) });
    }
}

function show() {
    byId('title').textContent = document.title = t('gallery');
    byId('wishes').replaceChildren(
        wish('locale', t('language'), LANGUAGES.map(({ locale, name }) => [locale, name])),
        wish('width', t('gallery.width'), WIDTHS.map((width) => [width, `${width} px`])),
        wish('theme', t('share.ground'), THEMES.map((theme) => [theme, t(`share.ground.${theme}`)])),
        wish('text', t('gallery.text'), [['1', '100 %'], ['2', '200 %']]));
    byId('charts').replaceChildren(...shown.map(({ title, publication }) => h('section', {},
        h('h2', {}, say(title, asked.locale)),
        h('div', { class: 'kinds' }, ...(publication.document.charts ?? []).map((spec) => figure(publication, spec))))));
    byId('charts').ariaBusy = 'false';
}

/**
 * @param {Publication} publication
 * @param {import('./engine/protocol.js').Spec} spec
 */
function figure(publication, spec) {
    const chart = /** @type {PulsoChart} */ (h(/** @type {any} */ ('pulso-chart'), {
        chart: spec.id, locale: asked.locale, theme: asked.theme, 'text-scale': asked.text,
        style: `width: ${asked.width}px`,
    }));
    chart.publication = publication;
    return h('figure', {}, h('figcaption', {}, `${spec.kind} · ${spec.id}`), chart);
}

/**
 * @param {keyof typeof asked} name
 * @param {string} label
 * @param {string[][]} options
 */
function wish(name, label, options) {
    const select = h('select', {
        name,
        onchange: async () => {
            asked[name] = select.value;
            history.replaceState(null, '', `#${new URLSearchParams(asked)}`);
            await speak(asked.locale);
            show();
        },
    }, ...options.map(([value, text]) => h('option', { value, selected: value === asked[name] }, text)));
    return h('label', {}, label, select);
}

await Promise.all([speak(asked.locale), load()]);
show();
