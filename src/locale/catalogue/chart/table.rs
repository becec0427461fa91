//! Headings of tables and remarks on their rows.

use crate::locale::message::{Message, message};

/// A country.
pub const COUNTRY: Message = message! {
    es: "País",
    pt: "País",
    en: "Country",
    fr: "Pays",
};
/// An estimate.
pub const ESTIMATE: Message = message! {
    es: "Estimación",
    pt: "Estimativa",
    en: "Estimate",
    fr: "Estimation",
};
/// An interval, with its level.
pub const INTERVAL: Message = message! {
    es: "Intervalo del {level}",
    pt: "Intervalo de {level}",
    en: "{level} interval",
    fr: "Intervalle à {level}",
};
/// Number of answers.
pub const ANSWERS: Message = message! {
    es: "n",
    pt: "n",
    en: "n",
    fr: "n",
};
/// What is to be known of a row.
pub const REMARK: Message = message! {
    es: "Observación",
    pt: "Observação",
    en: "Remark",
    fr: "Remarque",
};
/// What the author says of a row.
pub const AUTHORS_NOTE: Message = message! {
    es: "Nota",
    pt: "Nota",
    en: "Note",
    fr: "Note",
};
/// An item of a battery.
pub const ITEM: Message = message! {
    es: "Pregunta",
    pt: "Pergunta",
    en: "Question",
    fr: "Question",
};
/// An answer.
pub const ANSWER: Message = message! {
    es: "Respuesta",
    pt: "Resposta",
    en: "Answer",
    fr: "Réponse",
};
/// A date.
pub const DATE: Message = message! {
    es: "Fecha",
    pt: "Data",
    en: "Date",
    fr: "Date",
};
/// The share of a quantile.
pub const SHARE_BELOW: Message = message! {
    es: "Proporción por debajo",
    pt: "Proporção abaixo",
    en: "Share below",
    fr: "Part en dessous",
};
/// A stage of a policy.
pub const STAGE: Message = message! {
    es: "Etapa",
    pt: "Etapa",
    en: "Stage",
    fr: "Étape",
};
/// What an event changed.
pub const CHANGE: Message = message! {
    es: "Cambio",
    pt: "Mudança",
    en: "Change",
    fr: "Changement",
};
/// Where an event can be looked up.
pub const EVIDENCE: Message = message! {
    es: "Evidencia",
    pt: "Evidência",
    en: "Evidence",
    fr: "Preuves",
};
/// A policy where there was none.
pub const CHANGE_NEW: Message = message! {
    es: "nueva",
    pt: "nova",
    en: "new",
    fr: "nouvelle",
};
/// A higher stage.
pub const CHANGE_UPGRADED: Message = message! {
    es: "sube de etapa",
    pt: "sobe de etapa",
    en: "moves up a stage",
    fr: "passe à une étape supérieure",
};
/// A lower stage.
pub const CHANGE_DOWNGRADED: Message = message! {
    es: "baja de etapa",
    pt: "desce de etapa",
    en: "moves down a stage",
    fr: "passe à une étape inférieure",
};
/// No policy any more.
pub const CHANGE_REPEALED: Message = message! {
    es: "derogada",
    pt: "revogada",
    en: "repealed",
    fr: "abrogée",
};
/// A stage after a gap or a code off the scale.
pub const CHANGE_RECODED: Message = message! {
    es: "recodificada",
    pt: "recodificada",
    en: "recoded",
    fr: "recodée",
};
/// The first that is known.
pub const CHANGE_FIRST: Message = message! {
    es: "primer registro",
    pt: "primeiro registro",
    en: "first record",
    fr: "premier relevé",
};
/// An indicator.
pub const INDICATOR: Message = message! {
    es: "Indicador",
    pt: "Indicador",
    en: "Indicator",
    fr: "Indicateur",
};
/// A status.
pub const STATUS: Message = message! {
    es: "Estado",
    pt: "Situação",
    en: "Status",
    fr: "État",
};
/// A target.
pub const TARGET: Message = message! {
    es: "Meta",
    pt: "Meta",
    en: "Target",
    fr: "Cible",
};
/// Progress.
pub const PROGRESS: Message = message! {
    es: "Avance",
    pt: "Avanço",
    en: "Progress",
    fr: "Progrès",
};
/// What a node of the theory says.
pub const STATEMENT: Message = message! {
    es: "Enunciado",
    pt: "Enunciado",
    en: "Statement",
    fr: "Énoncé",
};

/// An attribute of points of leverage.
pub const ATTRIBUTE: Message = message! {
    es: "Atributo",
    pt: "Atributo",
    en: "Attribute",
    fr: "Attribut",
};
/// A point of leverage.
pub const LEVERAGE_POINT: Message = message! {
    es: "Punto de apalancamiento",
    pt: "Ponto de alavancagem",
    en: "Leverage point",
    fr: "Point de levier",
};
/// A place.
pub const PLACE: Message = message! {
    es: "Lugar",
    pt: "Lugar",
    en: "Place",
    fr: "Lieu",
};
/// A score.
pub const SCORE: Message = message! {
    es: "Puntaje",
    pt: "Pontuação",
    en: "Score",
    fr: "Score",
};
/// What each rater gave.
pub const RATINGS: Message = message! {
    es: "Valoraciones",
    pt: "Avaliações",
    en: "Ratings",
    fr: "Évaluations",
};

/// No degrees of freedom.
pub const REMARK_NO_INTERVAL: Message = message! {
    es: "Sin intervalo: el diseño no permite calcular el error",
    pt: "Sem intervalo: o desenho não permite calcular o erro",
    en: "No interval: the design leaves no error to compute",
    fr: "Pas d’intervalle\u{a0}: le plan de sondage ne permet pas de calculer l’erreur",
};
/// Every record gave the same answer.
pub const REMARK_AT_BOUND: Message = message! {
    es: "Todas las respuestas coinciden: sin intervalo",
    pt: "Todas as respostas coincidem: sem intervalo",
    en: "All answers agree: no interval",
    fr: "Toutes les réponses concordent\u{a0}: pas d’intervalle",
};
/// The lonely-PSU rule.
pub const REMARK_LONELY: Message = message! {
    es: "Algún estrato tiene una sola unidad de muestreo",
    pt: "Algum estrato tem uma única unidade amostral",
    en: "Some stratum has a single sampling unit",
    fr: "Une strate ne compte qu’une unité d’échantillonnage",
};
/// A self-selected sample.
pub const REMARK_SELF_SELECTED: Message = message! {
    es: "Participación voluntaria",
    pt: "Participação voluntária",
    en: "Voluntary participation",
    fr: "Participation volontaire",
};
/// A partial average.
pub const REMARK_PARTIAL: Message = message! {
    es: "Faltan países que no se muestran",
    pt: "Faltam países não exibidos",
    en: "Leaves out countries not shown",
    fr: "Sans les pays non affichés",
};
/// Too few schools.
pub const REMARK_FEW_UNITS: Message = message! {
    es: "Muy pocas escuelas o unidades de muestreo: no se muestra",
    pt: "Poucas escolas ou unidades amostrais: não exibido",
    en: "Too few schools or sampling units: not shown",
    fr: "Trop peu d’écoles ou d’unités d’échantillonnage\u{a0}: non affiché",
};
/// Too large an error.
pub const REMARK_UNRELIABLE: Message = message! {
    es: "Error demasiado grande: no se muestra",
    pt: "Erro grande demais: não exibido",
    en: "Error too large: not shown",
    fr: "Erreur trop grande\u{a0}: non affiché",
};
/// Withheld to protect another number.
pub const REMARK_SECONDARY: Message = message! {
    es: "No se muestra, para proteger otro resultado",
    pt: "Não exibido, para proteger outro resultado",
    en: "Not shown, to protect another result",
    fr: "Non affiché, pour protéger un autre résultat",
};
/// A large error.
pub const REMARK_CAUTION: Message = message! {
    es: "Error grande: usar con cautela",
    pt: "Erro grande: usar com cautela",
    en: "Large error: use with caution",
    fr: "Erreur importante\u{a0}: à utiliser avec prudence",
};
/// Few records.
pub const REMARK_FEW_RECORDS: Message = message! {
    es: "Pocas respuestas: de 25 a 49",
    pt: "Poucas respostas: de 25 a 49",
    en: "Few answers: from 25 to 49",
    fr: "Peu de réponses\u{a0}: de 25 à 49",
};
/// To be looked at by a statistician.
pub const REMARK_REVIEW: Message = message! {
    es: "Conviene que lo revise una persona experta en estadística",
    pt: "Convém que uma pessoa especialista em estatística o revise",
    en: "To be reviewed by a statistician",
    fr: "À faire vérifier par un statisticien ou une statisticienne",
};
/// A quantile near the end of the sample.
pub const REMARK_BEYOND_SAMPLE: Message = message! {
    es: "Sin intervalo: la muestra termina antes",
    pt: "Sem intervalo: a amostra termina antes",
    en: "No interval: the sample ends before it does",
    fr: "Pas d’intervalle\u{a0}: l’échantillon s’arrête avant",
};
/// A census.
pub const REMARK_CENSUS: Message = message! {
    es: "Censo",
    pt: "Censo",
    en: "Census",
    fr: "Recensement",
};
/// Fewer than three quarters answered.
pub const REMARK_COVERAGE_75: Message = message! {
    es: "† respondió menos del 75\u{a0}%",
    pt: "† responderam menos de 75%",
    en: "† fewer than 75% answered",
    fr: "† moins de 75\u{202f}% de réponses",
};
/// Fewer than half answered.
pub const REMARK_COVERAGE_50: Message = message! {
    es: "‡ respondió menos del 50\u{a0}%",
    pt: "‡ responderam menos de 50%",
    en: "‡ fewer than 50% answered",
    fr: "‡ moins de 50\u{202f}% de réponses",
};
