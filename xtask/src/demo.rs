//! `cargo xtask demo --duos 5000`: the product as a large association sees it, to measure with. A
//! folder that holds a crowd is served as it is.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context;
use xshell::Shell;

use crate::{app, flags, run, server};

/// The crowd unless told.
const SEED: u64 = 1;

/// Builds the shipped server and becomes it; what it measures is what is deployed.
pub fn demo(sh: &Shell, flags: &flags::Demo) -> anyhow::Result<()> {
    let port = flags.port.unwrap_or(run::PORT);
    server::check_port(port, false, "demo")?;
    app::build(sh)?;
    let program = server::build(sh, true)?;
    let (duos, seed) = (flags.duos.to_string(), flags.seed.unwrap_or(SEED).to_string());
    let own = || PathBuf::from(format!("data/crowd-{duos}-{seed}"));
    let data = flags.data.clone().unwrap_or_else(own);

    let mut command = Command::new(&program);
    command.current_dir(sh.current_dir());
    command.args(["serve", "--demo", "--duos", &duos, "--seed", &seed, "--app", app::DIST]);
    command.args(["--port", &port.to_string(), "--data"]).arg(data);
    // `exec` only comes back when it failed.
    Err(command.exec()).with_context(|| format!("cannot start {}", program.display()))
}
