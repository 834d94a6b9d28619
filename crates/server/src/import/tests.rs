//! Lists as people send them.

use super::{check::Known, read};
use crate::{clock, ids, store::pool::KnownPerson};
use board::{
    actor::Role,
    id::{BranchId, PersonId},
    protocol::{
        imports::{CellRule, FileRule, ImportColumn, ImportPreview, Weight},
        session::BranchInfo,
    },
};

fn known() -> Known {
    let now = clock::now();
    let branch = BranchId(ids::new_id(now));
    let person = |role, name: &str, running| KnownPerson {
        id: PersonId(ids::new_id(now)),
        role,
        name: name.to_owned(),
        lang: "fr".into(),
        branch,
        running,
        version: 1,
        looking: false,
    };
    Known {
        branches: vec![BranchInfo { id: branch, name: "Liège".into(), phone: String::new() }],
        people: vec![person(Role::Mentor, "Cécile", 3), person(Role::Mentee, "Yonas", 1)],
        staff: vec![person(Role::Coordinator, "Nadia", 0)],
        lang: "fr".into(),
        now,
    }
}

fn remarks(preview: &ImportPreview, row: usize) -> Vec<(ImportColumn, CellRule)> {
    preview.rows[row].remarks.iter().map(|remark| (remark.column, remark.rule)).collect()
}

const HEAD: &str = "Mentee;Langue mentee;Mentor;Antenne;Date de début;Fin prévue\n";

#[test]
fn the_same_list_in_every_dress() {
    let known = known();
    let plain = format!("{HEAD}Fatoumata;nl;Gérard;Liège;02/11/2026;03/05/2027\n");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&plain);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(plain.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let tabs = plain.replace(';', "\t");
    let commas = plain.replace(';', ",");
    let titled = format!("Nos duos de 2026;;;\n\n{plain}");
    let first = read(plain.as_bytes(), &known).unwrap();
    assert_eq!(first.rows[0].duo.mentor_name, "Gérard");
    assert_eq!(first.rows[0].duo.start, "2026-11-02".parse().ok());
    assert_eq!((first.rows[0].line, first.rows[0].duo.mentee_lang.as_str()), (2, "nl"));
    assert_eq!(remarks(&first, 0), []);
    let marked = format!("\u{feff}{plain}");
    for bytes in
        [marked.as_bytes(), &windows, &utf16, tabs.as_bytes(), commas.as_bytes(), titled.as_bytes()]
    {
        let preview = read(bytes, &known).unwrap();
        assert_eq!(preview.rows[0].duo, first.rows[0].duo, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn lines_are_counted_as_the_program_shows_them() {
    let known = known();
    let rows = "A;fr;Rose;Liège;02/11/2026;\n\nB;fr;\"Anne\nMarie\";Liège;02/11/2026;\nC;fr;Luc;Liège;02/11/2026;\n";
    for end in ["\n", "\r\n", "\r"] {
        let list = format!("{HEAD}{rows}").replace('\n', end);
        let preview = read(list.as_bytes(), &known).unwrap();
        let lines = preview.rows.iter().map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines, [2, 4, 6], "{end:?}");
    }
}

#[test]
fn each_cell_that_is_wrong_is_named() {
    let known = known();
    let list = format!(
        "{HEAD};fr;Gérard;Liège;02/11/2026;\n\
         Amal;fr;Gérard;Namur;02/11/2026;\n\
         Bilal;klingon;Luc;Liège;11/25/2026;\n\
         Chloé;fr;Luc;Liège;02/11/2026;01/11/2026\n\
         Dina;fr;=A1;Liège;bientôt;\n\
         Elif;fr;Elif;Liège;02/11/2026;\n\
         Amal;fr;Rose;Liège;02/11/2026;\n\
         Amal;fr;Rose;Liège;02/11/2026;\n\
         Yonas;fr;Rose;Liège;02/11/2026;\n"
    );
    let preview = read(list.as_bytes(), &known).unwrap();
    use CellRule::*;
    use ImportColumn::*;
    let blocking = |row: usize| -> Vec<_> {
        let remarks = preview.rows[row].remarks.iter();
        let blocks = remarks.filter(|remark| remark.rule.weight() == Weight::Blocks);
        blocks.map(|remark| (remark.column, remark.rule)).collect()
    };
    assert_eq!(blocking(0), [(MenteeName, Empty)]);
    assert_eq!(blocking(1), [(Branch, Unknown)]);
    assert_eq!(blocking(2), [(MenteeLang, Unknown), (Start, MonthFirst)]);
    assert_eq!(blocking(3), [(PlannedEnd, EndBeforeStart)]);
    assert_eq!(blocking(4), [(MentorName, Formula), (Start, NotADay)]);
    assert_eq!(blocking(5), [(MentorName, SamePerson)]);
    assert_eq!(blocking(6), []);
    assert_eq!(blocking(7), [(MenteeName, TwiceInFile)]);
    assert_eq!(blocking(8), [(MenteeName, InBranch)]);
    assert_eq!(preview.rows[7].remarks[0].number, Some(8), "the line of the first one");
    assert_eq!(preview.rows[2].remarks[0].typed.as_deref(), Some("klingon"));
}

#[test]
fn a_mentor_with_many_duos_is_asked_about() {
    let known = known();
    let row = |mentee: &str, mentor: &str| format!("{mentee};fr;{mentor};Liège;02/11/2026;\n");
    let mut list = HEAD.to_owned() + &row("Amal", "cecile");
    for mentee in ["Bilal", "Chloé", "Dina", "Elif"] {
        list += &row(mentee, "Gérard");
    }
    let preview = read(list.as_bytes(), &known).unwrap();
    let name = ImportColumn::MentorName;
    assert_eq!(remarks(&preview, 0), [(name, CellRule::KnownMentor), (name, CellRule::ManyDuos)]);
    assert_eq!(preview.rows[0].duo.mentor, Some(known.people[0].id));
    assert_eq!(preview.rows[0].weight(), Some(Weight::Asks));
    assert_eq!(remarks(&preview, 3), [(name, CellRule::SharedMentor)]);
    assert_eq!(remarks(&preview, 4), [(name, CellRule::SharedMentor), (name, CellRule::ManyDuos)]);
    assert_eq!(preview.rows[4].remarks[1].number, Some(4));
}

#[test]
fn a_file_that_is_no_list_says_why() {
    let known = known();
    let many = HEAD.to_owned() + &"A;fr;B;Liège;02/11/2026;\n".repeat(2300);
    for (bytes, rule) in [
        (&b"bonjour"[..], FileRule::NoHeadings),
        (b"", FileRule::NoHeadings),
        (HEAD.as_bytes(), FileRule::NoRows),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileRule::Kind),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", FileRule::Kind),
        (b"PK\x03\x04 and no archive", FileRule::Damaged),
        (many.as_bytes(), FileRule::TooManyRows),
    ] {
        assert_eq!(read(bytes, &known).err(), Some(rule), "{:?}", &bytes[..bytes.len().min(20)]);
    }
}
