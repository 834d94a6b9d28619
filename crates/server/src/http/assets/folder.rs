//! Reads the folder that the build of the browser app wrote, with the compressed forms beside
//! each file.

use super::{A_DAY, A_WEEK, ASK_AGAIN, Asset, FOREVER, WORKER};
use axum::body::Bytes;
use std::{
    collections::HashMap,
    fs,
    io::{self, Write},
    path::Path,
};

/// Every file of the folder by its path, from `/`. Empty when there is no folder.
pub(super) fn read(folder: &Path) -> io::Result<HashMap<String, Asset>> {
    let mut files = HashMap::new();
    if folder.is_dir() {
        read_into(folder, "", &mut files)?;
    }
    Ok(files)
}

fn read_into(folder: &Path, prefix: &str, files: &mut HashMap<String, Asset>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let address = format!("{prefix}/{name}");
        if path.is_dir() {
            read_into(&path, &address, files)?;
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            let cache = cache(&address);
            let mut asset = Asset::new(kind(name), cache, fs::read(&path)?);
            asset.brotli = beside(&path, "br")?;
            asset.gzip = beside(&path, "gz")?;
            files.insert(address, asset);
        }
    }
    Ok(())
}

/// What is asked for again at each visit is what the next visit may need anew. A browser asks for
/// the pictures of the app by itself, and an old one harms nobody. It asks for the worker at each
/// visit, unless it may keep that for a day; the app hears of a new build with what it asks anyway.
fn cache(address: &str) -> &'static str {
    match kind(address) {
        _ if hash_of(address).is_some() => FOREVER,
        _ if address == WORKER => A_DAY,
        "image/png" | "image/svg+xml" | "image/x-icon" => A_WEEK,
        _ => ASK_AGAIN,
    }
}

/// The compressed form beside a file, if it was made and is not older than the file.
fn beside(path: &Path, extension: &str) -> io::Result<Option<Bytes>> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    match fs::read(&name) {
        Ok(_) if fs::metadata(&name)?.modified()? < fs::metadata(path)?.modified()? => Ok(None),
        Ok(bytes) => Ok(Some(bytes.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Trunk puts 15 or 16 hexadecimal digits into the names of what it fingerprints:
/// `passerelle-5f3a9c1e5f3a9c1e_bg.wasm`.
pub(super) fn hash_of(name: &str) -> Option<&str> {
    name.split(['/', '-', '_', '.'])
        .find(|part| part.len() >= 15 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The media type, by the end of the name.
pub(super) fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The strongest quality: some texts and pages at every start, a second for 5 % fewer bytes.
pub(super) fn brotli(plain: &[u8]) -> Bytes {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &params)
        .expect("writing to memory does not fail");
    packed.into()
}

pub(super) fn gzip(plain: &[u8]) -> Bytes {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let done = packed.write_all(plain).and_then(|()| packed.finish());
    done.expect("writing to memory does not fail").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_last() {
        for name in ["passerelle-5f3a9c1e5f3a9c1e_bg.wasm", "a-0123456789abcde.js"] {
            assert!(hash_of(name).is_some(), "{name}");
        }
        for name in ["index.html", "icon-192.png", "manifest.webmanifest", "decade-facade.js"] {
            assert!(hash_of(name).is_none(), "{name}");
        }
    }
}
