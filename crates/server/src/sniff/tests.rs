//! Files that are what they say, and files that are not.

use super::*;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n";

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn docx(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = b"<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.\
                  wordprocessingml.document.main+xml\"/></Types>";
    let mut files: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", types), ("word/document.xml", b"<w/>")];
    files.extend(more);
    archive(&files)
}

fn odt() -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office/>"),
    ])
}

/// A 3 by 2 PNG as far as its header.
fn png(width: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend([0, 0, 0, 2, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

#[test]
fn the_five_kinds_are_known_by_their_content() {
    assert_eq!(kind_of(PDF), Some(FileKind::Pdf));
    assert_eq!(kind_of(&docx(&[])), Some(FileKind::Docx));
    assert_eq!(kind_of(&odt()), Some(FileKind::Odt));
    assert_eq!(kind_of(&png(3)), Some(FileKind::Png));
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\
                 \xff\xc0\0\x11\x08\0\x02\0\x03\x03\x01\x11\0\x02\x11\x01\x03\x11\x01\xff\xd9";
    assert_eq!(kind_of(jpeg), Some(FileKind::Jpeg));
}

#[test]
fn everything_else_is_refused() {
    let mp4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
    let half = docx(&[]);
    let macros = archive(&[
        ("[Content_Types].xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("word/document.xml", b"<w/>"),
    ]);
    let sheet = archive(&[("[Content_Types].xml", b"spreadsheetml.sheet.main+xml")]);
    let climbs = docx(&[("../../etc/passwd", b"x")]);
    let many: Vec<String> = (0..2001).map(|number| format!("word/{number}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let cases: [(&str, &[u8]); 12] = [
        ("nothing", b""),
        ("a text", b"bonjour"),
        ("a video", mp4),
        ("a page", b"<!doctype html><script>alert(1)</script>"),
        ("a program", b"MZ\x90\0\x03\0\0\0"),
        ("a PDF without an end", &PDF[..20]),
        ("half a document", &half[..half.len() / 2]),
        ("a document with macros", &macros),
        ("a table", &sheet),
        ("a document that climbs out", &climbs),
        ("too many files", &docx(&many)),
        ("a picture as wide as a town", &png(1_000_000)),
    ];
    for (what, bytes) in cases {
        assert_eq!(kind_of(bytes), None, "{what}");
    }
}

#[test]
fn a_bomb_is_not_unpacked_to_its_end() {
    let zeros = vec![0; 61_000_000];
    let bomb = docx(&[("word/bomb.xml", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(kind_of(&bomb), None);
}

#[test]
fn an_archive_that_lies_about_its_size_is_found_out() {
    let zeros = vec![0; 61_000_000];
    let mut bomb = docx(&[("word/bomb.xml", &zeros)]);
    let real = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let small = 10_u32.to_le_bytes();
    while let Some(place) = bomb.windows(4).position(|window| window == real) {
        bomb[place..place + 4].copy_from_slice(&small);
    }
    assert_eq!(kind_of(&bomb), None);
}

#[test]
fn names_lose_their_folders_and_get_the_right_ending() {
    let long = "é".repeat(300);
    let cases = [
        ("CV Asmae.pdf", "CV Asmae.pdf"),
        ("/home/asmae/CV.PDF", "CV.pdf"),
        ("C:\\Users\\Asmae\\CV.pdf", "CV.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("video.mp4", "video.mp4.pdf"),
        ("", "document.pdf"),
        (".pdf", "pdf.pdf"),
        ("a\u{0}b\r\nc.pdf", "abc.pdf"),
        ("\u{202e}fdp.exe", "fdp.exe.pdf"),
        ("سيرة ذاتية.pdf", "سيرة ذاتية.pdf"),
    ];
    for (typed, kept) in cases {
        assert_eq!(name_for(typed, &FileKind::Pdf), kept, "{typed:?}");
    }
    assert_eq!(name_for(&long, &FileKind::Docx).chars().count(), board::cv::FILE_NAME_MAX);
    assert_eq!(name_for("photo.JPEG", &FileKind::Jpeg), "photo.jpeg");
}
