//! One test binary for the rules of the catalogues: what breaks the build, and the voice.

#[path = "../../build/catalogue.rs"]
mod catalogue;
mod checks;
mod travel;
mod wording;
