//! Why a value could not be read: where, and which rule; never what was there.

use std::{error::Error, fmt};

/// Which rule was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The text is no JSON.
    NotJson,
    /// A field that has to be there is not.
    Missing,
    /// A field that is not known, where none may be.
    Unknown,
    /// The same field twice.
    Twice,
    /// Another kind of value, or one that the type refuses.
    Unusable,
}

/// Why a value could not be read. It is one pointer wide: it stands in the result of every read.
#[derive(Debug, PartialEq, Eq)]
pub struct WireError(Box<Place>);

#[derive(Debug, PartialEq, Eq)]
struct Place {
    what: What,
    path: String,
}

impl WireError {
    /// An error at the value that is being read.
    #[cold]
    #[must_use]
    pub fn new(what: What) -> Self {
        Self(Box::new(Place { what, path: String::new() }))
    }

    /// The same error, seen from the record that holds the value in the field `name`.
    #[cold]
    #[must_use]
    pub fn inside(mut self, name: &str) -> Self {
        if !self.0.path.is_empty() && !self.0.path.starts_with('[') {
            self.0.path.insert(0, '.');
        }
        self.0.path.insert_str(0, name);
        self
    }

    /// The same error, seen from the list that holds the value at `index`.
    #[cold]
    #[must_use]
    pub fn at(self, index: usize) -> Self {
        self.inside(&["[", &index.to_string(), "]"].concat())
    }

    /// Which rule was broken.
    #[must_use]
    pub fn what(&self) -> What {
        self.0.what
    }

    /// Where, for example `ops[0].op.add_step.due`; empty when it is the whole. Made of the names
    /// of fields alone; for [`What::Unknown`] its last part is a name that the sender made up.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0.what {
            What::NotJson => "not JSON",
            What::Missing => "missing",
            What::Unknown => "unknown",
            What::Twice => "given twice",
            What::Unusable => "unusable",
        })?;
        if self.0.path.is_empty() { Ok(()) } else { write!(formatter, ": {}", self.0.path) }
    }
}

impl Error for WireError {}
