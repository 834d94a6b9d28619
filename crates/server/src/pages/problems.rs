//! The page behind a problem's `type`: what the code means, for whoever builds a client.

use super::{answer, parts::plain};
use crate::{
    app::App,
    http::{extract::PathId, problem},
};
use axum::{Router, extract::State, response::Response, routing::get};
use board::protocol::problem::ProblemCode;
use maud::html;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<App>> {
    Router::new().route("/problems/{code}", get(explain))
}

async fn explain(State(app): State<Arc<App>>, PathId(code): PathId<String>) -> Response {
    let code = ProblemCode::from_word(&code);
    if !code.is_known() {
        return crate::http::assets::missing();
    }
    let (status, title) = problem::status_and_title(&code);
    let page = plain(
        &app.pages,
        title,
        &html! {
            h1 { (title) }
            dl {
                dt { "Code" }
                dd { code { (code.as_str()) } }
                dt { "Status" }
                dd { (status) }
                dt { "What to do" }
                dd { (remedy(&code)) }
            }
            p { a class="link" href="/api" { "Every operation of the API" } }
        },
    );
    answer(page)
}

fn remedy(code: &ProblemCode) -> &'static str {
    use ProblemCode as P;
    match code {
        P::SignedOut => "Sign in again with a new invitation.",
        P::NotAllowed => "Do not offer this to the person: their role cannot do it.",
        P::CrossSite => "Send writes from the product's own pages only.",
        P::NotFound => "Treat it as gone. What is somebody else's gives the same answer.",
        P::MethodNotAllowed => "Use a method that the description of the API names.",
        P::SequenceGap => "Send the operation numbered `expected` first.",
        P::DeviceTaken => "Make a new device id and number the operations from 1.",
        P::Stale => "Read it again, show what changed, and let the person decide.",
        P::TooLarge => "Send at most 256 KiB and 100 operations at once.",
        P::NotJson => "Send `Content-Type: application/json`.",
        P::Malformed => "Repair the JSON at the place that `detail` names.",
        P::SequenceReused => "Give the operation a number that was not used.",
        P::Unusable => "Correct what `fields` or `detail` names.",
        P::CodeUnknown => "Look at each digit again, or ask for a new code.",
        P::CodeUsed | P::CodeExpired => "Ask the coordinator for a new code.",
        P::TooManyTries => "Wait the `retry_after` seconds.",
        P::VersionNeeded => "Send `If-Match` with the version you changed.",
        P::FileNotAccepted => "Send a PDF, DOCX, ODT, JPEG or PNG, in pieces as tus wants them.",
        P::FileEmpty => "Choose another file.",
        P::FileDiffers => "Send the file again: a part of it was lost on the way.",
        P::FileQuota => "Remove versions that are not needed any more.",
        P::UploadOffset => "Ask with `HEAD` how much has come, and go on there.",
        P::UploadGone => "Begin a new upload.",
        P::UploadVersion => "Send `Tus-Resumable: 1.0.0`.",
        P::UploadBroken => "Send the piece again.",
        P::DuoEnded => "Read the duo again: it says who closed it, when and how.",
        P::Refused => "Do not ask again: the person alone can say yes, on their own pages.",
        P::HelpWaiting => "Wait until the coordinator has called.",
        P::AppTooOld => "Load the newer app; what waits on the device is kept and sent by it.",
        P::Unavailable => "Try again in a moment; nothing was lost.",
        P::DiskFull => "Keep the work on the device and try again later.",
        P::Trouble | P::Other(_) => "Try again later; the server's log says more.",
    }
}
