//! What browser and server say to each other, so that neither can misunderstand the other.

pub mod boards;
pub mod duos;
pub mod problem;
pub mod session;
