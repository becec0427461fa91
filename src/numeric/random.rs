//! Chance that is the same everywhere: a generator with a seed.

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

/// PCG-XSH-RR 64/32 (O'Neill 2014): small, fast, and equal on every platform. Not for secrets.
#[derive(Debug, Clone)]
pub struct Pcg32 {
    state: u64,
    increment: u64,
}

impl Pcg32 {
    /// Starts at a seed. Generators of different streams share no sequence.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut generator = Pcg32 {
            state: 0,
            increment: stream << 1 | 1,
        };
        generator.draw();
        generator.state = generator.state.wrapping_add(seed);
        generator.draw();
        generator
    }

    /// The next 32 bits.
    pub fn draw(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
        let shifted = (((old >> 18) ^ old) >> 27) as u32;
        shifted.rotate_right((old >> 59) as u32)
    }

    /// A whole number from 0 to below `bound`, each as likely as the others; 0 for a bound of 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        // Numbers that would make the first remainders likelier are drawn again.
        let first = bound.wrapping_neg() % bound;
        loop {
            let drawn = self.draw();
            if drawn >= first {
                return drawn % bound;
            }
        }
    }

    /// A number from 0 to below 1, in steps of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        let high = u64::from(self.draw()) << 21;
        let low = u64::from(self.draw()) >> 11;
        (high ^ low) as f64 / (1_u64 << 53) as f64
    }
}
