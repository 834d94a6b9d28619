//! Printed pages: only what the reader may read, only what was chosen.

use crate::pair::{Pair, add_objective, new_id};
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test]
async fn a_cv_is_printed_in_its_own_language() {
    let mut pair = Pair::demo().await;
    for (lang, heading) in
        [("fr", "EXPÉRIENCE"), ("nl", "ERVARING"), ("en", "EXPERIENCE"), ("de", "BERUFSERFAHRUNG")]
    {
        let cv = pair.add_cv("Canari #set $x$", lang, false).await;
        let pdf = pair.mentor_gets(&format!("cvs/{cv}.pdf")).await;
        assert_eq!(pdf.status, 200, "{}", pdf.text());
        assert!(pdf.body.starts_with(b"%PDF-"));
        assert_eq!(pdf.header("content-type"), "application/pdf");
        assert!(pdf.header("content-disposition").starts_with("attachment; filename=\"CV "));
        let text = pair.mentee_gets(&format!("cvs/{cv}.txt")).await;
        assert!(text.text().contains(heading) && text.text().contains("Canari #set $x$"), "{lang}");
        assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    }
}

#[tokio::test]
async fn a_private_cv_is_not_there_for_the_mentor() {
    let mut pair = Pair::demo().await;
    let cv = pair.add_cv("Canari-secret", "fr", true).await;
    for ending in ["pdf", "txt"] {
        assert_eq!(pair.mentee_gets(&format!("cvs/{cv}.{ending}")).await.status, 200);
        let answer = pair.mentor_gets(&format!("cvs/{cv}.{ending}")).await;
        assert_eq!(answer.problem(), (404, "not_found".into()));
    }
}

#[tokio::test]
async fn what_is_no_cv_is_not_printed() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "x", false)).await;
    let empty = new_id();
    pair.mentee_does(crate::pair::add(
        empty,
        false,
        json!({ "cv_version": { "kind": "cv",
        "number": 7, "title": "CV", "lang": "fr" } }),
    ))
    .await;
    for name in [format!("{objective}.pdf"), format!("{empty}.exe"), "x.pdf".into(), "x".into()] {
        assert_eq!(pair.mentee_gets(&format!("cvs/{name}")).await.problem().0, 404, "{name}");
    }
    let answer = pair.mentee_gets(&format!("cvs/{empty}.pdf")).await;
    assert_eq!(answer.problem(), (422, "unusable".into()));
}

fn proof(items: &[Uuid]) -> Value {
    json!({ "from": "2026-01-01", "until": "2099-12-31", "items": items, "lang": "nl" })
}

#[tokio::test]
async fn a_proof_holds_what_was_chosen() {
    let mut pair = Pair::demo().await;
    let (application, objective, step) = (new_id(), new_id(), new_id());
    pair.mentee_does(json!({ "add_application": { "id": application, "employer": "Les Lutins",
        "job": "Puéricultrice", "stage": "sent", "only_me": true } }))
        .await;
    pair.mentee_does(add_objective(objective, "x", false)).await;
    pair.mentee_does(json!({ "add_step": { "id": step, "objective": objective, "title": "Écrire",
        "who": "mentee", "order": "80" } }))
        .await;
    let path = pair.path("proof.pdf");
    let made = pair.mentee.browser.post(&path, &proof(&[application, step])).await;
    assert_eq!(made.status, 200, "{}", made.text());
    assert!(made.body.starts_with(b"%PDF-"));
    let refused = pair.mentor.browser.post(&path, &proof(&[step])).await;
    assert_eq!(refused.problem(), (403, "not_allowed".into()));
    for (body, field) in [
        (proof(&[new_id()]), "items"),
        (proof(&[objective]), "items"),
        (proof(&[]), "items"),
        (
            json!({ "from": "2026-01-01", "until": "2026-01-02", "items": [step], "lang": "nl" }),
            "items",
        ),
        (
            json!({ "from": "2026-02-01", "until": "2026-01-02", "items": [step], "lang": "nl" }),
            "until",
        ),
        (
            json!({ "from": "2026-01-01", "until": "2026-01-02", "items": [step], "lang": "xx" }),
            "lang",
        ),
    ] {
        let answer = pair.mentee.browser.post(&path, &body).await;
        assert_eq!(answer.problem(), (422, "unusable".into()), "{body}");
        assert_eq!(answer.json::<Value>()["fields"][0]["field"], field, "{body}");
    }
}
