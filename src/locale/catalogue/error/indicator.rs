//! What was left out of a publisher's figures on their way into the long form.

use super::entries;

entries! {
    "areas_left_out" {
        es: "Datos que quedan fuera porque su área no es un país de América Latina y el Caribe: {count}. Áreas: {values}.",
        pt: "Dados que ficam de fora porque sua área não é um país da América Latina e do Caribe: {count}. Áreas: {values}.",
        en: "Values that are left out because their area is no country of Latin America and the Caribbean: {count}. Areas: {values}.",
        fr: "Données laissées de côté car leur zone n’est pas un pays d’Amérique latine et des Caraïbes\u{a0}: {count}. Zones\u{a0}: {values}.",
    }
    "observations_missing" {
        es: "Casillas sin dato en la fuente: {count}.",
        pt: "Células sem dado na fonte: {count}.",
        en: "Cells for which the source has no data: {count}.",
        fr: "Cases sans donnée dans la source\u{a0}: {count}.",
    }
    "periods_unknown" {
        es: "Datos que quedan fuera porque su período no se entiende: {count}. Períodos: {values}.",
        pt: "Dados que ficam de fora porque seu período não é compreendido: {count}. Períodos: {values}.",
        en: "Values that are left out because their period cannot be read: {count}. Periods: {values}.",
        fr: "Données laissées de côté car leur période ne se lit pas\u{a0}: {count}. Périodes\u{a0}: {values}.",
    }
    "values_not_numbers" {
        es: "Datos que quedan fuera porque no son números: {count}. Valores: {values}.",
        pt: "Dados que ficam de fora porque não são números: {count}. Valores: {values}.",
        en: "Values that are left out because they are no numbers: {count}. They read: {values}.",
        fr: "Données laissées de côté car ce ne sont pas des nombres\u{a0}: {count}. Valeurs\u{a0}: {values}.",
    }
}
