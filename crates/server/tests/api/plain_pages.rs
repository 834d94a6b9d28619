//! The plan without the app: forms and pages, no script.

use crate::{
    helpers::{Site, token, with_duo},
    pair::{Pair, add, add_objective, new_id},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use board::protocol::boards::{Feed, Snapshot};
use passerelle_server::demo::people::person_id;
use reqwest::{Method, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

impl Pair {
    fn simple(&self, rest: &str) -> String {
        format!("/simple/{}/{rest}", self.board)
    }
}

/// The board as somebody's app would read it.
async fn snapshot(pair: &mut Pair, mentor: bool) -> Snapshot {
    let path = format!("/api/v1/boards/{}", pair.board);
    let who = if mentor { &mut pair.mentor } else { &mut pair.mentee };
    match who.browser.get(&path).await.json::<Feed>() {
        Feed::Snapshot(snapshot) => snapshot,
        Feed::Changes(_) => panic!("nothing was known before"),
    }
}

/// How many steps of the shared plan have this title.
async fn steps_called(pair: &mut Pair, title: &str) -> usize {
    let items = snapshot(pair, true).await.shared;
    let titles = items.iter().filter_map(|item| Some(&item.as_step()?.title.text));
    titles.filter(|known| *known == title).count()
}

#[tokio::test]
async fn from_ten_digits_to_the_week_without_the_app() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let code = made["invitations"][0]["code"].as_str().unwrap();
    let mut phone = site.browser();
    let front = phone.get("/simple").await.text();
    assert!(front.contains("action=\"/j/look\"") && front.contains("value=\"simple\""), "{front}");
    let fields = [("code", code), ("then", "simple")];
    for step in ["/j/look", "/j/own"] {
        let page = phone.submit(step, &fields).await.text();
        assert!(page.contains("name=\"then\" value=\"simple\""), "{page}");
        assert!(!page.contains("<noscript>"), "{page}");
    }
    let entered = phone.submit("/j/enter", &[fields[0], fields[1], ("own", "yes")]).await;
    assert_eq!((entered.status, entered.header("location")), (303, "/simple/week"));
    let week = phone.get("/simple/week").await;
    assert_eq!((week.status, week.header("cache-control")), (200, "no-store"));
    assert!(week.text().contains("Bonjour \u{2068}Asmae\u{2069}"), "{}", week.text());
    assert!(
        week.header("set-cookie").contains("Max-Age="),
        "the cookie lasts as long as its session"
    );
}

#[tokio::test]
async fn whoever_runs_no_script_says_so_with_the_code() {
    let site = Site::empty().await;
    let page = site.browser().get("/j").await.text();
    let hidden = "<noscript><input type=\"hidden\" name=\"then\" value=\"simple\"></noscript>";
    assert!(page.contains(hidden) && page.contains("href=\"/simple\""), "{page}");
}

#[tokio::test]
async fn a_step_is_added_once_and_told_live() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Trouver un stage", false)).await;
    let path = pair.simple(&format!("plan/{objective}"));
    let mut stream = pair
        .mentor
        .browser
        .request(Method::GET, &pair.path(&format!("events?device={}", new_id())))
        .send()
        .await
        .unwrap();
    assert_eq!(stream.status(), 200);
    let page = pair.mentee.browser.get(&path).await.text();
    let id =
        page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("id", id.as_str()), ("title", "  Appeler   la crèche "), ("readers", "both")];
    for _ in 0..2 {
        let answer = pair.mentee.browser.submit(&path, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(answer.header("location"), format!("{path}?added={id}"));
    }
    assert_eq!(steps_called(&mut pair, "Appeler la crèche").await, 1, "sent twice, added once");
    let mut heard = String::new();
    while !heard.contains("Appeler la crèche") {
        let chunk = tokio::time::timeout(std::time::Duration::from_secs(10), stream.chunk()).await;
        heard.push_str(&String::from_utf8_lossy(&chunk.unwrap().unwrap().unwrap()));
    }
    // Whoever goes back and writes other words wants another step.
    let other = [("id", id.as_str()), ("title", "Écrire la lettre")];
    assert_eq!(pair.mentee.browser.submit(&path, &other).await.status, 303);
    assert_eq!(steps_called(&mut pair, "Écrire la lettre").await, 1);
    let told = pair.mentee.browser.get(&format!("{path}?added={id}")).await.text();
    assert!(told.contains("role=\"status\"") && told.contains("Appeler la crèche"), "{told}");
}

#[tokio::test]
async fn bad_input_is_said_beside_its_field_and_nothing_is_lost() {
    let mut pair = Pair::demo().await;
    let path = pair.simple("applications/new");
    let long = "é".repeat(201);
    let fields =
        [("job", "<b>Aide"), ("employer", long.as_str()), ("link", "crèche"), ("place", "Huy")];
    let answer = pair.mentee.browser.submit(&path, &fields).await;
    let page = answer.text();
    assert_eq!(answer.status, 422);
    assert!(page.contains("<title>Erreur"), "{page}");
    for part in [
        "href=\"#employer\"",
        "href=\"#link\"",
        "id=\"employer-error\"",
        "value=\"&lt;b&gt;Aide\"",
        "value=\"Huy\"",
        "<details class=\"disclosure\" open",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(page.contains(&format!("value=\"{long}\"")), "{page}");
    assert!(!page.contains("id=\"job-error\""), "{page}");
    // Another language keeps what was typed, and adds nothing.
    let fields = [("job", "Aide"), ("employer", "Crèche"), ("lang", "nl")];
    let page = pair.mentee.browser.submit(&path, &fields).await;
    assert_eq!((page.status, page.text().contains("value=\"Crèche\"")), (200, true));
    assert!(page.text().contains("<html lang=\"nl\""), "{}", page.text());
    let fields = [("job", "Aide"), ("employer", "Crèche"), ("readers", "me")];
    let answer = pair.mentee.browser.submit(&path, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let private = snapshot(&mut pair, false).await.private;
    assert!(
        private.iter().any(|item| item.as_application().is_some_and(|it| it.job.text == "Aide"))
    );
}

#[tokio::test]
async fn what_the_mentor_adds_is_an_idea() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Un but", false)).await;
    let path = pair.simple(&format!("plan/{objective}"));
    let answer = pair.mentor.browser.submit(&path, &[("title", "Une idée de Cécile")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = pair.mentee.browser.get(&path).await.text();
    assert!(page.contains("Une idée de Cécile") && page.contains("id=\"ideas\""), "{page}");
    let applications = pair.simple("applications/new");
    let fields = [("job", "Aide"), ("employer", "Crèche"), ("readers", "me")];
    let answer = pair.mentor.browser.submit(&applications, &fields).await;
    assert!(answer.header("location").contains("/applications?added="), "{}", answer.text());
}

#[tokio::test]
async fn a_step_is_ticked_and_unticked() {
    let mut pair = Pair::demo().await;
    let (objective, step) = (new_id(), new_id());
    pair.mentee_does(add_objective(objective, "Un but", false)).await;
    pair.mentee_does(json!({ "add_step": { "id": step, "objective": objective, "title": "Un pas",
        "who": "mentee", "order": "80" } }))
        .await;
    let path = pair.simple(&format!("steps/{step}"));
    for (done, told) in [("yes", "Étape faite"), ("no", "Étape à faire")] {
        let fields = [("done", done), ("from", "objective")];
        let answer = pair.mentee.browser.submit(&path, &fields).await;
        let next = answer.header("location").to_owned();
        assert_eq!(next, pair.simple(&format!("plan/{objective}?done={step}")));
        let page = pair.mentee.browser.get(&next).await.text();
        assert!(page.contains(told), "{page}");
    }
    // It is the mentee who does it.
    let refused = pair.mentor.browser.submit(&path, &[("done", "yes")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("<h1>"), "{}", refused.text());
    assert_eq!(pair.mentee.browser.get(&path).await.header("location"), pair.simple("plan"));
}

#[tokio::test]
async fn what_is_somebody_elses_is_not_there() {
    let pair = Pair::demo().await;
    let (site, board) = (&pair.site, &pair.board);
    let nobody = site.browser().get(&pair.simple("week")).await;
    assert_eq!((nobody.status, nobody.header("location")), (303, "/simple"));
    let mut other = site.browser_of(person_id("Yusuf")).await;
    for (path, form) in [
        (format!("/simple/{board}/week"), false),
        (format!("/simple/{board}/plan"), false),
        (format!("/simple/{board}/applications/new"), true),
        (format!("/simple/{board}/plan/new"), true),
        ("/simple/not-an-id/week".to_owned(), false),
        (format!("/simple/{board}/plan/{}", new_id()), false),
    ] {
        let fields = [("job", "Aide"), ("employer", "Crèche"), ("title", "But")];
        let answer = if form { other.submit(&path, &fields).await } else { other.get(&path).await };
        assert_eq!(answer.status, 404, "{path}: {}", answer.text());
        assert!(answer.text().contains("<h1>"), "a page, not a document: {}", answer.text());
    }
}

#[tokio::test]
async fn other_sites_cannot_send_these_forms() {
    let mut pair = Pair::demo().await;
    let path = pair.simple("applications/new");
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")]
    {
        let request = pair.mentee.browser.request(Method::POST, &path);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.header(name, value).body("job=Vol&employer=Vol");
        assert_eq!(pair.mentee.browser.send(request).await.status, 403, "{name}");
    }
    assert!(!pair.mentee.browser.get(&pair.simple("applications")).await.text().contains("Vol<"));
    // An older browser names where the form comes from only when the page lets it.
    let page = pair.mentee.browser.get(&path).await;
    assert_eq!(page.header("referrer-policy"), "same-origin");
}

#[tokio::test]
async fn what_is_private_stays_private() {
    let mut pair = Pair::demo().await;
    let (objective, secret, step) = (new_id(), new_id(), new_id());
    pair.mentee_does(add_objective(objective, "Un but", false)).await;
    pair.mentee_does(add_objective(secret, "Canari-objectif", true)).await;
    pair.mentee_does(json!({ "add_step": { "id": step, "objective": objective,
        "title": "Canari-pas", "who": "mentee", "order": "80", "only_me": true } }))
        .await;
    pair.mentee_does(json!({ "add_application": { "id": new_id(), "employer": "Canari-employeur",
        "job": "Canari-poste", "only_me": true } }))
        .await;
    pair.mentee_does(json!({ "add_comment": { "id": new_id(), "on": objective,
        "text": "Canari-note", "only_me": true } }))
        .await;
    pair.mentor_does(add(new_id(), true, json!({ "note": { "text": "Canari-carnet" } }))).await;
    let paths = ["week", "plan", &format!("plan/{objective}"), "applications"];
    let mut seen = String::new();
    for path in paths {
        let path = pair.simple(path);
        let page = pair.mentor.browser.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains("Canari"), "{path}: {}", page.text());
        let own = pair.mentee.browser.get(&path).await.text();
        assert!(!own.contains("Canari-carnet"), "{path}: {own}");
        seen.push_str(&own);
    }
    for canary in ["objectif", "pas", "poste", "employeur", "note"] {
        assert!(seen.contains(&format!("Canari-{canary}")), "{canary}: the mentee sees their own");
    }
    let there = pair.mentor.browser.get(&pair.simple(&format!("plan/{secret}"))).await;
    let nowhere = pair.mentor.browser.get(&pair.simple(&format!("plan/{}", new_id()))).await;
    assert_eq!((there.status, there.text()), (404, nowhere.text()));
    let told = pair.mentor.browser.get(&pair.simple(&format!("plan?added={secret}"))).await.text();
    assert!(!told.contains("Canari"), "{told}");
}

#[tokio::test]
async fn every_page_is_small() {
    let mut pair = Pair::demo().await;
    // Far more than a phone shows at once: a list comes in parts.
    for number in 0..24 {
        let objective = new_id();
        let title = format!("Un but parmi beaucoup d’autres, le numéro {number}");
        pair.mentee_does(add_objective(objective, &title, false)).await;
        for step in 0..4 {
            let title = format!("Le pas {step}, qui mène un peu plus près du but {number}");
            pair.mentee_does(json!({ "add_step": { "id": new_id(), "objective": objective,
                "title": title, "who": "mentee", "order": "80" } }))
                .await;
        }
    }
    let page = pair.mentee.browser.get(&pair.simple("plan")).await.text();
    assert!(page.contains("?page=2"), "{page}");
    let objective = page.split(&pair.simple("plan/")).nth(1).unwrap().split('"').next().unwrap();
    let paths = ["week", "plan", "plan/new", "applications", "applications/new"];
    let mut paths: Vec<_> = paths.map(|path| pair.simple(path)).into();
    paths.push(pair.simple(&format!("plan/{objective}")));
    paths.extend(["/simple", "/simple/week", "/simple/blank", "/simple/leave"].map(str::to_owned));
    for path in paths {
        for coding in ["br", "gzip"] {
            let request = pair.mentee.browser.request(Method::GET, &path);
            let request = request.header(header::ACCEPT_ENCODING, coding);
            let page = pair.mentee.browser.send(request).await;
            assert_eq!((page.status, page.header("content-encoding")), (200, coding), "{path}");
            assert!(page.body.len() <= 14 * 1024, "{path}: {} bytes {coding}", page.body.len());
        }
    }
}

#[tokio::test]
async fn a_fragment_has_the_content_of_its_page_without_head_and_fields() {
    let mut pair = Pair::demo().await;
    let objective = new_id();
    pair.mentee_does(add_objective(objective, "Canari", false)).await;
    for path in ["week", "plan", "applications", &format!("plan/{objective}")] {
        let path = pair.simple(path);
        let whole = pair.mentee.browser.get(&path).await.text();
        let request = pair.mentee.browser.request(Method::GET, &path);
        let page = pair.mentee.browser.send(request.header("passerelle-fragment", "yes")).await;
        let text = page.text();
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"), "{path}");
        assert!(text.starts_with("<title>") && !text.contains("<style"), "{text}");
        assert!(text.contains("class=\"nav__link\"") && !text.contains("<textarea"), "{text}");
        let heading =
            |page: &str| page[page.find("<h1").unwrap()..page.find("</h1>").unwrap()].to_owned();
        assert_eq!(heading(&text), heading(&whole), "{path}");
        assert!(text.len() * 2 < whole.len(), "{path}: {} of {}", text.len(), whole.len());
    }
}

#[tokio::test]
async fn anybody_can_print_a_plan_and_call_a_branch() {
    let site = Site::demo().await;
    for (lang, title) in [("fr", "Plan vierge"), ("nl", "Leeg plan"), ("en", "Blank plan")] {
        let answer = site.browser().get(&format!("/simple/blank?lang={lang}")).await;
        let page = answer.text();
        assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{page}");
        assert!(
            page.contains(&format!("<h1>{title}</h1>"))
                && page.contains("04\u{a0}000\u{a0}00\u{a0}02"),
            "{page}"
        );
        let style = page.split("<style>").nth(2).unwrap().split("</style>").next().unwrap();
        let hash = STANDARD.encode(Sha256::digest(style));
        assert!(
            answer.header("content-security-policy").contains(&hash),
            "its own style is let in"
        );
    }
    let front = site.browser().get("/simple").await.text();
    assert!(front.contains("tel:040000002") && front.contains("/simple/blank?lang=fr"), "{front}");
}

#[tokio::test]
async fn staff_are_sent_to_the_app_and_anybody_can_leave() {
    let site = Site::empty().await;
    let mut coordinator = site.coordinator().await;
    let page = coordinator.get("/simple").await.text();
    assert!(page.contains("href=\"/\""), "{page}");
    assert_eq!(coordinator.get("/simple/week").await.status, 200);
    let asked = coordinator.get("/simple/leave").await.text();
    assert!(asked.contains("action=\"/simple/leave\""), "{asked}");
    let left = coordinator.submit("/simple/leave", &[]).await;
    assert_eq!((left.status, left.header("location")), (303, "/left?lang=fr"));
    assert!(left.header("clear-site-data").contains("storage"));
    let session: Value = coordinator.get("/api/v1/session").await.json();
    assert_eq!(session["code"], "signed_out");
}

#[tokio::test]
async fn a_link_still_opens_the_app() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let mut phone = site.browser();
    let secret = token(&made, 0);
    phone.submit("/j/look", &[("token", &secret)]).await;
    let entered = phone.submit("/j/enter", &[("token", &secret), ("own", "yes")]).await;
    assert_eq!(entered.header("location"), "/");
}
