//! `cargo xtask watch`: Trunk serves the app and reloads the page at every change; what is not the
//! app goes to a server behind it.

use std::process::Command;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::{app, flags, run, server};

/// Where the server listens behind Trunk; Trunk.toml proxies to the same port.
const BEHIND: u16 = 8081;

/// Runs until Ctrl-C, which reaches Trunk and the server alike.
///
/// Trunk builds the development profile here: a change of one file costs seconds, and nobody pays
/// for the bytes. The texts of the app follow at once (`crates/words/examples/beside.rs`); those of
/// the server's own pages need a new start, as does any change of the server.
pub fn watch(sh: &Shell, flags: &flags::Watch) -> anyhow::Result<()> {
    let port = flags.port.unwrap_or(run::PORT);
    server::check_port(port, false, "watch")?;
    if server::check_port(BEHIND, false, "watch").is_err() {
        bail!("Port {BEHIND} is in use, and the server behind Trunk needs it: stop what uses it");
    }
    let path = app::tool_path(sh)?;
    let program = server::build(sh, false)?;
    let mut behind = Command::new(&program)
        .current_dir(sh.current_dir())
        // What of the app it has, if any, nobody sees: Trunk answers first.
        .args(["serve", "--demo", "--data", "data", "--app", app::DIST])
        .args(["--port", &BEHIND.to_string()])
        .spawn()
        .with_context(|| format!("cannot start {}", program.display()))?;

    println!("Open http://localhost:{port}; in a printed link, write {port} for {BEHIND}.");
    let port = port.to_string();
    let watching = cmd!(sh, "trunk serve --offline --dist target/watch --port {port}")
        .env("PATH", path)
        .env("PASSERELLE_WATCH", "1")
        .env_remove("NO_COLOR")
        .run();
    // Already gone is as good as stopped.
    let _ = behind.kill();
    let _ = behind.wait();
    watching.context("Trunk stopped: the lines above say why")
}
