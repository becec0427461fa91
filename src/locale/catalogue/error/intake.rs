//! What can be wrong with a file that is taken in, and what was found odd about it.

use super::entries;

entries! {
    "unknown_table" {
        es: "El archivo no tiene ninguna tabla «{value}».",
        pt: "O arquivo não tem nenhuma tabela “{value}”.",
        en: "The file has no table “{value}”.",
        fr: "Le fichier n’a pas de table «\u{a0}{value}\u{a0}».",
    }
    "no_table" {
        es: "El archivo no contiene ninguna tabla con datos.",
        pt: "O arquivo não contém nenhuma tabela com dados.",
        en: "The file holds no table with data.",
        fr: "Le fichier ne contient aucune table avec des données.",
    }
    "damaged_file" {
        es: "El archivo está dañado o incompleto: no se puede leer su parte «{part}».",
        pt: "O arquivo está danificado ou incompleto: não é possível ler sua parte “{part}”.",
        en: "The file is damaged or incomplete: its part “{part}” cannot be read.",
        fr: "Le fichier est endommagé ou incomplet\u{a0}: sa partie «\u{a0}{part}\u{a0}» ne peut pas être lue.",
    }
    "inflates_too_far" {
        es: "El contenido comprimido ocupa más de {limit} megabytes: el archivo no se abre.",
        pt: "O conteúdo comprimido ocupa mais de {limit} megabytes: o arquivo não é aberto.",
        en: "What is compressed takes more than {limit} megabytes: the file is not opened.",
        fr: "Le contenu compressé occupe plus de {limit} mégaoctets\u{a0}: le fichier n’est pas ouvert.",
    }
    "encrypted_file" {
        es: "El archivo está protegido con contraseña: guárdelo sin ella y ábralo otra vez.",
        pt: "O arquivo está protegido por senha: salve-o sem ela e abra-o de novo.",
        en: "The file is protected by a password: save it without one and open it again.",
        fr: "Le fichier est protégé par un mot de passe\u{a0}: enregistrez-le sans mot de passe et ouvrez-le à nouveau.",
    }
}
