//! Starts and stops the server: the folder, the database, the doors, the printed links.

mod doors;
mod tls;

use crate::{
    app::App,
    cabinet::Cabinet,
    clock,
    config::{Config, Content},
    demo,
    http::{self, assets::Assets, tries::Tries},
    letters, library,
    live::Hub,
    mailer::{MailError, Mailer},
    pages::{self, Pages},
    papers::Press,
    parts::Parts,
    reminders::{self, PushKey, Pusher},
    secret::Keys,
    site::Site,
    store::{Store, StoreError, sqlite::SqliteStore},
    upkeep,
};
use axum_server::Handle;
use std::{
    fs::{self, DirBuilder},
    io::{self, Write},
    net::SocketAddr,
    os::unix::fs::DirBuilderExt,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};
use tokio::{
    signal::unix,
    task::{JoinHandle, JoinSet},
};

/// How long open requests may still take once the server was told to stop.
const GRACE: Duration = Duration::from_secs(4);

/// Where, in the data folder, the app's files of earlier builds are kept.
const BUILDS: &str = "builds";

/// Why the server does not start: one line with the remedy.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Somebody listens there already.
    #[error("Port {0} is in use: stop what uses it, or choose another one with --port")]
    PortInUse(u16),
    /// The port cannot be used.
    #[error("Port {0} cannot be used ({1}): choose another one with --port")]
    Port(u16, io::Error),
    /// The data folder cannot be used.
    #[error("The folder {0} cannot be written ({1}): choose another one with --data")]
    Data(PathBuf, io::Error),
    /// There is no room left.
    #[error("The disk is full: make room where {0} is, then start again")]
    DiskFull(PathBuf),
    /// The database does not open.
    #[error("The database {0} does not open ({1}): move it away, or restore a backup")]
    Database(PathBuf, StoreError),
    /// The built app cannot be read.
    #[error("The app's folder {0} cannot be read ({1}): build it with: cargo xtask run")]
    App(PathBuf, io::Error),
    /// Letters cannot be sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// No certificate could be made or read.
    #[error("No certificate for --lan ({0}): remove lan-*.pem in the data folder")]
    Certificate(String),
}

/// A server that answers.
pub struct Running {
    /// What its handlers reach.
    pub app: Arc<App>,
    /// Fresh ways in, for whoever started it.
    pub links: Vec<demo::Link>,
    handle: Handle<SocketAddr>,
    serving: JoinSet<io::Result<()>>,
    sweeping: JoinHandle<()>,
    writing: JoinHandle<()>,
    reminding: JoinHandle<()>,
}

/// Runs until the process is told to stop.
///
/// # Errors
/// [`StartError`] before anything is served.
pub async fn run(config: Config) -> Result<(), StartError> {
    let running = start(config).await?;
    // Before the first line is printed: whoever reads it may ask to stop at once.
    let mut requests = StopRequests::listen();
    announce(&running.app.site, &running.links);
    requests.next().await;
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

/// Starts answering.
///
/// # Errors
/// [`StartError`] before anything is served.
pub async fn start(config: Config) -> Result<Running, StartError> {
    prepare_folder(&config)?;
    let doors = doors::open(&config)?;
    let app = Arc::new(build(&config, &doors).await?);
    let filled = library::fill(&*app.store, clock::now()).await;
    filled.map_err(|error| database(&config, error))?;
    let links = match config.content {
        Content::Demo => demo::prepare(&app, None).await,
        Content::Crowd(crowd) => demo::prepare(&app, Some(crowd)).await,
        Content::Empty => demo::prepare_empty(&app).await,
        Content::AsItIs => Ok(Vec::new()),
    };
    let links = links.map_err(|error| database(&config, error))?;
    let handle = Handle::new();
    let service = http::router(Arc::clone(&app)).into_make_service_with_connect_info();
    let mut serving = JoinSet::new();
    for door in doors.listeners {
        serving.spawn(doors::serve(door, doors.tls.clone(), handle.clone(), service.clone()));
    }
    let sweeping = tokio::spawn(upkeep::run(Arc::clone(&app)));
    let writing = tokio::spawn(letters::run(Arc::clone(&app)));
    let reminding = tokio::spawn(reminders::run(Arc::clone(&app)));
    Ok(Running { app, links, handle, serving, sweeping, writing, reminding })
}

impl Running {
    /// Takes nothing new, ends the streams, finishes what is being written.
    pub async fn stop(mut self) {
        self.sweeping.abort();
        self.writing.abort();
        self.reminding.abort();
        // Streams end first: they would keep their connections open for as long as people look.
        self.app.hub.end_all();
        self.handle.graceful_shutdown(Some(GRACE));
        while self.serving.join_next().await.is_some() {}
        self.app.store.close().await;
    }
}

/// Everything handlers reach.
async fn build(config: &Config, doors: &doors::Doors) -> Result<App, StartError> {
    let unwritable = |error| StartError::Data(config.data.clone(), error);
    let keys = Keys::open(&config.data).map_err(unwritable)?;
    let hub = Hub::default();
    let file = database_file(config);
    let store = SqliteStore::open(&file, hub.clone()).await;
    let store = store.map_err(|error| database(config, error))?;
    let pages = Pages::default();
    let mut assets =
        Assets::open(&config.app).map_err(|error| StartError::App(config.app.clone(), error))?;
    let script = pages::JOIN_SCRIPT.as_bytes().to_vec();
    assets.add(pages.script_path().to_owned(), "text/javascript; charset=utf-8", script);
    assets.remember(&config.data.join(BUILDS), clock::now());
    let origin = config.public_url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
    let site = Site { origin: origin.unwrap_or_else(|| doors.origin.clone()), proxy: config.proxy };
    let store: Arc<dyn Store> = Arc::new(store);
    let files = Cabinet::open(&config.data).map_err(unwritable)?;
    let parts = Parts::open(&config.data).map_err(unwritable)?;
    let mailer = Mailer::open(&config.mail, &config.data)?;
    let key = PushKey::open(&config.data).map_err(unwritable)?;
    let contact = contact(config, &site, &mailer);
    let pusher = Pusher::new(key, contact, config.reach).map_err(unwritable)?;
    let press = Press::default();
    Ok(App {
        store,
        files,
        parts,
        mailer,
        pusher,
        press,
        hub,
        keys,
        tries: Tries::default(),
        site,
        assets,
        pages,
    })
}

/// Whom push services may ask about what we send: whoever writes the letters, or this address.
fn contact(config: &Config, site: &Site, mailer: &Mailer) -> String {
    let has_address = config.mail.from.is_some();
    if !has_address && site.origin.starts_with("https://") {
        return site.origin.clone();
    }
    format!("mailto:{}", mailer.from().email)
}

/// The folder must be writable before anything is promised. A new one is its owner's alone: it
/// will hold people's words.
fn prepare_folder(config: &Config) -> Result<(), StartError> {
    let probe = config.data.join(".writable");
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&config.data)
        .and_then(|()| fs::write(&probe, b"x"))
        .and_then(|()| fs::remove_file(&probe))
        .map_err(|error| match error.kind() {
            io::ErrorKind::StorageFull => StartError::DiskFull(config.data.clone()),
            _ => StartError::Data(config.data.clone(), error),
        })
}

fn database_file(config: &Config) -> PathBuf {
    config.data.join("passerelle.db")
}

fn database(config: &Config, error: StoreError) -> StartError {
    match error {
        StoreError::DiskFull => StartError::DiskFull(config.data.clone()),
        error => StartError::Database(database_file(config), error),
    }
}

/// Says where it listens, then each sign-in link beside whom it is for, in one go. Whoever started
/// it may have stopped listening; it serves all the same.
fn announce(site: &Site, links: &[demo::Link]) {
    let width = links.iter().map(|link| link.label.chars().count()).max().unwrap_or(0);
    let lines = links.iter().map(|link| format!("{:width$}   {}\n", link.label, link.url));
    let said = format!("Passerelle: {}\n{}", site.origin, lines.collect::<String>());
    if let Err(error) = io::stdout().write_all(said.as_bytes()) {
        tracing::warn!(%error, "nobody reads the links");
    }
}

/// Ctrl-C, or the system's request to stop.
struct StopRequests {
    interrupted: unix::Signal,
    terminated: unix::Signal,
}

impl StopRequests {
    fn listen() -> Self {
        let listen = |kind| unix::signal(kind).expect("a process may listen to its own signals");
        Self {
            interrupted: listen(unix::SignalKind::interrupt()),
            terminated: listen(unix::SignalKind::terminate()),
        }
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
    }
}
