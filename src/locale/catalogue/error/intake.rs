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
    "unknown_encoding" {
        es: "El archivo declara una codificación que no se conoce ({value}): sus letras se leen como UTF-8 o, donde no lo son, como Windows-1252.",
        pt: "O arquivo declara uma codificação desconhecida ({value}): suas letras são lidas como UTF-8 ou, onde não o são, como Windows-1252.",
        en: "The file declares an encoding that is not known ({value}): its letters are read as UTF-8 or, where they are not, as Windows-1252.",
        fr: "Le fichier déclare un encodage inconnu ({value})\u{a0}: ses lettres sont lues en UTF-8 ou, là où elles n’en sont pas, en Windows-1252.",
    }
    "unknown_release" {
        es: "El archivo está en una versión del formato de Stata que no se conoce ({value}): guárdelo con «saveold» o como CSV.",
        pt: "O arquivo está em uma versão do formato do Stata que não é conhecida ({value}): salve-o com “saveold” ou como CSV.",
        en: "The file is in a release of Stata’s format that is not known ({value}): save it with “saveold” or as CSV.",
        fr: "Le fichier est dans une version du format de Stata qui n’est pas connue ({value})\u{a0}: enregistrez-le avec «\u{a0}saveold\u{a0}» ou au format CSV.",
    }
    "missing_range_blank" {
        es: "El archivo declara perdido un rango del que aparecen más de {limit} valores: los que no tienen etiqueta quedan en blanco.",
        pt: "O arquivo declara ausente um intervalo do qual aparecem mais de {limit} valores: os que não têm rótulo ficam em branco.",
        en: "The file declares a range missing of which more than {limit} values occur: those without a label are left blank.",
        fr: "Le fichier déclare manquante une plage dont plus de {limit} valeurs apparaissent\u{a0}: celles qui n’ont pas d’étiquette restent vides.",
    }
}
