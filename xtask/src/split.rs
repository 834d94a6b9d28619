//! Builds the app in parts: what a first visit needs in one file, the pages after it in others.
//!
//! Trunk cannot split, so here it makes the page only. `trunk build` by hand goes on making the
//! whole app in one file: the feature `split` is what cuts (see `src/app/later.rs`).

mod glue;
mod module;

pub use module::Module;

use std::collections::{HashMap, hash_map::DefaultHasher};
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::{app::DIST, offline::bare};

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
/// The script that fetches the parts, as wasm-split-cli names it.
const LINKS: &str = "__wasm_split.js";
/// From the folder where the page is made (`target/xtask/split/page`) to the root.
const UP: &str = "../../../../";

/// Writes the app, in parts, into `dist/`.
pub fn build(sh: &Shell, path: &OsStr) -> anyhow::Result<()> {
    let work = sh.current_dir().join("target/xtask/split");
    sh.remove_path(&work)?;
    let whole = compile(sh)?;
    let parts = work.join("parts");
    cut(sh, path, &whole, &work.join("cut"), &parts)?;
    page(sh, path, &work.join("page"))?;
    ship(sh, &parts)
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
        cmd!(sh, "wasm-opt -Oz --strip-debug --strip-producers {file} -o {file}")
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
    Ok(cmd!(sh, "wasm-opt -Oz --debuginfo {bound} -o {to}").env("PATH", path).run()?)
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

/// Lets Trunk make the page from a copy of `index.html` without the program: beside no
/// `Cargo.toml` it looks for none.
fn page(sh: &Shell, path: &OsStr, folder: &Path) -> anyhow::Result<()> {
    let html = without_program(&sh.read_file("index.html")?)
        .context("index.html names no program for Trunk: restore its data-trunk rel=\"rust\"")?;
    let html = html
        .replace("href=\"style/", &format!("href=\"{UP}style/"))
        .replace("href=\"public\"", &format!("href=\"{UP}public\""));
    let page = folder.join("index.html");
    sh.write_file(&page, html)?;
    let dist = sh.current_dir().join(DIST);
    cmd!(sh, "trunk build --release --offline --dist {dist} {page}")
        .env("PATH", path)
        .env("RUST_BACKTRACE", "0")
        // Trunk takes "1" in NO_COLOR for a wrong value and stops.
        .env_remove("NO_COLOR")
        .run()
        .context("The page did not build: the lines above say why")
}

/// Puts the parts beside the page. All names carry one hash, of all parts together: the parts of
/// two builds do not fit each other, so no browser may mix them.
fn ship(sh: &Shell, parts: &Path) -> anyhow::Result<()> {
    let mut scripts = files(sh, parts, "js")?;
    scripts.extend(snippets(sh, &parts.join("snippets"))?);
    let modules = files(sh, parts, "wasm")?;
    let mut hasher = DefaultHasher::new();
    for file in scripts.iter().chain(&modules) {
        sh.read_binary_file(file)?.hash(&mut hasher);
    }
    let hash = format!("{:016x}", hasher.finish());
    let shared = shared_by(&sh.read_file(parts.join(LINKS))?);
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
        let text = names.iter().fold(sh.read_file(file)?, |text, (old, new)| {
            // Only where a file is fetched: the module itself knows its imports by the old names.
            text.replace(&format!("from '{old}'"), &format!("from '{new}'"))
                .replace(&format!("from \"{old}\""), &format!("from \"{new}\""))
                .replace(&format!("URL(\"{old}\""), &format!("URL(\"{new}\""))
        });
        sh.write_file(dist.join(new), bare(&text))?;
    }
    for (file, (_, new)) in modules.iter().zip(&names[scripts.len()..]) {
        sh.copy_file(file, dist.join(new))?;
    }
    let first: Vec<&str> = names[..scripts.len()].iter().map(|(_, new)| &new[1..]).collect();
    let page = dist.join("index.html");
    let html = sh.read_file(&page)?;
    let start = start(&first, &hash);
    sh.write_file(page, html.replacen("</head>", &format!("{start}</head>"), 1))?;
    Ok(())
}

/// What the page's head says: fetch the first part and its scripts at once, then start.
fn start(scripts: &[&str], hash: &str) -> String {
    let scripts: String = scripts
        .iter()
        .map(|script| format!("<link rel=modulepreload crossorigin href={script}>"))
        .collect();
    let wasm = format!("/{APP}-{hash}_bg.wasm");
    format!(
        "<link rel=preload as=fetch crossorigin type=application/wasm href={wasm}>{scripts}\
         <script type=module>import init from '/{APP}-{hash}.js';\
         init({{ module_or_path: '{wasm}' }})</script>"
    )
}

/// Names for what several sets share, by the names that wasm-split-cli gave it. It counts them, so
/// one more would rename the others, and browsers would compare each new file with another one of
/// the build before (`crates/server/src/http/assets/changes.rs`). The sets it is shared by, which
/// stand above each, tell what it is.
fn shared_by(links: &str) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let mut sets = "";
    for line in links.lines() {
        if let Some(comment) = line.strip_prefix("/* ") {
            sets = comment.trim_end_matches(" */");
        }
        let file = line.split_once("URL(\"./chunk_").and_then(|(_, rest)| rest.split_once('"'));
        if let Some((end, _)) = file {
            let mut hasher = DefaultHasher::new();
            sets.hash(&mut hasher);
            let name = format!("chunk_{:08x}.wasm", hasher.finish() as u32);
            names.insert(format!("chunk_{end}"), name);
        }
    }
    names
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

/// `index.html` without the line that has Trunk build the program.
fn without_program(html: &str) -> Option<String> {
    let begin = html.find("<link data-trunk rel=\"rust\"")?;
    let end = begin + html[begin..].find('>')? + 1;
    Some(format!("{}{}", &html[..begin], &html[end..]))
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

    #[test]
    fn what_sets_share_is_named_after_them_and_not_counted() {
        let of = |number: u8| {
            let fetch =
                format!("const src = fetch(new URL(\"./chunk_{number}.wasm\", import.meta.url));");
            shared_by(&format!(
                "/* account, cvs */\nconst __chunk_{number} = makeLoad(() => {{\n    {fetch}\n"
            ))
        };
        let (one, other) = (of(1), of(27));
        assert_eq!(one["chunk_1.wasm"], other["chunk_27.wasm"]);
        assert_eq!(one["chunk_1.wasm"].len(), "chunk_01234567.wasm".len());
    }

    #[test]
    fn the_page_loses_the_program_alone() {
        let html = "<head><link data-trunk rel=\"css\" href=\"a\"><link data-trunk rel=\"rust\"\n  \
                    data-bin=\"x\"></head>";
        let page = without_program(html).expect("the program is named");
        assert_eq!(page, "<head><link data-trunk rel=\"css\" href=\"a\"></head>");
        assert_eq!(without_program("<head></head>"), None);
    }
}
