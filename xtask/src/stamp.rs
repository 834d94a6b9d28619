//! Remembers that a slow step was done for exactly these inputs, so that a second start skips it.
//!
//! Contents are hashed, not dates: a fresh checkout or a branch switch touches dates for nothing.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// The inputs of one step, and where the memory of its last run lies.
pub struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// A stamp over files and folders (relative to the root; those that are missing count as empty).
    pub fn of(root: &Path, name: &str, inputs: &[&str]) -> anyhow::Result<Stamp> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            let mut files = Vec::new();
            collect(&root.join(input), &mut files);
            files.sort();
            for file in files {
                file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
                fs::read(&file)
                    .with_context(|| format!("cannot read {}", file.display()))?
                    .hash(&mut hasher);
            }
        }
        let file = root.join("target/xtask").join(format!("{name}.stamp"));
        Ok(Stamp { file, hash: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the step was last done for these very inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|written| written == self.hash)
    }

    /// Forgets the last run. Call it before a step that could stop half way.
    pub fn clear(&self) {
        // A stamp that is not there is as good as removed.
        let _ = fs::remove_file(&self.file);
    }

    /// Remembers that the step is done for these inputs.
    pub fn write(&self) -> anyhow::Result<()> {
        let folder = self.file.parent().expect("the stamp lies in a folder");
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(&self.file, &self.hash)
            .with_context(|| format!("cannot write {}", self.file.display()))
    }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if let Ok(entries) = fs::read_dir(path) {
        for entry in entries.flatten() {
            collect(&entry.path(), files);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_a_changed_byte_and_a_new_file() {
        let root = std::env::temp_dir().join(format!("passerelle-stamp-{}", std::process::id()));
        fs::create_dir_all(root.join("in")).expect("a folder in the temporary folder");
        fs::write(root.join("in/a"), "1").expect("a file in it");
        let stamp = Stamp::of(&root, "test", &["in"]).expect("readable inputs");
        assert!(!stamp.is_current());
        stamp.write().expect("a writable folder");
        assert!(Stamp::of(&root, "test", &["in"]).expect("readable inputs").is_current());

        fs::write(root.join("in/a"), "2").expect("a file in it");
        assert!(!Stamp::of(&root, "test", &["in"]).expect("readable inputs").is_current());
        fs::write(root.join("in/a"), "1").expect("a file in it");
        fs::write(root.join("in/b"), "").expect("another file");
        assert!(!Stamp::of(&root, "test", &["in"]).expect("readable inputs").is_current());
        fs::remove_dir_all(&root).expect("our own folder");
    }
}
