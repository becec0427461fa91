//! What a codebook can have, and what it says that cannot be right.

use super::entries;

entries! {
    "wrong_shape" {
        es: "Se esperaba {expected}.",
        pt: "Esperava-se {expected}.",
        en: "Expected {expected}.",
        fr: "On attendait {expected}.",
    }
    "duplicate_variable" {
        es: "El libro de códigos describe dos veces la variable «{value}».",
        pt: "O dicionário de dados descreve duas vezes a variável “{value}”.",
        en: "The codebook describes the variable “{value}” twice.",
        fr: "Le dictionnaire de données décrit deux fois la variable «\u{a0}{value}\u{a0}».",
    }
    "unknown_missing_kind" {
        es: "«{value}» no es un motivo conocido de falta de respuesta.",
        pt: "“{value}” não é um motivo conhecido de falta de resposta.",
        en: "“{value}” is not a known reason for a missing answer.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas un motif connu de non-réponse.",
    }
    "country_mislabelled" {
        es: "En «{column}», el código «{value}» es de {country}, pero la etiqueta dice «{label}». Se usa el código.",
        pt: "Em “{column}”, o código “{value}” é de {country}, mas o rótulo diz “{label}”. Vale o código.",
        en: "In “{column}”, the code “{value}” is that of {country}, but its label says “{label}”. The code is used.",
        fr: "Dans «\u{a0}{column}\u{a0}», le code «\u{a0}{value}\u{a0}» est celui de {country}, mais l’étiquette dit «\u{a0}{label}\u{a0}». Le code fait foi.",
    }
    "yes_no_reversed" {
        es: "El sí y el no no siempre llevan el mismo código ({codes}): el sí es el primero en {first}, y el segundo en {second}. Revise qué respuesta cuenta en cada pregunta.",
        pt: "O sim e o não nem sempre levam o mesmo código ({codes}): o sim é o primeiro em {first}, e o segundo em {second}. Verifique que resposta conta em cada pergunta.",
        en: "Yes and no do not always have the same code ({codes}): yes is the first in {first}, and the second in {second}. Check which answer counts in each question.",
        fr: "Le oui et le non n’ont pas toujours le même code ({codes})\u{a0}: le oui est le premier dans {first}, et le second dans {second}. Vérifiez quelle réponse compte pour chaque question.",
    }
    "unlabelled_values" {
        es: "En «{column}» hay valores sin etiqueta: {values}.",
        pt: "Em “{column}” há valores sem rótulo: {values}.",
        en: "The column “{column}” holds values without a label: {values}.",
        fr: "La colonne «\u{a0}{column}\u{a0}» contient des valeurs sans étiquette\u{a0}: {values}.",
    }
    "unused_labels" {
        es: "En «{column}» hay etiquetas de valores que no aparecen en los datos: {values}.",
        pt: "Em “{column}” há rótulos de valores que não aparecem nos dados: {values}.",
        en: "The column “{column}” has labels of values that never occur: {values}.",
        fr: "La colonne «\u{a0}{column}\u{a0}» a des étiquettes de valeurs qui n’apparaissent jamais\u{a0}: {values}.",
    }
}
