//! The real program, started on a free port with a folder of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A running server. Dropping it kills it.
pub struct Server {
    child: Child,
    data: TempDir,
    pub origin: String,
    /// What follows `#` in the coordinator's sign-in link, when one was printed.
    pub token: String,
}

impl Server {
    /// A new installation with one coordinator.
    pub fn start() -> Self {
        Self::open(TempDir::new().unwrap())
    }

    fn open(data: TempDir) -> Self {
        let (child, origin, token) = spawn(data.path());
        Self { child, data, origin, token }
    }

    /// The process dies without a chance to do anything, and is started again.
    pub fn kill_and_restart(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let (child, origin, _) = spawn(self.data.path());
        (self.child, self.origin) = (child, origin);
    }

    /// Asks the process to stop. Returns its exit code.
    pub fn stop(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn spawn(data: &Path) -> (Child, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_passerelle-server"))
        .args(["serve", "--empty", "--port", "0", "--data"])
        .arg(data)
        .arg("--app")
        .arg(data.join("no-app"))
        .env("RUST_LOG", "warn")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().expect("the server says where it listens").unwrap();
    let origin = first.strip_prefix("Passerelle: ").unwrap().to_owned();
    let is_new = std::fs::read_dir(data).unwrap().count() > 0 && !data.join("seen").exists();
    let token = if is_new {
        std::fs::write(data.join("seen"), "").unwrap();
        let link = lines.next().expect("a new installation prints a link").unwrap();
        link.split_once("/j#").unwrap().1.trim().to_owned()
    } else {
        String::new()
    };
    (child, origin, token)
}
