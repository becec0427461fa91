//! The sum by which archives know that their bytes are whole: CRC-32 of ISO 3309.

/// Sums of the 256 bytes.
const BYTES: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
};

/// A sum over bytes as they come.
pub(super) struct Sum(u32);

impl Sum {
    /// Over no bytes.
    pub fn new() -> Sum {
        Sum(!0)
    }

    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let place = usize::from((self.0 as u8) ^ byte);
            self.0 = (self.0 >> 8) ^ BYTES[place];
        }
    }

    /// The sum so far.
    pub fn value(&self) -> u32 {
        !self.0
    }
}
