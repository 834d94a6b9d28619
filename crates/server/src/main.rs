//! The command line of the server.

use clap::{Args, Parser, Subcommand};
use passerelle_server::{
    config::{Config, Content},
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
    /// Puts one branch and one coordinator into a new database; prints their sign-in link.
    #[arg(long, env = "PASSERELLE_EMPTY")]
    empty: bool,
    /// The address people use, when a proxy stands before the server.
    #[arg(long, env = "PASSERELLE_PUBLIC_URL")]
    public_url: Option<String>,
    /// Address of that proxy, whose X-Forwarded-For is believed.
    #[arg(long, env = "PASSERELLE_PROXY")]
    proxy: Option<IpAddr>,
}

fn main() -> ExitCode {
    let Command::Serve(serve) = Cli::parse().command;
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
    match run(config(serve)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(config: Config) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve::run(config))?;
    Ok(())
}

fn config(serve: Serve) -> Config {
    let content = match (serve.demo, serve.empty) {
        (true, _) => Content::Demo,
        (false, true) => Content::Empty,
        (false, false) => Content::AsItIs,
    };
    Config {
        port: serve.port,
        data: serve.data,
        app: serve.app,
        lan: serve.lan,
        public_url: serve.public_url,
        proxy: serve.proxy,
        content,
    }
}
