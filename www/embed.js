// A chart in a frame. The address carries the publication; the frame tells its host how tall it is.

import './elements/pulso-chart.js';
import { unfoldPublication } from './studio/address.js';
import { languageOf } from './studio/language.js';

const chart = /** @type {import('./elements/pulso-chart.js').PulsoChart} */ (document.getElementById('chart'));

/** Shows what the address carries: `#p=` the publication, `&c=` the chart, `&l=` the locale. */
async function follow() {
    const fields = new URLSearchParams(location.hash.slice(1));
    const publication = await unfoldPublication(fields.get('p') ?? '');
    const locale = fields.get('l') ?? publication.document.locale ?? 'es-419';
    document.documentElement.lang = languageOf(locale);
    chart.setAttribute('locale', locale);
    chart.setAttribute('chart', fields.get('c') ?? publication.document.charts?.[0]?.id ?? '');
    chart.publication = publication;
}

/** The height in the three forms that hosts of embeds already understand. */
function tellHeight() {
    if (parent === window) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    const id = chart.getAttribute('chart') ?? '';
    for (const message of [
        { 'datawrapper-height': { [id]: height } },
        { sentinel: 'amp', type: 'embed-size', height },
        JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
    ]) parent.postMessage(message, '*');
}

chart.addEventListener('pulso:ready', (event) => {
    document.title = /** @type {CustomEvent<import('./engine/protocol.js').Picture>} */ (event).detail.title;
});
new ResizeObserver(tellHeight).observe(document.body);
addEventListener('hashchange', () => follow().catch(() => chart.fail()));
follow().catch(() => chart.fail());
