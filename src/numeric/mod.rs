//! Numbers that are the same everywhere: sums in a fixed order, distributions through `libm`.

mod beta;
pub mod decimal;
mod matrix;
mod normal;
#[cfg(feature = "engine")]
mod pair;
mod random;
mod student;
mod sum;
mod within;

pub use beta::{beta_probability, beta_quantile, f_upper_tail};
pub use matrix::Matrix;
pub use normal::normal_quantile;
#[cfg(feature = "engine")]
pub(crate) use pair::Pair;
pub use random::Pcg32;
pub use student::{student_t_quantile, student_t_upper_tail};
pub use sum::{Sum, squares_about, sum};
pub(crate) use within::Within;
