//! Turns an error into the one line that the person at the terminal reads: what happened, and what
//! to do about it.

use std::path::Path;
use std::process::Command;

/// Below this, builds fail in ways that do not name the disk.
const NEARLY_FULL_KB: u64 = 100_000;

/// The line for this error. A full disk explains most other failures, so it is asked first: the
/// tools that met it have often reported something else.
pub fn explain(error: &anyhow::Error, root: &Path) -> String {
    let storage_full = error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::StorageFull);
    let free_kb = free_kb(root);
    if storage_full || free_kb.is_some_and(|kb| kb < NEARLY_FULL_KB) {
        return "The disk is full: free some space (a build needs about 4 GB), then try again."
            .to_owned();
    }
    format!("{error:#}")
}

/// Free space where the repository lies, in KB, or nothing when `df` does not say.
fn free_kb(root: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg(root).output().ok()?;
    parse_df(&String::from_utf8_lossy(&output.stdout))
}

fn parse_df(text: &str) -> Option<u64> {
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_free_space_from_df() {
        let text = "Filesystem 1024-blocks Used Available Capacity Mounted on\n\
                    /dev/vda1 1000 990 10 99% /\n";
        assert_eq!(parse_df(text), Some(10));
        assert_eq!(parse_df("df: nothing"), None);
    }

    #[test]
    fn a_full_disk_is_named_whatever_failed() {
        let cause = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let error = anyhow::Error::new(cause).context("cannot write dist/app.wasm");
        assert!(explain(&error, Path::new("/")).starts_with("The disk is full"));
    }

    #[test]
    fn other_failures_stay_one_line() {
        let error = anyhow::anyhow!("inner").context("outer");
        assert_eq!(explain(&error, Path::new("/")), "outer: inner");
    }
}
