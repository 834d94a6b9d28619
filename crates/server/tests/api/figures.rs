//! Figures over HTTP: of whom, for whom, and what nobody can find out by subtracting.

use crate::{
    helpers::{Answer, Browser, Site},
    past::{Made, YEAR, add, branch, make},
};
use board::{
    id::BranchId,
    office::demographics::Gender,
    protocol::{
        figures::{Breakdown, Indicators},
        team::BranchFields,
    },
};
use passerelle_server::demo::people::person_id;
use serde_json::Value;

/// Duos of long ago: many in Liège and Brussels, a few in Verviers and Charleroi, none in Flanders.
async fn site() -> Site {
    let site = Site::demo().await;
    let gender = |place: u32| if place.is_multiple_of(3) { Gender::Male } else { Gender::Female };
    let some = |town: &'static str, from: u32, count: u32| {
        (from..from + count).map(move |place| Made {
            town,
            place,
            found_work: place.is_multiple_of(2),
            gender: Some(if place % 40 == 7 { Gender::Another } else { gender(place) }),
        })
    };
    let made: Vec<Made> = some("Liège", 0, 40)
        .chain(some("Bruxelles", 100, 60))
        .chain(some("Verviers", 200, 3))
        .chain(some("Charleroi", 300, 12))
        .collect();
    add(&site, made).await;
    site
}

async fn read<T: serde::de::DeserializeOwned>(browser: &mut Browser, path: &str) -> T {
    let answer = browser.get(&format!("/api/v1/{path}")).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

fn figure<'a>(answer: &'a Indicators, code: &str) -> &'a board::office::indicators::figure::Figure {
    answer.figures.iter().find(|figure| figure.code.as_str() == code).unwrap()
}

#[track_caller]
fn refused(answer: &Answer, field: &str) {
    assert_eq!(answer.problem(), (422, "unusable".into()), "{}", answer.text());
    let problem: Value = answer.json();
    assert_eq!(problem["fields"][0]["field"], field, "{}", answer.text());
}

#[tokio::test]
async fn a_coordinator_reads_the_figures_of_their_branches() {
    let site = site().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let all: Indicators = read(&mut nadia, &format!("indicators?year={YEAR}")).await;
    // Liège and Verviers.
    assert_eq!(figure(&all, "I01").value, Some(43));
    let positive = figure(&all, "I07");
    assert_eq!((positive.numerator, positive.denominator), (Some(22), Some(43)));
    assert_eq!(positive.unknown, Some(21));
    assert!(!all.of.whole && all.of.branches.len() == 2);
    let verviers = branch("Verviers");
    let one: Indicators =
        read(&mut nadia, &format!("indicators?year={YEAR}&branch={verviers}")).await;
    assert_eq!(figure(&one, "I01").value, Some(3));
    let period = format!("indicators?from={YEAR}-01-11&to={YEAR}-12-31");
    let none: Indicators = read(&mut nadia, &period).await;
    assert_eq!(figure(&none, "I01").value, Some(0));
    let end: Indicators = read(&mut nadia, &format!("indicators?year={YEAR}&anchor=end")).await;
    assert_eq!(figure(&end, "I07").denominator, Some(0), "none of them was closed");
    let foreign = branch("Bruxelles");
    let other = nadia.get(&format!("/api/v1/indicators?year={YEAR}&branch={foreign}")).await;
    assert_eq!(other.problem(), (404, "not_found".into()));
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_name() {
    let site = site().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let liege = branch("Liège");
    for (query, field) in [
        ("year=1999".to_owned(), "year"),
        ("from=2025-05-02&to=2025-05-01".to_owned(), "to"),
        ("from=2025-05-02".to_owned(), "to"),
        ("year=2025&from=2025-05-01&to=2025-05-02".to_owned(), "year"),
        (format!("branch={liege}&region=wallonia"), "region"),
    ] {
        refused(&nadia.get(&format!("/api/v1/indicators?{query}")).await, field);
    }
    for query in ["from=soon&to=2025-05-01", "anchor=middle", "branch=x", "wish=1"] {
        let answer = nadia.get(&format!("/api/v1/indicators?{query}")).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{query}");
    }
    // Two branches: a table of both, and one of each, could be subtracted.
    refused(&nadia.get("/api/v1/indicators/breakdown?by=gender").await, "branch");
    let mut helene = site.browser_of(person_id("Hélène")).await;
    let path = format!("/api/v1/indicators/breakdown?by=gender&branch={liege}");
    refused(&helene.get(&path).await, "branch");
    let mut funder = site.browser_of(person_id("Fonds Rivage")).await;
    refused(&funder.get("/api/v1/indicators?from=2025-05-01&to=2025-06-01").await, "from");
    refused(&funder.get(&path).await, "branch");
}

/// What is hidden of numbers that add up to a total that is shown.
#[track_caller]
fn nothing_small_is_left(total: Option<u32>, parts: &[Option<u32>], what: &str) {
    let Some(total) = total else { return };
    let hidden = parts.iter().filter(|part| part.is_none()).count();
    assert_ne!(hidden, 1, "{what}: {parts:?} of {total}");
    let rest = total - parts.iter().flatten().sum::<u32>();
    assert!(hidden == 0 || rest == 0 || rest >= 5, "{what}: {rest} hidden");
    for part in parts.iter().flatten() {
        assert!(*part == 0 || *part >= 5, "{what}: {part} is shown");
    }
}

#[tokio::test]
async fn a_funder_finds_no_small_number_by_subtracting_tables() {
    let site = site().await;
    let mut funder = site.browser_of(person_id("Fonds Rivage")).await;
    let whole: Indicators = read(&mut funder, &format!("indicators?year={YEAR}")).await;
    let total = figure(&whole, "I01").value;
    assert_eq!(total, Some(115));
    for by in ["gender", "age", "region", "branch", "sector", "lang"] {
        let path = format!("indicators/breakdown?by={by}&year={YEAR}");
        let table: Breakdown = read(&mut funder, &path).await;
        assert_eq!(table.total.duos, total, "{by}");
        let column = |pick: fn(&board::office::breakdown::BreakdownRow) -> Option<u32>| {
            table.rows.iter().map(pick).collect::<Vec<_>>()
        };
        nothing_small_is_left(table.total.duos, &column(|row| row.duos), by);
        nothing_small_is_left(table.total.positive, &column(|row| row.positive), by);
        let rest = column(|row| Some(row.mature? - row.positive?));
        let total = table.total.mature.unwrap() - table.total.positive.unwrap();
        nothing_small_is_left(Some(total), &rest, by);
    }
    // The same places, asked for one by one, and where the year stands.
    let mut regions = Vec::new();
    for region in ["brussels", "wallonia", "flanders"] {
        let path = format!("indicators?year={YEAR}&region={region}");
        let one: Indicators = read(&mut funder, &path).await;
        regions.push((figure(&one, "I01").value, figure(&one, "I07").numerator));
    }
    let starts: Vec<_> = regions.iter().map(|it| it.0).collect();
    nothing_small_is_left(total, &starts, "regions");
    let mut towns = Vec::new();
    for town in ["Liège", "Verviers", "Charleroi"] {
        let path = format!("indicators?year={YEAR}&branch={}", branch(town));
        let one: Indicators = read(&mut funder, &path).await;
        assert!(one.figures.iter().all(|figure| figure.parts.is_empty()));
        towns.push((figure(&one, "I01").value, figure(&one, "I07").numerator));
    }
    let starts: Vec<_> = towns.iter().map(|it| it.0).collect();
    let found: Vec<_> = towns.iter().map(|it| it.1).collect();
    nothing_small_is_left(regions[1].0, &starts, "towns");
    nothing_small_is_left(regions[1].1, &found, "towns");
    let branches: Breakdown =
        read(&mut funder, &format!("indicators/breakdown?by=branch&year={YEAR}")).await;
    for (town, (started, _)) in ["Liège", "Verviers", "Charleroi"].iter().zip(&towns) {
        let id = branch(town).to_string();
        let row = branches.rows.iter().find(|row| row.key.as_ref().unwrap().as_str() == id);
        assert_eq!(row.unwrap().duos, *started, "{town}: hidden in one table and not in the other");
    }
    for row in &whole.progress {
        assert!(row.started.is_none_or(|started| started == 0 || started >= 5));
    }
}

#[tokio::test]
async fn groups_of_one_branch_are_for_those_who_look_after_it() {
    let site = site().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let path = format!("indicators/breakdown?by=gender&year={YEAR}&branch={}", branch("Liège"));
    let table: Breakdown = read(&mut nadia, &path).await;
    let duos: Vec<_> = table.rows.iter().map(|row| row.duos).collect();
    // One person gave another answer: their row, and the smallest other one, are hidden.
    assert_eq!(table.total.duos, Some(40));
    nothing_small_is_left(table.total.duos, &duos, "gender in Liège");
    assert!(duos.contains(&None));
    let mut benoit = site.browser_of(person_id("Benoît")).await;
    let own: Breakdown =
        read(&mut benoit, &format!("indicators/breakdown?by=gender&year={YEAR}")).await;
    assert_eq!(own.rows, table.rows, "of the only branch somebody has");
}

#[tokio::test]
async fn evidence_is_of_duos_and_not_for_funders() {
    let site = site().await;
    let mut nadia = site.browser_of(person_id("Nadia")).await;
    let pack: Value = read(&mut nadia, &format!("evidence?year={YEAR}")).await;
    let codes: Vec<_> =
        pack["figures"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(
        codes,
        ["I01", "K17_agreement", "K17_first_contact", "I23", "K17_calendar", "K17_checklist"]
    );
    let mut funder = site.browser_of(person_id("Fonds Rivage")).await;
    assert_eq!(funder.get("/api/v1/evidence").await.problem().0, 403);
}

#[tokio::test]
async fn exports_hold_codes_and_nothing_that_is_carried_out() {
    let site = Site::demo().await;
    // A branch with a name that a spreadsheet would carry out, and a mentee with a marked name.
    let liege: BranchId = branch("Liège");
    let store = &site.running.app.store;
    let bad = Made { town: "Liège", place: 1, found_work: true, gender: None };
    let mut past = make(&bad);
    past.mentee.name = "Canari".into();
    past.mentor.name = "Canari".into();
    store.add_past(vec![past]).await.unwrap();
    let name = "=HYPERLINK(\"http://x\")".to_owned();
    let fields = BranchFields { name, phone: "04 000 00 02".into(), region: None };
    let odd = BranchId(passerelle_server::ids::new_id(crate::clock::now()));
    store.open_branch(odd, fields).await.unwrap();
    let mut second = make(&Made { town: "Liège", place: 2, found_work: false, gender: None });
    second.branch = odd;
    store.add_past(vec![second]).await.unwrap();
    let mut helene = site.browser_of(person_id("Hélène")).await;
    let file = helene.get(&format!("/api/v1/exports/duos.csv?year={YEAR}")).await;
    assert_eq!(file.status, 200, "{}", file.text());
    assert!(file.header("content-disposition").contains(&format!("duos-{YEAR}-01-01")));
    let text = file.text();
    assert!(text.starts_with('\u{feff}') && !text.contains("Canari"), "{text}");
    assert!(text.contains("\"'=HYPERLINK("), "{text}");
    let lines: Vec<_> = text.trim_end().lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().all(|line| line.matches(';').count() == 29), "{text}");
    let plain = helene.get(&format!("/api/v1/exports/duos.csv?year={YEAR}&bom=false")).await;
    assert!(plain.text().starts_with('"'));
    // The same duo has the same code in every file, and the id is not in it.
    let duo = make(&bad).id.to_string();
    assert!(!text.contains(&duo) && lines[1..].iter().all(|line| plain.text().contains(*line)));
    let book = helene.get(&format!("/api/v1/exports/duos.xlsx?year={YEAR}")).await;
    assert_eq!(book.status, 200);
    no_formula(&book.body, "=HYPERLINK(\"http://x\")");
    for kind in ["indicators.csv", "indicators.xlsx", "evidence.csv"] {
        let file = helene.get(&format!("/api/v1/exports/{kind}?year={YEAR}&branch={liege}")).await;
        assert_eq!(file.status, 200, "{kind}");
        assert!(!file.text().contains("Canari"));
    }
    let file = helene.get(&format!("/api/v1/exports/breakdown.csv?by=branch&year={YEAR}")).await;
    assert_eq!(file.status, 200, "{}", file.text());
    let lines: Vec<_> = file.text().trim_end().lines().map(str::to_owned).collect();
    assert!(lines.iter().any(|line| line.starts_with("\"'=HYPERLINK(")), "{lines:?}");
    // One duo in each: hidden like on the page, and so is their sum.
    assert_eq!(lines.last().map(String::as_str), Some("\"all\";\"\";\"\";\"\";\"\""));
    let book = helene.get(&format!("/api/v1/exports/breakdown.xlsx?by=gender&year={YEAR}")).await;
    assert_eq!(book.status, 200, "{}", book.text());
    no_formula(&book.body, "f");
    // Who was in the file can see that it was taken out.
    let looks = store.looks_at(make(&bad).mentee.id).await.unwrap();
    assert_eq!(looks.len(), 1);
}

/// The cell is there as a text, and no cell is a formula.
fn no_formula(bytes: &[u8], text: &str) {
    use calamine::{Data, Reader, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&name).unwrap();
    assert!(formulas.cells().all(|(.., formula)| formula.is_empty()));
    let sheet = book.worksheet_range(&name).unwrap();
    assert!(sheet.cells().any(|(.., cell)| *cell == Data::String(text.to_owned())));
}
