//! What is wrong with JSON that should be a document, a publication or a request.

use super::entries;

entries! {
    "invalid_json" {
        es: "El archivo no es JSON bien escrito; el error está en la línea {line}.",
        pt: "O arquivo não é JSON bem escrito; o erro está na linha {line}.",
        en: "The file is not well-formed JSON; the fault is in line {line}.",
        fr: "Le fichier n’est pas du JSON bien formé\u{a0}; la faute est à la ligne {line}.",
    }
    "duplicate_field" {
        es: "El campo «{value}» está escrito dos veces.",
        pt: "O campo “{value}” está escrito duas vezes.",
        en: "The field “{value}” is written twice.",
        fr: "Le champ «\u{a0}{value}\u{a0}» est écrit deux fois.",
    }
    "unsupported_version" {
        es: "El documento es de la versión {value} del formato, que este programa no conoce.",
        pt: "O documento é da versão {value} do formato, que este programa não conhece.",
        en: "The document is of version {value} of the format, which this program does not know.",
        fr: "Le document est de la version {value} du format, que ce programme ne connaît pas.",
    }
    "missing_field" {
        es: "Falta el campo «{field}».",
        pt: "Falta o campo “{field}”.",
        en: "The field “{field}” is missing.",
        fr: "Le champ «\u{a0}{field}\u{a0}» manque.",
    }
    "unknown_field" {
        es: "El campo «{value}» no existe aquí.",
        pt: "O campo “{value}” não existe aqui.",
        en: "There is no field “{value}” here.",
        fr: "Le champ «\u{a0}{value}\u{a0}» n’existe pas ici.",
    }
    "wrong_type" {
        es: "Se esperaba {expected} y se encontró {found}.",
        pt: "Esperava-se {expected} e encontrou-se {found}.",
        en: "Expected {expected}, found {found}.",
        fr: "On attendait {expected}, on a trouvé {found}.",
    }
    "wrong_length" {
        es: "Se esperaban {expected} valores y hay {found}.",
        pt: "Esperavam-se {expected} valores e há {found}.",
        en: "Expected {expected} values, found {found}.",
        fr: "On attendait {expected} valeurs, il y en a {found}.",
    }
    "unknown_value" {
        es: "«{value}» no es un valor posible.",
        pt: "“{value}” não é um valor possível.",
        en: "“{value}” is not a possible value.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas une valeur possible.",
    }
    "out_of_range" {
        es: "El valor {value} está fuera de lo admitido, de {min} a {max}.",
        pt: "O valor {value} está fora do permitido, de {min} a {max}.",
        en: "The value {value} is out of range, {min} to {max}.",
        fr: "La valeur {value} est hors des limites, de {min} à {max}.",
    }
    "invalid_date" {
        es: "«{value}» no es una fecha. Se escribe 2019, 2019-06 o 2019-06-30.",
        pt: "“{value}” não é uma data. Escreve-se 2019, 2019-06 ou 2019-06-30.",
        en: "“{value}” is not a date. Write 2019, 2019-06 or 2019-06-30.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas une date. Écrivez 2019, 2019-06 ou 2019-06-30.",
    }
}
