//! What every handler can reach. One value per process, shared behind an `Arc`.

use crate::{
    cabinet::Cabinet,
    http::{assets::Assets, tries::Tries},
    live::Hub,
    mailer::Mailer,
    pages::Pages,
    papers::Press,
    parts::Parts,
    reminders::Pusher,
    secret::Keys,
    site::Site,
    store::Store,
};
use std::sync::Arc;

/// The running server.
pub struct App {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// Where the bytes of files lie.
    pub files: Cabinet,
    /// Where the bytes of files on their way lie.
    pub parts: Parts,
    /// Sends letters.
    pub mailer: Mailer,
    /// Sends reminders to browsers.
    pub pusher: Pusher,
    /// Makes printed pages.
    pub press: Press,
    /// Who is listening to which board.
    pub hub: Hub,
    /// The keys of this installation.
    pub keys: Keys,
    /// Wrong codes, and who has to wait.
    pub tries: Tries,
    /// Under which address people reach us.
    pub site: Site,
    /// The browser app and the texts.
    pub assets: Assets,
    /// What the server-rendered pages share.
    pub pages: Pages,
}
