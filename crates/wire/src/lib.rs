//! How the types of the domain travel: JSON, read and written in little code.
//!
//! serde's derive writes a parser and a printer for every type, 130 KB of the app's first download
//! when this crate was made. Here all types share one parser ([`json`]), one tree ([`Tree`]) and
//! one set of rules ([`record`], [`choice`]); a type adds a table of its names and a jump to its
//! fields. The JSON is the one that serde would write.
//!
//! A type joins with `#[derive(Wire)]`. The derive reads the `#[serde(…)]` attributes it can
//! honour, and refuses the others; the schemas of the API document read the same ones. It also
//! writes `serde::Serialize` and `serde::Deserialize`, so that the server's libraries take the type
//! like any other; the app never calls them, so they cost it nothing.

mod basic;
pub mod choice;
mod error;
pub mod json;
pub mod record;
mod serde_bridge;
mod tree;

pub use basic::{day_of, id_of, list};
pub use error::{What, WireError};
pub use serde_bridge::{deserialize, serialize};
pub use tree::Tree;
pub use wire_derive::{CloneOnce, Wire};

/// What the derive's code names; nothing to write by hand.
#[doc(hidden)]
pub mod derived {
    pub use serde;
}

/// A value that travels.
pub trait Wire {
    /// Whether a field of this type may be left out.
    const MAY_BE_MISSING: bool = false;

    /// A value to be filled. It means nothing: whoever reads gets it filled, or an error.
    ///
    /// Starting from something that exists is what keeps reading small: no half-made value has to
    /// be torn down at each way to fail.
    fn blank() -> Self
    where
        Self: Sized;

    /// Fills the value with what came.
    ///
    /// # Errors
    /// [`WireError`] says where something else was expected; the value is then half filled.
    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError>;

    /// The value as it travels.
    fn write(&self) -> Tree<'_>;
}

/// Reads a value out of a tree.
///
/// # Errors
/// [`WireError`] says where something else was expected, never what was there.
pub fn read<T: Wire>(tree: Tree<'_>) -> Result<T, WireError> {
    let mut value = T::blank();
    value.take(tree)?;
    Ok(value)
}

/// Reads a value out of a JSON text.
///
/// # Errors
/// [`WireError`]; a text that is no JSON is [`What::NotJson`].
pub fn from_json<T: Wire>(text: &str) -> Result<T, WireError> {
    match json::parse(text) {
        Ok(tree) => read(tree),
        Err(_) => Err(WireError::new(What::NotJson)),
    }
}

/// The JSON text of a value.
pub fn to_json(value: &impl Wire) -> String {
    json::print(&value.write())
}
