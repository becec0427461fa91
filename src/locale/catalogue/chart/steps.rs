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
/// Countries in which one group lies clearly above the other.
pub const STEPS_ABOVE: Message = message! {
    es: "«{last}» por encima de «{first}» en {up} de {total} países; por debajo en {down}",
    pt: "“{last}” acima de “{first}” em {up} de {total} países; abaixo em {down}",
    en: "“{last}” above “{first}” in {up} of {total} countries; below in {down}",
    fr: "«\u{a0}{last}\u{a0}» au-dessus de «\u{a0}{first}\u{a0}» dans {up} pays sur {total}\u{202f}; au-dessous dans {down}",
};
/// Countries that clearly rose, where none fell.
pub const STEPS_ONLY_RISE: Message = message! {
    es: "Entre {first} y {last}, sube en {up} de {total} países y en ninguno baja",
    pt: "Entre {first} e {last}, sobe em {up} de {total} países e em nenhum cai",
    en: "Between {first} and {last}, up in {up} of {total} countries and down in none",
    fr: "Entre {first} et {last}, en hausse dans {up} pays sur {total} et en baisse dans aucun",
};
/// Countries that clearly fell, where none rose.
pub const STEPS_ONLY_FALL: Message = message! {
    es: "Entre {first} y {last}, baja en {down} de {total} países y en ninguno sube",
    pt: "Entre {first} e {last}, cai em {down} de {total} países e em nenhum sobe",
    en: "Between {first} and {last}, down in {down} of {total} countries and up in none",
    fr: "Entre {first} et {last}, en baisse dans {down} pays sur {total} et en hausse dans aucun",
};
/// Countries in which one group lies clearly above the other, and none in which it lies below.
pub const STEPS_ONLY_ABOVE: Message = message! {
    es: "«{last}» por encima de «{first}» en {up} de {total} países; por debajo, en ninguno",
    pt: "“{last}” acima de “{first}” em {up} de {total} países; abaixo, em nenhum",
    en: "“{last}” above “{first}” in {up} of {total} countries, and below in none",
    fr: "«\u{a0}{last}\u{a0}» au-dessus de «\u{a0}{first}\u{a0}» dans {up} pays sur {total}\u{202f}; au-dessous, dans aucun",
};
/// Countries in which one group lies clearly below the other, and none in which it lies above.
pub const STEPS_ONLY_BELOW: Message = message! {
    es: "«{last}» por debajo de «{first}» en {down} de {total} países; por encima, en ninguno",
    pt: "“{last}” abaixo de “{first}” em {down} de {total} países; acima, em nenhum",
    en: "“{last}” below “{first}” in {down} of {total} countries, and above in none",
    fr: "«\u{a0}{last}\u{a0}» au-dessous de «\u{a0}{first}\u{a0}» dans {down} pays sur {total}\u{202f}; au-dessus, dans aucun",
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
/// The same between countries.
pub const STEPS_RANGE_OF_COUNTRIES: Message = message! {
    es: "{step}: entre países va de {low} a {high}",
    pt: "{step}: entre países vai de {low} a {high}",
    en: "{step}: countries range from {low} to {high}",
    fr: "{step}\u{a0}: entre pays, de {low} à {high}",
};
/// Two measures that rise together over countries, as far as their ranks surely say.
pub const SCATTER_TOGETHER: Message = message! {
    es: "Entre {total} países, a más «{x}», por lo general más «{y}»",
    pt: "Entre {total} países, quanto mais “{x}”, em geral mais “{y}”",
    en: "Across {total} countries, more “{x}” generally goes with more “{y}”",
    fr: "Dans {total} pays, plus «\u{a0}{x}\u{a0}» est élevé, plus «\u{a0}{y}\u{a0}» l’est en général",
};
/// Two measures of which one falls where the other rises.
pub const SCATTER_OPPOSED: Message = message! {
    es: "Entre {total} países, a más «{x}», por lo general menos «{y}»",
    pt: "Entre {total} países, quanto mais “{x}”, em geral menos “{y}”",
    en: "Across {total} countries, more “{x}” generally goes with less “{y}”",
    fr: "Dans {total} pays, plus «\u{a0}{x}\u{a0}» est élevé, moins «\u{a0}{y}\u{a0}» l’est en général",
};
/// Two measures of which nothing is sure.
pub const SCATTER_UNCLEAR: Message = message! {
    es: "Entre {total} países no se ve una relación clara de «{x}» con «{y}»",
    pt: "Entre {total} países não se vê uma relação clara de “{x}” com “{y}”",
    en: "Across {total} countries there is no clear relation of “{x}” to “{y}”",
    fr: "Dans {total} pays, pas de relation nette entre «\u{a0}{x}\u{a0}» et «\u{a0}{y}\u{a0}»",
};
/// How the relation of two measures was judged.
pub const RANKS_ARE: Message = message! {
    es: "Correlación de rangos entre países (Spearman): {value}, intervalo del 95%: de {low} a {high}.",
    pt: "Correlação de postos entre países (Spearman): {value}, intervalo de 95%: de {low} a {high}.",
    en: "Rank correlation across countries (Spearman): {value}, 95% interval: {low} to {high}.",
    fr: "Corrélation des rangs entre pays (Spearman)\u{a0}: {value}, intervalle à 95\u{a0}%\u{a0}: de {low} à {high}.",
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
