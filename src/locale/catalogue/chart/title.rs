//! Titles made from the data, and alternative texts.

use crate::locale::message::{Message, message};
use crate::locale::plural::Plural;

// Titles. Names stand in parentheses or after a colon, so that no article or preposition has to agree with them.

/// An end of a range, with whose it is, where that is sure.
pub const END_OF: Message = message! {
    es: "{value} ({name})",
    pt: "{value} ({name})",
    en: "{value} ({name})",
    fr: "{value} ({name})",
};
/// The countries' range, with the average.
pub const RANGE_WITH_AVERAGE: Message = message! {
    es: "Entre países va de {low} a {high}; el promedio es {average}",
    pt: "Entre os países, vai de {low} a {high}; a média é {average}",
    en: "Countries range from {low} to {high}; the average is {average}",
    fr: "Selon le pays, de {low} à {high}\u{202f}; la moyenne est de {average}",
};
/// The countries' range.
pub const RANGE: Message = message! {
    es: "Entre países va de {low} a {high}",
    pt: "Entre os países, vai de {low} a {high}",
    en: "Countries range from {low} to {high}",
    fr: "Selon le pays, de {low} à {high}",
};
/// The range of groups that are no countries.
pub const RANGE_OF_GROUPS: Message = message! {
    es: "Va de {low} a {high}",
    pt: "Vai de {low} a {high}",
    en: "From {low} to {high}",
    fr: "De {low} à {high}",
};
/// The range of a self-selected sample.
pub const RANGE_OF_RESPONDENTS: Message = message! {
    es: "Entre quienes respondieron: de {low} a {high}",
    pt: "Entre quem respondeu: de {low} a {high}",
    en: "Among those who answered: from {low} to {high}",
    fr: "Parmi les personnes ayant répondu\u{a0}: de {low} à {high}",
};
/// One country, clearly above the average.
pub const ABOVE_AVERAGE: Message = message! {
    es: "{country}: {value}, por encima del promedio ({average})",
    pt: "{country}: {value}, acima da média ({average})",
    en: "{country}: {value}, above the average ({average})",
    fr: "{country}\u{a0}: {value}, au-dessus de la moyenne ({average})",
};
/// One country, clearly below the average.
pub const BELOW_AVERAGE: Message = message! {
    es: "{country}: {value}, por debajo del promedio ({average})",
    pt: "{country}: {value}, abaixo da média ({average})",
    en: "{country}: {value}, below the average ({average})",
    fr: "{country}\u{a0}: {value}, au-dessous de la moyenne ({average})",
};
/// One country, not clearly different from the average.
pub const NEAR_AVERAGE: Message = message! {
    es: "{country}: {value}, sin diferencia clara con el promedio ({average})",
    pt: "{country}: {value}, sem diferença clara em relação à média ({average})",
    en: "{country}: {value}, not clearly different from the average ({average})",
    fr: "{country}\u{a0}: {value}, sans différence nette avec la moyenne ({average})",
};
/// One country and the average, without a comparison.
pub const BESIDE_AVERAGE: Message = message! {
    es: "{country}: {value}; promedio: {average}",
    pt: "{country}: {value}; média: {average}",
    en: "{country}: {value}; average: {average}",
    fr: "{country}\u{a0}: {value}\u{202f}; moyenne\u{a0}: {average}",
};
/// One value.
pub const SINGLE: Message = message! {
    es: "{name}: {value}",
    pt: "{name}: {value}",
    en: "{name}: {value}",
    fr: "{name}\u{a0}: {value}",
};
/// Nothing can be shown.
pub const NOTHING_TO_SHOW: Message = message! {
    es: "No hay datos que se puedan mostrar",
    pt: "Não há dados que possam ser mostrados",
    en: "There are no data that can be shown",
    fr: "Aucune donnée ne peut être affichée",
};
/// The most frequent answer.
pub const MOST_FREQUENT: Message = message! {
    es: "«{answer}» es la respuesta más frecuente en {count} de {total} países",
    pt: "“{answer}” é a resposta mais frequente em {count} de {total} países",
    en: "“{answer}” is the most frequent answer in {count} of {total} countries",
    fr: "«\u{a0}{answer}\u{a0}» est la réponse la plus fréquente dans {count} pays sur {total}",
};
/// The most frequent answer of one group.
pub const MOST_FREQUENT_ONE: Message = message! {
    es: "«{answer}» es la respuesta más frecuente ({value})",
    pt: "“{answer}” é a resposta mais frequente ({value})",
    en: "“{answer}” is the most frequent answer ({value})",
    fr: "«\u{a0}{answer}\u{a0}» est la réponse la plus fréquente ({value})",
};
/// Net agreement of several rows.
pub const NET_RANGE: Message = message! {
    es: "El acuerdo neto va de {low} a {high}",
    pt: "A concordância líquida vai de {low} a {high}",
    en: "Net agreement ranges from {low} to {high}",
    fr: "L’accord net va de {low} à {high}",
};
/// Net agreement with one item over several countries.
pub const NET_RANGE_OF_ITEM: Message = message! {
    es: "«{item}»: el acuerdo neto va de {low} a {high}",
    pt: "“{item}”: a concordância líquida vai de {low} a {high}",
    en: "“{item}”: net agreement ranges from {low} to {high}",
    fr: "«\u{a0}{item}\u{a0}»\u{a0}: l’accord net va de {low} à {high}",
};
/// Net agreement of one row.
pub const NET_ONE: Message = message! {
    es: "{name}: acuerdo neto de {value} puntos",
    pt: "{name}: concordância líquida de {value} pontos",
    en: "{name}: net agreement of {value} points",
    fr: "{name}\u{a0}: accord net de {value} points",
};
/// The date on which most countries stood at a stage.
pub const STAGE_ON_DATE: Message = message! {
    es: "{date}: {count} de {total} países en «{stage}»",
    pt: "{date}: {count} de {total} países em “{stage}”",
    en: "{date}: {count} of {total} countries at “{stage}”",
    fr: "{date}\u{a0}: {count} pays sur {total} à l’étape «\u{a0}{stage}\u{a0}»",
};
/// Countries that moved between stages of a policy.
pub const STAGES_MOVED: Message = message! {
    es: "{from} – {to}: {higher} de {total} países pasaron a una etapa más alta y {lower} a una más baja",
    pt: "{from} – {to}: {higher} de {total} países passaram a uma etapa mais alta e {lower} a uma mais baixa",
    en: "{from} – {to}: {higher} of {total} countries moved to a higher stage and {lower} to a lower one",
    fr: "{from} – {to}\u{a0}: {higher} pays sur {total} sont passés à une étape plus élevée et {lower} à une étape plus basse",
};
/// A stage, and what lies beyond it.
pub const OR_BEYOND: Message = message! {
    es: "«{stage}» o más",
    pt: "“{stage}” ou mais",
    en: "“{stage}” or beyond",
    fr: "«\u{a0}{stage}\u{a0}» ou au-delà",
};
/// How many countries had reached a stage in the end.
pub const ADOPTION: Message = message! {
    es: "{value} de los países había llegado a {stage} ({date})",
    pt: "{value} dos países haviam chegado a {stage} ({date})",
    en: "{value} of countries had reached {stage} ({date})",
    fr: "{value} des pays avaient atteint {stage} ({date})",
};
/// How many countries had reached a stage in the end, and when half of them had.
pub const ADOPTION_WITH_HALF: Message = message! {
    es: "{value} de los países había llegado a {stage} ({date}); la mitad, antes ({half})",
    pt: "{value} dos países haviam chegado a {stage} ({date}); a metade, antes ({half})",
    en: "{value} of countries had reached {stage} ({date}); half of them earlier ({half})",
    fr: "{value} des pays avaient atteint {stage} ({date})\u{202f}; la moitié, plus tôt ({half})",
};
/// How far several policies have spread.
pub const ADOPTION_RANGE: Message = message! {
    es: "Según la política, de {low} a {high} de los países había llegado a {stage}",
    pt: "Conforme a política, de {low} a {high} dos países haviam chegado a {stage}",
    en: "Depending on the policy, from {low} to {high} of countries had reached {stage}",
    fr: "Selon la politique, de {low} à {high} des pays avaient atteint {stage}",
};
/// Where the indicators of a theory stand.
pub const INDICATORS_STAND: Message = message! {
    es: "En camino o logrados: {good} de {total} indicadores; en riesgo o con retraso: {bad}; sin evaluar: {open}",
    pt: "No caminho certo ou alcançados: {good} de {total} indicadores; em risco ou atrasados: {bad}; sem avaliação: {open}",
    en: "On track or achieved: {good} of {total} indicators; at risk or behind: {bad}; not assessed: {open}",
    fr: "En bonne voie ou atteints\u{a0}: {good} indicateurs sur {total}\u{202f}; à risque ou en retard\u{a0}: {bad}\u{202f}; non évalués\u{a0}: {open}",
};
/// The same where all are assessed.
pub const INDICATORS_ALL_STAND: Message = message! {
    es: "En camino o logrados: {good} de {total} indicadores; en riesgo o con retraso: {bad}",
    pt: "No caminho certo ou alcançados: {good} de {total} indicadores; em risco ou atrasados: {bad}",
    en: "On track or achieved: {good} of {total} indicators; at risk or behind: {bad}",
    fr: "En bonne voie ou atteints\u{a0}: {good} indicateurs sur {total}\u{202f}; à risque ou en retard\u{a0}: {bad}",
};
/// A theory whose links are all there is to judge.
pub const LINKS_STAND: Message = message! {
    es: "Con evidencia que los respalda: {supported} de {total} vínculos de la teoría",
    pt: "Com evidências que as sustentam: {supported} de {total} ligações da teoria",
    en: "Backed by evidence: {supported} of the theory’s {total} links",
    fr: "Étayés par des preuves\u{a0}: {supported} liens de la théorie sur {total}",
};
/// A table of rows that have no common range.
pub const ALL_ROWS: Message = message! {
    es: "Todos los resultados, fila por fila",
    pt: "Todos os resultados, linha por linha",
    en: "All results, row by row",
    fr: "Tous les résultats, ligne par ligne",
};
/// A theory without indicators.
pub const THEORY_WITHOUT_INDICATORS: Message = message! {
    es: "Teoría del cambio",
    pt: "Teoria da mudança",
    en: "Theory of change",
    fr: "Théorie du changement",
};

/// What a picture shows, in words.
pub const SHOWS_ROWS: Plural = Plural {
    one: message! {
        es: "El gráfico muestra {count} fila.",
        pt: "O gráfico mostra {count} linha.",
        en: "The chart shows {count} row.",
        fr: "Le graphique montre {count} ligne.",
    },
    other: message! {
        es: "El gráfico muestra {count} filas.",
        pt: "O gráfico mostra {count} linhas.",
        en: "The chart shows {count} rows.",
        fr: "Le graphique montre {count} lignes.",
    },
};
/// Rows that are not shown.
pub const NOT_SHOWN_ARE: Message = message! {
    es: "Sin dato que mostrar: {names}.",
    pt: "Sem dado a exibir: {names}.",
    en: "No figure to show: {names}.",
    fr: "Aucun chiffre à afficher\u{a0}: {names}.",
};
/// Rows above and below the average.
pub const ABOVE_AND_BELOW: Message = message! {
    es: "Por encima del promedio: {above}. Por debajo: {below}. Sin diferencia clara: {near}.",
    pt: "Acima da média: {above}. Abaixo: {below}. Sem diferença clara: {near}.",
    en: "Above the average: {above}. Below: {below}. Not clearly different: {near}.",
    fr: "Au-dessus de la moyenne\u{a0}: {above}. Au-dessous\u{a0}: {below}. Sans différence nette\u{a0}: {near}.",
};
/// Small multiples, in words.
pub const PANELS_ARE: Message = message! {
    es: "Paneles: {names}.",
    pt: "Painéis: {names}.",
    en: "Panels: {names}.",
    fr: "Panneaux\u{a0}: {names}.",
};
