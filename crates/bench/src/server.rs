//! The server being measured, with a new database in a folder that disappears afterwards.

use anyhow::Context;
use std::{
    fs,
    io::{BufRead, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};
use tempfile::TempDir;

/// A running server. Dropping it ends it.
pub struct Server {
    child: Child,
    program: PathBuf,
    data: TempDir,
    /// Where it listens.
    pub origin: String,
    /// The coordinator's sign-in secret.
    pub token: String,
}

impl Server {
    /// Starts the program on a free port.
    pub fn start(program: &Path) -> anyhow::Result<Self> {
        let data = TempDir::new()?;
        let (child, mut lines) = spawn(program, data.path(), "0")?;
        let origin = address(&mut lines)?;
        let link = lines.next().context("no sign-in link was printed")??;
        let (_, token) = link.split_once("/j#").context("no sign-in link was printed")?;
        let (program, token) = (program.to_owned(), token.trim().to_owned());
        Ok(Self { child, program, data, origin, token })
    }

    /// A fresh process with the same database and address, so that the memory it uses is not
    /// what earlier work left behind.
    pub fn restart(&mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        let port = self.origin.rsplit(':').next().context("an address without a port")?;
        let (child, mut lines) = spawn(&self.program, self.data.path(), port)?;
        self.child = child;
        address(&mut lines)?;
        Ok(())
    }

    /// Memory of the process that is really in use, in KiB.
    pub fn resident_kib(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()).context("no VmRSS")?;
        Ok(kib.parse()?)
    }
}

type Output = Lines<BufReader<ChildStdout>>;

fn spawn(program: &Path, data: &Path, port: &str) -> anyhow::Result<(Child, Output)> {
    let mut child = Command::new(program)
        .args(["serve", "--empty", "--port", port, "--data"])
        .arg(data)
        .arg("--app")
        .arg(data)
        .env("RUST_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| {
            let program = program.display();
            format!("{program} does not start: cargo build --release -p passerelle-server")
        })?;
    let output = child.stdout.take().context("the server has no output")?;
    Ok((child, BufReader::new(output).lines()))
}

fn address(lines: &mut Output) -> anyhow::Result<String> {
    let line = lines.next().context("the server ended at once")??;
    Ok(line.strip_prefix("Passerelle: ").context("no address was printed")?.to_owned())
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
