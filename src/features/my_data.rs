//! What is kept of a person: said, taken along, erased (features.md M32).

pub mod end;
pub mod kept;
