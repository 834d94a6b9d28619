//! Puts the words beside the page that Trunk has just made, and their names into it, as the server
//! does. For `cargo xtask watch`, where Trunk sends the page itself (Trunk.toml, `hooks`).

#![expect(clippy::expect_used, reason = "whoever runs this reads why it stopped")]

use std::{env, fs, path::PathBuf};
use words::{Lang, Part};

fn main() {
    let folder = env::var_os("TRUNK_STAGING_DIR").expect("Trunk says where it builds");
    let folder = PathBuf::from(folder);
    let beside = folder.join("words");
    fs::create_dir_all(&beside).expect("a folder beside the page");
    for lang in Lang::ALL {
        for part in Part::SENT {
            let file = beside.join(words::file_name(lang, part));
            fs::write(file, words::text(lang, part)).expect("a file beside the page");
        }
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).expect("the page that Trunk made");
    let names = format!("<meta name=\"words\" content=\"{}\"></head>", words::file_names());
    fs::write(page, html.replacen("</head>", &names, 1)).expect("the page, with the names");
}
