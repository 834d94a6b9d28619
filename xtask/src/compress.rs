//! Compresses the app's files when it is built, so that no server spends time on it per request and
//! every byte that can be saved is.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;

/// What shrinks. Pictures in PNG are compressed already.
const EXTENSIONS: &[&str] =
    &["css", "html", "ico", "js", "json", PACK, "svg", "txt", "wasm", "webmanifest"];
/// Several parts of the app in one file.
pub const PACK: &str = "pack";

/// Writes `.br` and `.gz` beside every file of a folder that shrinks.
pub fn folder(folder: &Path) -> anyhow::Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            self::folder(&path)?;
        } else if is_compressible(&path) {
            let bytes =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            write_beside(&path, "br", &brotli(&bytes))?;
            write_beside(&path, "gz", &gzip(&bytes))?;
        }
    }
    Ok(())
}

/// The bytes in brotli, at its strongest (quality 11, window 24).
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)
        .expect("writing to memory does not fail");
    packed
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .expect("writing to memory does not fail")
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension))
}

fn write_beside(path: &Path, extension: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(&name, bytes).with_context(|| format!("cannot write {}", name.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_formats_give_the_bytes_back() {
        let bytes = "Bonjour Asmae. ".repeat(100).into_bytes();
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&bytes)[..], &mut unpacked).expect("valid brotli");
        assert_eq!(unpacked, bytes);

        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&bytes)[..])
            .read_to_end(&mut unpacked)
            .expect("valid gzip");
        assert_eq!(unpacked, bytes);
    }

    #[test]
    fn leaves_pictures_and_packed_files_alone() {
        assert!(is_compressible(Path::new("app.wasm")));
        assert!(!is_compressible(Path::new("icon-192.png")));
        assert!(!is_compressible(Path::new("app.wasm.br")));
    }
}
