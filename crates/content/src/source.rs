//! Reading a shipped file. They are part of the program: one that does not parse is a bug of the
//! build, which the tests of this crate find.

use serde::de::DeserializeOwned;

/// The content of a shipped file.
///
/// # Panics
/// When the file does not have the form of `T`.
pub(crate) fn read<T: DeserializeOwned>(path: &str, text: &str) -> T {
    match toml::from_str(text) {
        Ok(content) => content,
        Err(error) => panic!("content/{path}: {error}"),
    }
}
