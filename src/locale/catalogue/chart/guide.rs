//! Rows, legends and footers.

use crate::locale::message::{Message, message};
use crate::locale::plural::Plural;

/// Name of the average's row.
pub const AVERAGE: Message = message! {
    es: "Promedio",
    pt: "Média",
    en: "Average",
    fr: "Moyenne",
};
/// Name of the average's row, with the number of countries in it.
pub const AVERAGE_OF: Plural = Plural {
    one: message! {
        es: "Promedio ({count} país)",
        pt: "Média ({count} país)",
        en: "Average ({count} country)",
        fr: "Moyenne ({count} pays)",
    },
    other: message! {
        es: "Promedio ({count} países)",
        pt: "Média ({count} países)",
        en: "Average ({count} countries)",
        fr: "Moyenne ({count} pays)",
    },
};
/// The average's line.
pub const AVERAGE_LINE: Message = message! {
    es: "Promedio {value}",
    pt: "Média {value}",
    en: "Average {value}",
    fr: "Moyenne {value}",
};
/// A line at a country's value or at a fixed value.
pub const REFERENCE_LINE: Message = message! {
    es: "Referencia {value}",
    pt: "Referência {value}",
    en: "Reference {value}",
    fr: "Référence {value}",
};
/// Name of the only row of a query without groups.
pub const EVERYBODY: Message = message! {
    es: "Total",
    pt: "Total",
    en: "Total",
    fr: "Ensemble",
};
/// Stands in a row whose numbers are withheld.
pub const WITHHELD: Message = message! {
    es: "no se muestra",
    pt: "não exibido",
    en: "not shown",
    fr: "non affiché",
};
/// Stands in a row that has no data.
pub const NO_DATA: Message = message! {
    es: "sin datos",
    pt: "sem dados",
    en: "no data",
    fr: "pas de données",
};

/// Point, line and band.
pub const KEY_INTERVAL: Message = message! {
    es: "Estimación, con intervalo del {level} (línea) y del {inner} (banda)",
    pt: "Estimativa, com intervalo de {level} (linha) e de {inner} (faixa)",
    en: "Estimate, with {level} interval (line) and {inner} interval (band)",
    fr: "Estimation, avec intervalle à {level} (trait) et à {inner} (bande)",
};
/// Point and line, where no band is drawn.
pub const KEY_LINE: Message = message! {
    es: "Intervalo del {level}",
    pt: "Intervalo de {level}",
    en: "{level} interval",
    fr: "Intervalle à {level}",
};
/// A filled point.
pub const KEY_DIFFERS: Message = message! {
    es: "Difiere del promedio",
    pt: "Difere da média",
    en: "Differs from the average",
    fr: "Diffère de la moyenne",
};
/// A hollow point.
pub const KEY_NO_DIFFERENCE: Message = message! {
    es: "Sin diferencia clara con el promedio",
    pt: "Sem diferença clara em relação à média",
    en: "Not clearly different from the average",
    fr: "Sans différence nette avec la moyenne",
};
/// Hatched: too few answers.
pub const KEY_TOO_FEW: Plural = Plural {
    one: message! {
        es: "No se muestra: menos de {count} respuesta",
        pt: "Não exibido: menos de {count} resposta",
        en: "Not shown: fewer than {count} answer",
        fr: "Non affiché\u{a0}: moins de {count} réponse",
    },
    other: message! {
        es: "No se muestra: menos de {count} respuestas",
        pt: "Não exibido: menos de {count} respostas",
        en: "Not shown: fewer than {count} answers",
        fr: "Non affiché\u{a0}: moins de {count} réponses",
    },
};
/// Too few answers, where the least number is not said.
pub const KEY_TOO_FEW_UNSAID: Message = message! {
    es: "No se muestra: muy pocas respuestas",
    pt: "Não exibido: respostas insuficientes",
    en: "Not shown: too few answers",
    fr: "Non affiché\u{a0}: trop peu de réponses",
};
/// Hatched: withheld for another reason.
pub const KEY_WITHHELD: Message = message! {
    es: "No se muestra: reservado o poco confiable",
    pt: "Não exibido: reservado ou pouco confiável",
    en: "Not shown: protected or unreliable",
    fr: "Non affiché\u{a0}: protégé ou peu fiable",
};
/// Hatched: no data.
pub const KEY_NO_DATA: Message = message! {
    es: "Sin datos",
    pt: "Sem dados",
    en: "No data",
    fr: "Pas de données",
};
/// The question does not apply.
pub const KEY_NOT_APPLICABLE: Message = message! {
    es: "No se aplica",
    pt: "Não se aplica",
    en: "Not applicable",
    fr: "Sans objet",
};
/// The data were withdrawn.
pub const KEY_WITHDRAWN: Message = message! {
    es: "Datos retirados",
    pt: "Dados retirados",
    en: "Data withdrawn",
    fr: "Données retirées",
};
/// The answers compare with no others.
pub const KEY_NOT_COMPARABLE: Message = message! {
    es: "No comparable",
    pt: "Não comparável",
    en: "Not comparable",
    fr: "Non comparable",
};
/// A corner in the colour of another class.
pub const KEY_CORNER: Message = message! {
    es: "Esquina: el intervalo del {level} llega a la clase vecina",
    pt: "Canto: o intervalo de {level} alcança a classe vizinha",
    en: "Corner: the {level} interval reaches into the next class",
    fr: "Coin\u{a0}: l’intervalle à {level} atteint la classe voisine",
};
/// A circle in a country's colour.
pub const KEY_RING: Message = message! {
    es: "Círculo: el intervalo del {level} llega a la clase vecina",
    pt: "Círculo: o intervalo de {level} alcança a classe vizinha",
    en: "Circle: the {level} interval reaches into the next class",
    fr: "Cercle\u{a0}: l’intervalle à {level} atteint la classe voisine",
};
/// A country of which the results say nothing.
pub const NOT_INCLUDED: Message = message! {
    es: "no incluido",
    pt: "não incluído",
    en: "not included",
    fr: "non inclus",
};
/// Countries of which the results say nothing.
pub const NOT_INCLUDED_ARE: Message = message! {
    es: "No incluidos: {names}.",
    pt: "Não incluídos: {names}.",
    en: "Not included: {names}.",
    fr: "Non inclus\u{a0}: {names}.",
};
/// Groups that stand on no map of the region.
pub const BEYOND_THE_MAP_ARE: Message = message! {
    es: "Fuera del mapa: {names}.",
    pt: "Fora do mapa: {names}.",
    en: "Not on the map: {names}.",
    fr: "Hors de la carte\u{a0}: {names}.",
};
/// How an adoption curve is made.
pub const ADOPTION_IS: Message = message! {
    es: "Proporción de países que alguna vez llegaron a la etapa, según Kaplan y Meier: los que no llegaron cuentan hasta su último registro.",
    pt: "Proporção de países que alguma vez chegaram à etapa, segundo Kaplan e Meier: os que não chegaram contam até seu último registro.",
    en: "Share of countries that ever reached the stage, after Kaplan and Meier: those that did not count until their last record.",
    fr: "Part des pays ayant un jour atteint l’étape, selon Kaplan et Meier\u{a0}: les autres comptent jusqu’à leur dernier relevé.",
};
/// Countries that an adoption curve begins with.
pub const COUNTRIES_AT_FIRST: Message = message! {
    es: "Países al inicio: {counts}.",
    pt: "Países no início: {counts}.",
    en: "Countries at the start: {counts}.",
    fr: "Pays au départ\u{a0}: {counts}.",
};
/// Countries that had not adopted until then.
pub const COUNTRIES_LEFT: Plural = Plural {
    one: message! {
        es: "{count} país sin ella hasta entonces",
        pt: "{count} país sem ela até então",
        en: "{count} country without it until then",
        fr: "{count} pays sans elle jusque-là",
    },
    other: message! {
        es: "{count} países sin ella hasta entonces",
        pt: "{count} países sem ela até então",
        en: "{count} countries without it until then",
        fr: "{count} pays sans elle jusque-là",
    },
};
/// Level of the intervals.
pub const INTERVALS_ARE: Message = message! {
    es: "Los intervalos son de {level} de confianza.",
    pt: "Os intervalos são de {level} de confiança.",
    en: "Intervals are at the {level} confidence level.",
    fr: "Les intervalles sont au niveau de confiance de {level}.",
};
/// What a clear difference is.
pub const DIFFERENCES_ARE: Message = message! {
    es: "Difiere del promedio: el intervalo de la diferencia no incluye el cero.",
    pt: "Difere da média: o intervalo da diferença não inclui o zero.",
    en: "Differs from the average: the interval of the difference leaves out zero.",
    fr: "Diffère de la moyenne\u{a0}: l’intervalle de la différence exclut zéro.",
};
/// The disclosure for a self-selected sample.
pub const SELF_SELECTED: Message = message! {
    es: "Participación voluntaria: los resultados describen a quienes respondieron y no a toda la población; no corresponde un margen de error.",
    pt: "Participação voluntária: os resultados descrevem quem respondeu, e não toda a população; não cabe margem de erro.",
    en: "Voluntary participation: results describe those who answered, not the whole population; no margin of error applies.",
    fr: "Participation volontaire\u{a0}: les résultats décrivent les personnes ayant répondu et non l’ensemble de la population\u{202f}; aucune marge d’erreur ne s’applique.",
};
/// The remark for a census.
pub const CENSUS: Message = message! {
    es: "Censo: no hay error de muestreo.",
    pt: "Censo: não há erro amostral.",
    en: "Census: there is no sampling error.",
    fr: "Recensement\u{a0}: il n’y a pas d’erreur d’échantillonnage.",
};
/// The average weighs countries equally.
pub const AVERAGE_IS_EQUAL: Message = message! {
    es: "Promedio: cada país cuenta igual.",
    pt: "Média: cada país tem o mesmo peso.",
    en: "Average: every country counts the same.",
    fr: "Moyenne\u{a0}: chaque pays compte autant.",
};
/// The average leaves countries out.
pub const AVERAGE_IS_PARTIAL: Message = message! {
    es: "El promedio no incluye a los países cuyos datos no se muestran.",
    pt: "A média não inclui os países cujos dados não são exibidos.",
    en: "The average leaves out countries whose data are not shown.",
    fr: "La moyenne n’inclut pas les pays dont les données ne sont pas affichées.",
};
/// The axis of a dot chart does not begin at zero.
pub const AXIS_CUT: Message = message! {
    es: "El eje no comienza en cero.",
    pt: "O eixo não começa em zero.",
    en: "The axis does not start at zero.",
    fr: "L’axe ne commence pas à zéro.",
};
/// Countries of which there is nothing.
pub const MISSING_ARE: Message = message! {
    es: "Sin datos: {names}.",
    pt: "Sem dados: {names}.",
    en: "No data: {names}.",
    fr: "Pas de données\u{a0}: {names}.",
};
/// What net agreement is.
pub const NET_IS: Message = message! {
    es: "Acuerdo neto: porcentaje de acuerdo menos porcentaje de desacuerdo, en puntos.",
    pt: "Concordância líquida: percentual de concordância menos o de discordância, em pontos.",
    en: "Net agreement: percentage agreeing less percentage disagreeing, in points.",
    fr: "Accord net\u{a0}: pourcentage d’accord moins pourcentage de désaccord, en points.",
};
/// Heading of the column of net agreement.
pub const NET: Message = message! {
    es: "Acuerdo neto",
    pt: "Concordância líquida",
    en: "Net agreement",
    fr: "Accord net",
};
/// Heading of a mean.
pub const MEAN: Message = message! {
    es: "Media",
    pt: "Média",
    en: "Mean",
    fr: "Moyenne",
};
/// Answers in between, where they stand apart.
pub const NEUTRAL_ASIDE: Message = message! {
    es: "Aparte",
    pt: "À parte",
    en: "Apart",
    fr: "À part",
};
/// The answers that count.
pub const ANSWERS_COUNTED: Message = message! {
    es: "Respuestas que cuentan: {answers}",
    pt: "Respostas consideradas: {answers}",
    en: "Answers that count: {answers}",
    fr: "Réponses comptées\u{a0}: {answers}",
};
/// The source.
pub const SOURCE: Message = message! {
    es: "Fuente: {source}",
    pt: "Fonte: {source}",
    en: "Source: {source}",
    fr: "Source\u{a0}: {source}",
};
/// The licence.
pub const LICENCE: Message = message! {
    es: "Licencia: {licence}",
    pt: "Licença: {licence}",
    en: "Licence: {licence}",
    fr: "Licence\u{a0}: {licence}",
};
/// A note by the author.
pub const NOTE: Message = message! {
    es: "Nota: {note}",
    pt: "Nota: {note}",
    en: "Note: {note}",
    fr: "Note\u{a0}: {note}",
};
/// How many records.
pub const RECORDS: Plural = Plural {
    one: message! {
        es: "n\u{a0}=\u{a0}{count} respuesta",
        pt: "n\u{a0}=\u{a0}{count} resposta",
        en: "n\u{a0}=\u{a0}{count} answer",
        fr: "n\u{a0}=\u{a0}{count} réponse",
    },
    other: message! {
        es: "n\u{a0}=\u{a0}{count} respuestas",
        pt: "n\u{a0}=\u{a0}{count} respostas",
        en: "n\u{a0}=\u{a0}{count} answers",
        fr: "n\u{a0}=\u{a0}{count} réponses",
    },
};
/// Records that differ by item.
pub const RECORDS_BETWEEN: Message = message! {
    es: "n\u{a0}=\u{a0}{low} a {high} respuestas, según la pregunta",
    pt: "n\u{a0}=\u{a0}{low} a {high} respostas, conforme a pergunta",
    en: "n\u{a0}=\u{a0}{low} to {high} answers, by question",
    fr: "n\u{a0}=\u{a0}{low} à {high} réponses, selon la question",
};
/// An interval one of whose ends is negative.
pub const FROM_TO: Message = message! {
    es: "{low} a {high}",
    pt: "{low} a {high}",
    en: "{low} to {high}",
    fr: "{low} à {high}",
};
/// As of when the status of policies was known.
pub const KNOWN_ON: Message = message! {
    es: "Según lo conocido el {date}.",
    pt: "Conforme o que se sabia em {date}.",
    en: "As known on {date}.",
    fr: "Selon l’état des connaissances au {date}.",
};
