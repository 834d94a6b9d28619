//! A mentor's volunteer hours, for themselves and for their attestation (features.md T17).

mod sums;
pub mod work;
