//! The npm packages: Playwright and axe for the journeys, Binaryen's wasm-opt for the app's size.

use std::path::PathBuf;

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::stamp;

/// Where the npm packages live.
pub const FOLDER: &str = "tests/e2e";
const OLDEST: u32 = 20;

/// Installs the packages when the lock file changed since the last time. Returns the folder of
/// their programs.
pub fn ensure(sh: &Shell) -> anyhow::Result<PathBuf> {
    check_node(sh)?;
    let folder = sh.current_dir().join(FOLDER);
    let stamp = stamp::Stamp::of(
        &sh.current_dir(),
        "npm",
        &["tests/e2e/package.json", "tests/e2e/package-lock.json"],
    )?;
    if !stamp.is_current() || !folder.join("node_modules/.bin/wasm-opt").exists() {
        let _there = sh.push_dir(&folder);
        // The browser is the machine's own Chromium; packages run no scripts of theirs.
        cmd!(sh, "npm ci --ignore-scripts --no-audit --no-fund")
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .run()
            .context("Could not fetch the npm packages: check the network, then try again")?;
        stamp.write()?;
    }
    Ok(folder.join("node_modules/.bin"))
}

fn check_node(sh: &Shell) -> anyhow::Result<()> {
    let Ok(version) = cmd!(sh, "node --version").quiet().ignore_stderr().read() else {
        bail!("Node is missing: install Node {OLDEST} or later (https://nodejs.org).");
    };
    if major(&version).is_none_or(|major| major < OLDEST) {
        bail!("Node {version} is too old: install Node {OLDEST} or later (https://nodejs.org).");
    }
    if cmd!(sh, "npm --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        bail!("npm is missing: install it (on Debian: apt-get install npm).");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v18.0.0\n"), Some(18));
        assert_eq!(major("nonsense"), None);
    }
}
