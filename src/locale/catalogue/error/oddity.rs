//! What is odd about a codebook, as far as only the complete engine looks.

use super::entries;

entries! {
    "scale_reversed" {
        es: "La escala de {values} va en sentido contrario que la de sus vecinas {others}: las mismas respuestas llevan los códigos al revés. Revise las etiquetas antes de comparar o promediar.",
        pt: "A escala de {values} vai no sentido contrário da de suas vizinhas {others}: as mesmas respostas têm os códigos ao contrário. Confira os rótulos antes de comparar ou calcular médias.",
        en: "The scale of {values} runs the other way from that of its neighbours {others}: the same answers have their codes in the opposite order. Check the labels before comparing or averaging.",
        fr: "L’échelle de {values} va en sens inverse de celle de ses voisines {others}\u{a0}: les mêmes réponses portent des codes dans l’ordre opposé. Vérifiez les étiquettes avant de comparer ou de calculer des moyennes.",
    }
}
