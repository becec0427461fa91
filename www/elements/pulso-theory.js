// <pulso-theory>: the theory of change of a publication, with where each node stands.

import { PulsoChart } from './pulso-chart.js';

/** A `<pulso-chart>` that finds the document's theory chart by itself. */
export class PulsoTheory extends PulsoChart {
    /** @override */
    get chart() {
        const theory = this.publication?.document.charts?.find((chart) => chart.kind === 'theory');
        return theory?.id ?? super.chart;
    }
}

if (!customElements.get('pulso-theory')) customElements.define('pulso-theory', PulsoTheory);
