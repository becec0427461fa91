//! What a report says around its charts.

use crate::locale::message::{Message, message};
use crate::locale::plural::Plural;

/// A report without a title.
pub const UNTITLED: Message = message! {
    es: "Informe",
    pt: "Relatório",
    en: "Report",
    fr: "Rapport",
};

/// The switch of languages.
pub const LANGUAGE: Message = message! {
    es: "Idioma",
    pt: "Idioma",
    en: "Language",
    fr: "Langue",
};

/// What opens the table of a chart.
pub const TABLE: Message = message! {
    es: "Ver los datos en una tabla",
    pt: "Ver os dados em uma tabela",
    en: "See the data as a table",
    fr: "Voir les données en tableau",
};

/// Heading of the notes on indicators.
pub const INDICATORS: Message = message! {
    es: "Qué mide cada indicador",
    pt: "O que mede cada indicador",
    en: "What each indicator measures",
    fr: "Ce que mesure chaque indicateur",
};

/// Heading of the block on sources and method.
pub const METHOD: Message = message! {
    es: "Fuentes y método",
    pt: "Fontes e método",
    en: "Sources and method",
    fr: "Sources et méthode",
};

/// Heading of what must be known of the numbers.
pub const NOTES: Message = message! {
    es: "Para leer bien estas cifras",
    pt: "Para ler bem estes números",
    en: "How to read these figures",
    fr: "Pour bien lire ces chiffres",
};

/// Heading of what was found in the data.
pub const WARNINGS: Message = message! {
    es: "Lo que encontramos en los datos",
    pt: "O que encontramos nos dados",
    en: "What we found in the data",
    fr: "Ce que nous avons trouvé dans les données",
};

/// When the data were collected.
pub const DATE: Message = message! {
    es: "Fecha de los datos: {date}.",
    pt: "Data dos dados: {date}.",
    en: "Date of the data: {date}.",
    fr: "Date des données\u{a0}: {date}.",
};

/// Terms of the data.
pub const LICENCE: Message = message! {
    es: "Condiciones de uso: {licence}.",
    pt: "Condições de uso: {licence}.",
    en: "Terms of use: {licence}.",
    fr: "Conditions d’utilisation\u{a0}: {licence}.",
};

/// A sample drawn with known probabilities.
pub const PROBABILITY: Message = message! {
    es: "Muestra probabilística: cada caso tuvo una probabilidad conocida de ser elegido.",
    pt: "Amostra probabilística: cada caso teve uma probabilidade conhecida de ser escolhido.",
    en: "Probability sample: each record had a known chance of being chosen.",
    fr: "Échantillon probabiliste\u{a0}: chaque cas avait une probabilité connue d’être choisi.",
};

/// Everybody was asked.
pub const CENSUS: Message = message! {
    es: "Censo: se preguntó a todos, y por eso no hay error de muestreo.",
    pt: "Censo: perguntou-se a todos, e por isso não há erro de amostragem.",
    en: "Census: everybody was asked, and so there is no sampling error.",
    fr: "Recensement\u{a0}: tout le monde a été interrogé, il n’y a donc pas d’erreur d’échantillonnage.",
};

/// The disclosure of a self-selected sample.
pub const SELF_SELECTED: Message = message! {
    es: "Muestra autoseleccionada: respondió quien quiso. Estas cifras describen a quienes respondieron y no a la población, y por eso no llevan margen de error.",
    pt: "Amostra autosselecionada: respondeu quem quis. Estes números descrevem quem respondeu, e não a população, e por isso não levam margem de erro.",
    en: "Self-selected sample: whoever wished to answer did. These figures describe those who answered and not the population, and so they carry no margin of error.",
    fr: "Échantillon autosélectionné\u{a0}: a répondu qui voulait. Ces chiffres décrivent les personnes ayant répondu et non la population, et ne portent donc pas de marge d’erreur.",
};

/// Valid answers, where questions differ.
pub const RECORDS_BETWEEN: Message = message! {
    es: "Entre {low} y {high} respuestas válidas, según la pregunta.",
    pt: "Entre {low} e {high} respostas válidas, conforme a pergunta.",
    en: "Between {low} and {high} valid answers, depending on the question.",
    fr: "Entre {low} et {high} réponses valides, selon la question.",
};

/// The sampling weight.
pub const WEIGHT: Message = message! {
    es: "Cada caso cuenta según su peso de muestreo ({weight}).",
    pt: "Cada caso conta segundo seu peso amostral ({weight}).",
    en: "Each record counts by its sampling weight ({weight}).",
    fr: "Chaque cas compte selon son poids de sondage ({weight}).",
};

/// The strata.
pub const STRATA: Message = message! {
    es: "La muestra se tomó por estratos ({strata}).",
    pt: "A amostra foi tomada por estratos ({strata}).",
    en: "The sample was drawn by strata ({strata}).",
    fr: "L’échantillon a été tiré par strates ({strata}).",
};

/// The sampling units.
pub const CLUSTERS: Message = message! {
    es: "Los casos de una misma unidad de muestreo ({clusters}) se parecen, y el error lo tiene en cuenta.",
    pt: "Os casos de uma mesma unidade de amostragem ({clusters}) se parecem, e o erro leva isso em conta.",
    en: "Records of one sampling unit ({clusters}) resemble each other, and the error takes it into account.",
    fr: "Les cas d’une même unité d’échantillonnage ({clusters}) se ressemblent, et l’erreur en tient compte.",
};

/// How errors are made.
pub const TAYLOR: Message = message! {
    es: "Errores estándar por linealización de Taylor; intervalos de confianza del {level} con la t de Student.",
    pt: "Erros padrão por linearização de Taylor; intervalos de confiança de {level} com a t de Student.",
    en: "Standard errors by Taylor linearisation; {level} confidence intervals with Student’s t.",
    fr: "Erreurs types par linéarisation de Taylor\u{a0}; intervalles de confiance à {level} avec la loi t de Student.",
};

/// How errors are made, for shares too.
pub const TAYLOR_LOGIT: Message = message! {
    es: "Errores estándar por linealización de Taylor; intervalos de confianza del {level} con la t de Student, en los porcentajes sobre la escala logit, de modo que no salen de 0 a 100.",
    pt: "Erros padrão por linearização de Taylor; intervalos de confiança de {level} com a t de Student, nas porcentagens sobre a escala logit, de modo que não saem de 0 a 100.",
    en: "Standard errors by Taylor linearisation; {level} confidence intervals with Student’s t, for percentages on the logit scale, so that they stay between 0 and 100.",
    fr: "Erreurs types par linéarisation de Taylor\u{a0}; intervalles de confiance à {level} avec la loi t de Student, sur l’échelle logit pour les pourcentages, de sorte qu’ils restent entre 0 et 100.",
};

/// How the regional average is made.
pub const AVERAGE: Message = message! {
    es: "En el promedio regional cada país cuenta lo mismo, sea cual sea su tamaño.",
    pt: "Na média regional cada país conta o mesmo, qualquer que seja seu tamanho.",
    en: "In the regional average every country counts the same, whatever its size.",
    fr: "Dans la moyenne régionale, chaque pays compte autant, quelle que soit sa taille.",
};

/// What is withheld.
pub const LEAST: Message = message! {
    es: "No se muestran resultados con menos de {least} respuestas.",
    pt: "Não são mostrados resultados com menos de {least} respostas.",
    en: "Results that rest on fewer than {least} answers are not shown.",
    fr: "Les résultats reposant sur moins de {least} réponses ne sont pas affichés.",
};

/// Where a derived variable comes from.
pub const DERIVED: Message = message! {
    es: "«{label}» se obtiene de {columns}.",
    pt: "“{label}” vem de {columns}.",
    en: "“{label}” is made from {columns}.",
    fr: "«\u{a0}{label}\u{a0}» provient de {columns}.",
};

/// How the status of a policy is read.
pub const POLICIES: Message = message! {
    es: "El estado de una política en una fecha es el del último registro hasta ese día; lo que no tiene registro queda sin dato y no cuenta como cero.",
    pt: "A situação de uma política em uma data é a do último registro até esse dia; o que não tem registro fica sem dado e não conta como zero.",
    en: "The status of a policy on a date is that of the latest record up to that day; what has no record has no data and does not count as zero.",
    fr: "L’état d’une politique à une date est celui du dernier enregistrement jusqu’à ce jour\u{a0}; ce qui n’a pas d’enregistrement reste sans donnée et ne compte pas comme zéro.",
};

/// What wrote the report.
pub const MADE_WITH: Message = message! {
    es: "Hecho con Pulso {version}.",
    pt: "Feito com Pulso {version}.",
    en: "Made with Pulso {version}.",
    fr: "Réalisé avec Pulso {version}.",
};

/// Valid answers behind the figures.
pub const RECORDS: Plural = Plural {
    one: message! {
        es: "{count} respuesta válida.",
        pt: "{count} resposta válida.",
        en: "{count} valid answer.",
        fr: "{count} réponse valide.",
    },
    other: message! {
        es: "{count} respuestas válidas.",
        pt: "{count} respostas válidas.",
        en: "{count} valid answers.",
        fr: "{count} réponses valides.",
    },
};

/// The study whose design a preset gives.
pub const STUDY: Message = message! {
    es: "Pesos y réplicas según el diseño del estudio: {study}.",
    pt: "Pesos e réplicas segundo o desenho do estudo: {study}.",
    en: "Weights and replicates as the study’s design has them: {study}.",
    fr: "Poids et répliques selon le plan de l’étude\u{a0}: {study}.",
};

/// Weights that were brought to known totals.
pub const CALIBRATED: Message = message! {
    es: "Los pesos se ajustaron a totales conocidos de: {margins}.",
    pt: "Os pesos foram ajustados a totais conhecidos de: {margins}.",
    en: "Weights were brought to known totals of: {margins}.",
    fr: "Les poids ont été calés sur des totaux connus de\u{a0}: {margins}.",
};

/// Errors from replicate weights.
pub const REPLICATES: Message = message! {
    es: "Errores estándar de {count} pesos replicados ({method}); intervalos de confianza del {level} con la t de Student.",
    pt: "Erros padrão de {count} pesos replicados ({method}); intervalos de confiança de {level} com a t de Student.",
    en: "Standard errors from {count} replicate weights ({method}); {level} confidence intervals by Student’s t.",
    fr: "Erreurs types issues de {count} poids répliqués ({method})\u{202f}; intervalles de confiance à {level} selon la loi de Student.",
};

/// Plausible values.
pub const PLAUSIBLE: Message = message! {
    es: "Resultados de pruebas: media de {count} valores plausibles; su error incluye el de la medición (reglas de Rubin).",
    pt: "Resultados de testes: média de {count} valores plausíveis; seu erro inclui o da medição (regras de Rubin).",
    en: "Test results: the mean of {count} plausible values; their error includes that of measurement (Rubin’s rules).",
    fr: "Résultats de tests\u{a0}: moyenne de {count} valeurs plausibles\u{202f}; leur erreur inclut celle de la mesure (règles de Rubin).",
};

/// A rule of publication.
pub const RULE: Message = message! {
    es: "Regla de publicación: {rule}.",
    pt: "Regra de publicação: {rule}.",
    en: "Rule of publication: {rule}.",
    fr: "Règle de publication\u{a0}: {rule}.",
};

/// No rule of publication.
pub const NOTHING_WITHHELD: Message = message! {
    es: "Algunas consultas muestran todos sus resultados, también los de muy pocas respuestas.",
    pt: "Algumas consultas mostram todos os seus resultados, também os de muito poucas respostas.",
    en: "Some queries show all their results, those of very few answers too.",
    fr: "Certaines requêtes montrent tous leurs résultats, y compris ceux de très peu de réponses.",
};

/// Probabilities that answer for being many.
pub const ADJUSTED: Message = message! {
    es: "Comparaciones múltiples: probabilidades ajustadas según {how}.",
    pt: "Comparações múltiplas: probabilidades ajustadas segundo {how}.",
    en: "Multiple comparisons: probabilities adjusted by {how}.",
    fr: "Comparaisons multiples\u{a0}: probabilités ajustées selon {how}.",
};
