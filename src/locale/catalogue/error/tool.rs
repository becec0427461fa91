//! What can be wrong with a tool’s export, a workbook, an archive or a codebook, and what was found odd about it.

use super::entries;

entries! {
    "unknown_table" {
        es: "El archivo no tiene ninguna tabla «{value}».",
        pt: "O arquivo não tem nenhuma tabela “{value}”.",
        en: "The file has no table “{value}”.",
        fr: "Le fichier n’a pas de table «\u{a0}{value}\u{a0}».",
    }
    "encrypted_file" {
        es: "El archivo está protegido con contraseña: guárdelo sin ella y ábralo otra vez.",
        pt: "O arquivo está protegido por senha: salve-o sem ela e abra-o de novo.",
        en: "The file is protected by a password: save it without one and open it again.",
        fr: "Le fichier est protégé par un mot de passe\u{a0}: enregistrez-le sans mot de passe et ouvrez-le à nouveau.",
    }
    "unknown_tool" {
        es: "No conocemos el programa «{value}».",
        pt: "Não conhecemos o programa “{value}”.",
        en: "We do not know the program “{value}”.",
        fr: "Nous ne connaissons pas le programme «\u{a0}{value}\u{a0}».",
    }
    "ambiguous_dates" {
        es: "En «{column}», una fecha como {value} puede leerse de dos maneras, y nada en el archivo dice cuál es. Se leyó como {read}.",
        pt: "Em “{column}”, uma data como {value} pode ser lida de duas maneiras, e nada no arquivo diz qual é. Foi lida como {read}.",
        en: "In “{column}”, a date such as {value} can be read in two ways, and nothing in the file says which. It was read as {read}.",
        fr: "Dans «\u{a0}{column}\u{a0}», une date comme {value} peut se lire de deux façons, et rien dans le fichier ne dit laquelle. Elle a été lue comme {read}.",
    }
    "mixed_dates" {
        es: "En «{column}» hay fechas con el día primero y otras con el mes primero. Quedaron como están.",
        pt: "Em “{column}” há datas com o dia primeiro e outras com o mês primeiro. Ficaram como estão.",
        en: "The column “{column}” has dates with the day first and others with the month first. They were left as they are.",
        fr: "La colonne «\u{a0}{column}\u{a0}» a des dates commençant par le jour et d’autres par le mois. Elles sont restées telles quelles.",
    }
    "notes_left_out" {
        es: "Filas de notas debajo de la tabla, que no se leyeron como datos: {n}.",
        pt: "Linhas de notas abaixo da tabela, que não foram lidas como dados: {n}.",
        en: "Rows of notes below the table, which were not read as data: {n}.",
        fr: "Lignes de notes sous le tableau, qui n’ont pas été lues comme des données\u{a0}: {n}.",
    }
    "unanswered_looks_like_no" {
        es: "En «{value}», de varias respuestas, el archivo pone lo mismo a quien no respondió y a quien no eligió una opción. Quien no eligió ninguna cuenta como sin respuesta.",
        pt: "Em “{value}”, de várias respostas, o arquivo marca do mesmo modo quem não respondeu e quem não escolheu uma opção. Quem não escolheu nenhuma conta como sem resposta.",
        en: "In “{value}”, a question of several answers, the file writes the same for whoever did not answer and whoever did not choose an option. Whoever chose none counts as not having answered.",
        fr: "Dans «\u{a0}{value}\u{a0}», à plusieurs réponses, le fichier écrit la même chose pour qui n’a pas répondu et pour qui n’a pas choisi une option. Qui n’en a choisi aucune compte comme sans réponse.",
    }
    "ambiguous_answers" {
        es: "En «{column}» hay respuestas con comas que pueden ser una opción o varias: {values}. Se leyeron como varias, salvo que algo mostrara lo contrario.",
        pt: "Em “{column}” há respostas com vírgulas que podem ser uma opção ou várias: {values}. Foram lidas como várias, a menos que algo mostrasse o contrário.",
        en: "The column “{column}” has answers with commas that may be one option or several: {values}. They were read as several, unless something showed otherwise.",
        fr: "La colonne «\u{a0}{column}\u{a0}» a des réponses avec des virgules qui peuvent être une option ou plusieurs\u{a0}: {values}. Elles ont été lues comme plusieurs, sauf indication contraire.",
    }
    "no_codebook" {
        es: "El archivo no dice nada de sus columnas: no tiene etiquetas que tomar.",
        pt: "O arquivo não diz nada de suas colunas: não há rótulos para aproveitar.",
        en: "The file says nothing about its columns: there are no labels to take.",
        fr: "Le fichier ne dit rien de ses colonnes\u{a0}: il n’y a pas d’étiquettes à reprendre.",
    }
    "codebook_is_no_data" {
        es: "«{value}» es un libro de códigos ({format}): describe columnas y no contiene registros. Ponga el archivo de datos en «source» y este en «codebook».",
        pt: "“{value}” é um dicionário de dados ({format}): descreve colunas e não contém registros. Ponha o arquivo de dados em “source” e este em “codebook”.",
        en: "“{value}” is a codebook ({format}): it describes columns and holds no records. Put the data file into “source” and this one into “codebook”.",
        fr: "«\u{a0}{value}\u{a0}» est un dictionnaire de données ({format})\u{a0}: il décrit des colonnes et ne contient pas d’enregistrements. Mettez le fichier de données dans «\u{a0}source\u{a0}» et celui-ci dans «\u{a0}codebook\u{a0}».",
    }
    "repeated_variables" {
        es: "Variables que el libro de códigos describe más de una vez: {n} ({values}). Se usó la primera descripción.",
        pt: "Variáveis que o dicionário de dados descreve mais de uma vez: {n} ({values}). Usou-se a primeira descrição.",
        en: "Variables that the codebook describes more than once: {n} ({values}). The first description was used.",
        fr: "Variables que le dictionnaire de données décrit plus d’une fois\u{a0}: {n} ({values}). La première description a été utilisée.",
    }
    "too_deep" {
        es: "El archivo tiene más de {limit} niveles, uno dentro de otro: no se abre.",
        pt: "O arquivo tem mais de {limit} níveis, um dentro do outro: não é aberto.",
        en: "The file has more than {limit} levels within one another: it is not opened.",
        fr: "Le fichier a plus de {limit} niveaux imbriqués\u{a0}: il n’est pas ouvert.",
    }
    "too_many_tables" {
        es: "El archivo tiene {value} partes; se admiten {limit} como máximo.",
        pt: "O arquivo tem {value} partes; o máximo é {limit}.",
        en: "The file has {value} parts; at most {limit} are read.",
        fr: "Le fichier a {value} parties\u{a0}; {limit} au plus sont admises.",
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
    "parent_not_found" {
        es: "No se encontró en el archivo la tabla a la que pertenecen estos registros («{value}»): sus columnas no están aquí.",
        pt: "Não se encontrou no arquivo a tabela à qual pertencem estes registros (“{value}”): suas colunas não estão aqui.",
        en: "The table that these records belong to (“{value}”) was not found in the file: its columns are not here.",
        fr: "La table à laquelle appartiennent ces enregistrements («\u{a0}{value}\u{a0}») n’a pas été trouvée dans le fichier\u{a0}: ses colonnes ne sont pas ici.",
    }
    "orphans" {
        es: "Registros cuyo envío, o el grupo que los contiene, no está en el archivo: {n}. Quedaron en blanco en las columnas que vendrían de él.",
        pt: "Registros cujo envio, ou o grupo que os contém, não está no arquivo: {n}. Ficaram em branco nas colunas que viriam dele.",
        en: "Records whose submission, or the group that holds them, is not in the file: {n}. They were left blank in the columns that would come from it.",
        fr: "Enregistrements dont l’envoi, ou le groupe qui les contient, n’est pas dans le fichier\u{a0}: {n}. Ils sont restés vides dans les colonnes qui en viendraient.",
    }
    "records_within_records" {
        es: "Listas de registros dentro de un registro, que no caben en su fila y se dejaron fuera: {columns}.",
        pt: "Listas de registros dentro de um registro, que não cabem em sua linha e ficaram de fora: {columns}.",
        en: "Lists of records within a record, which do not fit into its row and were left out: {columns}.",
        fr: "Listes d’enregistrements dans un enregistrement, qui ne tiennent pas sur sa ligne et ont été laissées de côté\u{a0}: {columns}.",
    }
}
