//! The program itself: what it prints, and the one line it says when it cannot start.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle-server"));
    command.args(["serve", "--app", "no-app", "--data"]).arg(data).args(arguments);
    command.env("RUST_LOG", "off").stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn refusal(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

fn printed(child: &mut Child, lines: usize) -> Vec<String> {
    let output = BufReader::new(child.stdout.take().unwrap());
    output.lines().take(lines).map(Result::unwrap).collect()
}

fn stop(mut child: Child) -> Option<i32> {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let code = child.wait().unwrap().code();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
    code
}

#[test]
fn a_port_in_use_is_one_line_with_the_remedy() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let data = TempDir::new().unwrap();
    let line = refusal(program(data.path(), &["--port", &port]));
    assert!(line.contains(&port) && line.contains("--port"), "{line}");
}

#[test]
fn a_folder_that_cannot_be_one_is_told() {
    let data = TempDir::new().unwrap();
    let file = data.path().join("file");
    fs::write(&file, "").unwrap();
    let line = refusal(program(&file, &["--port", "0"]));
    assert!(line.contains("--data"), "{line}");
}

#[test]
fn a_file_that_is_no_database_is_told() {
    let data = TempDir::new().unwrap();
    fs::write(data.path().join("passerelle.db"), "not a database, and long enough to be seen")
        .unwrap();
    let line = refusal(program(data.path(), &["--port", "0"]));
    assert!(line.contains("passerelle.db"), "{line}");
}

#[test]
fn the_demo_prints_a_way_in_for_each_side_at_every_start() {
    let data = TempDir::new().unwrap();
    let mut seen = Vec::new();
    for _ in 0..2 {
        let mut child = program(data.path(), &["--port", "0", "--demo"]).spawn().unwrap();
        let lines = printed(&mut child, 6);
        assert!(lines[0].starts_with("Passerelle: http://localhost:"), "{lines:?}");
        let labels = [
            "Asmae (mentee) ",
            "Cécile (mentor) ",
            "Nadia (coordinator) ",
            "Hélène (organisation_admin) ",
            "Fonds Rivage (funder) ",
        ];
        for (line, label) in lines[1..].iter().zip(labels) {
            assert!(line.starts_with(label) && line.contains("/j#"), "{line}");
            seen.push(line.clone());
        }
        assert_eq!(stop(child), Some(0));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 10, "fresh links at every start");
}

#[test]
fn empty_prints_a_way_in_until_somebody_is_signed_in() {
    let data = TempDir::new().unwrap();
    for _ in 0..2 {
        let mut child = program(data.path(), &["--port", "0", "--empty"]).spawn().unwrap();
        let lines = printed(&mut child, 2);
        assert!(lines[1].starts_with("Coordination (organisation_admin)"), "{lines:?}");
        assert_eq!(stop(child), Some(0));
    }
}

#[test]
fn the_network_is_let_in_over_https_with_a_certificate_that_stays() {
    let data = TempDir::new().unwrap();
    let mut certificates = Vec::new();
    for _ in 0..2 {
        let mut child = program(data.path(), &["--port", "0", "--empty", "--lan"]).spawn().unwrap();
        let lines = printed(&mut child, 2);
        assert!(lines[0].starts_with("Passerelle: https://"), "{lines:?}");
        assert!(lines[1].contains("https://"), "{lines:?}");
        assert_eq!(stop(child), Some(0));
        let files = fs::read_dir(data.path()).unwrap().map(|entry| entry.unwrap().path());
        let pem = files.filter(|path| path.extension().is_some_and(|kind| kind == "pem"));
        certificates.extend(pem.map(|path| fs::read(path).unwrap()));
    }
    assert_eq!(certificates.len(), 2);
    assert_eq!(certificates[0], certificates[1]);
}
