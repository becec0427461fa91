//! What keeps a design from being made as the document says it: replicate weights, presets, calibration.

use super::entries;

entries! {
    "wrong_pattern" {
        es: "El patrón «{value}» no nombra columnas de este archivo. Un patrón dice desde dónde y hasta dónde.",
        pt: "O padrão “{value}” não nomeia colunas deste arquivo. Um padrão diz de onde até onde.",
        en: "The pattern “{value}” names no columns of this file. A pattern says from where to where.",
        fr: "Le motif «\u{a0}{value}\u{a0}» ne nomme aucune colonne de ce fichier. Un motif dit d’où à où.",
    }
    "too_few_replicates" {
        es: "Hacen falta al menos dos réplicas de pesos, y hay {count}.",
        pt: "São necessárias pelo menos duas réplicas de pesos, e há {count}.",
        en: "At least two replicates of the weights are needed, and there are {count}.",
        fr: "Il faut au moins deux répliques de poids, et il y en a {count}.",
    }
    "too_many_replicates" {
        es: "{count} réplicas de {rows} casos no caben en la memoria; caben {limit}. Use «bootstrap» con menos réplicas, o estratos y conglomerados.",
        pt: "{count} réplicas de {rows} casos não cabem na memória; cabem {limit}. Use “bootstrap” com menos réplicas, ou estratos e conglomerados.",
        en: "{count} replicates of {rows} records do not fit into memory; {limit} would. Use “bootstrap” with fewer replicates, or strata and clusters.",
        fr: "{count} répliques de {rows} cas ne tiennent pas en mémoire\u{a0}; il y a place pour {limit}. Utilisez «\u{a0}bootstrap\u{a0}» avec moins de répliques, ou strates et grappes.",
    }
    "replicate_not_numeric" {
        es: "El peso replicado «{value}» no es un número; cada caso de la muestra necesita uno en cada réplica.",
        pt: "O peso replicado “{value}” não é um número; cada caso da amostra precisa de um em cada réplica.",
        en: "The replicate weight “{value}” is not a number; every record of the sample needs one in each replicate.",
        fr: "Le poids répliqué «\u{a0}{value}\u{a0}» n’est pas un nombre\u{a0}; chaque cas de l’échantillon en demande un dans chaque réplique.",
    }
    "negative_replicates" {
        es: "Pesos replicados negativos: {count}. Hay estudios que los publican; si aquí son códigos de falta de dato, corrija el archivo.",
        pt: "Pesos replicados negativos: {count}. Há estudos que os publicam; se aqui são códigos de falta de dado, corrija o arquivo.",
        en: "Negative replicate weights: {count}. Some studies publish them; if they are codes of no answer here, correct the file.",
        fr: "Poids répliqués négatifs\u{a0}: {count}. Des études en publient\u{a0}; si ce sont ici des codes de valeur absente, corrigez le fichier.",
    }
    "rho_out_of_range" {
        es: "El factor de Fay debe ser al menos 0 y menor que 1, no {value}.",
        pt: "O fator de Fay deve ser ao menos 0 e menor que 1, não {value}.",
        en: "Fay’s factor must be at least 0 and below 1, not {value}.",
        fr: "Le facteur de Fay doit être au moins 0 et inférieur à 1, non {value}.",
    }
    "rscales_missing" {
        es: "El método «jkn» necesita «rscales»: (n − 1)/n de cada réplica. El archivo no lo dice.",
        pt: "O método “jkn” precisa de “rscales”: (n − 1)/n de cada réplica. O arquivo não diz isso.",
        en: "The method “jkn” needs “rscales”: (n − 1)/n for each replicate. The file does not say it.",
        fr: "La méthode «\u{a0}jkn\u{a0}» demande «\u{a0}rscales\u{a0}»\u{a0}: (n − 1)/n pour chaque réplique. Le fichier ne le dit pas.",
    }
    "rscales_length" {
        es: "«rscales» tiene {value} valores y hay {count} réplicas.",
        pt: "“rscales” tem {value} valores e há {count} réplicas.",
        en: "“rscales” holds {value} values, and there are {count} replicates.",
        fr: "«\u{a0}rscales\u{a0}» contient {value} valeurs, et il y a {count} répliques.",
    }
    "factor_not_positive" {
        es: "El factor de una réplica debe ser un número de al menos 0, no {value}.",
        pt: "O fator de uma réplica deve ser um número de ao menos 0, não {value}.",
        en: "A replicate’s factor must be a number of at least 0, not {value}.",
        fr: "Le facteur d’une réplique doit être un nombre d’au moins 0, non {value}.",
    }
    "jk1_with_strata" {
        es: "El método «jk1» es para muestras sin estratos, y aquí hay {count}. Use «jkn».",
        pt: "O método “jk1” é para amostras sem estratos, e aqui há {count}. Use “jkn”.",
        en: "The method “jk1” is for samples without strata, and there are {count} here. Use “jkn”.",
        fr: "La méthode «\u{a0}jk1\u{a0}» est pour les échantillons sans strates, et il y en a {count} ici. Utilisez «\u{a0}jkn\u{a0}».",
    }
    "brr_needs_pairs" {
        es: "Este método necesita dos unidades de muestreo en cada estrato. Estratos que no las tienen: {strata}.",
        pt: "Este método precisa de duas unidades de amostragem em cada estrato. Estratos que não as têm: {strata}.",
        en: "This method needs two sampling units in each stratum. Strata that have another number: {strata}.",
        fr: "Cette méthode demande deux unités d’échantillonnage par strate. Strates qui en ont un autre nombre\u{a0}: {strata}.",
    }
    "later_stages_left_out" {
        es: "Las réplicas se hacen con la primera de las {stages} etapas: la varianza de las siguientes no se cuenta.",
        pt: "As réplicas são feitas com a primeira das {stages} etapas: a variância das seguintes não é contada.",
        en: "Replicates are made from the first of the {stages} stages: what later stages add to the variance is left out.",
        fr: "Les répliques sont faites à partir du premier des {stages} degrés\u{a0}: la variance des suivants n’est pas comptée.",
    }
    "preset_column_missing" {
        es: "El archivo no tiene la columna que el estudio usa para «{field}». Se buscó: {value}.",
        pt: "O arquivo não tem a coluna que o estudo usa para “{field}”. Procurou-se: {value}.",
        en: "The file lacks the column that the study uses for “{field}”. Looked for: {value}.",
        fr: "Le fichier n’a pas la colonne que l’étude utilise pour «\u{a0}{field}\u{a0}». Cherché\u{a0}: {value}.",
    }
    "weight_without_replicates" {
        es: "El estudio publica el peso «{value}» sin pesos replicados: de este archivo no sale un error para él. Pesos que los tienen: {options}.",
        pt: "O estudo publica o peso “{value}” sem pesos replicados: deste arquivo não sai um erro para ele. Pesos que os têm: {options}.",
        en: "The study publishes the weight “{value}” without replicate weights: this file gives no error for it. Weights that have them: {options}.",
        fr: "L’étude publie le poids «\u{a0}{value}\u{a0}» sans poids répliqués\u{a0}: ce fichier ne donne pas d’erreur pour lui. Poids qui en ont\u{a0}: {options}.",
    }
    "no_margins" {
        es: "La calibración no nombra ninguna columna con totales.",
        pt: "A calibração não nomeia nenhuma coluna com totais.",
        en: "The calibration names no column with totals.",
        fr: "Le calage ne nomme aucune colonne avec des totaux.",
    }
    "blank_margin" {
        es: "Un caso no tiene valor en una columna de la calibración.",
        pt: "Um caso não tem valor em uma coluna da calibração.",
        en: "A record has no value in a column of the calibration.",
        fr: "Un cas n’a pas de valeur dans une colonne du calage.",
    }
    "group_without_total" {
        es: "El grupo «{value}» está en los datos y no tiene total.",
        pt: "O grupo “{value}” está nos dados e não tem total.",
        en: "The group “{value}” is in the data and has no total.",
        fr: "Le groupe «\u{a0}{value}\u{a0}» est dans les données et n’a pas de total.",
    }
    "group_without_records" {
        es: "El grupo «{value}» tiene un total y ningún caso de la muestra: no hay peso que ajustar.",
        pt: "O grupo “{value}” tem um total e nenhum caso da amostra: não há peso a ajustar.",
        en: "The group “{value}” has a total and no record of the sample: there is no weight to adjust.",
        fr: "Le groupe «\u{a0}{value}\u{a0}» a un total et aucun cas de l’échantillon\u{a0}: il n’y a pas de poids à ajuster.",
    }
    "total_not_positive" {
        es: "El total del grupo «{group}» debe ser mayor que cero, no {value}.",
        pt: "O total do grupo “{group}” deve ser maior que zero, não {value}.",
        en: "The total of the group “{group}” must be above zero, not {value}.",
        fr: "Le total du groupe «\u{a0}{group}\u{a0}» doit être supérieur à zéro, non {value}.",
    }
    "margins_disagree" {
        es: "Los totales de los márgenes suman {value} en uno y {other} en otro: ningún peso cumple ambos.",
        pt: "Os totais das margens somam {value} em uma e {other} em outra: nenhum peso cumpre ambas.",
        en: "The totals of the margins add up to {value} in one and to {other} in another: no weights meet both.",
        fr: "Les totaux des marges font {value} pour l’une et {other} pour une autre\u{a0}: aucun poids ne satisfait les deux.",
    }
    "trim_excludes_one" {
        es: "Los límites del ajuste deben dejar el 1 entre ellos: {low} y {high} no lo hacen.",
        pt: "Os limites do ajuste devem deixar o 1 entre eles: {low} e {high} não o fazem.",
        en: "The bounds of the adjustment must have 1 between them: {low} and {high} do not.",
        fr: "Les bornes de l’ajustement doivent avoir 1 entre elles\u{a0}: {low} et {high} ne l’ont pas.",
    }
    "calibration_not_converged" {
        es: "Tras {count} vueltas los pesos no llegan a los totales: al grupo «{group}» le falta o le sobra una parte de {miss}.",
        pt: "Após {count} voltas os pesos não chegam aos totais: ao grupo “{group}” falta ou sobra uma parte de {miss}.",
        en: "After {count} turns the weights do not meet the totals: the group “{group}” is off by a part of {miss}.",
        fr: "Après {count} tours, les poids n’atteignent pas les totaux\u{a0}: le groupe «\u{a0}{group}\u{a0}» s’en écarte d’une part de {miss}.",
    }
}
