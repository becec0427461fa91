//! What keeps an estimate from being made.

use super::entries;

entries! {
    "lonely_psu" {
        es: "Hay estratos con una sola unidad de muestreo ({strata}), y con la regla «fail» no hay error que calcular. Elija otra regla en «lonely_psu».",
        pt: "Há estratos com uma só unidade de amostragem ({strata}), e com a regra “fail” não há erro a calcular. Escolha outra regra em “lonely_psu”.",
        en: "Some strata have a single sampling unit ({strata}), and under the rule “fail” there is no error to compute. Choose another rule in “lonely_psu”.",
        fr: "Des strates n’ont qu’une unité d’échantillonnage ({strata}), et la règle «\u{a0}fail\u{a0}» ne laisse aucune erreur à calculer. Choisissez une autre règle dans «\u{a0}lonely_psu\u{a0}».",
    }
    "no_items" {
        es: "La escala no tiene ninguna pregunta.",
        pt: "A escala não tem nenhuma pergunta.",
        en: "The scale has no items.",
        fr: "L’échelle n’a aucune question.",
    }
    "empty_scale" {
        es: "La escala debe ir de un valor menor a uno mayor, no de {low} a {high}.",
        pt: "A escala deve ir de um valor menor a um maior, não de {low} a {high}.",
        en: "The scale must run from a smaller to a greater value, not from {low} to {high}.",
        fr: "L’échelle doit aller d’une valeur plus petite à une plus grande, non de {low} à {high}.",
    }
    "outside_scale" {
        es: "El valor {value} queda fuera de la escala, que va de {low} a {high}. Quizá sea un código de «sin respuesta».",
        pt: "O valor {value} fica fora da escala, que vai de {low} a {high}. Talvez seja um código de “sem resposta”.",
        en: "The value {value} lies outside the scale, which runs from {low} to {high}. It may be a code for no answer.",
        fr: "La valeur {value} est hors de l’échelle, qui va de {low} à {high}. C’est peut-être un code de non-réponse.",
    }
    "not_coded" {
        es: "Esta variable es una medida continua: no tiene respuestas que contar.",
        pt: "Esta variável é uma medida contínua: não tem respostas a contar.",
        en: "This variable is a continuous measure: it has no answers to count.",
        fr: "Cette variable est une mesure continue\u{a0}: elle n’a pas de réponses à compter.",
    }
    "not_numeric" {
        es: "La variable tiene el valor «{value}», que no es un número.",
        pt: "A variável tem o valor “{value}”, que não é um número.",
        en: "The variable holds “{value}”, which is not a number.",
        fr: "La variable contient «\u{a0}{value}\u{a0}», qui n’est pas un nombre.",
    }
    "too_many_values" {
        es: "La variable tiene {count} valores distintos; para formar grupos se admiten hasta {limit}.",
        pt: "A variável tem {count} valores distintos; para formar grupos se aceitam até {limit}.",
        en: "The variable has {count} distinct values; groups can be made of up to {limit}.",
        fr: "La variable a {count} valeurs distinctes\u{a0}; on peut former des groupes jusqu’à {limit}.",
    }
    "weight_not_numeric" {
        es: "El peso «{value}» no es un número.",
        pt: "O peso “{value}” não é um número.",
        en: "The weight “{value}” is not a number.",
        fr: "Le poids «\u{a0}{value}\u{a0}» n’est pas un nombre.",
    }
    "negative_weight" {
        es: "El peso {value} es negativo: ningún caso puede restar.",
        pt: "O peso {value} é negativo: nenhum caso pode subtrair.",
        en: "The weight {value} is negative: no record can count less than nothing.",
        fr: "Le poids {value} est négatif\u{a0}: aucun cas ne peut retrancher.",
    }
    "infinite_weight" {
        es: "El peso {value} es infinito.",
        pt: "O peso {value} é infinito.",
        en: "The weight {value} is infinite.",
        fr: "Le poids {value} est infini.",
    }
    "no_weights" {
        es: "Ningún caso tiene un peso mayor que cero en la columna «{column}».",
        pt: "Nenhum caso tem peso maior que zero na coluna “{column}”.",
        en: "No record has a weight above zero in the column “{column}”.",
        fr: "Aucun cas n’a de poids supérieur à zéro dans la colonne «\u{a0}{column}\u{a0}».",
    }
    "too_many_fpc" {
        es: "Hay más correcciones por población finita ({value}) que etapas en el diseño ({stages}).",
        pt: "Há mais correções de população finita ({value}) que etapas no desenho ({stages}).",
        en: "There are more finite population corrections ({value}) than stages in the design ({stages}).",
        fr: "Il y a plus de corrections de population finie ({value}) que de degrés dans le plan ({stages}).",
    }
    "blank_stratum" {
        es: "Un caso con peso no tiene valor en una columna de estratos.",
        pt: "Um caso com peso não tem valor em uma coluna de estratos.",
        en: "A record with a weight has no value in a column of strata.",
        fr: "Un cas pondéré n’a pas de valeur dans une colonne de strates.",
    }
    "blank_cluster" {
        es: "Un caso con peso no tiene valor en una columna de conglomerados.",
        pt: "Um caso com peso não tem valor em uma coluna de conglomerados.",
        en: "A record with a weight has no value in a column of clusters.",
        fr: "Un cas pondéré n’a pas de valeur dans une colonne de grappes.",
    }
    "clusters_cross_strata" {
        es: "La unidad de muestreo «{value}» está en más de un estrato ({strata}). Si los códigos se repiten entre estratos, indíquelo con «nest».",
        pt: "A unidade de amostragem “{value}” está em mais de um estrato ({strata}). Se os códigos se repetem entre estratos, indique com “nest”.",
        en: "The sampling unit “{value}” is in more than one stratum ({strata}). If ids repeat across strata, say so with “nest”.",
        fr: "L’unité d’échantillonnage «\u{a0}{value}\u{a0}» est dans plus d’une strate ({strata}). Si les codes se répètent d’une strate à l’autre, indiquez-le avec «\u{a0}nest\u{a0}».",
    }
    "fpc_not_positive" {
        es: "La corrección por población finita debe ser un número mayor que cero, no «{value}».",
        pt: "A correção de população finita deve ser um número maior que zero, não “{value}”.",
        en: "The finite population correction must be a number above zero, not “{value}”.",
        fr: "La correction de population finie doit être un nombre supérieur à zéro, non «\u{a0}{value}\u{a0}».",
    }
    "fpc_mixed" {
        es: "La corrección por población finita mezcla tamaños de población con fracciones de muestreo ({value}).",
        pt: "A correção de população finita mistura tamanhos de população com frações de amostragem ({value}).",
        en: "The finite population correction mixes population counts with sampling fractions ({value}).",
        fr: "La correction de population finie mêle des effectifs de population et des fractions de sondage ({value}).",
    }
    "fpc_varies" {
        es: "En el estrato «{stratum}» la corrección por población finita no es la misma en todos los casos: {value} y {other}.",
        pt: "No estrato “{stratum}” a correção de população finita não é a mesma em todos os casos: {value} e {other}.",
        en: "In the stratum “{stratum}” the finite population correction is not the same for all records: {value} and {other}.",
        fr: "Dans la strate «\u{a0}{stratum}\u{a0}», la correction de population finie n’est pas la même pour tous les cas\u{a0}: {value} et {other}.",
    }
    "fpc_below_sample" {
        es: "En el estrato «{stratum}» la población ({value}) es menor que la muestra ({sampled}).",
        pt: "No estrato “{stratum}” a população ({value}) é menor que a amostra ({sampled}).",
        en: "In the stratum “{stratum}” the population ({value}) is smaller than the sample ({sampled}).",
        fr: "Dans la strate «\u{a0}{stratum}\u{a0}», la population ({value}) est plus petite que l’échantillon ({sampled}).",
    }
    "interval_not_for_shares" {
        es: "El intervalo «logit» es solo para proporciones.",
        pt: "O intervalo “logit” é só para proporções.",
        en: "The “logit” interval is for proportions only.",
        fr: "L’intervalle «\u{a0}logit\u{a0}» ne vaut que pour les proportions.",
    }
    "level_out_of_range" {
        es: "El nivel del intervalo debe estar entre 0 y 1, no en {value}.",
        pt: "O nível do intervalo deve estar entre 0 e 1, não em {value}.",
        en: "The interval’s level must lie between 0 and 1, not at {value}.",
        fr: "Le niveau de l’intervalle doit être entre 0 et 1, non {value}.",
    }
    "no_average" {
        es: "Para comparar hace falta un promedio sobre una de las variables de «by».",
        pt: "Para comparar é preciso uma média sobre uma das variáveis de “by”.",
        en: "A comparison needs an average over one of the variables of “by”.",
        fr: "Une comparaison demande une moyenne sur une des variables de «\u{a0}by\u{a0}».",
    }
    "no_answers" {
        es: "La consulta no nombra ninguna respuesta que esté en los datos.",
        pt: "A consulta não nomeia nenhuma resposta que esteja nos dados.",
        en: "The query names no answer that is in the data.",
        fr: "La requête ne nomme aucune réponse présente dans les données.",
    }
    "length_mismatch" {
        es: "Dos columnas no tienen las mismas filas: {value} y {rows}.",
        pt: "Duas colunas não têm as mesmas linhas: {value} e {rows}.",
        en: "Two columns do not have the same rows: {value} and {rows}.",
        fr: "Deux colonnes n’ont pas les mêmes lignes\u{a0}: {value} et {rows}.",
    }
    "too_many_cells" {
        es: "La combinación de variables daría {count} grupos; se admiten hasta {limit}.",
        pt: "A combinação de variáveis daria {count} grupos; aceitam-se até {limit}.",
        en: "The variables combined would make {count} groups; up to {limit} are possible.",
        fr: "La combinaison des variables donnerait {count} groupes\u{a0}; on en admet jusqu’à {limit}.",
    }
    "keys_differ" {
        es: "Las dos consultas de una diferencia deben estar cortadas por las mismas variables: la primera por {value}, la segunda por {other}.",
        pt: "As duas consultas de uma diferença devem estar cortadas pelas mesmas variáveis: a primeira por {value}, a segunda por {other}.",
        en: "The two queries of a difference must be cut by the same variables: the first by {value}, the second by {other}.",
        fr: "Les deux requêtes d’une différence doivent être croisées par les mêmes variables\u{a0}: la première par {value}, la seconde par {other}.",
    }
    "parts_differ" {
        es: "Las dos consultas de una diferencia no dan las mismas partes: la primera da {count}, la segunda {other}.",
        pt: "As duas consultas de uma diferença não dão as mesmas partes: a primeira dá {count}, a segunda {other}.",
        en: "The two queries of a difference do not give the same parts: the first gives {count}, the second {other}.",
        fr: "Les deux requêtes d’une différence ne donnent pas les mêmes parties\u{a0}: la première en donne {count}, la seconde {other}.",
    }
    "query_without_answer" {
        es: "La consulta «{value}» no tiene respuesta, y sin ella no hay diferencia.",
        pt: "A consulta “{value}” não tem resposta, e sem ela não há diferença.",
        en: "The query “{value}” has no answer, and without it there is no difference.",
        fr: "La requête «\u{a0}{value}\u{a0}» n’a pas de réponse, et sans elle il n’y a pas de différence.",
    }
    "not_binary" {
        es: "Una regresión logística explica una respuesta de 0 o 1, y aquí hay {value}. Recodifique la variable.",
        pt: "Uma regressão logística explica uma resposta de 0 ou 1, e aqui há {value}. Recodifique a variável.",
        en: "A logistic regression explains an answer of 0 or 1, and here is {value}. Recode the variable.",
        fr: "Une régression logistique explique une réponse de 0 ou 1, et il y a ici {value}. Recodez la variable.",
    }
    "one_category" {
        es: "Un término de la regresión tiene una sola categoría: no hay con qué compararla.",
        pt: "Um termo da regressão tem uma só categoria: não há com o que compará-la.",
        en: "A term of the regression has a single category: there is nothing to compare it with.",
        fr: "Un terme de la régression n’a qu’une catégorie\u{a0}: rien à quoi la comparer.",
    }
    "too_few_items" {
        es: "La fiabilidad de una escala necesita al menos dos preguntas, y hay {count}.",
        pt: "A confiabilidade de uma escala precisa de pelo menos duas perguntas, e há {count}.",
        en: "The reliability of a scale takes two items at least, and there are {count}.",
        fr: "La fiabilité d’une échelle demande au moins deux questions, et il y en a {count}.",
    }
    "two_queries" {
        es: "Una diferencia se hace de dos consultas, y aquí hay {count}.",
        pt: "Uma diferença se faz de duas consultas, e aqui há {count}.",
        en: "A difference is made of two queries, and here are {count}.",
        fr: "Une différence se fait de deux requêtes, et il y en a ici {count}.",
    }
    "two_variables" {
        es: "Se necesitan dos variables, y aquí hay {count}.",
        pt: "São necessárias duas variáveis, e aqui há {count}.",
        en: "Two variables are needed, and here are {count}.",
        fr: "Il faut deux variables, et il y en a ici {count}.",
    }
    "several_answers" {
        es: "«{value}» es una pregunta de varias respuestas: se le pide la proporción de cada una («proportion»), no un valor.",
        pt: "“{value}” é uma pergunta de várias respostas: pede-se a proporção de cada uma (“proportion”), não um valor.",
        en: "“{value}” is a question of several answers: ask for the share of each (“proportion”), not for a value.",
        fr: "«\u{a0}{value}\u{a0}» est une question à plusieurs réponses\u{a0}: demandez la part de chacune («\u{a0}proportion\u{a0}»), non une valeur.",
    }
    "rule_out_of_place" {
        es: "La regla de publicación «{value}» no sirve para «{kind}»; sirve para: {options}.",
        pt: "A regra de publicação “{value}” não serve para “{kind}”; serve para: {options}.",
        en: "The rule of publication “{value}” is not made for “{kind}”; it serves: {options}.",
        fr: "La règle de publication «\u{a0}{value}\u{a0}» ne convient pas à «\u{a0}{kind}\u{a0}»\u{a0}; elle sert pour\u{a0}: {options}.",
    }
    "no_indicators" {
        es: "El índice no nombra ningún indicador.",
        pt: "O índice não nomeia nenhum indicador.",
        en: "The index names no indicator.",
        fr: "L’indice ne nomme aucun indicateur.",
    }
    "weight_not_positive" {
        es: "El peso de un indicador debe ser mayor que cero, no {value}.",
        pt: "O peso de um indicador deve ser maior que zero, não {value}.",
        en: "The weight of an indicator must be above zero, not {value}.",
        fr: "Le poids d’un indicateur doit être supérieur à zéro, non {value}.",
    }
    "goalposts_missing" {
        es: "Con la normalización «goalposts» cada indicador declara los valores que son 0 y 1.",
        pt: "Com a normalização “goalposts” cada indicador declara os valores que são 0 e 1.",
        en: "Under “goalposts” each indicator declares the values that are 0 and 1.",
        fr: "Avec la normalisation «\u{a0}goalposts\u{a0}», chaque indicateur déclare les valeurs qui sont 0 et 1.",
    }
    "geometric_of_z" {
        es: "Una media geométrica necesita valores que no sean negativos: elija otra normalización que «z».",
        pt: "Uma média geométrica precisa de valores que não sejam negativos: escolha outra normalização que não “z”.",
        en: "A geometric mean takes values that are not negative: choose another normalisation than “z”.",
        fr: "Une moyenne géométrique demande des valeurs non négatives\u{a0}: choisissez une autre normalisation que «\u{a0}z\u{a0}».",
    }
    "several_rows" {
        es: "La consulta «{value}» da varias filas por clave: nombre su pregunta («item») o su respuesta («category»).",
        pt: "A consulta “{value}” dá várias linhas por chave: nomeie sua pergunta (“item”) ou sua resposta (“category”).",
        en: "The query “{value}” gives several rows for one key: name its item or its category.",
        fr: "La requête «\u{a0}{value}\u{a0}» donne plusieurs lignes par clé\u{a0}: nommez sa question («\u{a0}item\u{a0}») ou sa réponse («\u{a0}category\u{a0}»).",
    }
    "plausible_cannot_cut" {
        es: "«{value}» son valores plausibles: cada uno pone a la persona en otro lugar, así que no sirven para formar grupos ni condiciones.",
        pt: "“{value}” são valores plausíveis: cada um põe a pessoa em outro lugar, de modo que não servem para formar grupos nem condições.",
        en: "“{value}” are plausible values: each puts a person elsewhere, and so they make no groups and no conditions.",
        fr: "«\u{a0}{value}\u{a0}» sont des valeurs plausibles\u{a0}: chacune place la personne ailleurs, elles ne font donc ni groupes ni conditions.",
    }
    "outside_labels" {
        es: "«{column}» tiene valores sin etiqueta fuera de su escala ({low} a {high}): {values}. No se calcula con ellos: si son falta de respuesta, declárelos en «missing».",
        pt: "“{column}” tem valores sem rótulo fora de sua escala ({low} a {high}): {values}. Não se calcula com eles: se forem falta de resposta, declare-os em “missing”.",
        en: "“{column}” has values without a label outside its scale ({low} to {high}): {values}. They are not computed with: if they are missing answers, declare them in “missing”.",
        fr: "«\u{a0}{column}\u{a0}» contient des valeurs sans étiquette hors de son échelle ({low} à {high})\u{a0}: {values}. On ne calcule pas avec elles\u{a0}: si ce sont des non-réponses, déclarez-les dans «\u{a0}missing\u{a0}».",
    }
    "other_scale" {
        es: "Las respuestas nombradas ({answers}) son de otra escala que la de «{column}», donde aparecen: {options}.",
        pt: "As respostas nomeadas ({answers}) são de outra escala que a de “{column}”, na qual aparecem: {options}.",
        en: "The answers named ({answers}) are of another scale than that of “{column}”, where these occur: {options}.",
        fr: "Les réponses nommées ({answers}) sont d’une autre échelle que celle de «\u{a0}{column}\u{a0}», où l’on trouve\u{a0}: {options}.",
    }
    "scales_differ" {
        es: "Las preguntas del índice están en escalas distintas: {scales}. Un índice promedia preguntas de una misma escala.",
        pt: "As perguntas do índice estão em escalas diferentes: {scales}. Um índice faz a média de perguntas de uma mesma escala.",
        en: "The items of the index are on different scales: {scales}. An index averages items of one scale.",
        fr: "Les questions de l’indice sont sur des échelles différentes\u{a0}: {scales}. Un indice fait la moyenne de questions d’une même échelle.",
    }
    "recode_of_missing" {
        es: "La recodificación de «{column}» da un valor a «{value}», que es falta de respuesta. Una respuesta que falta sigue faltando.",
        pt: "A recodificação de “{column}” dá um valor a “{value}”, que é falta de resposta. Uma resposta que falta continua faltando.",
        en: "The recoding of “{column}” gives a value to “{value}”, which is a missing answer. A missing answer stays missing.",
        fr: "Le recodage de «\u{a0}{column}\u{a0}» donne une valeur à «\u{a0}{value}\u{a0}», qui est une non-réponse. Une réponse manquante reste manquante.",
    }
    "pooled_over_countries" {
        es: "Reúne países de tamaños muy distintos: {country} es el {share} de los datos y hablaría por los demás. Pida los resultados por país y su promedio.",
        pt: "Reúne países de tamanhos muito diferentes: {country} é {share} dos dados e falaria pelos demais. Peça os resultados por país e sua média.",
        en: "It pools countries of very different size: {country} is {share} of the data and would speak for the others. Ask for results by country and their average.",
        fr: "Cela réunit des pays de tailles très différentes\u{a0}: {country} représente {share} des données et parlerait pour les autres. Demandez les résultats par pays et leur moyenne.",
    }
    "score_as_share" {
        es: "El indicador «{indicator}» se declara en porcentaje, pero la consulta «{query}» no da una proporción. Declare su unidad: «score» o «count».",
        pt: "O indicador “{indicator}” se declara em percentual, mas a consulta “{query}” não dá uma proporção. Declare sua unidade: “score” ou “count”.",
        en: "The indicator “{indicator}” is declared in percent, but the query “{query}” gives no share. Declare its unit: “score” or “count”.",
        fr: "L’indicateur «\u{a0}{indicator}\u{a0}» est déclaré en pourcentage, mais la requête «\u{a0}{query}\u{a0}» ne donne pas une proportion. Déclarez son unité\u{a0}: «\u{a0}score\u{a0}» ou «\u{a0}count\u{a0}».",
    }
    "needs_complete_engine" {
        es: "Esta pregunta («{value}») necesita el motor completo, que no está en este módulo.",
        pt: "Esta pergunta (“{value}”) precisa do motor completo, que não está neste módulo.",
        en: "This question (“{value}”) takes the complete engine, which is not in this module.",
        fr: "Cette question («\u{a0}{value}\u{a0}») demande le moteur complet, qui n’est pas dans ce module.",
    }
    "units_unknown" {
        es: "La regla pide al menos {least} escuelas, pero el diseño no declara escuelas: solo se controló el número de respuestas.",
        pt: "A regra pede pelo menos {least} escolas, mas o desenho não declara escolas: só se controlou o número de respostas.",
        en: "The rule asks for at least {least} schools, but the design declares none: only the number of answers was held.",
        fr: "La règle demande au moins {least} écoles, mais le plan de sondage n’en déclare aucune\u{a0}: seul le nombre de réponses a été contrôlé.",
    }
}
