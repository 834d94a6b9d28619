//! `cargo xtask size --what`: what the first part of the app is made of, before the names are taken
//! out of it. To be read before something is cut.

use std::collections::BTreeMap;

use anyhow::Context;
use xshell::{Shell, cmd};

use crate::split::{self, Module};
use crate::{app, compress};

/// So many of the largest functions are shown.
const FUNCTIONS: usize = 60;

/// Prints the crates by size, then the largest functions. Sizes are before compression: a third of
/// it travels.
pub fn what(sh: &Shell) -> anyhow::Result<()> {
    app::build(sh)?;
    let work = sh.current_dir().join("target/xtask/what");
    sh.remove_path(&work)?;
    sh.create_dir(&work)?;
    let named = work.join("first.wasm");
    split::first_with_names(sh, &app::tool_path(sh)?, &named)
        .context("The parts of the last build are gone: touch src/main.rs and try again")?;
    let bytes = sh.read_binary_file(&named)?;
    let sizes = Module::read(&bytes)?.sizes()?;
    print!("{}", table(sizes));
    cmd!(sh, "wasm-opt --strip-debug --strip-producers -O0 {named} -o {named}")
        .env("PATH", app::tool_path(sh)?)
        .quiet()
        .run()?;
    let bytes = sh.read_binary_file(&named)?;
    println!("{:>9} as it is, {} in brotli", bytes.len(), compress::brotli(&bytes).len());
    Ok(())
}

fn table(mut sizes: Vec<(String, usize)>) -> String {
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, size) in &sizes {
        *crates.entry(of_crate(name)).or_default() += size;
    }
    let mut crates: Vec<(String, usize)> =
        crates.into_iter().map(|(name, size)| (name.to_owned(), size)).collect();
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    sizes.truncate(FUNCTIONS);
    let rows = |rows: &[(String, usize)]| -> String {
        rows.iter().map(|(name, size)| format!("{size:>9} {name}\n")).collect()
    };
    format!("By crate\n{}\nThe largest functions\n{}\n", rows(&crates), rows(&sizes))
}

/// The crate a function is of: of a trait's function, the one of the type it is for.
fn of_crate(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '*', '[', '(']);
    let path = path.strip_prefix("mut ").or(path.strip_prefix("dyn ")).unwrap_or(path);
    let end = path.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
    match end {
        Some(end) if path[end..].starts_with("::") || path[end..].starts_with('[') => &path[..end],
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_counted_for_their_crate() {
        for (name, expected) in [
            ("passerelle::app::start", "passerelle"),
            ("<board::op::Op as wire::Wire>::take", "board"),
            ("<&mut alloc::vec::Vec<T> as core::fmt::Debug>::fmt", "alloc"),
            ("board[0123456789abcdef]::apply", "board"),
            ("memcpy", "other"),
            ("function 12", "other"),
        ] {
            assert_eq!(of_crate(name), expected, "{name}");
        }
    }

    #[test]
    fn the_largest_come_first() {
        let sizes = [("a::x", 1), ("b::y", 5), ("a::z", 9)];
        let table = table(sizes.map(|(name, size)| (name.to_owned(), size)).into());
        let places = ["10 a\n", "5 b\n", "9 a::z", "5 b::y", "1 a::x"].map(|row| table.find(row));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{table}");
    }
}
