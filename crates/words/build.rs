//! Turns `locales/*.toml` into typed keys and one small text file per language.
//!
//! It exists so that a forgotten translation breaks the build and never reaches a reader. It
//! writes into `OUT_DIR` only.

use std::{env, fs, path::Path, process};

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
    let mut languages = Vec::new();
    for tag in LANGUAGES {
        let path = locales.join(format!("{tag}.toml"));
        println!("cargo:rerun-if-changed={}", path.display());
        let source = fs::read_to_string(&path)
            .map_err(|error| vec![format!("{} cannot be read: {error}", path.display())])?;
        languages.push(catalogue::parse(tag, &source)?);
    }
    catalogue::compare(&languages)?;
    for (name, content) in emit::files(&languages) {
        fs::write(out.join(&name), content)
            .map_err(|error| vec![format!("{name} cannot be written: {error}")])?;
    }
    Ok(())
}
