//! Turns `locales/*.toml` into typed keys and one small text file per language.
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
        for folder in folders(locales)? {
            let path = folder.join(format!("{tag}.toml"));
            let source = fs::read_to_string(&path)
                .map_err(|error| vec![format!("{} cannot be read: {error}", path.display())])?;
            sources.push(source);
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

/// The folder of the first pages, then one folder per part of the product, in a fixed order.
fn folders(locales: &Path) -> Result<Vec<PathBuf>, Vec<String>> {
    let unreadable = |error| vec![format!("{} cannot be read: {error}", locales.display())];
    let mut parts = Vec::new();
    for entry in fs::read_dir(locales).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            parts.push(path);
        }
    }
    parts.sort();
    Ok([vec![locales.to_owned()], parts].concat())
}
