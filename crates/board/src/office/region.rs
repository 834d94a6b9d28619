//! The three regions of Belgium, each with its own public employment service.

use crate::closed_enum::closed_enum;

closed_enum! {
    /// Where a branch works.
    Region {
        /// Brussels-Capital: Actiris, and VDAB for Dutch speakers.
        Brussels = "brussels",
        /// Wallonia: Forem.
        Wallonia = "wallonia",
        /// Flanders: VDAB.
        Flanders = "flanders",
    }
}
