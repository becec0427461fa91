//! What changes from one step to another, and what is told of two measures together.

use crate::locale::message::{Message, message};

/// One line at two steps.
pub const STEPS_ONE: Message = message! {
    es: "{name}: {a} ({first}) y {b} ({last})",
    pt: "{name}: {a} ({first}) e {b} ({last})",
    en: "{name}: {a} ({first}) and {b} ({last})",
    fr: "{name}\u{a0}: {a} ({first}) et {b} ({last})",
};
/// One line that clearly rose.
pub const STEPS_ONE_UP: Message = message! {
    es: "{name}: sube de {a} ({first}) a {b} ({last})",
    pt: "{name}: sobe de {a} ({first}) para {b} ({last})",
    en: "{name}: up from {a} ({first}) to {b} ({last})",
    fr: "{name}\u{a0}: hausse de {a} ({first}) à {b} ({last})",
};
/// One line that clearly fell.
pub const STEPS_ONE_DOWN: Message = message! {
    es: "{name}: baja de {a} ({first}) a {b} ({last})",
    pt: "{name}: cai de {a} ({first}) para {b} ({last})",
    en: "{name}: down from {a} ({first}) to {b} ({last})",
    fr: "{name}\u{a0}: baisse de {a} ({first}) à {b} ({last})",
};
/// One line without a clear difference.
pub const STEPS_ONE_FLAT: Message = message! {
    es: "{name}: {a} ({first}) y {b} ({last}), sin diferencia clara",
    pt: "{name}: {a} ({first}) e {b} ({last}), sem diferença clara",
    en: "{name}: {a} ({first}) and {b} ({last}), not clearly different",
    fr: "{name}\u{a0}: {a} ({first}) et {b} ({last}), sans différence nette",
};
/// Countries that clearly rose and fell.
pub const STEPS_RISE: Message = message! {
    es: "Entre {first} y {last}, sube en {up} de {total} países y baja en {down}",
    pt: "Entre {first} e {last}, sobe em {up} de {total} países e cai em {down}",
    en: "Between {first} and {last}, up in {up} of {total} countries and down in {down}",
    fr: "Entre {first} et {last}, en hausse dans {up} pays sur {total} et en baisse dans {down}",
};
/// The same where none clearly fell.
pub const STEPS_ONLY_RISE: Message = message! {
    es: "Entre {first} y {last}, sube en {up} de {total} países y no baja en ninguno",
    pt: "Entre {first} e {last}, sobe em {up} de {total} países e não cai em nenhum",
    en: "Between {first} and {last}, up in {up} of {total} countries and down in none",
    fr: "Entre {first} et {last}, en hausse dans {up} pays sur {total} et en baisse dans aucun",
};
/// The same where none clearly rose.
pub const STEPS_ONLY_FALL: Message = message! {
    es: "Entre {first} y {last}, baja en {down} de {total} países y no sube en ninguno",
    pt: "Entre {first} e {last}, cai em {down} de {total} países e não sobe em nenhum",
    en: "Between {first} and {last}, down in {down} of {total} countries and up in none",
    fr: "Entre {first} et {last}, en baisse dans {down} pays sur {total} et en hausse dans aucun",
};
/// Countries in which one group lies clearly above the other.
pub const STEPS_ABOVE: Message = message! {
    es: "«{last}» por encima de «{first}» en {up} de {total} países; por debajo en {down}",
    pt: "“{last}” acima de “{first}” em {up} de {total} países; abaixo em {down}",
    en: "“{last}” above “{first}” in {up} of {total} countries; below in {down}",
    fr: "«\u{a0}{last}\u{a0}» au-dessus de «\u{a0}{first}\u{a0}» dans {up} pays sur {total}\u{202f}; au-dessous dans {down}",
};
/// How many countries, where there is none: "up in none".
pub const NO_COUNTRY: Message = message! {
    es: "ninguno",
    pt: "nenhum",
    en: "none",
    fr: "aucun",
};
/// No country differs clearly.
pub const STEPS_NONE: Message = message! {
    es: "Entre {first} y {last}, ninguna diferencia clara en {total} países",
    pt: "Entre {first} e {last}, nenhuma diferença clara em {total} países",
    en: "Between {first} and {last}, no clear difference in any of {total} countries",
    fr: "Entre {first} et {last}, aucune différence nette dans {total} pays",
};
/// Whose difference is the largest.
pub const STEPS_MOST: Message = message! {
    es: "{finding}; la mayor diferencia: {name} ({change})",
    pt: "{finding}; a maior diferença: {name} ({change})",
    en: "{finding}; the largest difference: {name} ({change})",
    fr: "{finding}\u{202f}; la plus grande différence\u{a0}: {name} ({change})",
};
/// The range at one step.
pub const STEPS_RANGE: Message = message! {
    es: "{step}: de {low} a {high}",
    pt: "{step}: de {low} a {high}",
    en: "{step}: from {low} to {high}",
    fr: "{step}\u{a0}: de {low} à {high}",
};
/// A band around a line.
pub const KEY_BAND: Message = message! {
    es: "Banda: intervalo del {level}",
    pt: "Faixa: intervalo de {level}",
    en: "Band: {level} interval",
    fr: "Bande\u{a0}: intervalle à {level}",
};
/// A difference whose interval leaves out zero.
pub const KEY_CLEAR: Message = message! {
    es: "Diferencia clara",
    pt: "Diferença clara",
    en: "Clear difference",
    fr: "Différence nette",
};
/// A difference whose interval holds zero.
pub const KEY_NOT_CLEAR: Message = message! {
    es: "Sin diferencia clara",
    pt: "Sem diferença clara",
    en: "Not clearly different",
    fr: "Sans différence nette",
};
/// What a clear difference between two steps is.
pub const CLEAR_IS: Message = message! {
    es: "Diferencia clara: su intervalo no incluye el cero.",
    pt: "Diferença clara: seu intervalo não inclui o zero.",
    en: "Clear difference: its interval leaves out zero.",
    fr: "Différence nette\u{a0}: son intervalle exclut zéro.",
};
/// The median.
pub const MEDIAN: Message = message! {
    es: "Mediana",
    pt: "Mediana",
    en: "Median",
    fr: "Médiane",
};
/// A quantile: the value below which a share of the population lies.
pub const QUANTILE: Message = message! {
    es: "Cuantil {share}",
    pt: "Quantil {share}",
    en: "{share} quantile",
    fr: "Quantile {share}",
};
/// From one quantile to another.
pub const BETWEEN: Message = message! {
    es: "Del cuantil {low} al {high}",
    pt: "Do quantil {low} ao {high}",
    en: "{low} to {high} quantile",
    fr: "Du quantile {low} au {high}",
};
/// One country by two measures.
pub const SCATTER_ONE: Message = message! {
    es: "{name}: {x} (eje horizontal) y {y} (eje vertical)",
    pt: "{name}: {x} (eixo horizontal) e {y} (eixo vertical)",
    en: "{name}: {x} (horizontal axis) and {y} (vertical axis)",
    fr: "{name}\u{a0}: {x} (axe horizontal) et {y} (axe vertical)",
};
/// How many countries lie clearly on one side of both averages.
pub const SCATTER_SIDES: Message = message! {
    es: "De {total} países, por encima de ambos promedios: {up}; por debajo de ambos: {down}",
    pt: "De {total} países, acima das duas médias: {up}; abaixo das duas: {down}",
    en: "Of {total} countries, above both averages: {up}; below both: {down}",
    fr: "Sur {total} pays, au-dessus des deux moyennes\u{a0}: {up}\u{202f}; au-dessous des deux\u{a0}: {down}",
};
/// What is compared, where nothing more can be said.
pub const SCATTER_OF: Message = message! {
    es: "{total} países según dos medidas: «{x}» y «{y}»",
    pt: "{total} países segundo duas medidas: “{x}” e “{y}”",
    en: "{total} countries by two measures: “{x}” and “{y}”",
    fr: "{total} pays selon deux mesures\u{a0}: «\u{a0}{x}\u{a0}» et «\u{a0}{y}\u{a0}»",
};
/// What a scatter does not say.
pub const NOT_CAUSE: Message = message! {
    es: "Que dos medidas vayan juntas no significa que una cause la otra.",
    pt: "Que duas medidas andem juntas não significa que uma cause a outra.",
    en: "Two measures going together does not mean that one causes the other.",
    fr: "Que deux mesures aillent ensemble ne signifie pas que l’une cause l’autre.",
};
