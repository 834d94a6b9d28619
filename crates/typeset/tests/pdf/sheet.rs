//! Sheets: plans and pages of meetings.

use typeset::{Sheet, SheetSection, TypesetError, sheet_pdf};

use crate::read::Pdf;
use crate::samples::sheet;

#[test]
fn a_meeting_is_one_accessible_page() {
    let pdf = Pdf::read(sheet_pdf(&sheet()).unwrap());
    assert!(pdf.is_tagged() && pdf.is_accessible());
    assert_eq!((pdf.pages(), pdf.size()), (1, (595, 842)));
    assert_eq!([pdf.count("H1"), pdf.count("H2"), pdf.count("L"), pdf.count("LI")], [1, 3, 2, 5]);
    let text = pdf.text();
    assert!(text.contains("☐ Relire la lettre"), "{text}");
    assert!(!text.contains("Rien ici"), "a section without lines");
}

#[test]
fn a_long_plan_has_page_numbers() {
    let lines = (1..=200).map(|at| format!("☐ Étape {at}.")).collect();
    let sections = vec![SheetSection { heading: String::new(), lines }];
    let pdf = Pdf::read(sheet_pdf(&Sheet { sections, ..sheet() }).unwrap());
    assert!(pdf.is_accessible());
    let text = pdf.text();
    assert!((1..=200).all(|at| text.contains(&format!("Étape {at}."))));
    assert!(text.contains(&format!("2 / {}", pdf.pages())));
}

#[test]
fn a_sheet_without_a_title_is_refused() {
    let untitled = Sheet { title: "\n".into(), ..sheet() };
    assert_eq!(sheet_pdf(&untitled), Err(TypesetError::Empty));
}
