//! What keeps an estimate from being made, and what must be known of one.

use super::{Entry, Message};

/// The codes of this room.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: "lonely_psu",
        says: Message {
            es: "{count} estratos tienen una sola unidad de muestreo ({strata}), y con la regla «fail» no hay error que calcular. Elija otra regla en «lonely_psu».",
            pt: "{count} estratos têm uma só unidade de amostragem ({strata}), e com a regra “fail” não há erro a calcular. Escolha outra regra em “lonely_psu”.",
            en: "{count} strata have a single sampling unit ({strata}), and under the rule “fail” there is no error to compute. Choose another rule in “lonely_psu”.",
            fr: "{count} strates n’ont qu’une unité d’échantillonnage ({strata}), et la règle «\u{a0}fail\u{a0}» ne laisse aucune erreur à calculer. Choisissez une autre règle dans «\u{a0}lonely_psu\u{a0}».",
        },
    },
    Entry {
        code: "no_items",
        says: Message {
            es: "La escala no tiene ninguna pregunta.",
            pt: "A escala não tem nenhuma pergunta.",
            en: "The scale has no items.",
            fr: "L’échelle n’a aucune question.",
        },
    },
    Entry {
        code: "empty_scale",
        says: Message {
            es: "La escala debe ir de un valor menor a uno mayor, no de {low} a {high}.",
            pt: "A escala deve ir de um valor menor a um maior, não de {low} a {high}.",
            en: "The scale must run from a smaller to a greater value, not from {low} to {high}.",
            fr: "L’échelle doit aller d’une valeur plus petite à une plus grande, non de {low} à {high}.",
        },
    },
    Entry {
        code: "outside_scale",
        says: Message {
            es: "El valor {value} queda fuera de la escala, que va de {low} a {high}. Quizá sea un código de «sin respuesta».",
            pt: "O valor {value} fica fora da escala, que vai de {low} a {high}. Talvez seja um código de “sem resposta”.",
            en: "The value {value} lies outside the scale, which runs from {low} to {high}. It may be a code for no answer.",
            fr: "La valeur {value} est hors de l’échelle, qui va de {low} à {high}. C’est peut-être un code de non-réponse.",
        },
    },
    Entry {
        code: "not_coded",
        says: Message {
            es: "Esta variable es una medida continua: no tiene respuestas que contar.",
            pt: "Esta variável é uma medida contínua: não tem respostas a contar.",
            en: "This variable is a continuous measure: it has no answers to count.",
            fr: "Cette variable est une mesure continue\u{a0}: elle n’a pas de réponses à compter.",
        },
    },
    Entry {
        code: "not_numeric",
        says: Message {
            es: "La variable tiene el valor «{value}», que no es un número.",
            pt: "A variável tem o valor “{value}”, que não é um número.",
            en: "The variable holds “{value}”, which is not a number.",
            fr: "La variable contient «\u{a0}{value}\u{a0}», qui n’est pas un nombre.",
        },
    },
    Entry {
        code: "too_many_values",
        says: Message {
            es: "La variable tiene {count} valores distintos; para formar grupos se admiten hasta {limit}.",
            pt: "A variável tem {count} valores distintos; para formar grupos se aceitam até {limit}.",
            en: "The variable has {count} distinct values; groups can be made of up to {limit}.",
            fr: "La variable a {count} valeurs distinctes\u{a0}; on peut former des groupes jusqu’à {limit}.",
        },
    },
    Entry {
        code: "self_selected",
        says: Message {
            es: "Respondió quien quiso: la muestra no representa a la población, y por eso no se da ningún margen de error.",
            pt: "Respondeu quem quis: a amostra não representa a população, e por isso não se dá nenhuma margem de erro.",
            en: "Whoever wished to answer did: the sample does not represent the population, and so no margin of error is given.",
            fr: "A répondu qui voulait\u{a0}: l’échantillon ne représente pas la population, et aucune marge d’erreur n’est donc donnée.",
        },
    },
    Entry {
        code: "lonely_psu_rule",
        says: Message {
            es: "En {strata} estratos con una sola unidad de muestreo, la varianza se calculó con la regla «{rule}».",
            pt: "Em {strata} estratos com uma só unidade de amostragem, a variância foi calculada com a regra “{rule}”.",
            en: "In {strata} strata with a single sampling unit, the variance was computed by the rule “{rule}”.",
            fr: "Dans {strata} strates à une seule unité d’échantillonnage, la variance a été calculée avec la règle «\u{a0}{rule}\u{a0}».",
        },
    },
    Entry {
        code: "cells_suppressed",
        says: Message {
            es: "{cells} resultados no se muestran porque tienen menos de {least} respuestas.",
            pt: "{cells} resultados não são mostrados porque têm menos de {least} respostas.",
            en: "{cells} results are not shown because they rest on fewer than {least} answers.",
            fr: "{cells} résultats ne sont pas affichés car ils reposent sur moins de {least} réponses.",
        },
    },
];
