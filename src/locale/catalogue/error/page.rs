//! What can go wrong between the page or the command line and the engine.

use super::{Entry, Message};

/// The codes of this room.
pub const ENTRIES: &[Entry] = &[
    Entry {
        code: "no_file_begun",
        says: Message {
            es: "No se está leyendo ningún archivo.",
            pt: "Nenhum arquivo está sendo lido.",
            en: "No file is being read.",
            fr: "Aucun fichier n’est en cours de lecture.",
        },
    },
    Entry {
        code: "wrong_request",
        says: Message {
            es: "La petición no se entiende: {value}.",
            pt: "O pedido não é compreensível: {value}.",
            en: "The request cannot be understood: {value}.",
            fr: "La demande n’est pas compréhensible\u{a0}: {value}.",
        },
    },
    Entry {
        code: "cannot_read",
        says: Message {
            es: "No se puede leer el archivo «{file}»: {value}.",
            pt: "Não é possível ler o arquivo “{file}”: {value}.",
            en: "The file “{file}” cannot be read: {value}.",
            fr: "Le fichier «\u{a0}{file}\u{a0}» ne peut pas être lu\u{a0}: {value}.",
        },
    },
    Entry {
        code: "cannot_write",
        says: Message {
            es: "No se puede escribir el archivo «{file}»: {value}.",
            pt: "Não é possível gravar o arquivo “{file}”: {value}.",
            en: "The file “{file}” cannot be written: {value}.",
            fr: "Le fichier «\u{a0}{file}\u{a0}» ne peut pas être écrit\u{a0}: {value}.",
        },
    },
];
