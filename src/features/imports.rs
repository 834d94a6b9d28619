//! Duos from a file: choosing it, looking at every row, creating, printing, taking back.

pub mod lists;
pub mod pick;
pub mod preview;
pub mod remark;
pub mod slips;
pub mod template;
pub mod work;
