//! What people agree to, purpose by purpose (features.md A13).

pub mod own;
