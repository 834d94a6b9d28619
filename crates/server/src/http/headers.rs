//! What every answer tells the browser to refuse. One layer, so that no route can forget it.

use crate::{http::assets::Assets, pages::Pages, site::Site};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Features of the browser that the product never uses.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// What is data and never a page may do nothing at all if it is opened as one.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// A script, a picture, the words: the policy of a page is 2 KB, which every file of a first visit
/// and every "not modified" would carry. A service worker lives under the one of its script.
const FILE_POLICY: &str = "default-src 'self'; frame-ancestors 'none'";

/// What somebody sent or wrote, opened as a page, runs nothing and reaches nothing, not even us.
pub const DOCUMENT_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// The headers, made once at start.
#[derive(Clone, Debug)]
pub struct Headers {
    pages: Arc<[(HeaderName, HeaderValue)]>,
    files: Arc<[(HeaderName, HeaderValue)]>,
    data: Arc<[(HeaderName, HeaderValue)]>,
    /// Of an answer that shows nothing: there is no content, or it is a live stream.
    bare: Arc<[(HeaderName, HeaderValue)]>,
}

impl Headers {
    /// The headers of this installation: the policy names what stands inside its own pages.
    ///
    /// Pages get all of them. Files and the API's answers get those that mean something for what
    /// is no page: every op and every event pays for its headers in a phone's megabytes, and a visit
    /// without news is made of little else.
    #[must_use]
    pub fn new(site: &Site, assets: &Assets, pages: &Pages) -> Self {
        let policy = policy(&assets.script_hashes, &assets.style_hashes, pages.style_hashes());
        let policy = HeaderValue::from_str(&policy).expect("base64 and keywords are ASCII");
        let fixed = HeaderValue::from_static;
        let mut always = vec![
            (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (HeaderName::from_static("cross-origin-resource-policy"), fixed("same-origin")),
        ];
        if site.is_https() {
            // A year. Without subdomains: they are not ours to promise for.
            always.push((header::STRICT_TRANSPORT_SECURITY, fixed("max-age=31536000")));
        }
        let bare = vec![(header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff"))];
        let mut for_files = always.clone();
        for_files.push((header::CONTENT_SECURITY_POLICY, fixed(FILE_POLICY)));
        let mut for_pages = always.clone();
        for_pages.extend([
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::REFERRER_POLICY, fixed("no-referrer")),
            (HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
            (HeaderName::from_static("permissions-policy"), fixed(PERMISSIONS)),
        ]);
        always.push((header::CONTENT_SECURITY_POLICY, fixed(DATA_POLICY)));
        Self {
            pages: for_pages.into(),
            files: for_files.into(),
            data: always.into(),
            bare: bare.into(),
        }
    }

    /// Those of an answer.
    fn of(&self, is_api: bool, response: &Response) -> &[(HeaderName, HeaderValue)] {
        let kind = kind(response);
        let empty = [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&response.status());
        match (is_api, empty || kind == "text/event-stream") {
            (true, true) => &self.bare,
            (true, false) => &self.data,
            // What does not say what it is counts as a page.
            (false, _) if kind.is_empty() || kind.starts_with("text/html") => &self.pages,
            // A file that the browser has it has with its policy.
            (false, _) if response.status() == StatusCode::NOT_MODIFIED => &[],
            (false, _) => &self.files,
        }
    }
}

/// What the answer says it is; nothing when it does not.
fn kind(response: &Response) -> &str {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

fn policy(scripts: &[String], styles: &[String], page_styles: &[String]) -> String {
    let join = |hashes: &[String]| hashes.iter().map(|hash| format!(" {hash}")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; connect-src 'self'; \
         style-src 'self'{}{}; img-src 'self' data: blob:; manifest-src 'self'; \
         worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        join(scripts),
        join(styles),
        join(page_styles),
    )
}

/// The layer.
pub async fn add(State(headers): State<Headers>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let [data, beside] = ["/api/v1/", "/api/"].map(|folder| path.starts_with(folder));
    let mut response = next.run(request).await;
    // The pages that describe the API lie beside it, under `/api/<part>`; all else there is data.
    let is_api = data || (beside && !kind(&response).starts_with("text/html"));
    let due = headers.of(is_api, &response);
    let own = response.headers_mut();
    for (name, value) in due {
        // Data may bring a policy of its own, made for one answer (`DOCUMENT_POLICY`).
        let own_policy = is_api && *name == header::CONTENT_SECURITY_POLICY;
        // A page with a form tells the referrer to ourselves (`pages::answer`).
        let own_policy = own_policy || *name == header::REFERRER_POLICY;
        if own_policy && own.contains_key(name) {
            continue;
        }
        own.insert(name.clone(), value.clone());
    }
    if is_api && !own.contains_key(header::CACHE_CONTROL) {
        own.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_one_of_the_threat_model() {
        let found = policy(&["'sha256-a'".into()], &["'sha256-b'".into()], &["'sha256-c'".into()]);
        assert_eq!(
            found,
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-a'; \
             connect-src 'self'; style-src 'self' 'sha256-b' 'sha256-c'; \
             img-src 'self' data: blob:; manifest-src 'self'; worker-src 'self'; \
             form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        );
    }
}
