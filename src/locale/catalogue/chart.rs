//! What charts say: titles made from the data, legends, footers, statuses.

use crate::locale::message::Message;
use crate::locale::plural::Plural;

// Titles. Names stand in parentheses or after a colon, so that no article or preposition has to agree with them.

/// The countries' range, with the average.
pub const RANGE_WITH_AVERAGE: Message = Message {
    es: "Entre países va de {low} ({lowest}) a {high} ({highest}); el promedio es {average}",
    pt: "Entre os países, vai de {low} ({lowest}) a {high} ({highest}); a média é {average}",
    en: "Countries range from {low} ({lowest}) to {high} ({highest}); the average is {average}",
    fr: "Selon le pays, de {low} ({lowest}) à {high} ({highest})\u{202f}; la moyenne est de {average}",
};
/// The countries' range.
pub const RANGE: Message = Message {
    es: "Entre países va de {low} ({lowest}) a {high} ({highest})",
    pt: "Entre os países, vai de {low} ({lowest}) a {high} ({highest})",
    en: "Countries range from {low} ({lowest}) to {high} ({highest})",
    fr: "Selon le pays, de {low} ({lowest}) à {high} ({highest})",
};
/// The range of groups that are no countries.
pub const RANGE_OF_GROUPS: Message = Message {
    es: "Va de {low} ({lowest}) a {high} ({highest})",
    pt: "Vai de {low} ({lowest}) a {high} ({highest})",
    en: "From {low} ({lowest}) to {high} ({highest})",
    fr: "De {low} ({lowest}) à {high} ({highest})",
};
/// The range of a self-selected sample.
pub const RANGE_OF_RESPONDENTS: Message = Message {
    es: "Entre quienes respondieron: de {low} ({lowest}) a {high} ({highest})",
    pt: "Entre quem respondeu: de {low} ({lowest}) a {high} ({highest})",
    en: "Among those who answered: from {low} ({lowest}) to {high} ({highest})",
    fr: "Parmi les personnes ayant répondu\u{a0}: de {low} ({lowest}) à {high} ({highest})",
};
/// One country, clearly above the average.
pub const ABOVE_AVERAGE: Message = Message {
    es: "{country}: {value}, por encima del promedio ({average})",
    pt: "{country}: {value}, acima da média ({average})",
    en: "{country}: {value}, above the average ({average})",
    fr: "{country}\u{a0}: {value}, au-dessus de la moyenne ({average})",
};
/// One country, clearly below the average.
pub const BELOW_AVERAGE: Message = Message {
    es: "{country}: {value}, por debajo del promedio ({average})",
    pt: "{country}: {value}, abaixo da média ({average})",
    en: "{country}: {value}, below the average ({average})",
    fr: "{country}\u{a0}: {value}, au-dessous de la moyenne ({average})",
};
/// One country, not clearly different from the average.
pub const NEAR_AVERAGE: Message = Message {
    es: "{country}: {value}, sin diferencia clara con el promedio ({average})",
    pt: "{country}: {value}, sem diferença clara em relação à média ({average})",
    en: "{country}: {value}, not clearly different from the average ({average})",
    fr: "{country}\u{a0}: {value}, sans différence nette avec la moyenne ({average})",
};
/// One country and the average, without a comparison.
pub const BESIDE_AVERAGE: Message = Message {
    es: "{country}: {value}; promedio: {average}",
    pt: "{country}: {value}; média: {average}",
    en: "{country}: {value}; average: {average}",
    fr: "{country}\u{a0}: {value}\u{202f}; moyenne\u{a0}: {average}",
};
/// One value.
pub const SINGLE: Message = Message {
    es: "{name}: {value}",
    pt: "{name}: {value}",
    en: "{name}: {value}",
    fr: "{name}\u{a0}: {value}",
};
/// Nothing can be shown.
pub const NOTHING_TO_SHOW: Message = Message {
    es: "No hay datos que se puedan mostrar",
    pt: "Não há dados que possam ser mostrados",
    en: "There are no data that can be shown",
    fr: "Aucune donnée ne peut être affichée",
};
/// The most frequent answer.
pub const MOST_FREQUENT: Message = Message {
    es: "«{answer}» es la respuesta más frecuente en {count} de {total} países",
    pt: "“{answer}” é a resposta mais frequente em {count} de {total} países",
    en: "“{answer}” is the most frequent answer in {count} of {total} countries",
    fr: "«\u{a0}{answer}\u{a0}» est la réponse la plus fréquente dans {count} pays sur {total}",
};
/// The most frequent answer of one group.
pub const MOST_FREQUENT_ONE: Message = Message {
    es: "«{answer}» es la respuesta más frecuente ({value})",
    pt: "“{answer}” é a resposta mais frequente ({value})",
    en: "“{answer}” is the most frequent answer ({value})",
    fr: "«\u{a0}{answer}\u{a0}» est la réponse la plus fréquente ({value})",
};
/// Net agreement of several rows.
pub const NET_RANGE: Message = Message {
    es: "El acuerdo neto va de {low} ({lowest}) a {high} ({highest})",
    pt: "A concordância líquida vai de {low} ({lowest}) a {high} ({highest})",
    en: "Net agreement ranges from {low} ({lowest}) to {high} ({highest})",
    fr: "L’accord net va de {low} ({lowest}) à {high} ({highest})",
};
/// Net agreement of one row.
pub const NET_ONE: Message = Message {
    es: "{name}: acuerdo neto de {value} puntos",
    pt: "{name}: concordância líquida de {value} pontos",
    en: "{name}: net agreement of {value} points",
    fr: "{name}\u{a0}: accord net de {value} points",
};
/// The date on which most countries stood at a stage.
pub const STAGE_ON_DATE: Message = Message {
    es: "{date}: {count} de {total} países en «{stage}»",
    pt: "{date}: {count} de {total} países em “{stage}”",
    en: "{date}: {count} of {total} countries at “{stage}”",
    fr: "{date}\u{a0}: {count} pays sur {total} à l’étape «\u{a0}{stage}\u{a0}»",
};
/// Where the indicators of a theory stand.
pub const INDICATORS_STAND: Message = Message {
    es: "De {total} indicadores: {good} logrados o en camino, {bad} en riesgo o con retraso y {open} sin evaluar",
    pt: "De {total} indicadores: {good} alcançados ou no caminho certo, {bad} em risco ou atrasados e {open} sem avaliação",
    en: "Of {total} indicators: {good} achieved or on track, {bad} at risk or behind, and {open} not assessed",
    fr: "Sur {total} indicateurs\u{a0}: {good} atteints ou en bonne voie, {bad} à risque ou en retard et {open} non évalués",
};
/// A theory without indicators.
pub const THEORY_WITHOUT_INDICATORS: Message = Message {
    es: "Teoría del cambio",
    pt: "Teoria da mudança",
    en: "Theory of change",
    fr: "Théorie du changement",
};

// Rows.

/// Name of the average's row.
pub const AVERAGE: Message = Message {
    es: "Promedio",
    pt: "Média",
    en: "Average",
    fr: "Moyenne",
};
/// Name of the average's row, with the number of countries in it.
pub const AVERAGE_OF: Plural = Plural {
    one: Message {
        es: "Promedio ({count} país)",
        pt: "Média ({count} país)",
        en: "Average ({count} country)",
        fr: "Moyenne ({count} pays)",
    },
    other: Message {
        es: "Promedio ({count} países)",
        pt: "Média ({count} países)",
        en: "Average ({count} countries)",
        fr: "Moyenne ({count} pays)",
    },
};
/// The average's line.
pub const AVERAGE_LINE: Message = Message {
    es: "Promedio {value}",
    pt: "Média {value}",
    en: "Average {value}",
    fr: "Moyenne {value}",
};
/// A line at a country's value or at a fixed value.
pub const REFERENCE_LINE: Message = Message {
    es: "Referencia {value}",
    pt: "Referência {value}",
    en: "Reference {value}",
    fr: "Référence {value}",
};
/// Name of the only row of a query without groups.
pub const EVERYBODY: Message = Message {
    es: "Total",
    pt: "Total",
    en: "Total",
    fr: "Ensemble",
};
/// Stands in a row whose numbers are withheld.
pub const WITHHELD: Message = Message {
    es: "no se muestra",
    pt: "não exibido",
    en: "not shown",
    fr: "non affiché",
};
/// Stands in a row that has no data.
pub const NO_DATA: Message = Message {
    es: "sin datos",
    pt: "sem dados",
    en: "no data",
    fr: "pas de données",
};

// Legends and footers.

/// Point, line and band.
pub const KEY_INTERVAL: Message = Message {
    es: "Estimación, con intervalo del {level} (línea) y del {inner} (banda)",
    pt: "Estimativa, com intervalo de {level} (linha) e de {inner} (faixa)",
    en: "Estimate, with {level} interval (line) and {inner} interval (band)",
    fr: "Estimation, avec intervalle à {level} (trait) et à {inner} (bande)",
};
/// Point and line, where no band is drawn.
pub const KEY_LINE: Message = Message {
    es: "Intervalo del {level}",
    pt: "Intervalo de {level}",
    en: "{level} interval",
    fr: "Intervalle à {level}",
};
/// A filled point.
pub const KEY_DIFFERS: Message = Message {
    es: "Difiere del promedio",
    pt: "Difere da média",
    en: "Differs from the average",
    fr: "Diffère de la moyenne",
};
/// A hollow point.
pub const KEY_NO_DIFFERENCE: Message = Message {
    es: "Sin diferencia clara con el promedio",
    pt: "Sem diferença clara em relação à média",
    en: "Not clearly different from the average",
    fr: "Sans différence nette avec la moyenne",
};
/// Hatched: too few answers.
pub const KEY_TOO_FEW: Plural = Plural {
    one: Message {
        es: "No se muestra: menos de {count} respuesta",
        pt: "Não exibido: menos de {count} resposta",
        en: "Not shown: fewer than {count} answer",
        fr: "Non affiché\u{a0}: moins de {count} réponse",
    },
    other: Message {
        es: "No se muestra: menos de {count} respuestas",
        pt: "Não exibido: menos de {count} respostas",
        en: "Not shown: fewer than {count} answers",
        fr: "Non affiché\u{a0}: moins de {count} réponses",
    },
};
/// Hatched: too few answers, where the least number is not said.
pub const KEY_TOO_FEW_UNSAID: Message = Message {
    es: "No se muestra: muy pocas respuestas",
    pt: "Não exibido: respostas insuficientes",
    en: "Not shown: too few answers",
    fr: "Non affiché\u{a0}: trop peu de réponses",
};
/// Hatched: no data.
pub const KEY_NO_DATA: Message = Message {
    es: "Sin datos",
    pt: "Sem dados",
    en: "No data",
    fr: "Pas de données",
};
/// Level of the intervals.
pub const INTERVALS_ARE: Message = Message {
    es: "Los intervalos son de {level} de confianza.",
    pt: "Os intervalos são de {level} de confiança.",
    en: "Intervals are at the {level} confidence level.",
    fr: "Les intervalles sont au niveau de confiance de {level}.",
};
/// What a clear difference is.
pub const DIFFERENCES_ARE: Message = Message {
    es: "Difiere del promedio: el intervalo de la diferencia no incluye el cero.",
    pt: "Difere da média: o intervalo da diferença não inclui o zero.",
    en: "Differs from the average: the interval of the difference leaves out zero.",
    fr: "Diffère de la moyenne\u{a0}: l’intervalle de la différence exclut zéro.",
};
/// The disclosure for a self-selected sample.
pub const SELF_SELECTED: Message = Message {
    es: "Participación voluntaria: los resultados describen a quienes respondieron y no a toda la población; no corresponde un margen de error.",
    pt: "Participação voluntária: os resultados descrevem quem respondeu, e não toda a população; não cabe margem de erro.",
    en: "Voluntary participation: results describe those who answered, not the whole population; no margin of error applies.",
    fr: "Participation volontaire\u{a0}: les résultats décrivent les personnes ayant répondu et non l’ensemble de la population\u{202f}; aucune marge d’erreur ne s’applique.",
};
/// The remark for a census.
pub const CENSUS: Message = Message {
    es: "Censo: no hay error de muestreo.",
    pt: "Censo: não há erro amostral.",
    en: "Census: there is no sampling error.",
    fr: "Recensement\u{a0}: il n’y a pas d’erreur d’échantillonnage.",
};
/// The average weighs countries equally.
pub const AVERAGE_IS_EQUAL: Message = Message {
    es: "Promedio: cada país cuenta igual.",
    pt: "Média: cada país tem o mesmo peso.",
    en: "Average: every country counts the same.",
    fr: "Moyenne\u{a0}: chaque pays compte autant.",
};
/// The average leaves countries out.
pub const AVERAGE_IS_PARTIAL: Message = Message {
    es: "El promedio no incluye a los países cuyos datos no se muestran.",
    pt: "A média não inclui os países cujos dados não são exibidos.",
    en: "The average leaves out countries whose data are not shown.",
    fr: "La moyenne n’inclut pas les pays dont les données ne sont pas affichées.",
};
/// The axis of a dot chart does not begin at zero.
pub const AXIS_CUT: Message = Message {
    es: "El eje no comienza en cero.",
    pt: "O eixo não começa em zero.",
    en: "The axis does not start at zero.",
    fr: "L’axe ne commence pas à zéro.",
};
/// What net agreement is.
pub const NET_IS: Message = Message {
    es: "Acuerdo neto: porcentaje de acuerdo menos porcentaje de desacuerdo, en puntos.",
    pt: "Concordância líquida: percentual de concordância menos o de discordância, em pontos.",
    en: "Net agreement: percentage agreeing less percentage disagreeing, in points.",
    fr: "Accord net\u{a0}: pourcentage d’accord moins pourcentage de désaccord, en points.",
};
/// Heading of the column of net agreement.
pub const NET: Message = Message {
    es: "Acuerdo neto",
    pt: "Concordância líquida",
    en: "Net agreement",
    fr: "Accord net",
};
/// Heading of a mean.
pub const MEAN: Message = Message {
    es: "Media",
    pt: "Média",
    en: "Mean",
    fr: "Moyenne",
};
/// Answers in between, where they stand apart.
pub const NEUTRAL_ASIDE: Message = Message {
    es: "Aparte",
    pt: "À parte",
    en: "Apart",
    fr: "À part",
};
/// The answers that count.
pub const ANSWERS_COUNTED: Message = Message {
    es: "Respuestas que cuentan: {answers}",
    pt: "Respostas consideradas: {answers}",
    en: "Answers that count: {answers}",
    fr: "Réponses comptées\u{a0}: {answers}",
};
/// The source.
pub const SOURCE: Message = Message {
    es: "Fuente: {source}",
    pt: "Fonte: {source}",
    en: "Source: {source}",
    fr: "Source\u{a0}: {source}",
};
/// The licence.
pub const LICENCE: Message = Message {
    es: "Licencia: {licence}",
    pt: "Licença: {licence}",
    en: "Licence: {licence}",
    fr: "Licence\u{a0}: {licence}",
};
/// A note by the author.
pub const NOTE: Message = Message {
    es: "Nota: {note}",
    pt: "Nota: {note}",
    en: "Note: {note}",
    fr: "Note\u{a0}: {note}",
};
/// How many records.
pub const RECORDS: Plural = Plural {
    one: Message {
        es: "n\u{a0}=\u{a0}{count} respuesta",
        pt: "n\u{a0}=\u{a0}{count} resposta",
        en: "n\u{a0}=\u{a0}{count} answer",
        fr: "n\u{a0}=\u{a0}{count} réponse",
    },
    other: Message {
        es: "n\u{a0}=\u{a0}{count} respuestas",
        pt: "n\u{a0}=\u{a0}{count} respostas",
        en: "n\u{a0}=\u{a0}{count} answers",
        fr: "n\u{a0}=\u{a0}{count} réponses",
    },
};
/// Records that differ by item.
pub const RECORDS_BETWEEN: Message = Message {
    es: "n\u{a0}=\u{a0}{low} a {high} respuestas, según la pregunta",
    pt: "n\u{a0}=\u{a0}{low} a {high} respostas, conforme a pergunta",
    en: "n\u{a0}=\u{a0}{low} to {high} answers, by question",
    fr: "n\u{a0}=\u{a0}{low} à {high} réponses, selon la question",
};
/// An interval one of whose ends is negative.
pub const FROM_TO: Message = Message {
    es: "{low} a {high}",
    pt: "{low} a {high}",
    en: "{low} to {high}",
    fr: "{low} à {high}",
};
/// As of when the status of policies was known.
pub const KNOWN_ON: Message = Message {
    es: "Según lo conocido el {date}.",
    pt: "Conforme o que se sabia em {date}.",
    en: "As known on {date}.",
    fr: "Selon l’état des connaissances au {date}.",
};

// Headings of tables.

/// A country.
pub const COUNTRY: Message = Message {
    es: "País",
    pt: "País",
    en: "Country",
    fr: "Pays",
};
/// An estimate.
pub const ESTIMATE: Message = Message {
    es: "Estimación",
    pt: "Estimativa",
    en: "Estimate",
    fr: "Estimation",
};
/// An interval, with its level.
pub const INTERVAL: Message = Message {
    es: "Intervalo del {level}",
    pt: "Intervalo de {level}",
    en: "{level} interval",
    fr: "Intervalle à {level}",
};
/// Number of answers.
pub const ANSWERS: Message = Message {
    es: "n",
    pt: "n",
    en: "n",
    fr: "n",
};
/// What is to be known of a row.
pub const REMARK: Message = Message {
    es: "Observación",
    pt: "Observação",
    en: "Remark",
    fr: "Remarque",
};
/// An item of a battery.
pub const ITEM: Message = Message {
    es: "Pregunta",
    pt: "Pergunta",
    en: "Question",
    fr: "Question",
};
/// An answer.
pub const ANSWER: Message = Message {
    es: "Respuesta",
    pt: "Resposta",
    en: "Answer",
    fr: "Réponse",
};
/// A date.
pub const DATE: Message = Message {
    es: "Fecha",
    pt: "Data",
    en: "Date",
    fr: "Date",
};
/// A stage of a policy.
pub const STAGE: Message = Message {
    es: "Etapa",
    pt: "Etapa",
    en: "Stage",
    fr: "Étape",
};
/// An indicator.
pub const INDICATOR: Message = Message {
    es: "Indicador",
    pt: "Indicador",
    en: "Indicator",
    fr: "Indicateur",
};
/// A status.
pub const STATUS: Message = Message {
    es: "Estado",
    pt: "Situação",
    en: "Status",
    fr: "État",
};
/// A target.
pub const TARGET: Message = Message {
    es: "Meta",
    pt: "Meta",
    en: "Target",
    fr: "Cible",
};
/// Progress.
pub const PROGRESS: Message = Message {
    es: "Avance",
    pt: "Avanço",
    en: "Progress",
    fr: "Progrès",
};
/// What a node of the theory says.
pub const STATEMENT: Message = Message {
    es: "Enunciado",
    pt: "Enunciado",
    en: "Statement",
    fr: "Énoncé",
};

// Remarks on a row, for tables.

/// Too few records.
pub const REMARK_TOO_FEW: Message = Message {
    es: "Muy pocas respuestas: no se muestra",
    pt: "Respostas insuficientes: não exibido",
    en: "Too few answers: not shown",
    fr: "Trop peu de réponses\u{a0}: non affiché",
};
/// No degrees of freedom.
pub const REMARK_NO_INTERVAL: Message = Message {
    es: "Sin intervalo: el diseño no permite calcular el error",
    pt: "Sem intervalo: o desenho não permite calcular o erro",
    en: "No interval: the design leaves no error to compute",
    fr: "Pas d’intervalle\u{a0}: le plan de sondage ne permet pas de calculer l’erreur",
};
/// Every record gave the same answer.
pub const REMARK_AT_BOUND: Message = Message {
    es: "Todas las respuestas coinciden: sin intervalo",
    pt: "Todas as respostas coincidem: sem intervalo",
    en: "All answers agree: no interval",
    fr: "Toutes les réponses concordent\u{a0}: pas d’intervalle",
};
/// The lonely-PSU rule.
pub const REMARK_LONELY: Message = Message {
    es: "Algún estrato tiene una sola unidad de muestreo",
    pt: "Algum estrato tem uma única unidade amostral",
    en: "Some stratum has a single sampling unit",
    fr: "Une strate ne compte qu’une unité d’échantillonnage",
};
/// A self-selected sample.
pub const REMARK_SELF_SELECTED: Message = Message {
    es: "Participación voluntaria",
    pt: "Participação voluntária",
    en: "Voluntary participation",
    fr: "Participation volontaire",
};
/// A partial average.
pub const REMARK_PARTIAL: Message = Message {
    es: "Faltan países que no se muestran",
    pt: "Faltam países não exibidos",
    en: "Leaves out countries not shown",
    fr: "Sans les pays non affichés",
};
/// A census.
pub const REMARK_CENSUS: Message = Message {
    es: "Censo",
    pt: "Censo",
    en: "Census",
    fr: "Recensement",
};

// The theory of change.

/// The last target is reached.
pub const ACHIEVED: Message = Message {
    es: "Logrado",
    pt: "Alcançado",
    en: "Achieved",
    fr: "Atteint",
};
/// Pace as expected.
pub const ON_TRACK: Message = Message {
    es: "En camino",
    pt: "No caminho certo",
    en: "On track",
    fr: "En bonne voie",
};
/// Pace somewhat below.
pub const AT_RISK: Message = Message {
    es: "En riesgo",
    pt: "Em risco",
    en: "At risk",
    fr: "À risque",
};
/// Pace far below.
pub const OFF_TRACK: Message = Message {
    es: "Con retraso",
    pt: "Atrasado",
    en: "Off track",
    fr: "En retard",
};
/// Worse than at the start.
pub const MOVING_AWAY: Message = Message {
    es: "Se aleja",
    pt: "Afasta-se",
    en: "Moving away",
    fr: "S’éloigne",
};
/// A value without a target.
pub const NOT_DUE: Message = Message {
    es: "Sin meta",
    pt: "Sem meta",
    en: "No target",
    fr: "Sans cible",
};
/// A target nobody has agreed on.
pub const ILLUSTRATIVE: Message = Message {
    es: "Meta ilustrativa",
    pt: "Meta ilustrativa",
    en: "Illustrative target",
    fr: "Cible illustrative",
};
/// Illustrative targets, in the footer.
pub const ILLUSTRATIVE_ARE: Message = Message {
    es: "Las metas ilustrativas muestran cómo funciona el seguimiento: nadie las ha acordado.",
    pt: "As metas ilustrativas mostram como funciona o acompanhamento: ninguém as acordou.",
    en: "Illustrative targets show how monitoring works: nobody has agreed on them.",
    fr: "Les cibles illustratives montrent comment fonctionne le suivi\u{a0}: personne ne les a convenues.",
};
/// The status holds over the whole interval.
pub const FIRM: Message = Message {
    es: "firme",
    pt: "firme",
    en: "firm",
    fr: "ferme",
};
/// The status does not hold over the whole interval.
pub const NOT_FIRM: Message = Message {
    es: "no concluyente",
    pt: "não conclusivo",
    en: "not conclusive",
    fr: "non concluant",
};
/// What firm means.
pub const FIRM_IS: Message = Message {
    es: "Firme: todo el intervalo da el mismo estado; no concluyente: el intervalo alcanza más de un estado.",
    pt: "Firme: todo o intervalo indica a mesma situação; não conclusivo: o intervalo alcança mais de uma.",
    en: "Firm: the whole interval gives the same status; not conclusive: the interval reaches more than one.",
    fr: "Ferme\u{a0}: tout l’intervalle donne le même état\u{202f}; non concluant\u{a0}: l’intervalle en recouvre plusieurs.",
};
/// Context, not attributed.
pub const CONTEXT_ONLY: Message = Message {
    es: "Contexto: no se atribuye al programa",
    pt: "Contexto: não se atribui ao programa",
    en: "Context: not attributed to the programme",
    fr: "Contexte\u{a0}: non attribué au programme",
};
/// A value with its target.
pub const VALUE_AND_TARGET: Message = Message {
    es: "{value} → meta {target} ({date})",
    pt: "{value} → meta {target} ({date})",
    en: "{value} → target {target} ({date})",
    fr: "{value} → cible {target} ({date})",
};
/// Progress of a node.
pub const PROGRESS_IS: Message = Message {
    es: "Avance {progress}",
    pt: "Avanço {progress}",
    en: "Progress {progress}",
    fr: "Progrès {progress}",
};
/// How many indicators have a value.
pub const OBSERVED_OF: Plural = Plural {
    one: Message {
        es: "{observed} de {count} indicador con dato",
        pt: "{observed} de {count} indicador com dado",
        en: "{observed} of {count} indicator has data",
        fr: "{observed} indicateur renseigné sur {count}",
    },
    other: Message {
        es: "{observed} de {count} indicadores con dato",
        pt: "{observed} de {count} indicadores com dado",
        en: "{observed} of {count} indicators have data",
        fr: "{observed} indicateurs renseignés sur {count}",
    },
};
/// A node without indicators.
pub const NO_INDICATOR: Message = Message {
    es: "Sin indicador",
    pt: "Sem indicador",
    en: "No indicator",
    fr: "Sans indicateur",
};
/// A link with evidence and movement.
pub const LINK_SUPPORTED: Message = Message {
    es: "Vínculo respaldado",
    pt: "Vínculo sustentado",
    en: "Supported link",
    fr: "Lien étayé",
};
/// A link with some of either.
pub const LINK_PLAUSIBLE: Message = Message {
    es: "Vínculo plausible",
    pt: "Vínculo plausível",
    en: "Plausible link",
    fr: "Lien plausible",
};
/// A link with neither.
pub const LINK_UNTESTED: Message = Message {
    es: "Vínculo por probar",
    pt: "Vínculo por testar",
    en: "Untested link",
    fr: "Lien non vérifié",
};
/// A link that the data speak against.
pub const LINK_CONTRADICTED: Message = Message {
    es: "Vínculo contradicho",
    pt: "Vínculo contrariado",
    en: "Contradicted link",
    fr: "Lien contredit",
};
/// What the number on a link is.
pub const EVIDENCE_IS: Message = Message {
    es: "Número en cada flecha: solidez de la evidencia, de 0 a 4; «?»: nadie la ha valorado.",
    pt: "Número em cada seta: solidez da evidência, de 0 a 4; “?”: ninguém a avaliou.",
    en: "Number on each arrow: strength of the evidence, 0 to 4; “?”: nobody has judged it.",
    fr: "Nombre sur chaque flèche\u{a0}: solidité des preuves, de 0 à 4\u{202f}; «\u{a0}?\u{a0}»\u{a0}: personne ne l’a évaluée.",
};
/// A link in words.
pub const LINK_IN_WORDS: Message = Message {
    es: "{from} → {to}: {reading}; evidencia: {strength}",
    pt: "{from} → {to}: {reading}; evidência: {strength}",
    en: "{from} → {to}: {reading}; evidence: {strength}",
    fr: "{from} → {to}\u{a0}: {reading}\u{202f}; preuves\u{a0}: {strength}",
};

// Alternative texts.

/// What a picture shows, in words.
pub const SHOWS_ROWS: Plural = Plural {
    one: Message {
        es: "El gráfico muestra {count} fila.",
        pt: "O gráfico mostra {count} linha.",
        en: "The chart shows {count} row.",
        fr: "Le graphique montre {count} ligne.",
    },
    other: Message {
        es: "El gráfico muestra {count} filas.",
        pt: "O gráfico mostra {count} linhas.",
        en: "The chart shows {count} rows.",
        fr: "Le graphique montre {count} lignes.",
    },
};
/// Rows that are not shown.
pub const NOT_SHOWN_ARE: Message = Message {
    es: "Sin dato que mostrar: {names}.",
    pt: "Sem dado a exibir: {names}.",
    en: "No figure to show: {names}.",
    fr: "Aucun chiffre à afficher\u{a0}: {names}.",
};
/// Rows above and below the average.
pub const ABOVE_AND_BELOW: Message = Message {
    es: "Por encima del promedio: {above}. Por debajo: {below}. Sin diferencia clara: {near}.",
    pt: "Acima da média: {above}. Abaixo: {below}. Sem diferença clara: {near}.",
    en: "Above the average: {above}. Below: {below}. Not clearly different: {near}.",
    fr: "Au-dessus de la moyenne\u{a0}: {above}. Au-dessous\u{a0}: {below}. Sans différence nette\u{a0}: {near}.",
};
