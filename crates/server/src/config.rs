//! How the server is started: every choice, already decided. `main` reads them from the command
//! line and the environment.

use crate::{demo::crowd::Crowd, reminders::Reach};
use std::{fmt, net::IpAddr, path::PathBuf};

/// What is put into a new database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: people were put there before.
    AsItIs,
    /// One branch and one coordinator.
    Empty,
    /// The fictional organisation.
    Demo,
    /// The same, with a crowd of duos.
    Crowd(Crowd),
}

/// How letters are sent.
#[derive(Clone, Default)]
pub struct Mail {
    /// The mail server; without one, letters lie in a folder.
    pub smtp_url: Option<String>,
    /// Who writes.
    pub from: Option<String>,
}

impl fmt::Debug for Mail {
    /// The address of a mail server holds a password.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_server = self.smtp_url.is_some();
        formatter.debug_struct("Mail").field("has_server", &has_server).finish_non_exhaustive()
    }
}

/// How the letters that are due are sent, once.
#[derive(Clone, Debug)]
pub struct Once {
    /// Folder of the database.
    pub data: PathBuf,
    /// How letters are sent.
    pub mail: Mail,
    /// The address people use.
    pub public_url: String,
    /// As if it were this moment (RFC 3339).
    pub now: Option<String>,
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
    /// How letters are sent.
    pub mail: Mail,
    /// How far reminders may go.
    pub reach: Reach,
    /// What is put into a new database.
    pub content: Content,
}
