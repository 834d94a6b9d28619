//! `cargo xtask run`: from a fresh clone to the running product, and in seconds the second time.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::Context;
use xshell::Shell;

use crate::{app, flags, server};

/// The port of the README.
pub const PORT: u16 = 8080;

/// Sets everything up, builds, and becomes the server, so that Ctrl-C reaches it directly.
pub fn run(sh: &Shell, flags: &flags::Run) -> anyhow::Result<()> {
    let port = flags.port.unwrap_or(PORT);
    server::check_port(port, flags.lan, "run")?;
    app::build(sh)?;
    let program = server::build(sh, flags.release)?;

    let mut command = Command::new(&program);
    command.current_dir(sh.current_dir());
    command.args(["serve", "--data", "data", "--app", app::DIST, "--port", &port.to_string()]);
    command.arg(if flags.empty { "--empty" } else { "--demo" });
    if flags.lan {
        command.arg("--lan");
    }
    // `exec` only comes back when it failed.
    Err(command.exec()).with_context(|| format!("cannot start {}", program.display()))
}
