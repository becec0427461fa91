//! What can be wrong with figures that others published, and what they say of them.

use super::entries;

entries! {
    "unknown_indicator" {
        es: "No existe ningún indicador «{value}» en estos datos.",
        pt: "Não existe nenhum indicador “{value}” nestes dados.",
        en: "There is no indicator “{value}” in these data.",
        fr: "Il n’existe aucun indicateur «\u{a0}{value}\u{a0}» dans ces données.",
    }
    "contradicting_values" {
        es: "El archivo contiene dos valores distintos para un mismo país, período e indicador: {values}. Puede faltarle una columna que los distinga, como el sexo.",
        pt: "O arquivo contém dois valores diferentes para um mesmo país, período e indicador: {values}. Pode faltar uma coluna que os distinga, como o sexo.",
        en: "The file holds two different values for the same country, period and indicator: {values}. It may lack a column that tells them apart, such as sex.",
        fr: "Le fichier contient deux valeurs différentes pour un même pays, une même période et un même indicateur\u{a0}: {values}. Il y manque peut-être une colonne qui les distingue, comme le sexe.",
    }
    "unread_observations" {
        es: "Filas que no se usan porque su período no se entiende o su valor no es un número: {rows}. Contienen: {values}.",
        pt: "Linhas que não são usadas porque seu período não é compreendido ou seu valor não é um número: {rows}. Contêm: {values}.",
        en: "Rows that are not used because their period cannot be read or their value is no number: {rows}. They read: {values}.",
        fr: "Lignes inutilisées car leur période ne se lit pas ou leur valeur n’est pas un nombre\u{a0}: {rows}. On y lit\u{a0}: {values}.",
    }
    "indicator_status" {
        es: "Valores que la fuente marca como «{status}»: {values}.",
        pt: "Valores que a fonte marca como “{status}”: {values}.",
        en: "Values that the source marks “{status}”: {values}.",
        fr: "Valeurs que la source marque «\u{a0}{status}\u{a0}»\u{a0}: {values}.",
    }
    "unknown_members" {
        es: "Vínculos que no se usan porque alguno de sus extremos no está entre los miembros: {rows}. No están: {values}.",
        pt: "Vínculos que não são usados porque alguma de suas pontas não está entre os membros: {rows}. Não estão: {values}.",
        en: "Ties that are not used because one of their ends is no member: {rows}. Not among the members: {values}.",
        fr: "Liens inutilisés car l’une de leurs extrémités n’est pas parmi les membres\u{a0}: {rows}. N’y sont pas\u{a0}: {values}.",
    }
    "unread_ties" {
        es: "Vínculos que no se usan porque unen a un miembro consigo mismo o porque su peso no es un número positivo: {rows}.",
        pt: "Vínculos que não são usados porque unem um membro a si mesmo ou porque seu peso não é um número positivo: {rows}.",
        en: "Ties that are not used because they tie a member to itself or because their weight is no positive number: {rows}.",
        fr: "Liens inutilisés car ils unissent un membre à lui-même ou car leur poids n’est pas un nombre positif\u{a0}: {rows}.",
    }
}
