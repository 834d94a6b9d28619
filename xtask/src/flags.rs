//! The command line of `cargo xtask`, in one place, so that `--help` is the documentation.

use std::ffi::OsString;
use std::path::PathBuf;

xflags::xflags! {
    /// The project's commands. Run them from anywhere in the repository.
    cmd xtask {
        /// Set everything up, build, and serve the product with its demo data.
        cmd run {
            /// Build the server the way it is shipped.
            optional --release
            /// The port to serve on (8080 unless told).
            optional --port number: u16
            /// Let phones on the same network in, with a certificate of this machine's own.
            optional --lan
            /// Start without demo data.
            optional --empty
        }
        /// Serve a large association: the demo with a crowd of duos, three years behind them.
        cmd demo {
            /// How many duos.
            required --duos number: u32
            /// Which crowd: the same seed makes the same one (1 unless told).
            optional --seed number: u64
            /// Where it is kept (data/crowd-DUOS-SEED unless told).
            optional --data folder: PathBuf
            /// The port to serve on (8080 unless told).
            optional --port number: u16
        }
        /// Run the whole suite. What follows `--` goes to Playwright.
        cmd test {
            /// Leave the browser out.
            optional --fast
            /// Arguments for Playwright, after `--`.
            repeated args: OsString
        }
        /// Format the Rust code.
        cmd fmt {}
        /// Clippy for the machine and for the browser, then the tidy checks.
        cmd lint {}
        /// Weigh what a phone downloads and hold it against the budget.
        cmd size {
            /// Tell what the first part of the app is made of instead.
            optional --what
        }
        /// Measurements: `bench live`, `bench caseload`, and in a browser `bench visit`. What follows `--` goes to the bench.
        cmd bench {
            /// Which measurement.
            required name: String
            /// Arguments for the bench, after `--`.
            repeated args: OsString
        }
        /// Serve with live reload: Trunk in front, the server behind it.
        cmd watch {
            /// The port to serve on (8080 unless told).
            optional --port number: u16
        }
    }
}
