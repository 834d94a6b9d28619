//! Around the signed-in person: the end of the session, language, size of the text.

pub mod ended;
pub mod idle;
pub mod language;
pub mod text_size;
pub mod veil;
