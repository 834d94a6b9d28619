//! The app's own page with a simple page in it, for whoever has neither yet.

use crate::{
    helpers::{Answer, Browser, Site},
    pair::new_id,
};
use board::actor::Role;
use passerelle_server::{config::Content, demo::people::person_id};
use reqwest::Method;
use tempfile::TempDir;

const APP: &str = "<!doctype html><html lang=\"fr\"><head><title>Passerelle</title></head>\
    <body><p id=splash>…</p><div id=app></div></body></html>";

async fn site() -> (TempDir, Site) {
    let app = TempDir::new().unwrap();
    std::fs::write(app.path().join("index.html"), APP).unwrap();
    let site = Site::with(Content::Demo, Some(app.path().to_owned())).await;
    (app, site)
}

/// As a browser asks that is about to show a page.
async fn shown(browser: &mut Browser, path: &str) -> Answer {
    let request = browser.request(Method::GET, path);
    browser.send(request.header("sec-fetch-dest", "document")).await
}

/// Where the first objective of somebody's plan is.
async fn first_objective(browser: &mut Browser) -> String {
    let plan = shown(browser, "/plan").await.text();
    let found = plan.split("/plan/").find(|rest| rest.as_bytes()[8] == b'-').unwrap();
    format!("/plan/{}", &found[..36])
}

#[tokio::test]
async fn whoever_opens_the_app_reads_their_plan_before_it() {
    let (_app, site) = site().await;
    for (name, words) in [("Asmae", "Bonjour \u{2068}Asmae\u{2069}"), ("Cécile", "Asmae")] {
        let mut browser = site.browser_of(person_id(name)).await;
        for path in ["/", "/week"] {
            let page = shown(&mut browser, path).await;
            assert_eq!((page.status, page.header("cache-control")), (200, "no-store"), "{path}");
            let text = page.text();
            let main = text.find("<main").unwrap();
            assert!(text[main..text.find("<div id=app>").unwrap()].contains(words), "{text}");
            assert_eq!(text.matches("<title>").count(), 1, "{text}");
            assert!(text.find("</title>") < text.find("<p id=splash>"), "{text}");
        }
    }
}

#[tokio::test]
async fn each_address_that_both_have_brings_its_page() {
    let (_app, site) = site().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let objective = first_objective(&mut asmae).await;
    for (path, sign) in [
        ("/plan", "<h1>Mon plan</h1>"),
        (objective.as_str(), "href=\"#main\""),
        ("/applications", "/applications/new"),
    ] {
        let page = shown(&mut asmae, path).await.text();
        assert!(page.contains(sign) && page.contains("<div id=app>"), "{path}: {page}");
        assert!(page.contains("<h1") && !page.contains("<textarea"), "{path}: {page}");
    }
}

#[tokio::test]
async fn all_others_get_the_app_alone() {
    let (_app, site) = site().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let bare = asmae.get("/week").await;
    assert_eq!(bare.header("cache-control"), "no-cache", "what a worker keeps is of nobody");
    let item = format!("/plan/{}", new_id());
    for path in ["/meetings", "/plan/new", "/plan/x", item.as_str(), "/week/x", "/weekly"] {
        assert_eq!(shown(&mut asmae, path).await.text(), bare.text(), "{path}");
    }
    for purpose in ["empty", "iframe", "serviceworker"] {
        let request = asmae.request(Method::GET, "/week").header("sec-fetch-dest", purpose);
        assert_eq!(asmae.send(request).await.text(), bare.text(), "{purpose}");
    }
    let mut nobody = site.browser();
    assert_eq!(shown(&mut nobody, "/week").await.text(), bare.text());
    for role in [Role::Coordinator, Role::Funder] {
        let staff = site.staff(role).await;
        let mut staff = site.browser_of(staff).await;
        assert_eq!(shown(&mut staff, "/week").await.text(), bare.text());
    }
}

#[tokio::test]
async fn nobody_reads_a_plan_that_is_not_theirs() {
    let (_app, site) = site().await;
    let mut asmae = site.browser_of(person_id("Asmae")).await;
    let objective = first_objective(&mut asmae).await;
    let mut other = site.browser_of(person_id("Bilal")).await;
    let page = shown(&mut other, &objective).await;
    assert!(!page.text().contains("<main"), "{}", page.text());
    asmae.delete("/api/v1/session").await;
    assert!(!shown(&mut asmae, "/plan").await.text().contains("<main"));
}
