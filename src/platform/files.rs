//! Reads the product's own static files. Data of people goes through `api`, never through here.

use gloo_net::http::Request;

/// The text of a file, or `None` when it did not arrive.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = Request::get(path).send().await.ok()?;
    if response.ok() { response.text().await.ok() } else { None }
}
