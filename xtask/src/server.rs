//! Builds the server, and starts one of its own for the commands that need to ask it something.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

use crate::app;

/// Builds the server and returns its path.
pub fn build(sh: &Shell, release: bool) -> anyhow::Result<PathBuf> {
    let (profile, folder) = if release { (Some("--release"), "release") } else { (None, "debug") };
    cmd!(sh, "cargo build --package passerelle-server {profile...}")
        .run()
        .context("The server did not build: the lines above say why")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    Ok(sh.current_dir().join(target).join(folder).join("passerelle-server"))
}

/// Fails with the remedy when the port is taken: better now than after minutes of building.
pub fn check_port(port: u16, lan: bool, command: &str) -> anyhow::Result<()> {
    let address = if lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let Err(error) = TcpListener::bind((IpAddr::V4(address), port)) else {
        return Ok(());
    };
    let other = port.checked_add(1).unwrap_or(8080);
    match error.kind() {
        std::io::ErrorKind::AddrInUse => bail!(
            "Port {port} is in use: stop what uses it, or run: cargo xtask {command} --port {other}"
        ),
        std::io::ErrorKind::PermissionDenied => {
            bail!("Port {port} is reserved for the system: run: cargo xtask {command} --port 8080")
        }
        _ => Err(error).with_context(|| format!("Port {port} cannot be used")),
    }
}

/// A server with an empty database of its own, stopped when this value goes.
pub struct Running {
    child: Child,
    port: u16,
    data: PathBuf,
}

impl Running {
    /// Starts the server on a free port and returns once it says where it listens.
    pub fn start(program: &Path, data: PathBuf) -> anyhow::Result<Running> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .context("No free port on this machine: close some programs")?
            .port();
        let _ = std::fs::remove_dir_all(&data);
        let mut child = Command::new(program)
            .args(["serve", "--empty", "--app", app::DIST, "--port", &port.to_string(), "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = child.stdout.take().expect("the output is piped");
        let running = Running { child, port, data };
        // It prints its address once it listens; until then there is nothing to ask.
        let mut lines = BufReader::new(output).lines();
        let address = format!(":{port}");
        if !lines.any(|line| line.is_ok_and(|line| line.contains(&address))) {
            bail!("The server stopped before it listened: the lines above say why");
        }
        // Somebody has to go on reading, or the server would block on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(running)
    }

    /// The body of a page, uncompressed.
    pub fn get(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        let ask = || -> std::io::Result<Vec<u8>> {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
            // HTTP/1.0: the answer comes in one piece and the end of the stream ends it.
            write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost:{}\r\n\r\n", self.port)?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer)?;
            Ok(answer)
        };
        let answer = ask().with_context(|| format!("The server did not answer for {path}"))?;
        body(&answer).with_context(|| format!("The server has no page at {path}"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already gone is as good as stopped, and the folder is only scratch.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// The body of a successful HTTP answer.
fn body(answer: &[u8]) -> Option<Vec<u8>> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let status = answer.split(|byte| *byte == b' ').nth(1)?;
    (status == b"200").then(|| answer[end + 4..].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_body_of_a_good_answer_only() {
        let good = b"HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n<p>\r\n\r\n</p>";
        assert_eq!(body(good).as_deref(), Some(&b"<p>\r\n\r\n</p>"[..]));
        assert_eq!(body(b"HTTP/1.0 404 Not Found\r\n\r\nno"), None);
        assert_eq!(body(b"HTTP/1.0 200 OK\r\n"), None);
    }

    #[test]
    fn a_taken_port_is_told_with_the_remedy() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = taken.local_addr().expect("a bound address").port();
        let error = check_port(port, false, "run").expect_err("the port is taken");
        assert!(error.to_string().contains("--port"), "{error}");
    }
}
