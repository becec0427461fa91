//! Lengths as a picture's attributes have them.

/// Lengths and what stands between them, written from the last: what goes out in one piece is copied once, and a picture has
/// thousands of lengths.
pub(super) struct Lengths {
    /// A sign, ten digits and a point for each of two lengths at most, and what stands around them.
    text: [u8; 28],
    at: usize,
}

impl Lengths {
    pub(super) fn new() -> Self {
        let text = [0; 28];
        let at = text.len();
        Lengths { text, at }
    }

    /// Writes before what there is.
    pub(super) fn put(&mut self, byte: u8) {
        if let Some(before) = self.at.checked_sub(1)
            && let Some(place) = self.text.get_mut(before)
        {
            *place = byte;
            self.at = before;
        }
    }

    /// Writes a length in tenths as pixels without needless zeros.
    pub(super) fn pixels(&mut self, tenths: i32) {
        let (mut whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        if part > 0 {
            self.put(b'0' + part as u8);
            self.put(b'.');
        }
        loop {
            self.put(b'0' + (whole % 10) as u8);
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if tenths < 0 {
            self.put(b'-');
        }
    }

    pub(super) fn text(&self) -> &str {
        let written = self.text.get(self.at..).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}
