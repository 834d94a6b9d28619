//! The career aim: sector and occupation from lists, own words, or "I do not know yet" (M08).

pub mod aim;
pub mod choose;
pub mod occupation;
