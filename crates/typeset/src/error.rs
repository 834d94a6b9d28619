//! Why a page was not made. No variant holds a word that a person wrote.

/// Why a page was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// There is nothing to print.
    #[error("there is nothing to print")]
    Empty,
    /// More than [`LONGEST`](crate::LONGEST) characters, or thousands of rows or entries: it would
    /// hold a thread for too long.
    #[error("this is more than one document may hold")]
    TooLong,
    /// The language is not a tag such as `fr` or `nl-BE`.
    #[error("the language is not a tag such as fr or nl-BE")]
    Language,
    /// A row of a table has more cells than the table has columns.
    #[error("row {row} has {cells} cells for {columns} columns")]
    Row {
        /// The row, counted from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// One of our templates is at fault. What the engine says about it.
    #[error("the template failed: {0}")]
    Engine(String),
}
