//! Several builds of the app, one after the other: what an open tab still finds, and what a browser
//! that has the one before downloads.

use crate::helpers::config;
use base64::{Engine, engine::general_purpose::STANDARD};
use passerelle_server::{
    config::Content,
    serve::{Running, start},
};
use reqwest::{Response, header};
use sha2::{Digest, Sha256};
use std::{fs, io::Read, path::Path, time::Duration};
use tempfile::TempDir;

const INDEX: &str = "<!doctype html><html lang=\"fr\"><head></head><body>app</body></html>";

/// As good as a program: nothing in it shrinks by itself.
fn program(seed: u32) -> Vec<u8> {
    (0..20_000_u32).flat_map(|n| (n + seed).wrapping_mul(2_654_435_761).to_be_bytes()).collect()
}

/// What a later build changed in it.
fn changed(program: &[u8]) -> Vec<u8> {
    let mut program = program.to_vec();
    program.splice(40_000..40_010, *b"another line of the program");
    program
}

/// A folder with a build whose files are named after `hash`.
fn build(hash: char, program: &[u8]) -> TempDir {
    let app = TempDir::new().unwrap();
    fs::write(app.path().join("index.html"), INDEX).unwrap();
    fs::write(app.path().join(wasm(hash).trim_start_matches('/')), program).unwrap();
    app
}

fn wasm(hash: char) -> String {
    format!("/passerelle-{}_bg.wasm", hash.to_string().repeat(16))
}

async fn serve(data: &Path, app: &TempDir) -> Running {
    start(config(data, app.path().to_owned(), Content::AsItIs)).await.unwrap()
}

/// Asks as a browser does that holds `dictionary`.
async fn fetch(
    running: &Running,
    path: &str,
    accepts: &str,
    dictionary: Option<&[u8]>,
) -> Response {
    let http = reqwest::Client::new();
    let mut request = http.get(format!("{}{path}", running.app.site.origin));
    request = request.header(header::ACCEPT_ENCODING, accepts);
    if let Some(dictionary) = dictionary {
        let name = format!(":{}:", STANDARD.encode(Sha256::digest(dictionary)));
        request = request.header("available-dictionary", name);
    }
    request.send().await.unwrap()
}

fn named(response: &Response, name: &str) -> String {
    let value = response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    value.unwrap_or_default()
}

#[tokio::test]
async fn a_tab_of_yesterday_finds_its_files_after_a_newer_version() {
    let data = TempDir::new().unwrap();
    let (one, two) = (build('1', &program(1)), build('2', &program(2)));
    let running = serve(data.path(), &one).await;
    assert_eq!(fetch(&running, &wasm('2'), "br", None).await.status(), 404);
    running.stop().await;

    let running = serve(data.path(), &two).await;
    for (hash, seed) in [('1', 1), ('2', 2)] {
        let answer = fetch(&running, &wasm(hash), "identity", None).await;
        assert_eq!(
            (answer.status().as_u16(), &*named(&answer, "content-type")),
            (200, "application/wasm")
        );
        assert_eq!(named(&answer, "cache-control"), "public, max-age=31536000, immutable");
        assert!(answer.bytes().await.unwrap() == program(seed), "{hash}");
    }
    let page = fetch(&running, "/index.html", "br", None).await;
    assert_eq!(page.status(), 404, "there is one page, today's");
    running.stop().await;
}

#[tokio::test]
async fn a_browser_with_the_build_before_downloads_what_changed() {
    let data = TempDir::new().unwrap();
    let (old, new) = (program(1), changed(&program(1)));
    let (one, two) = (build('1', &old), build('2', &new));
    let running = serve(data.path(), &one).await;
    let first = fetch(&running, &wasm('1'), "br, dcz", None).await;
    assert_eq!(named(&first, "use-as-dictionary"), "match=\"/passerelle-*_bg.wasm\"");
    running.stop().await;

    let running = serve(data.path(), &two).await;
    // Made beside the work: until then the whole is sent.
    let mut answer = fetch(&running, &wasm('2'), "br, zstd, dcz", Some(&old)).await;
    for _ in 0..200 {
        if named(&answer, "content-encoding") == "dcz" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        answer = fetch(&running, &wasm('2'), "br, zstd, dcz", Some(&old)).await;
    }
    assert_eq!(named(&answer, "content-encoding"), "dcz");
    assert_eq!(named(&answer, "vary"), "accept-encoding, available-dictionary");
    assert_eq!(named(&answer, "use-as-dictionary"), "match=\"/passerelle-*_bg.wasm\"");
    let change = answer.bytes().await.unwrap();
    assert!(change.len() < 200, "{} bytes of {}", change.len(), new.len());
    let mut decoder = zstd::Decoder::with_ref_prefix(&change[40..], &old).unwrap();
    let mut again = Vec::new();
    decoder.read_to_end(&mut again).unwrap();
    assert!(again == new);

    for (accepts, dictionary) in
        [("dcz", None), ("identity", Some(&old)), ("dcz;q=0", Some(&old)), ("dcz", Some(&new))]
    {
        let answer = fetch(&running, &wasm('2'), accepts, dictionary.map(Vec::as_slice)).await;
        assert_eq!(named(&answer, "content-encoding"), "", "{accepts}");
        assert_eq!(named(&answer, "vary"), "accept-encoding, available-dictionary");
        assert!(answer.bytes().await.unwrap() == new, "{accepts}");
    }
    running.stop().await;
}

#[tokio::test]
async fn an_app_of_a_format_that_is_no_longer_spoken_is_told_so() {
    let data = TempDir::new().unwrap();
    let running = serve(data.path(), &build('1', b"app")).await;
    let answer = fetch(&running, "/api/v0/session", "br", None).await;
    assert_eq!(answer.status(), 426);
    let problem: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(problem["code"], "app_too_old");
    for path in ["/api/v2/session", "/api/vx/session"] {
        assert_eq!(fetch(&running, path, "br", None).await.status(), 404, "{path}");
    }
    running.stop().await;
}
