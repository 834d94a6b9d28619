//! How the server is started: every choice, already decided. `main` reads them from the command
//! line and the environment.

use std::{net::IpAddr, path::PathBuf};

/// What is put into a new database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: people were put there before.
    AsItIs,
    /// One branch and one coordinator.
    Empty,
    /// The fictional organisation.
    Demo,
}

/// How the server runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// Port; 0 takes a free one.
    pub port: u16,
    /// Folder of the database and the keys.
    pub data: PathBuf,
    /// Folder of the built browser app.
    pub app: PathBuf,
    /// Whether other devices of the network may connect, over HTTPS.
    pub lan: bool,
    /// The address people use, when it is not this machine's.
    pub public_url: Option<String>,
    /// The one peer whose `X-Forwarded-For` is believed.
    pub proxy: Option<IpAddr>,
    /// What is put into a new database.
    pub content: Content,
}
