//! The command line of the server.

use clap::{Args, Parser, Subcommand};
use passerelle_server::{
    config::{Config, Content, Mail, Once},
    demo::crowd::Crowd,
    letters,
    reminders::Reach,
    serve,
};
use std::{io::IsTerminal, net::IpAddr, path::PathBuf, process::ExitCode};
use tracing_subscriber::EnvFilter;

/// The server of Passerelle.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the product.
    Serve(Serve),
    /// Sends the letters of the week that are due, once, and ends. The server does it by itself.
    Digest(Digest),
}

#[derive(Args)]
struct Letters {
    /// Mail server, like smtps://user:password@mail.example.org; without one, letters lie in the
    /// folder "mailbox" of the data folder.
    #[arg(long, env = "PASSERELLE_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// Who writes the letters, like "Passerelle <plan@example.org>".
    #[arg(long, env = "PASSERELLE_MAIL_FROM")]
    mail_from: Option<String>,
}

#[derive(Args)]
struct Digest {
    /// Folder of the database.
    #[arg(long, env = "PASSERELLE_DATA", default_value = "./data")]
    data: PathBuf,
    /// The address people use.
    #[arg(long, env = "PASSERELLE_PUBLIC_URL", default_value = "http://localhost:8080")]
    public_url: String,
    /// As if it were this moment, like 2026-11-23T08:00:00+01:00.
    #[arg(long)]
    now: Option<String>,
    #[command(flatten)]
    letters: Letters,
}

#[derive(Args)]
struct Serve {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, env = "PASSERELLE_PORT", default_value_t = 8080)]
    port: u16,
    /// Folder of the database and the keys.
    #[arg(long, env = "PASSERELLE_DATA", default_value = "./data")]
    data: PathBuf,
    /// Folder of the built browser app.
    #[arg(long, env = "PASSERELLE_APP", default_value = "./dist")]
    app: PathBuf,
    /// Lets other devices of the network in, over HTTPS with a certificate of its own.
    #[arg(long, env = "PASSERELLE_LAN")]
    lan: bool,
    /// Fills a new database with fictional people; prints a sign-in link for some of them.
    #[arg(long, env = "PASSERELLE_DEMO", conflicts_with = "empty")]
    demo: bool,
    /// Adds so many duos with three years behind them to a new demo, to measure with.
    #[arg(long, env = "PASSERELLE_DUOS", requires = "demo")]
    duos: Option<u32>,
    /// Which crowd of duos: the same seed makes the same one.
    #[arg(long, env = "PASSERELLE_SEED", default_value_t = 1)]
    seed: u64,
    /// Puts one branch and one coordinator into a new database; prints their sign-in link.
    #[arg(long, env = "PASSERELLE_EMPTY")]
    empty: bool,
    /// The address people use, when a proxy stands before the server.
    #[arg(long, env = "PASSERELLE_PUBLIC_URL")]
    public_url: Option<String>,
    /// Address of that proxy, whose X-Forwarded-For is believed.
    #[arg(long, env = "PASSERELLE_PROXY")]
    proxy: Option<IpAddr>,
    /// Lets reminders go to a push service on this machine, to try them.
    #[arg(long, env = "PASSERELLE_LOCAL_PUSH", hide = true)]
    local_push: bool,
    #[command(flatten)]
    letters: Letters,
}

fn main() -> ExitCode {
    let command = Cli::parse().command;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,passerelle_server=info"));
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours);
    log.with_writer(std::io::stderr).init();
    // What a panic says can hold anything; its place in the code is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked at {place}");
    }));
    match run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match command {
        Command::Serve(serve) => runtime.block_on(serve::run(config(serve)))?,
        Command::Digest(digest) => {
            let tried = runtime.block_on(letters::once(once(digest)))?;
            println!("Letters sent: {}", tried.sent);
            anyhow::ensure!(tried.failed == 0, "Letters not sent: {}", tried.failed);
        }
    }
    Ok(())
}

fn once(digest: Digest) -> Once {
    let mail = mail(digest.letters);
    Once { data: digest.data, mail, public_url: digest.public_url, now: digest.now }
}

fn mail(letters: Letters) -> Mail {
    Mail { smtp_url: letters.smtp_url, from: letters.mail_from }
}

fn config(serve: Serve) -> Config {
    let content = match (serve.demo, serve.empty, serve.duos) {
        (true, _, Some(duos)) => Content::Crowd(Crowd { duos, seed: serve.seed }),
        (true, _, None) => Content::Demo,
        (false, true, _) => Content::Empty,
        (false, false, _) => Content::AsItIs,
    };
    Config {
        port: serve.port,
        data: serve.data,
        app: serve.app,
        lan: serve.lan,
        public_url: serve.public_url,
        proxy: serve.proxy,
        mail: mail(serve.letters),
        reach: if serve.local_push { Reach::Local } else { Reach::Public },
        content,
    }
}
