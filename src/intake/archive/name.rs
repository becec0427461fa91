//! Names of parts: UTF-8, or the alphabet of the first personal computers.

/// Code page 437 from 0x80.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// A path as a text with `/`. Many programs write UTF-8 without saying so.
pub(super) fn text(bytes: &[u8], said: bool) -> String {
    let path = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) if said => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => bytes.iter().map(|byte| letter(*byte)).collect::<String>(),
    };
    path.replace('\\', "/").trim_start_matches('/').into()
}

fn letter(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => byte.into(),
        Some(place) => CP437
            .chars()
            .nth(place.into())
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}
