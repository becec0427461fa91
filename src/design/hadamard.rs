//! Hadamard matrices: rows of +1 and −1 of which every two agree in half of their places.

/// The signs of a Hadamard matrix of the least order above `columns` that the constructions of Sylvester (1867) and Paley (1933,
/// both) reach, with a first column of +1: every other column then holds as many + as −.
pub(super) struct Hadamard {
    order: usize,
    /// Row by row.
    signs: Vec<i8>,
}

impl Hadamard {
    /// A matrix with at least this many columns beside the first.
    pub(super) fn above(columns: usize) -> Hadamard {
        // A power of two is always reached, so the search ends.
        let order = (columns + 1..).find(|order| build(*order).is_some());
        let order = order.unwrap_or(1);
        let mut signs = build(order).unwrap_or_else(|| vec![1]);
        for row in signs.chunks_exact_mut(order).filter(|row| row[0] < 0) {
            row.iter_mut().for_each(|sign| *sign = -*sign);
        }
        Hadamard { order, signs }
    }

    /// Number of rows, and of columns.
    pub(super) fn order(&self) -> usize {
        self.order
    }

    /// +1 or −1.
    pub(super) fn sign(&self, row: usize, column: usize) -> f64 {
        f64::from(self.signs[row * self.order + column])
    }
}

/// The matrix of an order; none where no construction reaches it.
fn build(order: usize) -> Option<Vec<i8>> {
    if order == 1 {
        return Some(vec![1]);
    }
    if !order.is_multiple_of(4) && order != 2 {
        return None;
    }
    if order > 2 && order.is_multiple_of(4) && is_prime(order - 1) {
        return Some(paley_one(order - 1));
    }
    if order > 2
        && (order / 2).is_multiple_of(2)
        && (order / 2 - 1) % 4 == 1
        && is_prime(order / 2 - 1)
    {
        return Some(paley_two(order / 2 - 1));
    }
    build(order / 2).map(|half| double(&half, order / 2, &[1, 1, 1, -1]))
}

fn is_prime(number: usize) -> bool {
    number > 1
        && (2..)
            .take_while(|divisor| divisor * divisor <= number)
            .all(|divisor| !number.is_multiple_of(divisor))
}

/// Jacobsthal's matrix of a prime, bordered by ones, in the lower left with the sign `below`: 0 on its diagonal.
fn bordered(prime: usize, below: i8) -> Vec<i8> {
    let mut character = vec![-1_i8; prime];
    character[0] = 0;
    (1..prime).for_each(|root| character[root * root % prime] = 1);
    let order = prime + 1;
    let sign = |row: usize, column: usize| match (row, column) {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 0) => below,
        _ => character[(column + prime - row) % prime],
    };
    let places = (0..order).flat_map(|row| (0..order).map(move |column| (row, column)));
    places.map(|(row, column)| sign(row, column)).collect()
}

/// Order q + 1 for a prime q = 3 mod 4: I + S, S skew.
fn paley_one(prime: usize) -> Vec<i8> {
    let mut signs = bordered(prime, -1);
    signs
        .iter_mut()
        .step_by(prime + 2)
        .for_each(|sign| *sign = 1);
    signs
}

/// Order 2 (q + 1) for a prime q = 1 mod 4: each 0 of the symmetric S becomes one block of four, each sign another.
fn paley_two(prime: usize) -> Vec<i8> {
    let half = bordered(prime, 1);
    let order = prime + 1;
    let mut signs = double(&half, order, &[1, 1, 1, -1]);
    let zero = [1, -1, -1, -1];
    for place in 0..order {
        for (at, sign) in zero.into_iter().enumerate() {
            let (row, column) = (place + order * (at / 2), place + order * (at % 2));
            signs[row * 2 * order + column] = sign;
        }
    }
    signs
}

/// Four copies side by side and below, each times its sign.
fn double(half: &[i8], order: usize, block: &[i8; 4]) -> Vec<i8> {
    let sign = |row: usize, column: usize| {
        let copy = block[row / order * 2 + column / order];
        copy * half[row % order * order + column % order]
    };
    let places = (0..2 * order).flat_map(|row| (0..2 * order).map(move |column| (row, column)));
    places.map(|(row, column)| sign(row, column)).collect()
}
