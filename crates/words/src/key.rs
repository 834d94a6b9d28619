//! The keys, written by `build.rs` from the French file: a wrong key is a compile error.

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
