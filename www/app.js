// The studio: what is open, what is chosen, and the page that follows from it.

import './elements/pulso-chart.js';
import './elements/pulso-theory.js';
import { EngineClient, Failure } from './engine/client.js';
import { fold, readAddress, unfold, unfoldPublication, writeAddress } from './studio/address.js';
import { byId, h } from './studio/dom.js';
import { save, slug } from './studio/files.js';
import { sentences, showFindings } from './studio/findings.js';
import { hold } from './studio/hold.js';
import { Intake } from './studio/intake.js';
import { LANGUAGES, languageOf, say, speak, t } from './studio/language.js';
import { Panel } from './studio/panel.js';
import { showRecognised } from './studio/recognised.js';
import { page, preview, reported, showBlocks, withView } from './studio/report.js';
import { share } from './studio/share.js';
import { Published, Study } from './studio/study.js';
import { showIndicators } from './studio/theory.js';
import { choose, opening, settle } from './studio/view.js';
import { viewer } from './viewer.js';

/** @typedef {import('./studio/view.js').View} View */
/** @typedef {import('./engine/protocol.js').Publication} Publication */
/** @typedef {import('./engine/protocol.js').Trouble} Trouble */
/** @typedef {import('./elements/pulso-chart.js').PulsoChart} PulsoChart */

const EXAMPLE = new URL('examples/erce.pulso.json', document.baseURI);
/** Changes of the same field that follow so soon are one step back, not many. */
const ONE_STEP_MS = 1500;

const engine = new EngineClient();
const chart = /** @type {PulsoChart} */ (byId('chart'));
const theoryChart = /** @type {PulsoChart} */ (byId('theory-chart'));

/** All that is open. @type {Study[]} */
const studies = [];
/** The one that is shown. @type {Study} */
let study;
/** @type {View} */
let view;
/** What the chart shows. @type {Publication | undefined} */
let shown;
/** Names of the countries in the data, in the reader's language. @type {{iso3: string, name: string}[]} */
let countries = [];
let average = false;
/** Edited targets of the example's theory, as the address holds them. */
let targets = '';

// ── choosing ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Shows the view with this changed. @param {Partial<View>} part */
async function change(part) {
    const next = { ...view, ...part };
    const question = study.question(next.dataset, next.question);
    const asked = question && part.question !== undefined ? choose(next, question, study.document) : next;
    view = settle(asked, question);
    await update(Object.keys(part).join());
}

/**
 * Shows a study as its document opens it, or as it is wanted.
 * @param {Study} opened
 * @param {Partial<View>} [wanted]
 */
async function open(opened, wanted = {}) {
    study = opened;
    const dataset = (opened.dataset(wanted.dataset ?? '') ?? opened.document.datasets?.[0])?.id ?? '';
    const locale = wanted.locale ?? view?.locale ?? opened.document.locale ?? 'es-419';
    const start = opening(opened.document, opened.questions(dataset), dataset, locale);
    const question = opened.question(dataset, wanted.question ?? '');
    const asked = question && question.id !== start.question ? choose(start, question, opened.document) : start;
    view = settle({ ...asked, ...wanted, dataset, locale }, question ?? opened.question(dataset, asked.question));
    await update('study');
}

let step = { what: '', at: 0 };
let updates = 0;

/** Brings the page up to what is chosen. @param {string} what What has changed; empty leaves the address alone. */
async function update(what) {
    const turn = ++updates;
    const module = await viewer();
    await speak(view.locale);
    panel.update({ studies, study, view, countries, average });
    showLanguages();
    try {
        const publication = await study.answer(view);
        if (turn !== updates) return;
        shown = publication;
        showChart(module);
        // The words of what was noticed come from the worker; the rest does not wait for them.
        const rest = what ? remember(what).then(showWhole) : showWhole();
        await Promise.all([showNoticed(() => turn === updates), rest]);
    } catch (error) {
        if (!(error instanceof Failure)) throw error;
        fail(error.troubles);
    }
}

/** @param {import('./engine/protocol.js').ViewerModule} module */
function showChart(module) {
    const question = study.question(view.dataset, view.question);
    const dataset = study.dataset(view.dataset);
    byId('title').textContent = say(study.document.title, view.locale) || dataset?.source || t('title');
    document.title = `${byId('title').textContent} · Pulso`;
    byId('cite').textContent = [say(dataset?.cite, view.locale), say(dataset?.licence, view.locale)].filter(Boolean).join(' · ');
    showRecognised(byId('recognised'), study, view.dataset, {
        change(document) {
            const [before] = study.document.datasets ?? [];
            study.edit(document);
            const [after] = document.datasets ?? [];
            // What is asked of figures is not what is asked of people.
            if (before?.kind === after?.kind) update('dataset');
            else study.describe(after).then(() => open(study, { dataset: view.dataset, locale: view.locale })).catch(stop);
        },
        label: (language) => {
            const dataset = study.dataset(view.dataset);
            if (dataset) study.label(dataset, language).then(() => update('language')).catch(stop);
        },
        locale: view.locale,
        again: (choice) => intake.again(study, choice),
        countries: module.countries(view.locale).toSorted((a, b) => a.name.localeCompare(b.name, view.locale)),
        unknown: (shown?.results.warnings ?? []).filter(({ code }) => code === 'unknown_country').flatMap(({ params }) => params?.value ?? []).map(String),
    });
    const result = shown?.results.results[0];
    chart.hidden = !result;
    const empty = byId('empty');
    empty.hidden = Boolean(result);
    empty.textContent = study.declared(view.dataset) ? t('question.none') : t('basis.declare');
    /** @type {HTMLButtonElement} */ (byId('share-open')).disabled = !result;
    /** @type {HTMLButtonElement} */ (byId('report-add')).hidden = !result || study.origin === 'link' || !question;
    if (!result || !shown) return;
    chart.setAttribute('locale', view.locale);
    chart.publication = shown;
    const codes = new Set(result.rows.map((row) => row.by.country).filter((code) => code !== undefined));
    average = codes.delete('average');
    const named = new Map(module.countries(view.locale).map(({ iso3, name }) => [iso3, name]));
    countries = [...codes].map((code) => ({ iso3: String(code), name: named.get(String(code)) ?? String(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, view.locale));
    panel.update({ studies, study, view, countries, average });
}

/** Says why something that the reader wanted cannot be. @param {unknown} error */
function stop(error) {
    if (!(error instanceof Failure)) throw error;
    fail(error.troubles);
}

/**
 * What was noticed and what failed, once it is worded.
 * @param {() => boolean} wanted Whether the page still shows this.
 */
async function showNoticed(wanted) {
    const { locale } = view;
    const { results: [result], errors: failed = [], warnings = [] } = shown?.results ?? { results: [] };
    /** @type {import('./studio/findings.js').Explain} */
    const explain = (troubles) => study.explain(troubles, locale);
    if (!result && failed.length > 0) {
        const said = await sentences(failed, locale, explain);
        if (!wanted()) return;
        byId('empty').textContent = said.join(' ');
    }
    const findings = { errors: result ? failed : [], warnings: [...study.found, ...warnings], notes: result?.notes };
    await showFindings(byId('findings'), findings, locale, explain, wanted);
}

/** What the theory was last shown for. @type {{document?: import('./engine/protocol.js').Document, locale?: string}} */
let assessed = {};

/** The theory and the report: they follow the document, not the view. */
async function showWhole() {
    const hasTheory = Boolean(study.document.theory);
    byId('theory').hidden = !hasTheory;
    byId('report').hidden = !shown?.results.results.length;
    showBlocks(byId('blocks'), reported(study.document, shown), study, view.locale, (blocks) => {
        study.edit({ ...reported(study.document, shown), report: blocks });
        update('report');
    });
    if (!hasTheory || (assessed.document === study.document && assessed.locale === view.locale)) return;
    assessed = { document: study.document, locale: view.locale };
    const whole = await study.whole(view.locale);
    const drawn = whole.document.charts?.some((spec) => spec.kind === 'theory');
    const charts = drawn ? whole.document.charts : [...(whole.document.charts ?? []), { id: 'theory', kind: /** @type {const} */ ('theory') }];
    const publication = { ...whole, document: { ...whole.document, charts } };
    theoryChart.setAttribute('locale', view.locale);
    theoryChart.publication = publication;
    const assessment = await hold(publication, (held) => held.assess());
    showIndicators(byId('indicators'), publication, assessment, view.locale, study.origin === 'link' ? undefined : retarget);
}

/**
 * @param {string} id
 * @param {import('./studio/theory.js').Targets} edited
 */
async function retarget(id, edited) {
    const theory = study.document.theory;
    const indicators = theory?.indicators?.map((indicator) => (indicator.id === id ? { ...indicator, ...edited } : indicator));
    study.edit({ ...study.document, theory: { ...theory, indicators } });
    const all = Object.fromEntries((indicators ?? []).map(({ id, baseline, targets }) => [id, { baseline, targets }]));
    targets = study.origin === 'example' ? await fold(all) : '';
    await update('theory');
    announce(t('theory.updated'));
}

// ── the report ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Puts the view into the report. */
function addToReport() {
    const longer = shown && withView(study.document, shown);
    if (!longer) return;
    study.edit(longer);
    update('report');
    announce(t('report.added'));
}

/** The report's HTML. @param {{interactive?: boolean}} [options] Otherwise it only shows. */
async function reportHtml({ interactive = false } = {}) {
    const document = reported({ ...study.document, locale: view.locale }, shown);
    const results = study instanceof Published ? study.publication.results : await engine.run(document);
    return page({ document, results }, view.locale, interactive);
}

/** Id of the chart that is shown. */
function shownChart() {
    return shown?.document.charts?.[0]?.id ?? '';
}

// ── the address ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The address of what is shown. An example is named; other data travel as results. */
async function addressNow() {
    const { locale, order, me, countries: some } = view;
    if (study.origin === 'example') return writeAddress({ doc: 'example', view: trimmed(), targets });
    const publication = shown && (await fold(await hold(shown, (held) => held.prune(shownChart()))));
    return writeAddress({ publication, view: { locale, order: order === 'value' ? '' : order, me, countries: some } });
}

/** The view without what goes without saying. @returns {Partial<View>} */
function trimmed() {
    const { is, order, ...rest } = view;
    const question = study.question(view.dataset, view.question);
    const counts = question?.answers.length && !question.items.length ? { is } : {};
    return { ...rest, ...counts, order: order === 'value' ? '' : order };
}

/** @param {string} what */
async function remember(what) {
    const hash = await addressNow();
    // An address that no browser takes would lose the reader's place; the history keeps the view itself.
    const address = hash.length > 60_000 ? location.pathname + location.search : hash;
    const state = { study: studies.indexOf(study), view };
    const now = Date.now();
    const again = step.what === what && now - step.at < ONE_STEP_MS;
    step = { what, at: now };
    if (again || what === 'study' && history.state === null) history.replaceState(state, '', address);
    else history.pushState(state, '', address);
}

/** Opens what the address asks for. */
async function follow() {
    const address = readAddress(location.hash);
    const kept = /** @type {{study: number, view: View} | null} */ (history.state);
    if (kept && studies[kept.study]) {
        study = studies[kept.study];
        view = kept.view;
        await update('');
    } else if (address.publication) {
        const published = new Published(engine, await unfoldPublication(address.publication));
        studies.push(published);
        await open(published, address.view);
    } else {
        const example = studies.find((one) => one.origin === 'example') ?? (await openExample());
        if (address.targets) await restore(example, address.targets);
        await open(example, address.view);
    }
}

async function openExample() {
    engine.warm();
    const example = await Study.fetch(engine, EXAMPLE);
    studies.unshift(example);
    return example;
}

/**
 * @param {Study} example
 * @param {string} text
 */
async function restore(example, text) {
    const edits = /** @type {Record<string, import('./studio/theory.js').Targets>} */ (await unfold(text));
    const theory = example.document.theory;
    const indicators = theory?.indicators?.map((indicator) => ({ ...indicator, ...edits[indicator.id] }));
    example.edit({ ...example.document, theory: { ...theory, indicators } });
    targets = text;
}

// ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Says a change once to a screen reader. @param {string} message */
function announce(message) {
    byId('live').textContent = message;
}

/**
 * Says what went wrong. What was loaded stays.
 * @param {Trouble[]} troubles
 * @param {string} [what]
 * @param {import('./studio/findings.js').Explain} [explain] Of whom raised them: the engine, unless it is said.
 */
async function fail(troubles, what = t('failed.compute'), explain = (raised, locale) => engine.explain(raised, locale)) {
    const said = await sentences(troubles, view?.locale ?? 'es-419', explain);
    const box = byId('failures');
    box.hidden = false;
    box.scrollIntoView({ block: 'center' });
    box.replaceChildren(
        h('h2', {}, what),
        h('ul', {}, ...said.map((text) => h('li', {}, text))),
        h('p', { class: 'actions' }, h('button', { type: 'button', class: 'plain', onclick: () => (box.hidden = true) }, t('close'))));
}

function showLanguages() {
    byId('languages').replaceChildren(...LANGUAGES.map(({ code, name, locale }) => h('button', {
        type: 'button', lang: code, id: `language-${code}`,
        'aria-pressed': String(languageOf(view.locale) === code),
        onclick: async () => {
            await change({ locale });
            byId(`language-${code}`).focus();
        },
    }, h('span', { class: 'code' }, code.toUpperCase()), ' ', h('span', { class: 'name' }, name))));
}

const panel = new Panel(byId('panel'), { change, open: (opened, dataset) => open(opened, { dataset }) });

const intake = new Intake(engine, {
    progress: byId('progress'),
    veil: byId('veil'),
    input: /** @type {HTMLInputElement} */ (byId('file')),
}, {
    opened: async (opened) => {
        byId('failures').hidden = true;
        studies.push(opened);
        await open(opened);
        byId('recognised').scrollIntoView({ block: 'start' });
    },
    failed: (troubles) => fail(troubles, t('failed.open')),
    latest: () => studies.findLast((one) => one.origin === 'own'),
});

chart.addEventListener('pulso:ready', (event) => {
    const { title, description } = /** @type {CustomEvent<import('./engine/protocol.js').Picture>} */ (event).detail;
    if (event.target === chart && byId('live').textContent !== title) announce(title || description);
});
chart.addEventListener('pulso:error', (event) => {
    const why = /** @type {CustomEvent<Trouble | Trouble[] | Error>} */ (event).detail;
    const troubles = why instanceof Error ? [{ code: 'engine_stopped', params: { value: String(why) } }] : [why].flat();
    fail(troubles, t('failed.compute'), async (raised, locale) => {
        const { explain } = await viewer();
        return raised.map((trouble) => explain(trouble, locale));
    });
});
chart.addEventListener('pulso:select', (event) => {
    // The country is part of the view, which draws the chart anew.
    event.preventDefault();
    const { country } = /** @type {CustomEvent<Record<string, string>>} */ (event).detail;
    if (countries.some((one) => one.iso3 === country)) change({ me: country === view.me ? '' : country });
});

byId('report-add').addEventListener('click', addToReport);
byId('report-save').addEventListener('click', async () => {
    save(`${slug(byId('title').textContent ?? '')}.html`, new Blob([await reportHtml({ interactive: true })], { type: 'text/html' }));
    announce(t('saved', { name: t('report') }));
});
byId('report-preview').addEventListener('click', async () => {
    const frame = /** @type {HTMLIFrameElement} */ (byId('report-frame'));
    frame.hidden = !frame.hidden;
    byId('report-preview').setAttribute('aria-expanded', String(!frame.hidden));
    if (!frame.hidden) preview(frame, await reportHtml());
});
byId('share-open').addEventListener('click', async () => {
    const picture = chart.picture;
    if (!shown || !picture) return;
    const base = new URL('.', document.baseURI).href;
    const link = new URL(await addressNow(), document.baseURI).href;
    const [element, frame] = await hold(shown, (held) => [
        held.embedElement(shownChart(), view.locale, base),
        held.embedFrame(shownChart(), view.locale, base),
    ]);
    const carried = await fold(await hold(shown, (held) => held.prune(shownChart())));
    const address = `${base}embed.html#c=${shownChart()}&l=${view.locale}&p=${carried}`;
    share(/** @type {HTMLDialogElement} */ (byId('share')), {
        picture, element, frame, address, link,
        report: () => reportHtml({ interactive: true }),
        data: (format) => chart.data(format) ?? '',
        draw: (otherwise) => chart.draw(otherwise) ?? picture,
    });
});

addEventListener('popstate', () => follow().catch(refuse));
follow().catch(refuse);

/** An address that cannot be followed: say so, and open the example. @param {unknown} error */
async function refuse(error) {
    await speak(view?.locale ?? 'es-419');
    const troubles = error instanceof Failure ? error.troubles : [{ code: 'bad_link', params: { value: String(error) } }];
    await fail(troubles, t('failed.open'));
    if (!view && location.hash) {
        history.replaceState(null, '', location.pathname + location.search);
        await follow();
    }
}
