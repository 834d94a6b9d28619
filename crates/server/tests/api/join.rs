//! First contact without the app: pages and forms, no script needed but to read a link.

use crate::helpers::{Site, token, with_duo};
use serde_json::Value;

#[tokio::test]
async fn from_ten_digits_to_the_plan() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let code = made["invitations"][0]["code"].as_str().unwrap();
    let mut phone = site.browser();

    let page = phone.get("/j").await;
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    let page = phone.submit("/j/look", &[("code", code)]).await.text();
    assert!(page.contains("Asmae") && page.contains("Cécile"), "{page}");
    assert!(phone.session_cookie().is_none(), "nothing is used up yet");
    let page = phone.submit("/j/own", &[("code", code)]).await.text();
    assert!(page.contains("value=\"yes\"") && page.contains("value=\"no\""), "{page}");
    let entered = phone.submit("/j/enter", &[("code", code), ("own", "yes")]).await;
    assert_eq!((entered.status, entered.header("location")), (303, "/"));
    let session: Value = phone.get("/api/v1/session").await.json();
    assert_eq!((&session["name"], &session["own_device"]), (&"Asmae".into(), &true.into()));
}

#[tokio::test]
async fn a_wrong_code_stays_in_the_field_and_says_what_to_do() {
    let site = Site::empty().await;
    let mut phone = site.browser();
    for typed in ["123 45", "0000000000", "<script>"] {
        let answer = phone.submit("/j/look", &[("code", typed)]).await;
        let page = answer.text();
        assert_eq!(answer.status, 422, "{typed}");
        assert!(page.contains("<title>Erreur"), "{page}");
        assert!(page.contains("aria-invalid=\"true\""), "{page}");
        assert!(page.contains("href=\"#code\"") && page.contains("autofocus"), "{page}");
        let kept = typed.replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&format!("value=\"{kept}\"")), "{page}");
    }
    for _ in 0..4 {
        phone.submit("/j/look", &[("code", "0000000000")]).await;
    }
    let answer = phone.submit("/j/look", &[("code", "0000000000")]).await;
    assert_eq!(answer.status, 429);
    assert!(answer.text().contains("seconde"), "{}", answer.text());
}

#[tokio::test]
async fn a_used_link_says_so() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let secret = token(&made, 0);
    site.browser().sign_in(&secret, true).await;
    let answer = site.browser().submit("/j/look", &[("token", &secret)]).await;
    assert_eq!(answer.status, 422);
    let page = answer.text();
    assert!(page.contains("Ce lien a déjà servi"), "{page}");
    assert!(!page.contains("id=\"code-error\""), "no code was typed: {page}");
    assert!(!answer.text().contains(&secret), "a dead secret is not repeated");
    let answer = site.browser().submit("/j/look", &[("token", "torn")]).await;
    assert!(answer.text().contains("pas ce lien"), "{}", answer.text());
}

#[tokio::test]
async fn the_wrong_person_is_told_whom_to_call() {
    let site = Site::demo().await;
    let secret = site.running.links[0].url.split_once('#').unwrap().1.to_owned();
    for page in ["/j/look", "/j/own"] {
        let page = site.browser().submit(page, &[("token", &secret)]).await.text();
        assert!(page.contains("tel:040000002"), "{page}");
    }
    let page = site.browser().submit("/j/not-me", &[("token", &secret)]).await.text();
    assert!(page.contains("tel:040000002"), "{page}");
    let mut right = site.browser();
    assert_eq!(right.sign_in(&secret, true).await.status, 200, "the link was not used up");
}

#[tokio::test]
async fn a_language_chosen_on_the_way_in_is_kept() {
    let site = Site::empty().await;
    let (_, made) = with_duo(&site).await;
    let secret = token(&made, 0);
    let mut phone = site.browser();
    let page = phone.get("/j?lang=nl").await.text();
    assert!(page.contains("<html lang=\"nl\""), "{page}");
    let page = phone.submit("/j/look", &[("token", &secret)]).await.text();
    assert!(page.contains("<html lang=\"nl\""), "{page}");
    let page = phone.submit("/j/own", &[("token", &secret), ("lang", "en")]).await.text();
    assert!(page.contains("<html lang=\"en\"") && page.contains(&secret), "{page}");
    phone.submit("/j/enter", &[("token", &secret), ("own", "no")]).await;
    let session: Value = phone.get("/api/v1/session").await.json();
    assert_eq!((&session["lang"], &session["idle_seconds"]), (&"en".into(), &1800.into()));
}

#[tokio::test]
async fn the_first_page_fits_the_first_packets() {
    let site = Site::empty().await;
    let mut phone = site.browser();
    let request = phone.request(reqwest::Method::GET, "/j").header("accept-encoding", "br");
    let page = phone.send(request).await;
    assert_eq!(page.header("content-encoding"), "br");
    assert!(page.body.len() < 11_000, "{} bytes", page.body.len());
    let plain = phone.get("/j").await.text();
    let script = plain.split("src=\"").nth(1).unwrap().split('"').next().unwrap();
    let answer = phone.get(script).await;
    assert_eq!(answer.status, 200, "{script}");
    assert!(answer.header("cache-control").contains("immutable"));
    let left = phone.get("/left").await;
    assert_eq!(left.status, 200);
}
