//! What can be wrong with a document, and with the files that it names.

use super::{Entry, Message};

/// The codes of this room.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: "missing_field",
        says: Message {
            es: "Falta el campo «{field}».",
            pt: "Falta o campo “{field}”.",
            en: "The field “{field}” is missing.",
            fr: "Le champ «\u{a0}{field}\u{a0}» manque.",
        },
    },
    Entry {
        code: "unknown_dataset",
        says: Message {
            es: "No existe ningún conjunto de datos llamado «{value}».",
            pt: "Não existe nenhum conjunto de dados chamado “{value}”.",
            en: "There is no data set called “{value}”.",
            fr: "Il n’existe aucun jeu de données nommé «\u{a0}{value}\u{a0}».",
        },
    },
    Entry {
        code: "unknown_query",
        says: Message {
            es: "No existe ninguna consulta llamada «{value}».",
            pt: "Não existe nenhuma consulta chamada “{value}”.",
            en: "There is no query called “{value}”.",
            fr: "Il n’existe aucune requête nommée «\u{a0}{value}\u{a0}».",
        },
    },
    Entry {
        code: "unknown_chart",
        says: Message {
            es: "No existe ningún gráfico llamado «{value}».",
            pt: "Não existe nenhum gráfico chamado “{value}”.",
            en: "There is no chart called “{value}”.",
            fr: "Il n’existe aucun graphique nommé «\u{a0}{value}\u{a0}».",
        },
    },
    Entry {
        code: "unknown_value",
        says: Message {
            es: "«{value}» no es una respuesta de la variable «{column}».",
            pt: "“{value}” não é uma resposta da variável “{column}”.",
            en: "“{value}” is not an answer of the variable “{column}”.",
            fr: "«\u{a0}{value}\u{a0}» n’est pas une réponse de la variable «\u{a0}{column}\u{a0}».",
        },
    },
    Entry {
        code: "unknown_country",
        says: Message {
            es: "En la columna «{column}» hay valores que no son países de América Latina y el Caribe: {value}. Se muestran tal como están.",
            pt: "Na coluna “{column}” há valores que não são países da América Latina e do Caribe: {value}. Aparecem como estão.",
            en: "The column “{column}” holds values that are no countries of Latin America and the Caribbean: {value}. They are shown as they are.",
            fr: "La colonne «\u{a0}{column}\u{a0}» contient des valeurs qui ne sont pas des pays d’Amérique latine et des Caraïbes\u{a0}: {value}. Elles sont affichées telles quelles.",
        },
    },
    Entry {
        code: "missing_basis",
        says: Message {
            es: "Falta decir cómo llegaron los casos a la muestra (campo «basis»): «probability», «census» o «self_selected». Sin eso ningún margen de error es correcto.",
            pt: "Falta dizer como os casos entraram na amostra (campo “basis”): “probability”, “census” ou “self_selected”. Sem isso nenhuma margem de erro está certa.",
            en: "Say how the records came into the sample (field “basis”): “probability”, “census” or “self_selected”. Without it no margin of error is right.",
            fr: "Il faut dire comment les cas sont entrés dans l’échantillon (champ «\u{a0}basis\u{a0}»)\u{a0}: «\u{a0}probability\u{a0}», «\u{a0}census\u{a0}» ou «\u{a0}self_selected\u{a0}». Sans cela, aucune marge d’erreur n’est juste.",
        },
    },
    Entry {
        code: "missing_file",
        says: Message {
            es: "El archivo «{value}» no está abierto.",
            pt: "O arquivo “{value}” não está aberto.",
            en: "The file “{value}” is not open.",
            fr: "Le fichier «\u{a0}{value}\u{a0}» n’est pas ouvert.",
        },
    },
    Entry {
        code: "wrong_dataset_kind",
        says: Message {
            es: "«{value}» no se puede calcular con un conjunto de datos de este tipo.",
            pt: "“{value}” não pode ser calculado com um conjunto de dados deste tipo.",
            en: "“{value}” cannot be computed from a data set of this kind.",
            fr: "«\u{a0}{value}\u{a0}» ne peut pas être calculé à partir d’un jeu de données de ce type.",
        },
    },
    Entry {
        code: "not_categorical",
        says: Message {
            es: "La variable «{column}» tiene demasiados valores distintos para formar grupos.",
            pt: "A variável “{column}” tem valores distintos demais para formar grupos.",
            en: "The variable “{column}” has too many distinct values to make groups.",
            fr: "La variable «\u{a0}{column}\u{a0}» a trop de valeurs distinctes pour former des groupes.",
        },
    },
    Entry {
        code: "index_needs_scale",
        says: Message {
            es: "No se sabe entre qué valores van las preguntas {value}. Indíquelo en «scale», por ejemplo [1, 4].",
            pt: "Não se sabe entre que valores vão as perguntas {value}. Indique em “scale”, por exemplo [1, 4].",
            en: "The range of the items {value} is not known. Give it in “scale”, for example [1, 4].",
            fr: "On ne connaît pas l’étendue des questions {value}. Indiquez-la dans «\u{a0}scale\u{a0}», par exemple [1, 4].",
        },
    },
    Entry {
        code: "out_of_range",
        says: Message {
            es: "El valor {value} está fuera de lo admitido; el mínimo es {min}.",
            pt: "O valor {value} está fora do permitido; o mínimo é {min}.",
            en: "The value {value} is out of range; the least is {min}.",
            fr: "La valeur {value} est hors des limites\u{a0}; le minimum est {min}.",
        },
    },
    Entry {
        code: "invalid_date",
        says: Message {
            es: "«{value}» no es una fecha. Se escribe 2019, 2019-06 o 2019-06-30.",
            pt: "“{value}” não é uma data. Escreve-se 2019, 2019-06 ou 2019-06-30.",
            en: "“{value}” is not a date. Write 2019, 2019-06 or 2019-06-30.",
            fr: "«\u{a0}{value}\u{a0}» n’est pas une date. Écrivez 2019, 2019-06 ou 2019-06-30.",
        },
    },
];
