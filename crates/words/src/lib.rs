//! Every visible word of Passerelle, under typed keys, in every language.
//!
//! It holds no text at run time unless the feature `texts` asks for it: the browser fetches one
//! small file per language and part. It does no input or output and knows nothing of the browser.

mod catalogue;
mod fill;
mod key;
mod lang;
#[cfg(feature = "texts")]
mod texts;
pub mod typed_date;

pub use catalogue::Catalogue;
pub use fill::fill;
pub use key::{COUNTS, Key, SHAPE};
pub use lang::{Lang, Part, place};
#[cfg(feature = "texts")]
pub use lang::{file_name, file_names};
#[cfg(feature = "texts")]
pub use texts::text;
