//! The project's commands (`cargo xtask …`), in Rust rather than shell so that they read like the
//! rest. A failure is one clear line with its remedy: nobody should meet a backtrace here.

mod app;
mod browser;
mod compress;
mod demo;
mod failure;
mod flags;
mod lint;
mod node;
mod offline;
mod run;
mod scripts;
mod server;
mod size;
mod split;
mod stamp;
mod test;
mod texts;
mod tidy;
mod tools;
mod watch;
mod what;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flags::{Xtask, XtaskCmd};
use xshell::{Shell, cmd};

fn main() -> ExitCode {
    let flags = match Xtask::from_env() {
        Ok(flags) => flags,
        Err(error) => error.exit(),
    };
    match dispatch(flags.subcommand) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", failure::explain(&error, &root()));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: XtaskCmd) -> anyhow::Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(root());
    match command {
        XtaskCmd::Run(flags) => run::run(&sh, &flags),
        XtaskCmd::Demo(flags) => demo::demo(&sh, &flags),
        XtaskCmd::Test(flags) => test::test(&sh, &flags),
        XtaskCmd::Fmt(_) => Ok(cmd!(sh, "cargo fmt --all").run()?),
        XtaskCmd::Lint(_) => lint::lint(&sh),
        XtaskCmd::Size(flags) if flags.what => what::what(&sh),
        XtaskCmd::Size(_) => size::size(&sh),
        XtaskCmd::Bench(flags) => bench(&sh, &flags),
        XtaskCmd::Watch(flags) => watch::watch(&sh, &flags),
    }
}

/// The bench is a program of its own: its dependencies would slow every other command down.
fn bench(sh: &Shell, flags: &flags::Bench) -> anyhow::Result<()> {
    let (name, args) = (&flags.name, &flags.args);
    if name == "visit" {
        return test::visits(sh, args);
    }
    // What is measured is the server as it is deployed.
    let program = server::build(sh, true)?;
    let load = ["run", "--quiet", "--release", "--package", "bench", "--"];
    Ok(cmd!(sh, "cargo {load...} {name} --server {program} {args...}").run()?)
}

/// The repository's root: the folder above this crate.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("the crate lies inside the repository").to_path_buf()
}
