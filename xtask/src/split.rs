//! Builds the app in parts: what a first visit needs in one file, the pages after it in others.
//!
//! Trunk cannot split, so here it makes the page only. `trunk build` by hand goes on making the
//! whole app in one file: the feature `split` is what cuts (see `src/later.rs`).

mod glue;
mod module;
mod page;
mod parts;

pub use module::Module;
pub use parts::{PACKED, used_by};

use std::collections::hash_map::DefaultHasher;
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use xshell::{Shell, cmd};

use crate::app::DIST;
use crate::offline;
use crate::scripts::{self, Kind};

/// The name of the program and of its files.
const APP: &str = "passerelle";
const PROFILE: &str = "wasm-release";
const TARGET: &str = "wasm32-unknown-unknown";
/// The standard library is compiled with the app, for size and without what tells of a panic. The
/// stable compiler takes these flags under `RUSTC_BOOTSTRAP`; ARCHITECTURE.md says why we do.
pub const STANDARD_LIBRARY: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// A panic stops the module at once (`index.html` tells the person), and nothing is kept that only
/// the text of a panic would need.
const FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];
/// How the address begins of the script that nobody needs at the start (`glue.rs`).
const RARE: &str = "/transfer-";
/// How every part is shrunk. The stack lies lowest in memory, so nothing points into its first
/// kilobyte, and offsets may be folded. Without `local-cse` the parts are larger and travel smaller:
/// brotli finds what repeats by itself.
const SHRINK: [&str; 3] = ["-Oz", "--low-memory-unused", "--skip-pass=local-cse"];
/// The script that fetches the parts, as wasm-split-cli names it.
const LINKS: &str = "__wasm_split.js";

/// Writes the app, in parts, into `dist/`.
pub fn build(sh: &Shell, path: &OsStr) -> anyhow::Result<()> {
    let work = sh.current_dir().join("target/xtask/split");
    sh.remove_path(&work)?;
    let whole = compile(sh)?;
    let parts = work.join("parts");
    cut(sh, path, &whole, &work.join("cut"), &parts)?;
    page::make(sh, path, &work.join("page"))?;
    ship(sh, path, &parts)
}

/// The whole app as one module that still says what refers to what.
fn compile(sh: &Shell) -> anyhow::Result<PathBuf> {
    let flags = format!("target.{TARGET}.rustflags={FLAGS:?}");
    cmd!(sh, "cargo rustc --package {APP} --bin {APP} --profile {PROFILE} --target {TARGET}")
        .args(STANDARD_LIBRARY)
        // Beside the flags of `.cargo/config.toml`: a variable would take their place.
        .args(["--config", &flags, "--offline", "--features", "split"])
        .args(["--", "-Clink-args=--emit-relocs"])
        .env("RUSTC_BOOTSTRAP", "1")
        .run()
        .context("The app did not build: the lines above say why")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let folder = sh.current_dir().join(target).join(TARGET).join(PROFILE);
    Ok(folder.join(format!("{APP}.wasm")))
}

/// Cuts it, gives the first part its JavaScript, and shrinks every part.
fn cut(sh: &Shell, path: &OsStr, whole: &Path, cut: &Path, parts: &Path) -> anyhow::Result<()> {
    sh.create_dir(cut)?;
    // Before the cut, which would keep in the first part whatever the whole offers.
    let asked = cut.with_extension("wasm");
    sh.write_file(&asked, glue::without_unused_exports(&sh.read_binary_file(whole)?)?)?;
    cmd!(sh, "wasm-split-cli {asked} {cut} --out-name {APP}")
        .env("PATH", path)
        .run()
        .context("The app could not be cut into parts: the lines above say why")?;
    let first = cut.join(format!("{APP}.wasm"));
    bind(sh, path, &first, parts)?;
    for file in sh.read_dir(cut)? {
        if file != first {
            sh.copy_file(&file, parts)?;
        }
    }
    let bound = parts.join(format!("{APP}_bg.wasm"));
    for file in files(sh, parts, "wasm")? {
        cmd!(sh, "wasm-opt {SHRINK...} --strip-debug --strip-producers {file} -o {file}")
            .env("PATH", path)
            .run()
            .context("wasm-opt failed: the lines above say why")?;
    }
    glue::shorten_files(sh, &bound, &parts.join(format!("{APP}.js")))
}

/// The first part of the last build once more, shrunk, with the names of its functions.
pub fn first_with_names(sh: &Shell, path: &OsStr, to: &Path) -> anyhow::Result<()> {
    let first = sh.current_dir().join(format!("target/xtask/split/cut/{APP}.wasm"));
    let folder = to.with_extension("");
    bind(sh, path, &first, &folder)?;
    let bound = folder.join(format!("{APP}_bg.wasm"));
    Ok(cmd!(sh, "wasm-opt {SHRINK...} --debuginfo {bound} -o {to}").env("PATH", path).run()?)
}

/// Gives the first part its JavaScript.
fn bind(sh: &Shell, path: &OsStr, first: &Path, parts: &Path) -> anyhow::Result<()> {
    cmd!(sh, "wasm-bindgen {first} --target web --no-typescript --out-name {APP}")
        .arg("--out-dir")
        .arg(parts)
        .args(["--keep-lld-exports", "--keep-debug"])
        .env("PATH", path)
        .run()
        .context("wasm-bindgen failed: the lines above say why")
}

/// Puts the parts beside the page. All names carry one hash, of all parts together: the parts of
/// two builds do not fit each other, so no browser may mix them.
fn ship(sh: &Shell, path: &OsStr, parts: &Path) -> anyhow::Result<()> {
    let links = parts.join(LINKS);
    let shared = parts::Parts::of(&sh.read_file(&links)?)
        .context("wasm-split-cli's script cannot be read: does it write it otherwise now?")?;
    let ours = shared.script(&offline::staff_sets(sh)?);
    let shared = shared.names();
    let mut scripts = files(sh, parts, "js")?;
    scripts.extend(snippets(sh, &parts.join("snippets"))?);
    let modules = files(sh, parts, "wasm")?;
    let mut hasher = DefaultHasher::new();
    for file in scripts.iter().chain(&modules) {
        sh.read_binary_file(file)?.hash(&mut hasher);
    }
    ours.hash(&mut hasher);
    // What goes into which pack, and how it is written: a pack bears the hash too.
    include_str!("offline.rs").hash(&mut hasher);
    let hash = format!("{:016x}", hasher.finish());
    for file in &modules {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        ensure!(!name.starts_with("chunk_") || shared.contains_key(&*name), "no set needs {name}");
    }
    // Where the scripts name a file today, and what it is called in `dist/`.
    let names: Vec<(String, String)> = scripts
        .iter()
        .chain(&modules)
        .map(|file| {
            let old = file.strip_prefix(parts).unwrap_or(file).to_string_lossy().into_owned();
            let new = hashed(shared.get(&old).unwrap_or(&old), &hash);
            (format!("./{old}"), format!("./{new}"))
        })
        .collect();
    let dist = sh.current_dir().join(DIST);
    for (file, (_, new)) in scripts.iter().zip(&names) {
        let text = if *file == links { ours.clone() } else { sh.read_file(file)? };
        let text = names[..scripts.len()].iter().fold(text, |text, (old, new)| {
            // Our own scripts lie in one folder and name each other without it.
            let beside = format!("./{}", old.rsplit('/').next().unwrap_or(old));
            text.replace(&format!("from '{old}'"), &format!("from '{new}'"))
                .replace(&format!("from \"{old}\""), &format!("from \"{new}\""))
                .replace(&format!("from \"{beside}\""), &format!("from \"{new}\""))
                .replace(&format!("import(\"{old}\")"), &format!("import(\"{new}\")"))
        });
        sh.write_file(dist.join(new), text)?;
        scripts::shrink(sh, path, &dist.join(new), Kind::Module)?;
    }
    for (file, (_, new)) in modules.iter().zip(&names[scripts.len()..]) {
        sh.copy_file(file, dist.join(new))?;
    }
    let first = names[..scripts.len()].iter().map(|(_, new)| &new[1..]);
    let first: Vec<&str> = first.filter(|new| !new.starts_with(RARE)).collect();
    page::finish(sh, &first, &hash)
}

/// The file's name in `dist/`, with the hash where the server looks for it.
fn hashed(old: &str, hash: &str) -> String {
    let name = old.rsplit('/').next().unwrap_or(old);
    let name = if name == LINKS { "parts.js" } else { name };
    match name.strip_suffix("_bg.wasm") {
        Some(stem) => format!("{stem}-{hash}_bg.wasm"),
        None => match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
            None => format!("{name}-{hash}"),
        },
    }
}

/// The files of a kind in a folder, in the order of their names.
fn files(sh: &Shell, folder: &Path, extension: &str) -> anyhow::Result<Vec<PathBuf>> {
    let files = sh.read_dir(folder)?;
    Ok(files.into_iter().filter(|file| file.extension() == Some(OsStr::new(extension))).collect())
}

/// Our own scripts, which wasm-bindgen copies with their folders.
fn snippets(sh: &Shell, folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in sh.read_dir(folder)? {
            if entry.is_dir() {
                found.extend(snippets(sh, &entry)?);
            } else {
                found.push(entry);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_carries_the_hash_where_the_server_sees_it() {
        let hash = "0123456789abcdef";
        assert_eq!(hashed("passerelle_bg.wasm", hash), "passerelle-0123456789abcdef_bg.wasm");
        assert_eq!(hashed("split_board.wasm", hash), "split_board-0123456789abcdef.wasm");
        assert_eq!(hashed(LINKS, hash), "parts-0123456789abcdef.js");
        assert_eq!(hashed("snippets/x-1/src/browser.js", hash), "browser-0123456789abcdef.js");
    }
}
