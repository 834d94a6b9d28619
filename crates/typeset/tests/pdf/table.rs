//! Tables: headers on every page, nothing lost, wrong shapes said.

use typeset::{Table, TypesetError, table_pdf};

use crate::read::Pdf;
use crate::samples::table;

fn made(table: &Table) -> Pdf {
    Pdf::read(table_pdf(table).expect("a page"))
}

#[test]
fn the_header_comes_back_on_every_page() {
    let pdf = made(&table());
    assert!(pdf.is_tagged() && pdf.is_accessible());
    assert!(pdf.pages() > 1);
    assert_eq!(pdf.size(), (842, 595), "five columns lie on their side");
    let text = pdf.text();
    assert_eq!(text.matches("Employeur").count(), pdf.pages());
    assert_eq!(text.matches("Fait le 22 novembre 2026").count(), pdf.pages());
    assert!(text.contains(&format!("1 / {}", pdf.pages())));
    assert_eq!(text.matches("Aide-soignante").count(), 60);
    assert_eq!([pdf.count("TH"), pdf.count("TD")], [5, 300]);
}

#[test]
fn few_columns_stand_upright_and_short_rows_are_filled() {
    let table = Table {
        columns: vec!["Date".into(), "Quoi".into(), "Suite".into()],
        rows: vec![vec!["12 mars".into()], vec!["13 mars".into(), "#strike[a]\n- b\n- c".into()]],
        ..table()
    };
    let pdf = made(&table);
    assert_eq!((pdf.size(), pdf.pages()), ((595, 842), 1));
    assert!(pdf.is_accessible());
    assert!(pdf.text().contains("#strike[a]"));
}

#[test]
fn long_words_and_long_cells_stay_on_the_page() {
    let mut table = table();
    table.columns = vec!["Incompréhensibilité".into(); 12];
    table.rows = vec![vec!["é".repeat(500); 12], vec!["mot ".repeat(300); 2]];
    let pdf = made(&table);
    let letters = pdf.letters();
    assert_eq!(letters.matches("mot").count(), 600);
    assert!(pdf.is_accessible());
}

#[test]
fn many_short_lines_go_on_over_the_page() {
    let rows = vec![vec!["la\n".repeat(100)]];
    assert!(made(&Table { rows, ..table() }).pages() >= 4);
}

#[test]
fn nothing_is_too_long_for_the_foot_of_a_page() {
    let made_on = format!("Fait {}ici", "très tard ".repeat(20));
    let pdf = made(&Table { made_on: made_on.clone(), ..table() });
    assert_eq!(pdf.text().matches(&made_on).count(), 1, "{}", pdf.text());
}

#[test]
fn a_table_without_rows_is_made() {
    assert!(made(&Table { rows: Vec::new(), ..table() }).text().contains("Employeur"));
}

#[test]
fn what_is_no_table_is_said() {
    let mut wide = table();
    wide.rows[1].push("de trop".into());
    let cases = [
        (wide, TypesetError::Row { row: 2, cells: 6, columns: 5 }),
        (Table { columns: Vec::new(), rows: Vec::new(), ..table() }, TypesetError::Empty),
        (Table { title: " ".into(), ..table() }, TypesetError::Empty),
        (Table { rows: vec![Vec::new(); 100_000], ..table() }, TypesetError::TooLong),
        (Table { lang: String::new(), ..table() }, TypesetError::Language),
    ];
    for (table, error) in cases {
        assert_eq!(table_pdf(&table), Err(error));
    }
}
