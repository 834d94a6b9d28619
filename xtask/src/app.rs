//! Builds the browser app into `dist/` and compresses it, once per change of its inputs.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::stamp::Stamp;
use crate::{compress, node, offline, split, tools};

/// The folder the server serves the app from.
pub const DIST: &str = "dist";

/// Everything that ends up in the app. The whole manifest is among it: profiles change the bytes.
const INPUTS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/board",
    "crates/wire",
    "crates/wire-derive",
    "crates/words",
    "index.html",
    "locales",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "sw",
    "tests/e2e/package-lock.json",
    "xtask/src/app.rs",
    "xtask/src/compress.rs",
    "xtask/src/offline.rs",
    "xtask/src/scripts.rs",
    "xtask/src/split",
    "xtask/src/split.rs",
    "xtask/src/tools.rs",
];

/// Makes sure that `dist/` holds the app of the current sources, compressed.
///
/// There is one build for every use: the development profile would compile the same dependencies a
/// second time for a module ten times as large, and what is tested would not be what is shipped.
pub fn build(sh: &Shell) -> anyhow::Result<()> {
    let path = tool_path(sh)?;
    let stamp = Stamp::of(&sh.current_dir(), "app", INPUTS)?;
    if stamp.is_current() && Path::new(DIST).join("index.html").exists() {
        println!("The app is up to date.");
        return Ok(());
    }
    stamp.clear();
    // Trunk offline keeps it from fetching tools of its own, but it keeps cargo offline too.
    cmd!(sh, "cargo fetch")
        .args(split::STANDARD_LIBRARY)
        .env("RUSTC_BOOTSTRAP", "1")
        .run()
        .context("Could not fetch the Rust packages: check the network, then try again")?;
    split::build(sh, &path)?;
    offline::stamp(sh, &path)?;
    compress::folder(&sh.current_dir().join(DIST))?;
    stamp.write()
}

/// A PATH on which Trunk finds itself, and all of them wasm-bindgen, wasm-split-cli and wasm-opt.
pub fn tool_path(sh: &Shell) -> anyhow::Result<OsString> {
    let mut folders: Vec<PathBuf> = vec![node::ensure(sh)?];
    folders.extend(tools::ensure(sh)?);
    let rest = env::var_os("PATH").unwrap_or_default();
    folders.extend(env::split_paths(&rest));
    env::join_paths(folders).context("The path of this folder holds a colon: move the repository")
}
