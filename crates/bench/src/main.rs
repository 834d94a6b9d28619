//! Measures, and says under which load. Never part of the tests: figures are for people to read.

mod caseload;
mod client;
mod crowd;
mod live;
mod server;
mod table;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Measures Passerelle.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Time from a change to the other person's screen, and memory per waiting reader.
    Live(Live),
    /// Time and bytes of the caseload and of a branch with thousands of duos, and the health of
    /// all of them.
    Caseload(CaseloadArgs),
}

/// How to measure the caseload.
#[derive(Args)]
pub struct CaseloadArgs {
    /// How many duos.
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub duos: u32,
    /// Which crowd of that size.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A folder with such a crowd, which is kept; without it one is made and thrown away.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Who looks: part of the label beside the link.
    #[arg(long, default_value = "Hélène")]
    pub person: String,
    /// How often each question is asked.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub times: u16,
    /// The server to measure: a release build.
    #[arg(long, default_value = "target/release/passerelle-server")]
    pub server: PathBuf,
}

/// How to measure the live stream.
#[derive(Args)]
pub struct Live {
    /// How many boards are live, one measurement each.
    #[arg(long, value_delimiter = ',', default_value = "1,100,1000",
        value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub boards: Vec<u16>,
    /// The server to measure: a release build.
    #[arg(long, default_value = "target/release/passerelle-server")]
    pub server: PathBuf,
    /// Edits per second, over all boards.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub rate: u16,
    /// Seconds of edits per measurement.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=600))]
    pub seconds: u16,
}

fn main() -> anyhow::Result<()> {
    let Cli { command } = Cli::parse();
    // One connection per reader and one per writer, here and in the server, which inherits this.
    rlimit::increase_nofile_limit(16_384).context("raising the limit of open files")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match command {
        Command::Live(live) => runtime.block_on(live::run(&live)),
        Command::Caseload(args) => runtime.block_on(caseload::run(&args)),
    }
}
