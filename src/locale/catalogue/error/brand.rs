//! A partner's colours and logo, as the command line checks them.

use super::entries;

entries! {
    "not_a_colour" {
        es: "«{value}» no es un color. Escriba una almohadilla y seis cifras hexadecimales, como #081079.",
        pt: "“{value}” não é uma cor. Escreva uma cerquilha e seis dígitos hexadecimais, como #081079.",
        en: "“{value}” is not a colour. Write a hash and six hexadecimal digits, such as #081079.",
        fr: "«\u{a0}{value}\u{a0}» n’est pas une couleur. Écrivez un dièse et six chiffres hexadécimaux, par exemple #081079.",
    }
    "logo_not_drawn" {
        es: "El logotipo no se puede dibujar: debe ser una imagen PNG o JPEG escrita en el propio documento, de {limit} caracteres como máximo, con su ancho y su alto.",
        pt: "O logotipo não pode ser desenhado: deve ser uma imagem PNG ou JPEG escrita no próprio documento, de no máximo {limit} caracteres, com sua largura e sua altura.",
        en: "The logo cannot be drawn: it must be a PNG or JPEG image written into the document itself, of at most {limit} characters, with its width and height.",
        fr: "Le logo ne peut pas être dessiné\u{a0}: il doit être une image PNG ou JPEG écrite dans le document lui-même, de {limit} caractères au plus, avec sa largeur et sa hauteur.",
    }
}
