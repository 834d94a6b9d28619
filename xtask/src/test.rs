//! `cargo xtask test`: the whole suite, the same on a laptop and in CI.

use std::ffi::OsString;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::{app, browser, flags, lint, node, server, size};

/// Cheap checks first, so that a slip is told within a minute.
pub fn test(sh: &Shell, flags: &flags::Test) -> anyhow::Result<()> {
    cmd!(sh, "cargo fmt --all --check")
        .run()
        .context("The code is not formatted: run `cargo xtask fmt`")?;
    lint::clippy(sh)?;
    cmd!(sh, "cargo test --workspace").run().context("Tests failed: see above")?;
    if flags.fast {
        println!("Everything passed; the browser was left out (--fast).");
        return Ok(());
    }
    size::size(sh)?;
    journeys(sh, flags)?;
    println!("Everything passed, the journeys in the browser included.");
    Ok(())
}

/// The journeys start servers of their own: they are told where the program and the app are.
fn journeys(sh: &Shell, flags: &flags::Test) -> anyhow::Result<()> {
    playwright(sh, false, &flags.args)
        .context("A journey failed: its trace and picture are in target/e2e")
}

/// Measures visits on slow lines, with the app and the server as they are shipped.
pub fn visits(sh: &Shell, args: &[OsString]) -> anyhow::Result<()> {
    app::build(sh)?;
    let config = ["-c", "tools/measure.config.ts"].map(OsString::from);
    playwright(sh, true, &[&config, args].concat())
        .context("The visits could not be measured: see above")
}

fn playwright(sh: &Shell, release: bool, args: &[OsString]) -> anyhow::Result<()> {
    let program = server::build(sh, release)?;
    let chromium = browser::ensure(sh)?;
    node::ensure(sh)?;
    let dist = sh.current_dir().join(app::DIST);
    let _there = sh.push_dir(node::FOLDER);
    cmd!(sh, "npx --no-install playwright test {args...}")
        .env("CHROMIUM", chromium)
        .env("PASSERELLE_SERVER", program)
        .env("PASSERELLE_APP", dist)
        .run()?;
    Ok(())
}
