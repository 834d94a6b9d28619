//! CVs: what is on the page, and what people may write without harm.

use typeset::{Cv, CvSection, LONGEST, TypesetError, cv_pdf, missing_glyphs};

use crate::read::{Pdf, letters};
use crate::samples::{arabic_cv, cv, entry};

fn made(cv: &Cv) -> Pdf {
    Pdf::read(cv_pdf(cv).expect("a page"))
}

#[test]
fn a_normal_cv_is_one_accessible_page() {
    let pdf = made(&cv());
    assert_eq!((pdf.pages(), pdf.size()), (1, (595, 842)));
    assert_eq!(pdf.lang(), "fr-BE");
    assert!(pdf.is_tagged() && pdf.is_accessible());
    assert_eq!([pdf.count("H1"), pdf.count("H2"), pdf.count("H3")], [1, 3, 5]);
    assert_eq!(pdf.count("LI"), 3);
    let text = pdf.text();
    for words in ["Asmae El Amrani", "0470 12 34 56", "Expérience", "sept. 2025 – déc. 2025"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("Loisirs"), "a section without entries");
}

#[test]
fn the_same_cv_is_the_same_file() {
    assert_eq!(cv_pdf(&cv()), cv_pdf(&cv()));
}

#[test]
fn what_looks_like_markup_is_printed() {
    let attempts = [
        "#set page(fill: red)",
        "#read(\"/etc/passwd\")",
        "#import \"@preview/example:0.1.0\": *",
        "$x^2$ @name <label> *bold* _it_ `code` = title",
        "#{ while true {} }",
        "\\ \\u{41} // no comment /* nor this */ --- ~",
        "\"}],\"name\":\"x",
        "]; panic(\"x\") [",
        "- + / C:\\temp 'a' \"b\" ... <b>&amp;</b>",
    ];
    for attempt in attempts {
        let mut cv = cv();
        cv.name = attempt.to_owned();
        cv.contact = vec![attempt.to_owned()];
        cv.profile = attempt.to_owned();
        cv.sections[0].title = attempt.to_owned();
        cv.sections[0].entries[0] = entry(attempt, attempt, "2024", attempt);
        let pdf = made(&cv);
        assert!(pdf.is_accessible(), "{attempt}");
        // A dash at the start of a text is the mark of a list.
        let printed = attempt.trim_start_matches("- ");
        let times = pdf.letters().matches(&letters(printed)).count();
        assert_eq!(times, 7, "{attempt} in {}", pdf.text());
    }
}

#[test]
fn names_of_any_script_are_printed() {
    for name in ["أسماء بن علي", "Олена Ковальʼчук", "Nguyễn Thị Ánh", "שרה", "Zoe\u{308} E\u{301}"]
    {
        let cv = Cv { name: name.to_owned(), ..cv() };
        let pdf = made(&cv);
        assert!(pdf.is_accessible(), "{name}");
        assert!(missing_glyphs(name).is_empty(), "{name}");
    }
}

#[test]
fn an_arabic_cv_begins_on_the_right() {
    let pdf = made(&arabic_cv());
    assert_eq!((pdf.lang().as_str(), pdf.pages()), ("ar", 1));
    assert!(pdf.is_accessible());
    assert!(pdf.text().contains("0470 12 34 56"), "{}", pdf.text());
}

#[test]
fn letters_that_cannot_be_shown_do_not_stop_a_cv() {
    let cv = Cv { name: "ሰላም 中文 🧹\u{0}\u{202e}\u{fffe}\u{e000}".to_owned(), ..cv() };
    let pdf = made(&cv);
    assert!(pdf.is_tagged());
    assert!(!pdf.is_accessible(), "a box instead of a letter is not accessible");
    assert!(pdf.text().contains("Expérience"));
    assert_eq!(missing_glyphs(&cv.name).len(), 7);
}

#[test]
fn nothing_is_cut() {
    let mut long = cv();
    long.sections[0].entries[0].text = "mot ".repeat(2_500);
    long.sections[0].entries[1] = entry(&"titre".repeat(60), &"x".repeat(200), &"9".repeat(90), "");
    long.sections[0].entries[2].text = "y".repeat(10_000);
    long.contact.push(format!("https://example.be/{}", "z".repeat(150)));
    let pdf = made(&long);
    let letters = pdf.letters();
    for (letters_of, times) in [("mot", 2_500), ("titre", 60)] {
        assert_eq!(letters.matches(letters_of).count(), times, "{letters_of}");
    }
    let run = |letter: char| letters.split(|c| c != letter).map(str::len).max();
    assert_eq!([run('x'), run('9'), run('z')], [Some(200), Some(90), Some(150)]);
    assert_eq!(letters.matches('y').count() - made(&cv()).letters().matches('y').count(), 10_000);
    assert!(pdf.is_accessible());
}

#[test]
fn many_short_lines_go_on_over_the_page() {
    let mut cv = cv();
    cv.sections[0].entries = vec![entry("Chanteuse", "", "2024", &"la\n".repeat(200))];
    assert!(made(&cv).pages() >= 4);
}

#[test]
fn forty_entries_are_all_there() {
    let mut cv = cv();
    let job = |at| entry(&format!("Métier numéro {at}."), "Liège", "2024", "Une ligne.");
    cv.sections[0].entries = (1..=40).map(job).collect();
    let pdf = made(&cv);
    assert!((2..=5).contains(&pdf.pages()), "{} pages", pdf.pages());
    let text = pdf.text();
    assert!((1..=40).all(|at| text.contains(&format!("Métier numéro {at}."))), "{text}");
    assert!(text.contains(&format!("1 / {}", pdf.pages())), "page numbers");
}

#[test]
fn headings_have_no_gap_when_parts_are_missing() {
    let nameless = Cv { name: String::new(), ..cv() };
    let mut untitled = cv();
    untitled.sections[0].title = String::new();
    let mut bare = cv();
    bare.sections = vec![CvSection {
        title: " ".into(),
        entries: vec![
            entry("", "Liège", "", "a"),
            entry("", "", "2024", ""),
            entry("", "", "", "b"),
        ],
    }];
    for cv in [nameless, untitled, bare] {
        assert!(made(&cv).is_accessible(), "{cv:?}");
    }
}

#[test]
fn what_is_no_cv_is_said() {
    let lang = || "fr".to_owned();
    let blank = vec![CvSection { title: "Vide".into(), entries: vec![entry(" ", "\n", "\0", "")] }];
    let cases = [
        (Cv { lang: lang(), ..Cv::default() }, TypesetError::Empty),
        (Cv { lang: lang(), sections: blank, ..Cv::default() }, TypesetError::Empty),
        (Cv { lang: "français".into(), ..cv() }, TypesetError::Language),
    ];
    for (cv, error) in cases {
        assert_eq!(cv_pdf(&cv), Err(error));
    }
    let huge = Cv { profile: "a".repeat(LONGEST + 1), ..cv() };
    assert_eq!(cv_pdf(&huge), Err(TypesetError::TooLong));
}
