//! What can be wrong with a document, and with the files that it names.

use super::entries;

entries! {
    "unknown_dataset" {
        es: "No existe ningún conjunto de datos llamado «{value}».",
        pt: "Não existe nenhum conjunto de dados chamado “{value}”.",
        en: "There is no data set called “{value}”.",
        fr: "Il n’existe aucun jeu de données nommé «\u{a0}{value}\u{a0}».",
    }
    "unknown_country" {
        es: "Valores que no son países de América Latina y el Caribe: {value}.",
        pt: "Valores que não são países da América Latina e do Caribe: {value}.",
        en: "Values that are no countries of Latin America and the Caribbean: {value}.",
        fr: "Valeurs qui ne sont pas des pays d’Amérique latine et des Caraïbes\u{a0}: {value}.",
    }
    "missing_basis" {
        es: "Falta decir cómo llegaron los casos a la muestra (campo «basis»). Sin eso ningún margen de error es correcto.",
        pt: "Falta dizer como os casos entraram na amostra (campo “basis”). Sem isso nenhuma margem de erro está certa.",
        en: "Say how the records came into the sample (field “basis”). Without it no margin of error is right.",
        fr: "Il faut dire comment les cas sont entrés dans l’échantillon (champ «\u{a0}basis\u{a0}»). Sans cela, aucune marge d’erreur n’est juste.",
    }
    "missing_file" {
        es: "El archivo «{value}» no está abierto.",
        pt: "O arquivo “{value}” não está aberto.",
        en: "The file “{value}” is not open.",
        fr: "Le fichier «\u{a0}{value}\u{a0}» n’est pas ouvert.",
    }
    "wrong_dataset_kind" {
        es: "«{value}» no se puede calcular con un conjunto de datos de este tipo.",
        pt: "“{value}” não pode ser calculado com um conjunto de dados deste tipo.",
        en: "“{value}” cannot be computed from a data set of this kind.",
        fr: "«\u{a0}{value}\u{a0}» ne peut pas être calculé à partir d’un jeu de données de ce type.",
    }
    "not_categorical" {
        es: "La variable «{column}» tiene demasiados valores distintos para formar grupos.",
        pt: "A variável “{column}” tem valores distintos demais para formar grupos.",
        en: "The variable “{column}” has too many distinct values to make groups.",
        fr: "La variable «\u{a0}{column}\u{a0}» a trop de valeurs distinctes pour former des groupes.",
    }
    "index_needs_scale" {
        es: "No se sabe entre qué valores van las preguntas {value}. Indíquelo en «scale», por ejemplo [1, 4].",
        pt: "Não se sabe entre que valores vão as perguntas {value}. Indique em “scale”, por exemplo [1, 4].",
        en: "The range of the items {value} is not known. Give it in “scale”, for example [1, 4].",
        fr: "On ne connaît pas l’étendue des questions {value}. Indiquez-la dans «\u{a0}scale\u{a0}», par exemple [1, 4].",
    }
    "unknown_language" {
        es: "No hablamos «{value}»: los idiomas son español, portugués, inglés y francés.",
        pt: "Não falamos “{value}”: os idiomas são espanhol, português, inglês e francês.",
        en: "We do not speak “{value}”: the languages are Spanish, Portuguese, English and French.",
        fr: "Nous ne parlons pas «\u{a0}{value}\u{a0}»\u{a0}: les langues sont l’espagnol, le portugais, l’anglais et le français.",
    }
    "duplicate_id" {
        es: "El nombre «{value}» está repetido; cada uno debe ser único.",
        pt: "O nome “{value}” está repetido; cada um deve ser único.",
        en: "The name “{value}” stands twice; each must be unique.",
        fr: "Le nom «\u{a0}{value}\u{a0}» est répété\u{a0}; chacun doit être unique.",
    }
    "unknown_item" {
        es: "«{value}» no es una de las preguntas de la escala.",
        pt: "“{value}” não é uma das perguntas da escala.",
        en: "“{value}” is not one of the scale’s items.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas une des questions de l’échelle.",
    }
    "field_needed" {
        es: "Para «{kind}» hace falta el campo «{field}».",
        pt: "Para “{kind}” é preciso o campo “{field}”.",
        en: "“{kind}” needs the field “{field}”.",
        fr: "«\u{a0}{kind}\u{a0}» demande le champ «\u{a0}{field}\u{a0}».",
    }
    "field_out_of_place" {
        es: "El campo «{field}» no tiene sentido para «{kind}».",
        pt: "O campo “{field}” não faz sentido para “{kind}”.",
        en: "The field “{field}” has no meaning for “{kind}”.",
        fr: "Le champ «\u{a0}{field}\u{a0}» n’a pas de sens pour «\u{a0}{kind}\u{a0}».",
    }
    "exactly_one" {
        es: "Debe haber exactamente uno de estos campos: {options}. Encontrados: {found}.",
        pt: "Deve haver exatamente um destes campos: {options}. Encontrados: {found}.",
        en: "Exactly one of these fields must stand: {options}. Found: {found}.",
        fr: "Il faut exactement un de ces champs\u{a0}: {options}. Trouvés\u{a0}: {found}.",
    }
    "empty_list" {
        es: "La lista «{field}» está vacía.",
        pt: "A lista “{field}” está vazia.",
        en: "The list “{field}” is empty.",
        fr: "La liste «\u{a0}{field}\u{a0}» est vide.",
    }
    "listed_twice" {
        es: "«{value}» aparece dos veces en la lista.",
        pt: "“{value}” aparece duas vezes na lista.",
        en: "“{value}” stands twice in the list.",
        fr: "«\u{a0}{value}\u{a0}» figure deux fois dans la liste.",
    }
    "range_not_ascending" {
        es: "El rango debe ir de un valor menor a uno mayor, no de {min} a {max}.",
        pt: "O intervalo deve ir de um valor menor a um maior, não de {min} a {max}.",
        en: "The range must run from a smaller to a greater value, not from {min} to {max}.",
        fr: "L’intervalle doit aller d’une valeur plus petite à une plus grande, non de {min} à {max}.",
    }
    "fpc_without_stage" {
        es: "Hay más correcciones por población finita ({value}) que etapas en el diseño ({stages}).",
        pt: "Há mais correções de população finita ({value}) que etapas no desenho ({stages}).",
        en: "There are more finite population corrections ({value}) than stages in the design ({stages}).",
        fr: "Il y a plus de corrections de population finie ({value}) que de degrés dans le plan ({stages}).",
    }
    "dataset_kind_mismatch" {
        es: "«{estimate}» no se puede calcular con un conjunto de datos de tipo «{kind}».",
        pt: "“{estimate}” não pode ser calculado com um conjunto de dados do tipo “{kind}”.",
        en: "“{estimate}” cannot be computed from a data set of kind “{kind}”.",
        fr: "«\u{a0}{estimate}\u{a0}» ne peut pas être calculé à partir d’un jeu de données de type «\u{a0}{kind}\u{a0}».",
    }
    "average_over_unknown" {
        es: "El promedio se pide sobre «{value}», que no está entre las variables de «by».",
        pt: "A média é pedida sobre “{value}”, que não está entre as variáveis de “by”.",
        en: "The average is asked for over “{value}”, which is not among the variables of “by”.",
        fr: "La moyenne est demandée sur «\u{a0}{value}\u{a0}», qui n’est pas parmi les variables de «\u{a0}by\u{a0}».",
    }
    "compare_without_average" {
        es: "Para comparar con el promedio, la consulta debe pedirlo («average»).",
        pt: "Para comparar com a média, a consulta deve pedi-la (“average”).",
        en: "To compare with the average, the query must ask for it (“average”).",
        fr: "Pour comparer avec la moyenne, la requête doit la demander («\u{a0}average\u{a0}»).",
    }
    "invalid_value" {
        es: "El valor no es válido ({reason}).",
        pt: "O valor não é válido ({reason}).",
        en: "The value is not valid ({reason}).",
        fr: "La valeur n’est pas valide ({reason}).",
    }
    "chart_kind_mismatch" {
        es: "Un gráfico «{kind}» no puede mostrar una consulta «{estimate}».",
        pt: "Um gráfico “{kind}” não pode mostrar uma consulta “{estimate}”.",
        en: "A chart of kind “{kind}” cannot show a query of kind “{estimate}”.",
        fr: "Un graphique «\u{a0}{kind}\u{a0}» ne peut pas montrer une requête «\u{a0}{estimate}\u{a0}».",
    }
    "reference_without_average" {
        es: "El gráfico pide una línea en el promedio, pero su consulta no lo calcula («average»).",
        pt: "O gráfico pede uma linha na média, mas sua consulta não a calcula (“average”).",
        en: "The chart asks for a line at the average, but its query does not compute it (“average”).",
        fr: "Le graphique demande une ligne à la moyenne, mais sa requête ne la calcule pas («\u{a0}average\u{a0}»).",
    }
    "annotation_without_row" {
        es: "El gráfico «{chart}» tiene un comentario sobre {keys}, pero ninguna fila de sus resultados es así: no se muestra.",
        pt: "O gráfico “{chart}” tem um comentário sobre {keys}, mas nenhuma linha de seus resultados é assim: ele não é mostrado.",
        en: "The chart “{chart}” has a note on {keys}, but no row of its results is like that: the note is not shown.",
        fr: "Le graphique «\u{a0}{chart}\u{a0}» a une remarque sur {keys}, mais aucune ligne de ses résultats n’y correspond\u{a0}: elle n’est pas affichée.",
    }
    "missing_baseline" {
        es: "El indicador tiene metas, pero no línea de base: no se puede medir el avance.",
        pt: "O indicador tem metas, mas não linha de base: não se pode medir o avanço.",
        en: "The indicator has targets but no baseline: progress cannot be measured.",
        fr: "L’indicateur a des cibles, mais pas de situation de référence\u{a0}: l’avancement ne peut pas être mesuré.",
    }
    "unknown_theory_column" {
        es: "No existe ninguna columna de la teoría llamada «{value}».",
        pt: "Não existe nenhuma coluna da teoria chamada “{value}”.",
        en: "The theory has no column called “{value}”.",
        fr: "La théorie n’a aucune colonne nommée «\u{a0}{value}\u{a0}».",
    }
    "unknown_node" {
        es: "No existe ningún nodo llamado «{value}».",
        pt: "Não existe nenhum nó chamado “{value}”.",
        en: "There is no node called “{value}”.",
        fr: "Il n’existe aucun nœud nommé «\u{a0}{value}\u{a0}».",
    }
    "link_to_itself" {
        es: "Un vínculo no puede unir un nodo consigo mismo.",
        pt: "Uma ligação não pode unir um nó a si mesmo.",
        en: "A link cannot join a node to itself.",
        fr: "Un lien ne peut pas relier un nœud à lui-même.",
    }
}
