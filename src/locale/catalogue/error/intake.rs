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
    "unknown_compression" {
        es: "Los datos están comprimidos de una forma que aquí no se lee ({value}). Guárdelos con otra compresión o sin ella.",
        pt: "Os dados estão comprimidos de uma forma que não é lida aqui ({value}). Salve-os com outra compressão ou sem ela.",
        en: "The data are compressed in a way that is not read here ({value}). Save them with another compression or without one.",
        fr: "Les données sont compressées d’une façon qui n’est pas lue ici ({value}). Enregistrez-les avec une autre compression ou sans compression.",
    }
    "too_many_tables" {
        es: "El archivo tiene {value} partes; se admiten {limit} como máximo.",
        pt: "O arquivo tem {value} partes; o máximo é {limit}.",
        en: "The file has {value} parts; at most {limit} are read.",
        fr: "Le fichier a {value} parties\u{a0}; {limit} au plus sont admises.",
    }
    "table_too_large" {
        es: "La tabla tiene más de {limit} celdas, contando las vacías. Quite las filas y columnas vacías.",
        pt: "A tabela tem mais de {limit} células, contando as vazias. Remova as linhas e colunas vazias.",
        en: "The table has more than {limit} cells, blank ones among them. Remove blank rows and columns.",
        fr: "La table a plus de {limit} cellules, vides comprises. Supprimez les lignes et les colonnes vides.",
    }
    "too_deep" {
        es: "El contenido está anidado en más de {limit} niveles: el archivo no se abre.",
        pt: "O conteúdo está aninhado em mais de {limit} níveis: o arquivo não é aberto.",
        en: "The content is nested more than {limit} levels deep: the file is not opened.",
        fr: "Le contenu est imbriqué sur plus de {limit} niveaux\u{a0}: le fichier n’est pas ouvert.",
    }
    "not_flat" {
        es: "La columna «{value}» contiene listas o registros, no un valor por fila.",
        pt: "A coluna “{value}” contém listas ou registros, e não um valor por linha.",
        en: "The column “{value}” holds lists or records, not one value a row.",
        fr: "La colonne «\u{a0}{value}\u{a0}» contient des listes ou des enregistrements, et non une valeur par ligne.",
    }
    "rows_apart" {
        es: "Después de la fila {last} hay más de mil filas vacías: lo que sigue, desde la fila {row}, no se leyó.",
        pt: "Depois da linha {last} há mais de mil linhas vazias: o que segue, a partir da linha {row}, não foi lido.",
        en: "After row {last} there are more than a thousand blank rows: what follows, from row {row}, was not read.",
        fr: "Après la ligne {last}, plus de mille lignes sont vides\u{a0}: la suite, à partir de la ligne {row}, n’a pas été lue.",
    }
    "error_cells" {
        es: "Celdas con un error de fórmula, como #N/D: {n}. Quedaron en blanco.",
        pt: "Células com um erro de fórmula, como #N/D: {n}. Ficaram em branco.",
        en: "Cells with a formula’s error, such as #N/A: {n}. They were left blank.",
        fr: "Cellules contenant une erreur de formule, comme #N/A\u{a0}: {n}. Elles sont restées vides.",
    }
    "records_within_records" {
        es: "Listas de registros dentro de un registro, que no caben en su fila y se dejaron fuera: {columns}.",
        pt: "Listas de registros dentro de um registro, que não cabem em sua linha e ficaram de fora: {columns}.",
        en: "Lists of records within a record, which do not fit into its row and were left out: {columns}.",
        fr: "Listes d’enregistrements dans un enregistrement, qui ne tiennent pas sur sa ligne et ont été laissées de côté\u{a0}: {columns}.",
    }
}
