//! What a reader must know of the sample behind a result: the codes that are handed on with it, [`crate::document::SHARED`].

use super::entries;

entries! {
    "self_selected" {
        es: "Respondió quien quiso: la muestra no representa a la población, y por eso no se da ningún margen de error.",
        pt: "Respondeu quem quis: a amostra não representa a população, e por isso não se dá nenhuma margem de erro.",
        en: "Whoever wished to answer did: the sample does not represent the population, and so no margin of error is given.",
        fr: "A répondu qui voulait\u{a0}: l’échantillon ne représente pas la population, et aucune marge d’erreur n’est donc donnée.",
    }
    "lonely_psu_rule" {
        es: "Estratos con una sola unidad de muestreo: {strata}. Regla para su varianza: «{rule}».",
        pt: "Estratos com uma só unidade de amostragem: {strata}. Regra para sua variância: “{rule}”.",
        en: "Strata with a single sampling unit: {strata}. Rule for their variance: “{rule}”.",
        fr: "Strates à une seule unité d’échantillonnage\u{a0}: {strata}. Règle pour leur variance\u{a0}: «\u{a0}{rule}\u{a0}».",
    }
    "cells_suppressed" {
        es: "Resultados que no se muestran, con menos de {least} respuestas: {cells}.",
        pt: "Resultados que não são mostrados, com menos de {least} respostas: {cells}.",
        en: "Results that are not shown, with fewer than {least} answers: {cells}.",
        fr: "Résultats non affichés, avec moins de {least} réponses\u{a0}: {cells}.",
    }
    "blank_weights" {
        es: "Casos sin peso en «{column}», fuera de la muestra: {count}.",
        pt: "Casos sem peso em “{column}”, fora da amostra: {count}.",
        en: "Records without a weight in “{column}”, outside the sample: {count}.",
        fr: "Cas sans poids dans «\u{a0}{column}\u{a0}», hors de l’échantillon\u{a0}: {count}.",
    }
    "zero_weights" {
        es: "Casos con peso cero en «{column}», que no cuentan: {count}.",
        pt: "Casos com peso zero em “{column}”, que não contam: {count}.",
        en: "Records with a weight of zero in “{column}”, which do not count: {count}.",
        fr: "Cas de poids nul dans «\u{a0}{column}\u{a0}», qui ne comptent pas\u{a0}: {count}.",
    }
    "policy_coverage" {
        es: "Celdas con dato: {known} de {cells}. Las demás quedan sin dato, no en cero.",
        pt: "Células com dado: {known} de {cells}. As demais ficam sem dado, não em zero.",
        en: "Cells with data: {known} of {cells}. The others have no data, which is not zero.",
        fr: "Cellules avec donnée\u{a0}: {known} sur {cells}. Les autres restent sans donnée, non à zéro.",
    }
    "policy_date_uncertain" {
        es: "{country}: no se sabe si el cambio ocurrió antes de {date}, pues su fecha es imprecisa.",
        pt: "{country}: não se sabe se a mudança ocorreu antes de {date}, pois sua data é imprecisa.",
        en: "{country}: it is not known whether the change came before {date}, as its date is imprecise.",
        fr: "{country}\u{a0}: on ne sait pas si le changement a eu lieu avant {date}, car sa date est imprécise.",
    }
    "policy_undated_records" {
        es: "Registros sin fecha de anotación, que no cuentan para lo que se sabía en una fecha: {events}.",
        pt: "Registros sem data de anotação, que não contam para o que se sabia em uma data: {events}.",
        en: "Records without a date of recording, which do not count for what was known on a date: {events}.",
        fr: "Enregistrements sans date de saisie, qui ne comptent pas pour ce qui était connu à une date\u{a0}: {events}.",
    }
    "cells_of_few_units" {
        es: "Resultados que no se muestran, con menos de {least} escuelas: {cells}.",
        pt: "Resultados que não são mostrados, com menos de {least} escolas: {cells}.",
        en: "Results that are not shown, with fewer than {least} schools: {cells}.",
        fr: "Résultats non affichés, avec moins de {least} écoles\u{a0}: {cells}.",
    }
    "cells_unreliable" {
        es: "Resultados que no se muestran, con demasiado error: {cells}.",
        pt: "Resultados que não são mostrados, com erro demais: {cells}.",
        en: "Results that are not shown, with too large an error: {cells}.",
        fr: "Résultats non affichés, avec une erreur trop grande\u{a0}: {cells}.",
    }
    "cells_secondary" {
        es: "Otros resultados que no se muestran, pues de ellos se sigue uno reservado: {cells}.",
        pt: "Outros resultados que não são mostrados, pois deles decorre um reservado: {cells}.",
        en: "Further results that are not shown, as a withheld one follows from them: {cells}.",
        fr: "Autres résultats non affichés, car un résultat protégé en découle\u{a0}: {cells}.",
    }
    "composite_simulated" {
        es: "Intervalos de índice y puesto: {count} simulaciones con los errores de {indicators} indicadores, como si fueran independientes.",
        pt: "Intervalos de índice e posição: {count} simulações com os erros de {indicators} indicadores, como se fossem independentes.",
        en: "Intervals of index and rank: {count} simulations with the errors of {indicators} indicators, as if independent.",
        fr: "Intervalles d’indice et de rang\u{a0}: {count} simulations avec les erreurs de {indicators} indicateurs, comme s’ils étaient indépendants.",
    }
    "pooled" {
        es: "Países reunidos sin igual peso: {country} es el {share} de los datos.",
        pt: "Países reunidos sem peso igual: {country} é {share} dos dados.",
        en: "Countries pooled without equal weight: {country} is {share} of the data.",
        fr: "Pays réunis sans poids égal\u{a0}: {country} représente {share} des données.",
    }
    "answers_outside" {
        es: "Respuestas que no se cuentan: {values}.",
        pt: "Respostas que não são contadas: {values}.",
        en: "Answers that are not counted: {values}.",
        fr: "Réponses non comptées\u{a0}: {values}.",
    }
    "not_comparable" {
        es: "No se ha mostrado que «{variable}» mida lo mismo en todos los países (invarianza: {level}).",
        pt: "Não se mostrou que “{variable}” meça o mesmo em todos os países (invariância: {level}).",
        en: "“{variable}” has not been shown to measure the same in every country (invariance: {level}).",
        fr: "Il n’est pas établi que «\u{a0}{variable}\u{a0}» mesure la même chose dans tous les pays (invariance\u{a0}: {level}).",
    }
    "undeclared_missing" {
        es: "Valores de «{column}» que parecen falta de respuesta sin declarar («missing»): {values}.",
        pt: "Valores de “{column}” que parecem falta de resposta não declarada (“missing”): {values}.",
        en: "Values of “{column}” that look like undeclared missing answers (“missing”): {values}.",
        fr: "Valeurs de «\u{a0}{column}\u{a0}» qui semblent des non-réponses non déclarées («\u{a0}missing\u{a0}»)\u{a0}: {values}.",
    }
    "indicator_source" {
        es: "Fuente: {source}.",
        pt: "Fonte: {source}.",
        en: "Source: {source}.",
        fr: "Source\u{a0}: {source}.",
    }
}
