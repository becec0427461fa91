//! Small square matrices: what a regression and a test need.

/// Share of a pivot's column below which it is rounding: the columns depend on one another.
const SINGULAR: f64 = 1e-11;

/// A square matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// Nothing but zeros.
    pub fn zeros(size: usize) -> Matrix {
        Matrix {
            size,
            cells: vec![0.0; size * size],
        }
    }

    /// Number of rows, and of columns.
    pub fn size(&self) -> usize {
        self.size
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.size..][..self.size]
    }

    /// One cell.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// One cell, to be written.
    pub fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.cells[row * self.size + column]
    }

    /// Adds `factor` · x xᵀ.
    pub fn add_outer(&mut self, factor: f64, x: &[f64]) {
        for (row, own) in self.cells.chunks_exact_mut(self.size).zip(x) {
            let scale = factor * own;
            for (cell, other) in row.iter_mut().zip(x) {
                *cell += scale * other;
            }
        }
    }

    /// The matrix times a vector.
    pub fn times(&self, x: &[f64]) -> Vec<f64> {
        let dot = |row: &[f64]| row.iter().zip(x).fold(0.0, |sum, (a, b)| sum + a * b);
        self.cells.chunks_exact(self.size).map(dot).collect()
    }

    /// The product of two matrices.
    pub fn product(&self, other: &Matrix) -> Matrix {
        let mut product = Matrix::zeros(self.size);
        for row in 0..self.size {
            for (middle, factor) in self.row(row).iter().enumerate() {
                for column in 0..self.size {
                    *product.at_mut(row, column) += factor * other.at(middle, column);
                }
            }
        }
        product
    }

    /// The sum of the diagonal.
    pub fn trace(&self) -> f64 {
        (0..self.size).map(|place| self.at(place, place)).sum()
    }

    /// The inverse of a symmetric positive definite matrix; none where its columns depend on one another.
    ///
    /// Rows and columns are first brought to a diagonal of 1, so that units of measurement do not count; then Gauss and Jordan.
    pub fn inverse(&self) -> Option<Matrix> {
        let size = self.size;
        let scale: Vec<f64> = (0..size)
            .map(|place| self.at(place, place).sqrt())
            .collect();
        // Not a number, or no length at all.
        if !scale.iter().all(|length| *length > 0.0) {
            return None;
        }
        let mut left = self.clone();
        let mut right = Matrix::zeros(size);
        for row in 0..size {
            *right.at_mut(row, row) = 1.0;
            for column in 0..size {
                *left.at_mut(row, column) /= scale[row] * scale[column];
            }
        }
        for pivot in 0..size {
            let length = left.at(pivot, pivot);
            if length.is_nan() || length < SINGULAR {
                return None;
            }
            for column in 0..size {
                *left.at_mut(pivot, column) /= length;
                *right.at_mut(pivot, column) /= length;
            }
            for row in (0..size).filter(|row| *row != pivot) {
                let factor = left.at(row, pivot);
                for column in 0..size {
                    let (of_left, of_right) = (left.at(pivot, column), right.at(pivot, column));
                    *left.at_mut(row, column) -= factor * of_left;
                    *right.at_mut(row, column) -= factor * of_right;
                }
            }
        }
        for row in 0..size {
            for column in 0..size {
                *right.at_mut(row, column) /= scale[row] * scale[column];
            }
        }
        Some(right)
    }
}
