//! What can be wrong with any file that is taken in.

use super::entries;

entries! {
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
    "memory_exhausted" {
        es: "«{value}» ocupa más memoria de la que hay. Cierre otras pestañas y programas, o ábralo por partes.",
        pt: "“{value}” ocupa mais memória do que há. Feche outras abas e programas, ou abra-o por partes.",
        en: "“{value}” takes more memory than there is. Close other tabs and programs, or open it in parts.",
        fr: "«\u{a0}{value}\u{a0}» occupe plus de mémoire qu’il n’y en a. Fermez d’autres onglets et programmes, ou ouvrez-le par parties.",
    }
    "unknown_compression" {
        es: "Los datos están comprimidos de una forma que aquí no se lee ({value}). Guárdelos con otra compresión o sin ella.",
        pt: "Os dados estão comprimidos de uma forma que não é lida aqui ({value}). Salve-os com outra compressão ou sem ela.",
        en: "The data are compressed in a way that is not read here ({value}). Save them with another compression or without one.",
        fr: "Les données sont compressées d’une façon qui n’est pas lue ici ({value}). Enregistrez-les avec une autre compression ou sans compression.",
    }
    "table_too_large" {
        es: "La tabla tiene más de {limit} celdas, contando las vacías. Quite las filas y columnas vacías.",
        pt: "A tabela tem mais de {limit} células, contando as vazias. Remova as linhas e colunas vazias.",
        en: "The table has more than {limit} cells, blank ones among them. Remove blank rows and columns.",
        fr: "La table a plus de {limit} cellules, vides comprises. Supprimez les lignes et les colonnes vides.",
    }
}
