//! Has Trunk make the page: the style of the first page in it, that of the other pages beside it.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context, ensure};
use xshell::{Shell, cmd};

use super::APP;
use crate::app::DIST;

/// From the folder where the page is made (`target/xtask/split/page`) to the root.
const UP: &str = "../../../../";
/// How `index.html` names a style, and where those lie that are not for the first page.
const STYLE: &str = "<link data-trunk rel=\"inline\" type=\"css\" href=\"";
const LATER: &str = "style/later/";

/// Writes the page and what it names into `dist/`, from a copy of `index.html` without the program:
/// beside no `Cargo.toml` Trunk looks for none.
pub fn make(sh: &Shell, path: &OsStr, folder: &Path) -> anyhow::Result<()> {
    let html = without_program(&sh.read_file("index.html")?)
        .context("index.html names no program for Trunk: restore its data-trunk rel=\"rust\"")?;
    let (html, styles) = without_styles(&html);
    let (later, first): (Vec<&String>, _) = styles.iter().partition(|it| it.starts_with(LATER));
    ensure!(!later.is_empty(), "index.html names no style below {LATER}");
    for (name, styles) in [("first", first), ("later", later)] {
        let style =
            styles.iter().map(|style| sh.read_file(style)).collect::<Result<String, _>>()?;
        sh.write_file(folder.join(format!("{name}.css")), style)?;
    }
    // One style is one hash in the policy that comes with every page.
    let links = format!(
        "{STYLE}first.css\"><link data-trunk rel=\"css\" href=\"later.css\" data-integrity=\"none\">"
    );
    let html = html
        .replacen("</head>", &format!("{links}</head>"), 1)
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

/// Names in the page the scripts that start the app, and the style that comes later.
pub fn finish(sh: &Shell, scripts: &[&str], hash: &str) -> anyhow::Result<()> {
    let page = sh.current_dir().join(DIST).join("index.html");
    let html = named_style(&sh.read_file(&page)?).context("Trunk names no style of later pages")?;
    let start = start(scripts, hash);
    Ok(sh.write_file(page, html.replacen("</head>", &format!("{start}</head>"), 1))?)
}

/// What the page's head says: fetch the scripts and the first part at once, then start. The scripts come
/// first: they are small, and would wait for the last byte of the part.
fn start(scripts: &[&str], hash: &str) -> String {
    let scripts: String = scripts
        .iter()
        .map(|script| format!("<link rel=modulepreload crossorigin href={script}>"))
        .collect();
    let wasm = format!("/{APP}-{hash}_bg.wasm");
    format!(
        "{scripts}<link rel=preload as=fetch crossorigin type=application/wasm href={wasm}>\
         <script type=module>import a from'/{APP}-{hash}.js';a('{wasm}')</script>"
    )
}

/// The page with the name of the later style in place of the style: the script of the parts asks for
/// it (`parts.js`). The page says it, so that another style renames no part. Whoever runs no script may
/// find a simple page in this one, and needs it at once.
fn named_style(html: &str) -> Option<String> {
    let name = html.find("/later-")?;
    let begin = html[..name].rfind("<link")?;
    let end = name + html[name..].find('>')? + 1;
    let address = &html[name..name + html[name..].find(".css")? + ".css".len()];
    let meta = format!("<meta name=later content={address}>");
    let link = format!("<noscript><link rel=stylesheet href={address}></noscript>");
    Some(format!("{}{meta}{link}{}", &html[..begin], &html[end..]))
}

/// `index.html` without the line that has Trunk build the program.
fn without_program(html: &str) -> Option<String> {
    let begin = html.find("<link data-trunk rel=\"rust\"")?;
    let end = begin + html[begin..].find('>')? + 1;
    Some(format!("{}{}", &html[..begin], &html[end..]))
}

/// `index.html` without its styles, and where these lie, in their order.
fn without_styles(html: &str) -> (String, Vec<String>) {
    let mut parts = html.split(STYLE);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    let mut styles = Vec::new();
    for part in parts {
        let (style, after) = part.split_once("\">").unwrap_or((part, ""));
        styles.push(style.to_owned());
        rest.push_str(after);
    }
    (rest, styles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_loses_the_program_alone() {
        let html = "<head><link data-trunk rel=\"css\" href=\"a\"><link data-trunk rel=\"rust\"\n  \
                    data-bin=\"x\"></head>";
        let page = without_program(html).expect("the program is named");
        assert_eq!(page, "<head><link data-trunk rel=\"css\" href=\"a\"></head>");
        assert_eq!(without_program("<head></head>"), None);
    }

    #[test]
    fn the_styles_are_taken_out_in_their_order() {
        let html = format!("<head>{STYLE}style/b.css\">\n{STYLE}style/later/a.css\"></head>");
        let (rest, styles) = without_styles(&html);
        assert_eq!(rest, "<head>\n</head>");
        assert_eq!(styles, ["style/b.css", "style/later/a.css"]);
    }

    #[test]
    fn the_page_names_the_later_style_and_does_not_fetch_it() {
        let html = "<link href=/icon.svg rel=icon><link href=/later-0a.css rel=stylesheet></head>";
        let page = named_style(html).expect("the style is named");
        assert_eq!(
            page,
            "<link href=/icon.svg rel=icon><meta name=later content=/later-0a.css>\
             <noscript><link rel=stylesheet href=/later-0a.css></noscript></head>"
        );
        assert_eq!(named_style("<head></head>"), None);
    }

    #[test]
    fn every_file_of_the_index_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let html = std::fs::read_to_string(root.join("index.html")).expect("the page is there");
        let (_, styles) = without_styles(&html);
        assert!(styles.iter().any(|style| style.starts_with(LATER)));
        assert!(styles.iter().all(|style| root.join(style).is_file()), "{styles:?}");
    }
}
