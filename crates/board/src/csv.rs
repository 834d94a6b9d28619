//! Tables as files for spreadsheets, safe to open: no cell can begin a formula.

/// So that spreadsheets read accents as they are.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The table as CSV: UTF-8 with its mark, semicolons as spreadsheets in Belgium expect, lines that
/// end as RFC 4180 says.
#[must_use]
pub fn table(headings: &[String], rows: &[Vec<String>]) -> String {
    let mut file = String::from(BYTE_ORDER_MARK);
    for cells in std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                file.push(';');
            }
            push_cell(&mut file, cell);
        }
        file.push_str("\r\n");
    }
    file
}

/// Always in quotes. What a spreadsheet would carry out gets an apostrophe, which it shows as text
/// (OWASP, "CSV injection").
fn push_cell(file: &mut String, cell: &str) {
    file.push('"');
    if cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n'])
    {
        file.push('\'');
    }
    for sign in cell.chars() {
        if sign == '"' {
            file.push('"');
        }
        file.push(sign);
    }
    file.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cell: &str) -> String {
        let file = table(&["A".into()], &[vec![cell.into()]]);
        file.trim_start_matches("\u{feff}\"A\"\r\n").trim_end().to_owned()
    }

    #[test]
    fn cells_stay_cells() {
        let rows = vec![vec!["a;b".to_owned(), "dit \"oui\"\net non".to_owned()]];
        let file = table(&["Employeur".into(), "Poste".into()], &rows);
        let expected = "\u{feff}\"Employeur\";\"Poste\"\r\n\"a;b\";\"dit \"\"oui\"\"\net non\"\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn nothing_can_be_carried_out() {
        for typed in ["=1+1", "+32", "-2", "@cmd", "\t=1", " =HYPERLINK(1)", "＝1"] {
            assert!(row(typed).starts_with("\"'"), "{typed:?}");
        }
        assert_eq!(row("Crèche = bien"), "\"Crèche = bien\"");
        assert_eq!(row(""), "\"\"");
    }
}
