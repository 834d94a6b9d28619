//! Turns `locales/` into typed keys and small text files, one per language and part of the app.
//!
//! It exists so that a forgotten translation breaks the build and never reaches a reader. It
//! writes into `OUT_DIR` only.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/emit.rs"]
mod emit;

use catalogue::Part;

/// Folders that begin like this hold texts that only people of the association read.
const STAFF: &str = "staff";
/// Folders whose texts stand on pages of a board that are opened now and then, and on no other: the
/// daily pages must not wait for them.
const PAGES: [&str; 5] = ["codes", "consent", "data", "health", "reminders"];
/// Folders that begin like this hold texts that the server alone says.
const SERVER: &str = "server";

/// The first language is the source of truth; order is the order of `words::Lang`.
const LANGUAGES: [&str; 3] = ["fr", "nl", "en"];

fn main() {
    let manifest = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it for build scripts");
    let out = env::var("OUT_DIR").expect("cargo sets it for build scripts");
    if let Err(problems) = generate(&Path::new(&manifest).join("../../locales"), Path::new(&out)) {
        for problem in problems {
            eprintln!("locales: {problem}");
        }
        process::exit(1);
    }
}

fn generate(locales: &Path, out: &Path) -> Result<(), Vec<String>> {
    println!("cargo:rerun-if-changed={}", locales.display());
    let mut languages = Vec::new();
    for tag in LANGUAGES {
        let mut sources = Vec::new();
        for (part, folder) in folders(locales)? {
            let path = folder.join(format!("{tag}.toml"));
            let source = fs::read_to_string(&path)
                .map_err(|error| vec![format!("{} cannot be read: {error}", path.display())])?;
            sources.push((part, source));
        }
        languages.push(catalogue::parse(tag, &sources)?);
    }
    catalogue::compare(&languages)?;
    for (name, content) in emit::files(&languages) {
        fs::write(out.join(&name), content)
            .map_err(|error| vec![format!("{name} cannot be written: {error}")])?;
    }
    Ok(())
}

/// Where texts lie, in a fixed order, and with which pages they travel.
fn folders(locales: &Path) -> Result<Vec<(Part, PathBuf)>, Vec<String>> {
    let unreadable = |error| vec![format!("{} cannot be read: {error}", locales.display())];
    let mut folders = vec![(Part::First, locales.to_owned())];
    for entry in fs::read_dir(locales).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            let begins = |word: &str| {
                path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(word))
            };
            let part = match () {
                () if begins(STAFF) => Part::Staff,
                () if begins(SERVER) => Part::Server,
                () if PAGES.iter().any(|name| path.ends_with(name)) => Part::Pages,
                () => Part::Board,
            };
            folders.push((part, path));
        }
    }
    folders.sort();
    Ok(folders)
}
