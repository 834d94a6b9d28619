//! Finds out what a file is by what is in it (A21). Its name and what the sender says of it do
//! not count.
//!
//! It does not make a file safe to open: it keeps out what is none of the five kinds, what is
//! damaged, and what would grow without end when it is unpacked.

mod container;

use board::cv::FileKind;

/// Widest and highest picture, in pixels.
const PIXELS_MAX: usize = 20_000;
/// Where the end mark of a PDF must be, counted from its end: some programs add a few lines.
const PDF_TAIL: usize = 2048;

/// The kind of a file; `None` when it is none that is kept.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    match infer::get(bytes)?.mime_type() {
        "application/pdf" => is_pdf(bytes).then_some(FileKind::Pdf),
        "image/jpeg" => is_picture(bytes, imagesize::ImageType::Jpeg).then_some(FileKind::Jpeg),
        "image/png" => is_picture(bytes, imagesize::ImageType::Png).then_some(FileKind::Png),
        _ if bytes.starts_with(b"PK\x03\x04") => container::kind_of(bytes),
        _ => None,
    }
}

/// Whether an archive can be unpacked and does not grow without end.
#[must_use]
pub fn is_sound_archive(bytes: &[u8]) -> bool {
    container::is_sound_bytes(bytes)
}

/// Whether a PDF begins and ends as one.
fn is_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(PDF_TAIL)..];
    let has = |mark: &[u8]| tail.windows(mark.len()).any(|window| window == mark);
    bytes.starts_with(b"%PDF-") && has(b"startxref") && has(b"%%EOF")
}

/// Whether a picture's header can be read and tells a size that a picture can have.
fn is_picture(bytes: &[u8], kind: imagesize::ImageType) -> bool {
    let sizes = 1..=PIXELS_MAX;
    let fits =
        |size: imagesize::ImageSize| sizes.contains(&size.width) && sizes.contains(&size.height);
    imagesize::image_type(bytes).is_ok_and(|found| found == kind)
        && imagesize::blob_size(bytes).is_ok_and(fits)
}

/// The file name to keep: the last part, without signs that nobody sees, with the ending of what
/// the file is.
#[must_use]
pub fn name_for(typed: &str, kind: &FileKind) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|sign| !sign.is_control()).take(400).collect();
    let line: String = seen.chars().take(board::text::LINE_MAX).collect();
    let line = board::text::parse_line(&line).unwrap_or_default();
    let line = line.trim_matches(['.', ' ']);
    let (stem, ending) = line.rsplit_once('.').unwrap_or((line, ""));
    let lower = ending.to_ascii_lowercase();
    let (ending, stem) = match endings(kind).iter().find(|known| **known == lower) {
        Some(known) => (*known, stem),
        None => (endings(kind)[0], line),
    };
    let stem = if stem.trim().is_empty() { "document" } else { stem };
    let room = board::cv::FILE_NAME_MAX - ending.len() - 1;
    let stem: String = stem.chars().take(room).collect();
    format!("{}.{ending}", stem.trim_end())
}

/// The endings of a kind, the usual one first.
fn endings(kind: &FileKind) -> &'static [&'static str] {
    match kind {
        FileKind::Docx => &["docx"],
        FileKind::Odt => &["odt"],
        FileKind::Jpeg => &["jpg", "jpeg"],
        FileKind::Png => &["png"],
        FileKind::Pdf | FileKind::Other(_) => &["pdf"],
    }
}

/// The media type of a kind.
#[must_use]
pub fn media_type(kind: &FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind::Odt => "application/vnd.oasis.opendocument.text",
        FileKind::Jpeg => "image/jpeg",
        FileKind::Png => "image/png",
        FileKind::Other(_) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
