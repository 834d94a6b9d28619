//! Finds Chromium for the journeys, and installs Debian's package where that is possible.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use xshell::{Shell, cmd};

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Chromium, and one font family so that its pages have letters.
const PACKAGES: &[&str] = &["chromium", "fonts-dejavu-core"];

/// The Chromium to drive: `$CHROMIUM`, else the one on the PATH, else a fresh one from Debian.
pub fn ensure(sh: &Shell) -> anyhow::Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM") {
        let path = PathBuf::from(path);
        if !path.exists() {
            bail!("CHROMIUM names {}, which does not exist: correct it.", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = on_path() {
        return Ok(path);
    }
    install(sh)?;
    on_path().context(MISSING)
}

const MISSING: &str = "Chromium is missing: run `sudo apt-get install chromium`, \
                       or set CHROMIUM to the path of one.";

fn install(sh: &Shell) -> anyhow::Result<()> {
    let quiet_check = |program: &str, args: &[&str]| {
        cmd!(sh, "{program} {args...}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
    };
    if !quiet_check("apt-get", &["--version"]) {
        bail!(MISSING);
    }
    let as_root: &[&str] = if cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0") {
        &[]
    } else if quiet_check("sudo", &["-n", "true"]) {
        &["sudo", "-n"]
    } else {
        bail!(MISSING);
    };
    let arguments = [&["install", "--yes", "--no-install-recommends"], PACKAGES].concat();
    for args in [&["update"][..], &arguments] {
        let words = [as_root, &["apt-get"], args].concat();
        let (program, rest) = words.split_first().expect("the command has words");
        cmd!(sh, "{program} {rest...}")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
            .context("Could not install Chromium: set CHROMIUM to the path of one")?;
    }
    Ok(())
}

fn on_path() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    find(NAMES, env::split_paths(&path))
}

fn find(names: &[&str], folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = folders.collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| Path::new(path).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_program_by_its_names_in_order() {
        let folders = || ["/nowhere", "/bin", "/usr/bin"].into_iter().map(PathBuf::from);
        assert!(find(&["no-such-browser", "sh"], folders()).is_some());
        assert_eq!(find(&["no-such-browser"], folders()), None);
    }
}
