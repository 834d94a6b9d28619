//! DOCX and ODT: both are zip archives. Everything in one is unpacked once, into nothing, so that
//! an archive that lies about its sizes is found out and one that is damaged too.

use board::cv::FileKind;
use std::io::{self, Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// Most files in one document.
const ENTRIES_MAX: usize = 2000;
/// Most bytes that a document unpacks to, all files together.
const UNPACKED_MAX: u64 = 60_000_000;
/// Most bytes of the one file that says what the document is.
const LABEL_MAX: u64 = 1_000_000;

/// What the main part of a Word document says it is. One with macros says something else.
const DOCX_MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const ODT: &str = "application/vnd.oasis.opendocument.text";

/// The kind of a document; `None` when it is another archive, or not a sound one.
pub(super) fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    is_sound(&mut archive).then_some(())?;
    if label(&mut archive, "mimetype").is_some_and(|label| label.trim() == ODT) {
        return archive.by_name("content.xml").is_ok().then_some(FileKind::Odt);
    }
    let types = label(&mut archive, "[Content_Types].xml")?;
    let is_docx = types.contains(DOCX_MAIN) && archive.by_name("word/document.xml").is_ok();
    is_docx.then_some(FileKind::Docx)
}

/// [`is_sound`] of the bytes of an archive.
pub(super) fn is_sound_bytes(bytes: &[u8]) -> bool {
    ZipArchive::new(Cursor::new(bytes)).is_ok_and(|mut archive| is_sound(&mut archive))
}

/// Whether the archive is as small as it says, in files and in bytes, and can be unpacked.
fn is_sound(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    if archive.is_empty() || archive.len() > ENTRIES_MAX {
        return false;
    }
    let mut room = UNPACKED_MAX;
    (0..archive.len()).all(|index| {
        let Ok(entry) = archive.by_index(index) else { return false };
        let is_plain = !entry.encrypted()
            && entry.enclosed_name().is_some()
            && matches!(
                entry.compression(),
                CompressionMethod::Stored | CompressionMethod::Deflated
            );
        if !is_plain || entry.size() > room {
            return false;
        }
        // One byte more than there is room for is enough to know.
        match io::copy(&mut entry.take(room + 1), &mut io::sink()) {
            Ok(unpacked) if unpacked <= room => {
                room -= unpacked;
                true
            }
            _ => false,
        }
    })
}

/// The text of a small file of the archive.
fn label(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let entry = archive.by_name(name).ok()?;
    let mut text = String::new();
    entry.take(LABEL_MAX).read_to_string(&mut text).ok()?;
    Some(text)
}
