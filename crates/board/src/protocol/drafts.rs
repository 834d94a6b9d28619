//! Half-typed words that the server keeps, since the device they were typed on keeps nothing
//! (sign-in.md step 4).

use wire::Wire;

/// The longest name of a draft, in characters.
pub const DRAFT_NAME_MAX: usize = 200;
/// The longest words of a draft, in characters.
pub const DRAFT_WORDS_MAX: usize = 20_000;
/// So many drafts of one person are kept.
pub const DRAFTS_MAX: usize = 50;
/// After so many hours without a letter the server forgets them.
pub const DRAFT_HOURS: i64 = 24;

/// What somebody has begun to write and not sent.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Where it is written: a name that the app gives.
    pub name: String,
    /// The words so far; empty ones forget the name.
    pub words: String,
}

/// Private words are in no log, whoever prints this.
impl std::fmt::Debug for Draft {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Draft").field("length", &self.words.len()).finish_non_exhaustive()
    }
}
