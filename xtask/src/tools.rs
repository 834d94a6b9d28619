//! Trunk, wasm-bindgen and wasm-split-cli, at the versions this workspace pins.
//!
//! Compiling Trunk costs minutes, so the order is: the one on the PATH when its version fits; the
//! one that an earlier start installed into a folder shared by every clone; only then a build, with
//! a profile that favours compile time (the tool is no slower for our use).

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

/// The Trunk that is built when there is none: newer ones ask for a newer compiler than ours.
const TRUNK: &str = "0.21.14";
/// Cuts the app into parts. It works with the `wasm_split_helpers` that Leptos brings.
const SPLIT: (&str, &str) = ("wasm_split_cli_support", "0.2.4");
const WASM: &str = "wasm32-unknown-unknown";

/// The folders to put before the PATH so that the tools of the right versions run.
pub fn ensure(sh: &Shell) -> anyhow::Result<Vec<PathBuf>> {
    ensure_rust_parts(sh)?;
    let folder = folder()?;
    let bin = folder.join("bin");
    let wasm_bindgen = locked_version(&sh.read_file("Cargo.lock")?, "wasm-bindgen")
        .context("Cargo.lock does not name wasm-bindgen: restore it from the repository")?;

    let fits = |tool: &str, version: &str| match tool {
        "trunk" => fits_trunk(version),
        _ => version == wasm_bindgen,
    };
    let mut first = Vec::new();
    for tool in ["wasm-bindgen", "trunk"] {
        if version_of(sh, Path::new(tool)).is_some_and(|version| fits(tool, &version)) {
            continue;
        }
        if !version_of(sh, &bin.join(tool)).is_some_and(|version| fits(tool, &version)) {
            let version = if tool == "trunk" { TRUNK } else { &wasm_bindgen };
            install(sh, &folder, tool, version)?;
        }
        if first.is_empty() {
            first.push(bin.clone());
        }
    }
    // In a folder of its own, so that it brings nothing else before the PATH.
    let split = folder.join("split");
    if !has_split(&split) {
        install(sh, &split, SPLIT.0, SPLIT.1)?;
    }
    sh.remove_path(split.join("build"))?;
    first.push(split.join("bin"));
    // Built tools need nothing of it again, and it weighs hundreds of megabytes.
    sh.remove_path(folder.join("build"))?;
    Ok(first)
}

fn install(sh: &Shell, folder: &Path, tool: &str, version: &str) -> anyhow::Result<()> {
    println!("Building {tool} once for all clones (a few minutes) …");
    // `--locked` for wasm-bindgen-cli would pin its own dependencies, not its version.
    let args: &[&str] = match tool {
        "trunk" => &[
            "trunk",
            "--version",
            version,
            "--locked",
            "--no-default-features",
            "--features=rustls",
        ],
        "wasm-bindgen" => &["wasm-bindgen-cli", "--version", version],
        _ => &[tool, "--version", version, "--locked", "--features=build-binary"],
    };
    cmd!(sh, "cargo install {args...} --force --root {folder}")
        .env("CARGO_TARGET_DIR", folder.join("build"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .run()
        .with_context(|| {
            format!("Could not build {tool}: check the network and a C compiler, then try again")
        })
}

/// Whether the folder holds the wasm-split-cli we want. It cannot say its version; cargo, which
/// put it there, can.
fn has_split(folder: &Path) -> bool {
    let (package, version) = SPLIT;
    std::fs::read_to_string(folder.join(".crates.toml"))
        .is_ok_and(|list| list.contains(&format!("\"{package} {version} ")))
}

/// Where built tools live: `$PASSERELLE_TOOLS`, else the user's cache.
fn folder() -> anyhow::Result<PathBuf> {
    if let Some(folder) = env::var_os("PASSERELLE_TOOLS") {
        return Ok(PathBuf::from(folder));
    }
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => PathBuf::from(
            env::var_os("HOME").context("HOME is not set: set PASSERELLE_TOOLS to a folder")?,
        )
        .join(".cache"),
    };
    Ok(cache.join("passerelle").join("tools"))
}

/// The toolchain file asks rustup for the target and for the sources of the standard library
/// already; this covers toolchains set up otherwise.
fn ensure_rust_parts(sh: &Shell) -> anyhow::Result<()> {
    let libraries =
        cmd!(sh, "rustc --print target-libdir --target {WASM}").quiet().ignore_stderr().read()?;
    if !Path::new(&libraries).exists() {
        add(sh, &["target", "add", WASM])?;
    }
    let root = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    if !Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.toml").exists() {
        add(sh, &["component", "add", "rust-src"])?;
    }
    Ok(())
}

fn add(sh: &Shell, args: &[&str]) -> anyhow::Result<()> {
    let what = args.join(" ");
    if cmd!(sh, "rustup --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        bail!("Needed: rustup {what}. Install rustup (https://rustup.rs) and try again.");
    }
    cmd!(sh, "rustup {args...}")
        .run()
        .with_context(|| format!("Could not do it: check the network, then: rustup {what}"))
}

/// The version a tool says it has: the second word of `tool --version`.
fn version_of(sh: &Shell, tool: &Path) -> Option<String> {
    let text = cmd!(sh, "{tool} --version").quiet().ignore_stderr().read().ok()?;
    Some(text.split_whitespace().nth(1)?.to_owned())
}

/// Trunk 0.21 from the patch that we build ourselves on.
fn fits_trunk(version: &str) -> bool {
    version
        .strip_prefix("0.21.")
        .and_then(|patch| patch.parse::<u32>().ok())
        .is_some_and(|patch| patch >= 14)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_exact_package_in_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "absent"), None);
    }

    #[test]
    fn takes_only_the_trunk_line_that_was_tried() {
        assert!(fits_trunk("0.21.14"));
        assert!(!fits_trunk("0.21.9"));
        assert!(!fits_trunk("0.22.1"));
        assert!(!fits_trunk("0.21.14-beta.1"));
    }
}
