//! The theory of change.

use crate::locale::message::{Message, message};
use crate::locale::plural::Plural;

/// The last target is reached.
pub const ACHIEVED: Message = message! {
    es: "Logrado",
    pt: "Alcançado",
    en: "Achieved",
    fr: "Atteint",
};
/// Pace as expected.
pub const ON_TRACK: Message = message! {
    es: "En camino",
    pt: "No caminho certo",
    en: "On track",
    fr: "En bonne voie",
};
/// Pace somewhat below.
pub const AT_RISK: Message = message! {
    es: "En riesgo",
    pt: "Em risco",
    en: "At risk",
    fr: "À risque",
};
/// Pace far below.
pub const OFF_TRACK: Message = message! {
    es: "Con retraso",
    pt: "Atrasado",
    en: "Off track",
    fr: "En retard",
};
/// Worse than at the start.
pub const MOVING_AWAY: Message = message! {
    es: "Se aleja",
    pt: "Afasta-se",
    en: "Moving away",
    fr: "S’éloigne",
};
/// A value without a target.
pub const NOT_DUE: Message = message! {
    es: "Sin meta",
    pt: "Sem meta",
    en: "No target",
    fr: "Sans cible",
};
/// A target nobody has agreed on.
pub const ILLUSTRATIVE: Message = message! {
    es: "Meta ilustrativa",
    pt: "Meta ilustrativa",
    en: "Illustrative target",
    fr: "Cible illustrative",
};
/// Illustrative targets, in the footer.
pub const ILLUSTRATIVE_ARE: Message = message! {
    es: "Las metas ilustrativas muestran cómo funciona el seguimiento: nadie las ha acordado.",
    pt: "As metas ilustrativas mostram como funciona o acompanhamento: ninguém as acordou.",
    en: "Illustrative targets show how monitoring works: nobody has agreed on them.",
    fr: "Les cibles illustratives montrent comment fonctionne le suivi\u{a0}: personne ne les a convenues.",
};
/// The status holds over the whole interval.
pub const FIRM: Message = message! {
    es: "firme",
    pt: "firme",
    en: "firm",
    fr: "ferme",
};
/// The status does not hold over the whole interval.
pub const NOT_FIRM: Message = message! {
    es: "no concluyente",
    pt: "não conclusivo",
    en: "not conclusive",
    fr: "non concluant",
};
/// What firm means.
pub const FIRM_IS: Message = message! {
    es: "Firme: todo el intervalo da el mismo estado; no concluyente: el intervalo alcanza más de un estado.",
    pt: "Firme: todo o intervalo indica a mesma situação; não conclusivo: o intervalo alcança mais de uma.",
    en: "Firm: the whole interval gives the same status; not conclusive: the interval reaches more than one.",
    fr: "Ferme\u{a0}: tout l’intervalle donne le même état\u{202f}; non concluant\u{a0}: l’intervalle en recouvre plusieurs.",
};
/// Context, not attributed.
pub const CONTEXT_ONLY: Message = message! {
    es: "Contexto: no se atribuye al programa",
    pt: "Contexto: não se atribui ao programa",
    en: "Context: not attributed to the programme",
    fr: "Contexte\u{a0}: non attribué au programme",
};
/// A value with its target.
pub const VALUE_AND_TARGET: Message = message! {
    es: "{value} → meta {target} ({date})",
    pt: "{value} → meta {target} ({date})",
    en: "{value} → target {target} ({date})",
    fr: "{value} → cible {target} ({date})",
};
/// Progress of a node.
pub const PROGRESS_IS: Message = message! {
    es: "Avance {progress}",
    pt: "Avanço {progress}",
    en: "Progress {progress}",
    fr: "Progrès {progress}",
};
/// How many indicators have a value.
pub const OBSERVED_OF: Plural = Plural {
    one: message! {
        es: "{observed} de {count} indicador con dato",
        pt: "{observed} de {count} indicador com dado",
        en: "{observed} of {count} indicator has data",
        fr: "{observed} indicateur renseigné sur {count}",
    },
    other: message! {
        es: "{observed} de {count} indicadores con dato",
        pt: "{observed} de {count} indicadores com dado",
        en: "{observed} of {count} indicators have data",
        fr: "{observed} indicateurs renseignés sur {count}",
    },
};
/// A node without indicators.
pub const NO_INDICATOR: Message = message! {
    es: "Sin indicador",
    pt: "Sem indicador",
    en: "No indicator",
    fr: "Sans indicateur",
};
/// A link with evidence and movement.
pub const LINK_SUPPORTED: Message = message! {
    es: "Vínculo respaldado",
    pt: "Vínculo sustentado",
    en: "Supported link",
    fr: "Lien étayé",
};
/// A link with some of either.
pub const LINK_PLAUSIBLE: Message = message! {
    es: "Vínculo plausible",
    pt: "Vínculo plausível",
    en: "Plausible link",
    fr: "Lien plausible",
};
/// A link with neither.
pub const LINK_UNTESTED: Message = message! {
    es: "Vínculo por probar",
    pt: "Vínculo por testar",
    en: "Untested link",
    fr: "Lien non vérifié",
};
/// A link that the data speak against.
pub const LINK_CONTRADICTED: Message = message! {
    es: "Vínculo contradicho",
    pt: "Vínculo contrariado",
    en: "Contradicted link",
    fr: "Lien contredit",
};
/// What the number on a link is.
pub const EVIDENCE_IS: Message = message! {
    es: "Número en cada flecha: solidez de la evidencia, de 0 a 4; «?»: nadie la ha valorado.",
    pt: "Número em cada seta: solidez da evidência, de 0 a 4; “?”: ninguém a avaliou.",
    en: "Number on each arrow: strength of the evidence, 0 to 4; “?”: nobody has judged it.",
    fr: "Nombre sur chaque flèche\u{a0}: solidité des preuves, de 0 à 4\u{202f}; «\u{a0}?\u{a0}»\u{a0}: personne ne l’a évaluée.",
};
/// A link in words.
pub const LINK_IN_WORDS: Message = message! {
    es: "{from} → {to}: {reading}; evidencia: {strength}",
    pt: "{from} → {to}: {reading}; evidência: {strength}",
    en: "{from} → {to}: {reading}; evidence: {strength}",
    fr: "{from} → {to}\u{a0}: {reading}\u{202f}; preuves\u{a0}: {strength}",
};

// Points of leverage.

/// The weakest and the strongest attribute.
pub const LEVERAGE_RANGE: Message = message! {
    es: "En promedio, los atributos van de {low} a {high}, en una escala de 0 a {highest}",
    pt: "Em média, os atributos vão de {low} a {high}, em uma escala de 0 a {highest}",
    en: "On average, attributes range from {low} to {high}, on a scale of 0 to {highest}",
    fr: "En moyenne, les attributs vont de {low} à {high}, sur une échelle de 0 à {highest}",
};
/// The only attribute with evidence.
pub const LEVERAGE_OF_ONE: Message = message! {
    es: "En promedio, {low}, en una escala de 0 a {highest}",
    pt: "Em média, {low}, em uma escala de 0 a {highest}",
    en: "On average, {low}, on a scale of 0 to {highest}",
    fr: "En moyenne, {low}, sur une échelle de 0 à {highest}",
};
/// A cell that nobody has rated.
pub const NO_EVIDENCE: Message = message! {
    es: "sin evidencia",
    pt: "sem evidência",
    en: "no evidence",
    fr: "sans preuve",
};
/// Cells with evidence.
pub const RATED_OF: Message = message! {
    es: "Celdas con evidencia: {rated} de {total}.",
    pt: "Células com evidência: {rated} de {total}.",
    en: "Cells with evidence: {rated} of {total}.",
    fr: "Cases avec preuves\u{a0}: {rated} sur {total}.",
};
/// The row of an attribute’s means.
pub const TWO_MEANS: Message = message! {
    es: "Media aritmética | geométrica",
    pt: "Média aritmética | geométrica",
    en: "Arithmetic | geometric mean",
    fr: "Moyenne arithmétique | géométrique",
};
/// What the means are of.
pub const MEANS_ARE: Message = message! {
    es: "Las medias son de los puntos con evidencia; la geométrica baja más cuando un punto es débil.",
    pt: "As médias são dos pontos com evidência; a geométrica cai mais quando um ponto é fraco.",
    en: "Means are of the points with evidence; the geometric one falls more where a point is weak.",
    fr: "Les moyennes portent sur les points avec preuves\u{202f}; la géométrique baisse davantage quand un point est faible.",
};
/// Raters who differ.
pub const DISPUTED_IS: Message = message! {
    es: "≠: los evaluadores difieren en 2 puntos o más.",
    pt: "≠: os avaliadores diferem em 2 pontos ou mais.",
    en: "≠: raters differ by 2 points or more.",
    fr: "≠\u{a0}: les évaluateurs diffèrent de 2 points ou plus.",
};
/// How far two raters agree.
pub const KAPPA_IS: Message = message! {
    es: "Acuerdo de los dos evaluadores: kappa ponderado de {kappa}, en {pairs} celdas.",
    pt: "Concordância dos dois avaliadores: kappa ponderado de {kappa}, em {pairs} células.",
    en: "Agreement of the two raters: weighted kappa of {kappa}, over {pairs} cells.",
    fr: "Accord des deux évaluateurs\u{a0}: kappa pondéré de {kappa}, sur {pairs} cases.",
};
