//! Numbers the shape of what the domain can read, by the sources that say it.
//!
//! A copy on a phone was read by the app that stored it. A newer app may know kinds and fields that
//! the older one passed over, so it must be able to tell that another one read the copy.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=src");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it for build scripts");
    let out = env::var("OUT_DIR").expect("cargo sets it for build scripts");
    let mut sources = Vec::new();
    collect(&Path::new(&root).join("src"), &mut sources)?;
    sources.sort();
    let mut shape = 0x811c_9dc5_u32;
    for source in sources {
        for byte in fs::read(source)? {
            // FNV-1a: the same on every machine.
            shape = (shape ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    fs::write(Path::new(&out).join("shape.rs"), shape.to_string())
}

/// The sources below a folder, without the tests.
fn collect(folder: &Path, sources: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_test = path.file_stem().is_some_and(|name| name == "tests");
        if path.is_dir() {
            collect(&path, sources)?;
        } else if !is_test {
            sources.push(path);
        }
    }
    Ok(())
}
