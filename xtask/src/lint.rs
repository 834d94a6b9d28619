//! `cargo xtask lint`: Clippy for both machines the code runs on, then the tidy checks.

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::tidy;

/// Everything that can be said about the code without running it.
pub fn lint(sh: &Shell) -> anyhow::Result<()> {
    clippy(sh)?;
    let findings = tidy::findings(&sh.current_dir())?;
    for finding in &findings {
        eprintln!("{finding}");
    }
    if !findings.is_empty() {
        bail!("{} tidy findings: each line above names its file and rule.", findings.len());
    }
    println!("Clippy and tidy found nothing.");
    Ok(())
}

/// Clippy over the workspace, then over the app as the browser runs it.
pub fn clippy(sh: &Shell) -> anyhow::Result<()> {
    cmd!(sh, "cargo clippy --workspace --all-targets --quiet -- -D warnings")
        .run()
        .context("Clippy has something to say: see above")?;
    cmd!(
        sh,
        "cargo clippy --package passerelle --target wasm32-unknown-unknown --quiet -- -D warnings"
    )
    .run()
    .context("Clippy has something to say about the app in the browser: see above")
}
