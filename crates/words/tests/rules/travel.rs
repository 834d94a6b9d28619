//! What the server alone says is never shown by the app, which has no way to fetch it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::catalogue::{self, Part};

/// The names of the keys in the folders of the server.
fn of_the_server(root: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(root.join("locales")).expect("the repository holds the texts");
    let folders = entries.map(|entry| entry.expect("a folder can be read").path());
    let of_server = |path: &PathBuf| {
        path.is_dir()
            && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("server"))
    };
    let mut names = BTreeSet::new();
    for folder in folders.filter(of_server) {
        let source = fs::read_to_string(folder.join("fr.toml")).expect("every folder is French");
        let language =
            catalogue::parse("fr", &[(Part::Server, source)]).expect("the build reads it");
        names.extend(language.texts.into_keys().map(|(_, key)| pascal(&key)));
    }
    names
}

/// `simple.week_title` is `SimpleWeekTitle` in the code.
fn pascal(key: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    key.split(['.', '_']).filter(|word| !word.is_empty()).map(capital).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the app's folder can be read") {
        let path = entry.expect("a file can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_app_says_nothing_that_does_not_travel() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let server = of_the_server(&root);
    assert!(server.contains("JoinCodeTitle"), "the folder was found");
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("sources are text");
        for rest in text.split("Key::").skip(1) {
            let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
            if server.contains(&name) {
                wrong.push(format!("{}: Key::{name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "move these out of locales/server:\n{}", wrong.join("\n"));
}
