//! Scripts as phones fetch them: short names, no comments, nothing that is not used. terser takes a
//! fifth off what brotli makes of them; it comes with the npm packages that the build needs anyway,
//! while a minifier in Rust (oxc) is 75 seconds more of compiling on a fresh machine, for the same bytes.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::Context;
use xshell::{Shell, cmd};

/// What the names at the top of a script are worth outside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A module: what it does not export is its own.
    Module,
    /// A service worker: nobody else sees its names.
    Worker,
}

/// Shrinks a script where it lies.
pub fn shrink(sh: &Shell, path: &OsStr, file: &Path, kind: Kind) -> anyhow::Result<()> {
    let kind = match kind {
        Kind::Module => "--module",
        Kind::Worker => "--toplevel",
    };
    // wasm-bindgen writes `function () {…}` where nothing asks for `this`.
    cmd!(
        sh,
        "terser {file} {kind} --compress passes=3,unsafe_arrows,ecma=2022 --mangle --output {file}"
    )
    .env("PATH", path)
    .quiet()
    .run()
    .with_context(|| format!("{} could not be shrunk", file.display()))
}
