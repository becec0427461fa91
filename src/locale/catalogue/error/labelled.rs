//! What can be wrong with a statistics file, and what was found odd about it.

use super::entries;

entries! {
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
