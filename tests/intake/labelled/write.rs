//! Bytes of files, put together by hand.

/// Which byte comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
}

/// Bytes that grow.
#[derive(Clone)]
pub struct Out {
    pub bytes: Vec<u8>,
    pub order: Order,
}

impl Out {
    pub fn new(order: Order) -> Out {
        Out {
            bytes: Vec::new(),
            order,
        }
    }

    pub fn raw(&mut self, bytes: &[u8]) -> &mut Out {
        self.bytes.extend_from_slice(bytes);
        self
    }

    /// Bytes in a field of a width, filled with `fill`.
    pub fn field(&mut self, bytes: &[u8], width: usize, fill: u8) -> &mut Out {
        assert!(bytes.len() <= width);
        self.raw(bytes);
        self.raw(&vec![fill; width - bytes.len()])
    }

    fn number<const N: usize>(&mut self, mut little: [u8; N]) -> &mut Out {
        if self.order == Order::Big {
            little.reverse();
        }
        self.raw(&little)
    }

    pub fn u16(&mut self, number: u16) -> &mut Out {
        self.number(number.to_le_bytes())
    }

    pub fn i32(&mut self, number: i32) -> &mut Out {
        self.number(number.to_le_bytes())
    }

    pub fn u64(&mut self, number: u64) -> &mut Out {
        self.number(number.to_le_bytes())
    }

    pub fn f32(&mut self, number: f32) -> &mut Out {
        self.number(number.to_le_bytes())
    }

    pub fn f64(&mut self, number: f64) -> &mut Out {
        self.number(number.to_le_bytes())
    }
}

/// A zlib stream that compresses nothing.
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut chunks = bytes.chunks(0xFFFF).peekable();
    while let Some(chunk) = chunks.next() {
        out.push(u8::from(chunks.peek().is_none()));
        out.extend_from_slice(&(chunk.len() as u16).to_le_bytes());
        out.extend_from_slice(&(!(chunk.len() as u16)).to_le_bytes());
        out.extend_from_slice(chunk);
    }
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend_from_slice(&(high << 16 | low).to_be_bytes());
    out
}
