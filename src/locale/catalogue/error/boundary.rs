//! What can go wrong between the engine and the page, and with the files of the command line.

use super::entries;

entries! {
    "no_file_begun" {
        es: "No se está leyendo ningún archivo.",
        pt: "Nenhum arquivo está sendo lido.",
        en: "No file is being read.",
        fr: "Aucun fichier n’est en cours de lecture.",
    }
    "wrong_request" {
        es: "La petición no se entiende: {value}.",
        pt: "O pedido não é compreensível: {value}.",
        en: "The request cannot be understood: {value}.",
        fr: "La demande n’est pas compréhensible\u{a0}: {value}.",
    }
    "cannot_read" {
        es: "No se puede leer el archivo «{file}»: {value}.",
        pt: "Não é possível ler o arquivo “{file}”: {value}.",
        en: "The file “{file}” cannot be read: {value}.",
        fr: "Le fichier «\u{a0}{file}\u{a0}» ne peut pas être lu\u{a0}: {value}.",
    }
    "cannot_write" {
        es: "No se puede escribir el archivo «{file}»: {value}.",
        pt: "Não é possível gravar o arquivo “{file}”: {value}.",
        en: "The file “{file}” cannot be written: {value}.",
        fr: "Le fichier «\u{a0}{file}\u{a0}» ne peut pas être écrit\u{a0}: {value}.",
    }
    "no_font" {
        es: "Para hacer un PNG hace falta una de estas fuentes en el sistema: {options}.",
        pt: "Para fazer um PNG é preciso uma destas fontes no sistema: {options}.",
        en: "A PNG needs one of these fonts on the system: {options}.",
        fr: "Un PNG demande une de ces polices sur le système\u{a0}: {options}.",
    }
    "picture_too_large" {
        es: "La imagen es demasiado grande.",
        pt: "A imagem é grande demais.",
        en: "The picture is too large.",
        fr: "L’image est trop grande.",
    }
}
