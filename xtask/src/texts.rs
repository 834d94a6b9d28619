//! Where the words' build script wrote the text files that the server sends.

use std::path::PathBuf;

use anyhow::Context;
use xshell::{Shell, cmd};

/// The folder with a file per language and part, and `names.rs` with the names they are served by.
pub fn folder(sh: &Shell) -> anyhow::Result<PathBuf> {
    let messages = cmd!(sh, "cargo build --quiet --package words --message-format=json").read()?;
    let folder = out_folder(&messages)
        .context("cargo does not say where the words were written: has words lost its build.rs?")?;
    Ok(folder.into())
}

/// Finds `out_dir` of the words' build script in cargo's messages (one JSON object a line).
fn out_folder(messages: &str) -> Option<String> {
    let line = messages.lines().find(|line| {
        line.contains("\"build-script-executed\"") && line.contains("crates/words#")
    })?;
    let (_, rest) = line.split_once("\"out_dir\":\"")?;
    Some(rest.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_where_the_words_were_written() {
        let messages = concat!(
            r#"{"reason":"build-script-executed","package_id":"path+file:///x/crates/other#0","out_dir":"/a"}"#,
            "\n",
            r#"{"reason":"build-script-executed","package_id":"path+file:///x/crates/words#0","out_dir":"/b"}"#,
        );
        assert_eq!(out_folder(messages).as_deref(), Some("/b"));
    }
}
