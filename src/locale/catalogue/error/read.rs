//! What a data file can have, and what was found in it.

use super::entries;

entries! {
    "empty_file" {
        es: "El archivo está vacío.",
        pt: "O arquivo está vazio.",
        en: "The file is empty.",
        fr: "Le fichier est vide.",
    }
    "not_a_table" {
        es: "Esto no es una tabla de texto, sino un archivo de otro tipo ({looks_like}). Guarde los datos como CSV y vuelva a intentarlo.",
        pt: "Isto não é uma tabela de texto, e sim um arquivo de outro tipo ({looks_like}). Salve os dados como CSV e tente de novo.",
        en: "This is not a table in text but a file of another kind ({looks_like}). Save the data as CSV and try again.",
        fr: "Ceci n’est pas un tableau en texte, mais un fichier d’un autre type ({looks_like}). Enregistrez les données au format CSV et réessayez.",
    }
    "bad_option" {
        es: "La opción «{option}» no admite «{value}».",
        pt: "A opção “{option}” não aceita “{value}”.",
        en: "The option “{option}” does not take “{value}”.",
        fr: "L’option «\u{a0}{option}\u{a0}» n’accepte pas «\u{a0}{value}\u{a0}».",
    }
    "nul_bytes" {
        es: "El archivo tiene bytes nulos: no es texto, o está dañado.",
        pt: "O arquivo tem bytes nulos: não é texto ou está danificado.",
        en: "The file holds null bytes: it is not text, or it is damaged.",
        fr: "Le fichier contient des octets nuls\u{a0}: ce n’est pas du texte, ou il est endommagé.",
    }
    "unterminated_quote" {
        es: "Las comillas que se abren en la fila {row} no se cierran nunca.",
        pt: "As aspas que se abrem na linha {row} nunca se fecham.",
        en: "The quotation mark opened in row {row} is never closed.",
        fr: "Le guillemet ouvert à la ligne {row} n’est jamais fermé.",
    }
    "cell_too_long" {
        es: "Una celda pasa de {limit} bytes. Suele deberse a unas comillas sin cerrar.",
        pt: "Uma célula passa de {limit} bytes. Em geral são aspas que não se fecham.",
        en: "A cell is longer than {limit} bytes. An unclosed quotation mark is the usual cause.",
        fr: "Une cellule dépasse {limit} octets. Un guillemet non fermé en est souvent la cause.",
    }
    "ragged_rows" {
        es: "Filas que no tienen las {columns} columnas del encabezado: {n}; la primera es la {row}. Quizá el separador sea otro.",
        pt: "Linhas que não têm as {columns} colunas do cabeçalho: {n}; a primeira é a {row}. Talvez o separador seja outro.",
        en: "Rows without the header’s {columns} columns: {n}; the first is row {row}. The delimiter may be another.",
        fr: "Lignes qui n’ont pas les {columns} colonnes de l’en-tête\u{a0}: {n}\u{a0}; la première est la ligne {row}. Le séparateur est peut-être un autre.",
    }
    "short_rows" {
        es: "Filas con menos celdas que las {columns} columnas del encabezado: {n}; la primera es la {row}. Lo que falta quedó en blanco.",
        pt: "Linhas com menos células que as {columns} colunas do cabeçalho: {n}; a primeira é a {row}. O que falta ficou em branco.",
        en: "Rows with fewer cells than the header’s {columns} columns: {n}; the first is row {row}. What is absent was left blank.",
        fr: "Lignes ayant moins de cellules que les {columns} colonnes de l’en-tête\u{a0}: {n}\u{a0}; la première est la ligne {row}. Ce qui manque est resté vide.",
    }
    "long_rows" {
        es: "Filas con más celdas que las {columns} columnas del encabezado: {n}; la primera es la {row}. Lo que sobra se dejó fuera.",
        pt: "Linhas com mais células que as {columns} colunas do cabeçalho: {n}; a primeira é a {row}. O que sobra ficou de fora.",
        en: "Rows with more cells than the header’s {columns} columns: {n}; the first is row {row}. What is left over was not read.",
        fr: "Lignes ayant plus de cellules que les {columns} colonnes de l’en-tête\u{a0}: {n}\u{a0}; la première est la ligne {row}. L’excédent n’a pas été lu.",
    }
    "no_records" {
        es: "El archivo tiene encabezado, pero ninguna fila de datos.",
        pt: "O arquivo tem cabeçalho, mas nenhuma linha de dados.",
        en: "The file has a header but no row of data.",
        fr: "Le fichier a un en-tête, mais aucune ligne de données.",
    }
    "invalid_characters" {
        es: "Caracteres que no pudieron leerse en la codificación del archivo y aparecen como �: {n}.",
        pt: "Caracteres que não puderam ser lidos na codificação do arquivo e aparecem como �: {n}.",
        en: "Characters that could not be read in the file’s encoding and appear as �: {n}.",
        fr: "Caractères qui n’ont pas pu être lus dans l’encodage du fichier et apparaissent comme �\u{a0}: {n}.",
    }
    "text_in_numbers" {
        es: "La columna «{column}» es de números, pero tiene celdas con texto: {n} ({values}). Se tratan como sin respuesta.",
        pt: "A coluna “{column}” é de números, mas tem células com texto: {n} ({values}). São tratadas como sem resposta.",
        en: "The column “{column}” holds numbers, but some cells hold text: {n} ({values}). They are treated as no answer.",
        fr: "La colonne «\u{a0}{column}\u{a0}» contient des nombres, mais des cellules contiennent du texte\u{a0}: {n} ({values}). Elles sont traitées comme sans réponse.",
    }
    "header_is_numbers" {
        es: "La primera fila debería tener los nombres de las columnas, pero tiene números ({values}).",
        pt: "A primeira linha deveria ter os nomes das colunas, mas tem números ({values}).",
        en: "The first row should hold the columns’ names, but it holds numbers ({values}).",
        fr: "La première ligne devrait contenir les noms des colonnes, mais elle contient des nombres ({values}).",
    }
    "unnamed_column" {
        es: "La columna número {position} no tiene nombre; aquí se llama «{column}».",
        pt: "A coluna número {position} não tem nome; aqui se chama “{column}”.",
        en: "Column number {position} has no name; here it is called “{column}”.",
        fr: "La colonne numéro {position} n’a pas de nom\u{a0}; elle s’appelle ici «\u{a0}{column}\u{a0}».",
    }
    "duplicate_column" {
        es: "Hay dos columnas llamadas «{value}»; la segunda se llama aquí «{column}».",
        pt: "Há duas colunas chamadas “{value}”; a segunda se chama aqui “{column}”.",
        en: "Two columns are called “{value}”; the second is called “{column}” here.",
        fr: "Deux colonnes s’appellent «\u{a0}{value}\u{a0}»\u{a0}; la seconde s’appelle ici «\u{a0}{column}\u{a0}».",
    }
    "too_many_columns" {
        es: "El archivo tiene {value} columnas; se pueden leer hasta {limit}.",
        pt: "O arquivo tem {value} colunas; podem ser lidas até {limit}.",
        en: "The file has {value} columns; up to {limit} can be read.",
        fr: "Le fichier a {value} colonnes\u{a0}; on peut en lire jusqu’à {limit}.",
    }
    "too_many_rows" {
        es: "El archivo tiene más de {limit} filas, el máximo que se puede leer.",
        pt: "O arquivo tem mais de {limit} linhas, o máximo que se pode ler.",
        en: "The file has more than {limit} rows, the most that can be read.",
        fr: "Le fichier a plus de {limit} lignes, le maximum que l’on puisse lire.",
    }
    "enough" {
        es: "La lectura se detuvo antes del final del archivo.",
        pt: "A leitura parou antes do fim do arquivo.",
        en: "Reading stopped before the end of the file.",
        fr: "La lecture s’est arrêtée avant la fin du fichier.",
    }
    "undeclared_missing" {
        es: "La columna «{column}» tiene valores que parecen códigos de falta de respuesta y no están declarados: {values}. Si lo son, declárelos en «missing».",
        pt: "A coluna “{column}” tem valores que parecem códigos de falta de resposta e não estão declarados: {values}. Se forem, declare-os em “missing”.",
        en: "The column “{column}” has values that look like codes for a missing answer and are not declared: {values}. If they are, declare them in “missing”.",
        fr: "La colonne «\u{a0}{column}\u{a0}» contient des valeurs qui ressemblent à des codes de non-réponse et ne sont pas déclarées\u{a0}: {values}. Si c’en sont, déclarez-les dans «\u{a0}missing\u{a0}».",
    }
}
