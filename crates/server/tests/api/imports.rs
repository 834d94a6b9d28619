//! Duos from a file: what people send, what they are told, and how it is taken back.

use crate::{
    clock,
    helpers::{Answer, Browser, Site, new_duo, token},
};
use passerelle_server::ids;
use reqwest::{Method, header};
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const HEAD: &str = "Mentee;Langue mentee;Mentor;Langue mentor;Date de début;Fin prévue\n";

async fn look(browser: &mut Browser, bytes: Vec<u8>) -> Answer {
    let request = browser.request(Method::PUT, "/api/v1/imports/preview");
    let request = request.header(header::CONTENT_TYPE, "application/octet-stream").body(bytes);
    browser.send(request).await
}

/// What is said of a row: column and rule of each remark.
fn remarks(preview: &Value, row: usize) -> Vec<String> {
    let remarks = preview["rows"][row]["remarks"].as_array().unwrap();
    let said = |remark: &Value| {
        format!("{} {}", remark["column"].as_str().unwrap(), remark["rule"].as_str().unwrap())
    };
    remarks.iter().map(said).collect()
}

fn chosen(preview: &Value, rows: &[usize]) -> Value {
    let duos: Vec<&Value> = rows.iter().map(|row| &preview["rows"][*row]["duo"]).collect();
    json!({ "id": ids::new_id(clock::now()), "duos": duos })
}

/// A sheet with these rows; a cell that begins with `=` is a formula with a result.
fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    let mut cells = String::new();
    for (row, texts) in rows.iter().enumerate() {
        cells += &format!("<row r=\"{}\">", row + 1);
        for (column, text) in texts.iter().enumerate() {
            let at = format!("{}{}", char::from(b'A' + column as u8), row + 1);
            cells += &match text.strip_prefix('=') {
                Some(formula) => format!("<c r=\"{at}\" t=\"str\"><f>{formula}</f><v>Luc</v></c>"),
                None => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            };
        }
        cells += "</row>";
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let files = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" \
                 ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Duos\" \
                 sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>"),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[tokio::test]
async fn a_list_of_an_old_program_is_read_shown_and_created_once() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    // Windows-1252 with semicolons, as a Belgian Excel saves it.
    let list = format!(
        "{HEAD}Fatoumata;fr;G\u{e9}rard;nl;02/11/2026;\nRen\u{e9};fr;G\u{e9}rard;nl;03/11/2026;\n"
    );
    let bytes: Vec<u8> = list.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let preview: Value = look(&mut browser, bytes).await.json();
    assert_eq!(preview["rows"][1]["duo"]["mentee_name"], "René");
    assert_eq!(remarks(&preview, 1), ["mentor_name shared_mentor"]);

    let body = chosen(&preview, &[0, 1]);
    let made = browser.post("/api/v1/imports", &body).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let info: Value = made.json();
    assert_eq!(
        (&info["duos"], &info["people"], &info["can_undo"]),
        (&json!(2), &json!(3), &json!(true))
    );
    let again: Value = browser.post("/api/v1/imports", &body).await.json();
    assert_eq!(again, info, "a lost answer asked for again");
    let duos: Value = browser.get("/api/v1/duos").await.json();
    assert_eq!(duos.as_array().unwrap().len(), 2);
    assert_eq!(duos[0]["mentor"]["id"], duos[1]["mentor"]["id"], "one mentor, two duos");
    assert_eq!(duos[0]["mentor"]["lang"], "nl");

    let mut other = body.clone();
    other["duos"][0]["mentee_name"] = json!("Somebody else");
    let reused = browser.post("/api/v1/imports", &other).await;
    assert_eq!(reused.problem(), (422, "unusable".into()));
    let duos: Value = browser.get("/api/v1/duos").await.json();
    assert_eq!(duos.as_array().unwrap().len(), 2, "and nothing is created twice");

    // The same file once more: the people are known by now.
    let preview: Value = look(&mut browser, list.into_bytes()).await.json();
    assert!(remarks(&preview, 0).contains(&"mentee_name in_branch".to_owned()));
    let refused = browser.post("/api/v1/imports", &chosen(&preview, &[0])).await;
    assert_eq!(refused.problem(), (422, "unusable".into()));
    assert_eq!(refused.json::<Value>()["fields"][0]["field"], "duos[0]");
}

#[tokio::test]
async fn each_thing_that_is_wrong_is_said_at_its_cell() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    let branches: Value = browser.get("/api/v1/branches").await.json();
    let made: Value = browser.post("/api/v1/duos", &new_duo(&branches[0]["id"])).await.json();
    let mut more = new_duo(&branches[0]["id"]);
    more["mentor"] = made["duo"]["mentor"]["id"].clone();
    for name in ["Fatima", "Yonas"] {
        more["mentee_name"] = json!(name);
        assert_eq!(browser.post("/api/v1/duos", &more).await.status, 201);
    }
    let list = format!(
        "{HEAD}Asmae;fr;Luc;fr;02/11/2026;\n\
         Amal;fr;C\u{e9}cile;fr;02/11/2026;\n\
         Bilal;fr;Luc;fr;02/11/2026;01/11/2026\n\
         Chlo\u{e9};fr;Luc;fr;11/25/2026;\n\
         Amal;fr;Rose;fr;02/11/2026;\n\
         85.07.30-033.28;fr;Rose;fr;02/11/2026;\n"
    );
    let preview: Value = look(&mut browser, list.into_bytes()).await.json();
    assert_eq!(remarks(&preview, 0), ["mentee_name in_branch"]);
    assert_eq!(remarks(&preview, 1), ["mentor_name known_mentor", "mentor_name many_duos"]);
    assert_eq!(preview["rows"][1]["remarks"][1]["number"], 4);
    assert!(remarks(&preview, 2).contains(&"planned_end end_before_start".to_owned()));
    assert!(remarks(&preview, 3).contains(&"start month_first".to_owned()));
    assert!(remarks(&preview, 4).contains(&"mentee_name twice_in_file".to_owned()));
    assert!(remarks(&preview, 5).contains(&"mentee_name private_number".to_owned()));
    // The fourth duo of Cécile, once somebody says so; a mentor nobody saw is not slipped in.
    let mut swapped = chosen(&preview, &[1]);
    swapped["duos"][0]["mentor"] = made["duo"]["mentee"]["id"].clone();
    assert_eq!(browser.post("/api/v1/imports", &swapped).await.status, 422);
    assert_eq!(browser.post("/api/v1/imports", &chosen(&preview, &[1])).await.status, 201);
}

#[tokio::test]
async fn a_sheet_is_read_and_its_formulas_are_not_believed() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    let bytes = sheet(&[
        &["Les duos de novembre"],
        &["Mentee", "Mentor", "Début"],
        &["Fatoumata", "Gérard", "02/11/2026"],
        &["Bilal", "=A3", "02/11/2026"],
        &["+33", "Rose", "02/11/2026"],
    ]);
    let answer = look(&mut browser, bytes.clone()).await;
    let preview: Value = answer.json();
    assert_eq!(remarks(&preview, 0), Vec::<String>::new(), "{}", answer.text());
    assert_eq!(preview["rows"][0]["line"], 3);
    assert_eq!(remarks(&preview, 1), ["mentor_name formula"]);
    assert_eq!(preview["rows"][1]["duo"]["mentor_name"], "", "the result is not taken over");
    assert_eq!(remarks(&preview, 2), ["mentee_name formula"]);
    assert_eq!(browser.post("/api/v1/imports", &chosen(&preview, &[1])).await.status, 422);
    assert_eq!(browser.post("/api/v1/imports", &chosen(&preview, &[0])).await.status, 201);

    let cut = bytes[..bytes.len() / 2].to_vec();
    for (bytes, rule) in [
        (cut, "damaged"),
        (b"bonjour".to_vec(), "no_headings"),
        (HEAD.as_bytes().to_vec(), "no_rows"),
        (b"%PDF-1.7\nstartxref\n9\n%%EOF\n\x00".to_vec(), "kind"),
    ] {
        let refused = look(&mut browser, bytes).await;
        assert_eq!(refused.problem(), (422, "unusable".into()));
        assert_eq!(refused.json::<Value>()["fields"][0], json!({ "field": "file", "rule": rule }));
    }
    let large = look(&mut browser, vec![b'a'; 1024 * 1024 + 1]).await;
    assert_eq!(large.problem(), (413, "too_large".into()));
}

#[tokio::test]
async fn a_list_is_taken_back_until_somebody_came_in() {
    let site = Site::empty().await;
    let mut browser = site.coordinator().await;
    let list = |names: [&str; 2]| format!("{HEAD}{};fr;{};nl;02/11/2026;\n", names[0], names[1]);
    let create = async |browser: &mut Browser, names| {
        let preview: Value = look(browser, list(names).into_bytes()).await.json();
        let made: Value = browser.post("/api/v1/imports", &chosen(&preview, &[0])).await.json();
        format!("/api/v1/imports/{}", made["id"].as_str().unwrap())
    };
    let first = create(&mut browser, ["Fatoumata", "Gérard"]).await;
    assert_eq!(browser.delete(&first).await.status, 204);
    assert_eq!(browser.get("/api/v1/imports").await.json::<Value>(), json!([]));
    assert_eq!(browser.get("/api/v1/duos").await.json::<Value>(), json!([]));
    assert_eq!(browser.get("/api/v1/people").await.json::<Value>()["total"], 0);
    assert_eq!(browser.delete(&first).await.status, 404, "once is enough");

    let second = create(&mut browser, ["Fatoumata", "Gérard"]).await;
    let slips: Value = browser.post(&format!("{second}/slips"), &json!({})).await.json();
    assert_eq!(
        (&slips["total"], slips["invitations"][1]["lang"].as_str()),
        (&json!(2), Some("nl"))
    );
    assert_eq!(slips["invitations"][0]["name"], "Fatoumata");
    let token = token(&slips, 0);
    assert_eq!(site.browser().sign_in(&token, true).await.status, 200);
    let info: Value = browser.get("/api/v1/imports").await.json();
    assert_eq!((&info[0]["came_in"], &info[0]["can_undo"]), (&json!(1), &json!(false)));
    assert_eq!(browser.delete(&second).await.problem(), (412, "stale".into()));
    let slips: Value = browser.post(&format!("{second}/slips"), &json!({})).await.json();
    assert_eq!(slips["total"], 1, "who came in needs no paper");
    let people: Value = browser.get("/api/v1/people").await.json();
    assert_eq!(people["total"], 2);
}
