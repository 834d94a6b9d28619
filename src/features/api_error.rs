//! What a failed request means for the person: what happened, what is safe, what to do.

use board::protocol::problem::ProblemCode;
use words::Key;

use crate::{
    api::http::ApiError,
    i18n::{t, tf, tn},
};

/// The sentence for an error of the server or the network; tracked.
#[must_use]
pub fn api_error_text(error: &ApiError) -> String {
    let problem = match error {
        ApiError::Away => return t(Key::ApiOffline),
        ApiError::Doorkeeper => return t(Key::ApiDoorkeeper),
        ApiError::Unreadable => return t(Key::ApiUpdate),
        ApiError::Problem(problem) => problem,
    };
    t(match problem.code {
        ProblemCode::SignedOut => Key::ApiNotSignedIn,
        ProblemCode::NotAllowed | ProblemCode::CrossSite => Key::ApiNotAllowed,
        ProblemCode::NotFound => Key::ApiNotFound,
        ProblemCode::Stale => Key::ApiStale,
        ProblemCode::TooLarge => Key::ApiTooLarge,
        ProblemCode::Trouble | ProblemCode::Unavailable | ProblemCode::DiskFull => Key::ApiServer,
        ProblemCode::TooManyTries => {
            let seconds = problem.retry_after.unwrap_or(60).max(1);
            let time = tn(Key::ShellSeconds, usize::try_from(seconds).unwrap_or(60));
            return tf(Key::ApiTooMany, &[("time", &time)]);
        }
        ProblemCode::AppTooOld => Key::ApiUpdate,
        ProblemCode::FileNotAccepted => Key::FileErrorNotAccepted,
        ProblemCode::FileEmpty => Key::FileErrorEmpty,
        ProblemCode::FileDiffers => Key::FileErrorDiffers,
        ProblemCode::FileQuota => Key::FileErrorQuota,
        ProblemCode::HelpWaiting => Key::HelpErrorWaiting,
        _ => Key::ApiUnknown,
    })
}
