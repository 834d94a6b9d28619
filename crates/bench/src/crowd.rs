//! The server with thousands of duos, each with a history, in a folder that can be kept.

use anyhow::Context;
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

/// A running server full of duos. Dropping it ends it.
pub struct Crowd {
    child: Child,
    /// Kept open: a server whose words nobody takes stops.
    output: BufReader<ChildStdout>,
    /// Where it listens.
    pub origin: String,
    /// The sign-in secret of the person who measures.
    pub token: String,
}

impl Crowd {
    /// Starts the program on a free port and waits for the link of `person`. A folder that holds
    /// a crowd is served as it is; an empty one is filled first.
    pub fn start(
        program: &Path,
        data: &Path,
        (duos, seed): (u32, u64),
        person: &str,
    ) -> anyhow::Result<Self> {
        let mut child = Command::new(program)
            .args(["serve", "--demo", "--port", "0", "--duos", &duos.to_string()])
            .args(["--seed", &seed.to_string(), "--data"])
            .arg(data)
            .arg("--app")
            .arg(data)
            .env("RUST_LOG", "error,passerelle_server::upkeep=info")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let output = child.stdout.take().context("the server has no output")?;
        // From here on the server ends with this value, also when something is missing.
        let output = BufReader::new(output);
        let mut crowd = Self { child, output, origin: String::new(), token: String::new() };
        loop {
            let mut line = String::new();
            if crowd.output.read_line(&mut line)? == 0 {
                anyhow::bail!("no sign-in link for {person} was printed");
            }
            if let Some(origin) = line.strip_prefix("Passerelle: ") {
                origin.trim().clone_into(&mut crowd.origin);
            }
            if let Some((_, token)) = line.split_once("/j#").filter(|_| line.contains(person)) {
                token.trim().clone_into(&mut crowd.token);
                return Ok(crowd);
            }
        }
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
