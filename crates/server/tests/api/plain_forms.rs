//! What is written without the app: steps with a day and a person, and messages.

use crate::pair::{Pair, add_objective, new_id};
use board::{item::Item, protocol::boards::Feed, step::Who};
use serde_json::json;

/// The items that somebody sees, the shared ones or their own.
async fn items(pair: &mut Pair, mentor: bool, private: bool) -> Vec<Item> {
    let path = format!("/api/v1/boards/{}", pair.board);
    let who = if mentor { &mut pair.mentor } else { &mut pair.mentee };
    let Feed::Snapshot(snapshot) = who.browser.get(&path).await.json::<Feed>() else {
        panic!("nothing was known before")
    };
    (if private { snapshot.private } else { snapshot.shared }).into_iter().collect()
}

async fn comments(pair: &mut Pair, mentor: bool, private: bool) -> Vec<String> {
    let items = items(pair, mentor, private).await;
    items.iter().filter_map(|item| Some(item.as_comment()?.text.text.clone())).collect()
}

#[tokio::test]
async fn a_step_says_who_does_it_and_by_when() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Trouver un stage", false)).await;
    let path = format!("/simple/{}/plan/{objective}", pair.board);
    let wrong = [
        ("title", "Appeler la crèche"),
        ("due", "31"),
        ("due-month", "novembre"),
        ("due-year", "2026"),
        ("who", "both"),
    ];
    let answer = pair.mentee.browser.submit(&path, &wrong).await;
    let page = answer.text();
    assert_eq!(answer.status, 422);
    for part in [
        "href=\"#due\"",
        "id=\"due-error\"",
        "aria-describedby=\"due-hint due-error\"",
        "value=\"Appeler la crèche\"",
        "value=\"novembre\"",
        "value=\"both\" checked",
        "ce jour n’est pas dans ce mois",
        "<details class=\"disclosure\" open",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let right = [wrong[0], ("due", "30"), wrong[2], wrong[3], wrong[4]];
    assert_eq!(pair.mentee.browser.submit(&path, &right).await.status, 303);
    let shared = items(&mut pair, true, false).await;
    let step =
        shared.iter().find_map(|item| item.as_step().filter(|it| it.title.text == right[0].1));
    let step = step.expect("the mentor sees it");
    assert_eq!(step.due.map(|due| due.to_string()).as_deref(), Some("2026-11-30"));
    assert_eq!(step.who, Who::Both);
    // What nobody offers is nobody's answer.
    let odd = [("title", "Un autre pas"), ("who", "the cat"), ("due-year", " ")];
    assert_eq!(pair.mentee.browser.submit(&path, &odd).await.status, 303);
    let shared = items(&mut pair, false, false).await;
    let step = shared.iter().find_map(|item| item.as_step().filter(|it| it.title.text == odd[0].1));
    assert_eq!(step.map(|step| (&step.who, step.due)), Some((&Who::Mentee, None)));
}

#[tokio::test]
async fn a_message_is_written_once_and_comes_back_when_it_is_wrong() {
    let mut pair = Pair::demo().await;
    let (objective, application) = (new_id(), new_id());
    pair.mentee_does(add_objective(objective, "Trouver un stage", false)).await;
    pair.mentee_does(json!({ "add_application": { "id": application, "employer": "Crèche",
        "job": "Aide" } }))
        .await;
    let board = pair.board.clone();
    for (item, home) in [(objective, "plan"), (application, "applications")] {
        let path = format!("/simple/{board}/talk/{item}");
        let page = pair.mentor.browser.get(&format!("/simple/{board}/{home}/{item}")).await.text();
        assert!(page.contains(&format!("action=\"{path}\"")), "{page}");
        let empty = pair.mentor.browser.submit(&path, &[("words", "  "), ("mine", "yes")]).await;
        assert_eq!(empty.status, 422);
        let page = empty.text();
        for part in ["href=\"#words\"", "id=\"words-error\"", "autofocus", "value=\"yes\" checked"]
        {
            assert!(page.contains(part), "{part}: {page}");
        }
        let long = format!("Début {}", "é".repeat(5_000));
        let kept = pair.mentor.browser.submit(&path, &[("words", &long)]).await;
        assert_eq!((kept.status, kept.text().contains(&long)), (422, true));
        let again = pair.mentor.browser.submit(&path, &[("words", "<b>Oui"), ("lang", "nl")]).await;
        assert!(again.text().contains("&lt;b&gt;Oui</textarea>"), "{}", again.text());
        let id = new_id().to_string();
        let words = format!("Bravo {home}\r\net la suite");
        for _ in 0..2 {
            let sent = [("id", id.as_str()), ("words", words.as_str())];
            let answer = pair.mentor.browser.submit(&path, &sent).await;
            let next = format!("/simple/{board}/{home}/{item}?added={id}");
            assert_eq!((answer.status, answer.header("location")), (303, next.as_str()));
        }
        let read = comments(&mut pair, false, false).await;
        let wanted = format!("Bravo {home}\net la suite");
        assert_eq!(read.iter().filter(|text| **text == wanted).count(), 1, "{read:?}");
        assert_eq!(
            pair.mentor.browser.get(&path).await.header("location"),
            format!("/simple/{board}/plan")
        );
    }
    let path = format!("/simple/{board}/talk/{objective}");
    let note = [("words", "Rien que pour moi"), ("mine", "yes")];
    assert_eq!(pair.mentee.browser.submit(&path, &note).await.status, 303);
    assert!(comments(&mut pair, false, true).await.contains(&note[0].1.to_owned()));
    let page = pair.mentor.browser.get(&format!("/simple/{board}/plan/{objective}")).await.text();
    assert!(!page.contains(note[0].1), "{page}");
    let nothing = format!("/simple/{board}/talk/{}", new_id());
    assert_eq!(pair.mentee.browser.submit(&nothing, &note).await.status, 404);
}
