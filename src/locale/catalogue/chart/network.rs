//! Networks.

use crate::locale::message::{Message, message};

/// Ties of a member.
pub const DEGREE: Message = message! {
    es: "Vínculos",
    pt: "Vínculos",
    en: "Ties",
    fr: "Liens",
};
/// Sum of the weights of a member’s ties.
pub const STRENGTH: Message = message! {
    es: "Suma de pesos",
    pt: "Soma dos pesos",
    en: "Sum of weights",
    fr: "Somme des poids",
};
/// Shortest ways that lead through a member.
pub const BETWEENNESS: Message = message! {
    es: "Intermediación",
    pt: "Intermediação",
    en: "Betweenness",
    fr: "Intermédiarité",
};
/// Ties as a share of those that could be.
pub const DENSITY: Message = message! {
    es: "Densidad",
    pt: "Densidade",
    en: "Density",
    fr: "Densité",
};
/// How often friends of one are friends.
pub const TRANSITIVITY: Message = message! {
    es: "Transitividad",
    pt: "Transitividade",
    en: "Transitivity",
    fr: "Transitivité",
};
/// Parts that no tie joins.
pub const COMPONENTS: Message = message! {
    es: "Componentes",
    pt: "Componentes",
    en: "Components",
    fr: "Composantes",
};
/// Ties between groups less ties within.
pub const EI_INDEX: Message = message! {
    es: "Índice E-I",
    pt: "Índice E-I",
    en: "E-I index",
    fr: "Indice E-I",
};
/// Diversity of the groups.
pub const BLAU: Message = message! {
    es: "Diversidad de Blau",
    pt: "Diversidade de Blau",
    en: "Blau diversity",
    fr: "Diversité de Blau",
};
/// A tie.
pub const TIE: Message = message! {
    es: "Vínculo",
    pt: "Vínculo",
    en: "Tie",
    fr: "Lien",
};
/// The word of a measure, by its name in the results.
pub fn measure_word(name: &str) -> Option<&'static Message> {
    Some(match name {
        "degree" => &DEGREE,
        "strength" => &STRENGTH,
        "betweenness" => &BETWEENNESS,
        "density" => &DENSITY,
        "transitivity" => &TRANSITIVITY,
        "components" => &COMPONENTS,
        "ei_index" => &EI_INDEX,
        "blau" => &BLAU,
        "tie" => &TIE,
        _ => return None,
    })
}
/// A member of a network.
pub const MEMBER: Message = message! {
    es: "Miembro",
    pt: "Membro",
    en: "Member",
    fr: "Membre",
};
/// What is measured.
pub const MEASURE: Message = message! {
    es: "Medida",
    pt: "Medida",
    en: "Measure",
    fr: "Mesure",
};
/// A group of members.
pub const GROUP: Message = message! {
    es: "Grupo",
    pt: "Grupo",
    en: "Group",
    fr: "Groupe",
};
/// Groups that have no colour of their own.
pub const OTHER_GROUPS: Message = message! {
    es: "Otros grupos",
    pt: "Outros grupos",
    en: "Other groups",
    fr: "Autres groupes",
};
/// A network, with the member of the most ties.
pub const NETWORK_WITH_MOST: Message = message! {
    es: "{name} tiene el mayor número de vínculos: {most} de los {ties} que unen a {nodes} miembros",
    pt: "{name} tem o maior número de vínculos: {most} dos {ties} que unem {nodes} membros",
    en: "{name} has the most ties: {most} of the {ties} that join {nodes} members",
    fr: "{name} a le plus de liens\u{a0}: {most} des {ties} qui unissent {nodes} membres",
};
/// A network.
pub const NETWORK_OF: Message = message! {
    es: "{ties} vínculos unen a {nodes} miembros",
    pt: "{ties} vínculos unem {nodes} membros",
    en: "{ties} ties join {nodes} members",
    fr: "{ties} liens unissent {nodes} membres",
};
/// How a network is read.
pub const NETWORK_READS: Message = message! {
    es: "El tamaño de cada círculo muestra sus vínculos; el grosor de cada línea, su peso. La distancia solo ordena el dibujo.",
    pt: "O tamanho de cada círculo mostra seus vínculos; a espessura de cada linha, seu peso. A distância só organiza o desenho.",
    en: "The size of a circle shows its ties; the width of a line its weight. Distance only orders the drawing.",
    fr: "La taille d’un cercle montre ses liens\u{202f}; l’épaisseur d’un trait, son poids. La distance ne fait qu’ordonner le dessin.",
};
/// What a tie is told with, after its two members.
pub const WEIGHT_IS: Message = message! {
    es: "peso {weight}",
    pt: "peso {weight}",
    en: "weight {weight}",
    fr: "poids {weight}",
};
/// Members without names.
pub const MEMBERS_ARE_NUMBERS: Message = message! {
    es: "Los miembros se muestran con números, no con nombres.",
    pt: "Os membros são mostrados com números, não com nomes.",
    en: "Members are shown by number, not by name.",
    fr: "Les membres sont désignés par des numéros, non par leur nom.",
};
/// Stands before members who have no tie.
pub const WITHOUT_TIES: Message = message! {
    es: "Sin vínculos:",
    pt: "Sem vínculos:",
    en: "Without ties:",
    fr: "Sans liens\u{a0}:",
};
