//! A question and its answer in words.

use board::{office::follow_up::FollowUpAnswer, protocol::follow_ups::FollowUpInfo};
use words::Key;

use crate::{
    features::applications::facts::day,
    i18n::{format, t, tf, tn},
    platform::clock,
};

pub(super) fn answer(answer: FollowUpAnswer) -> Key {
    match answer {
        FollowUpAnswer::InJob => Key::FollowUpAnswerInJob,
        FollowUpAnswer::InTraining => Key::FollowUpAnswerInTraining,
        FollowUpAnswer::InInternship => Key::FollowUpAnswerInInternship,
        FollowUpAnswer::InStudies => Key::FollowUpAnswerInStudies,
        FollowUpAnswer::SelfEmployed => Key::FollowUpAnswerSelf,
        FollowUpAnswer::Searching => Key::FollowUpAnswerSearching,
        FollowUpAnswer::NotSearching => Key::FollowUpAnswerNotSearching,
        FollowUpAnswer::NoWish => Key::FollowUpAnswerNoWish,
        FollowUpAnswer::Unreachable => Key::FollowUpAnswerUnreachable,
    }
}

/// "After 3 months"; tracked.
pub(super) fn month(info: &FollowUpInfo) -> String {
    tf(Key::FollowUpMonth, &[("n", &info.month.to_string())])
}

/// "Due on 3 March (12 days ago)"; tracked.
pub(super) fn due(info: &FollowUpInfo) -> String {
    let date = format!("{} ({})", format::short_date(info.due), format::relative_date(info.due));
    tf(Key::FollowUpDue, &[("date", &date)])
}

/// Whether its day is over.
pub(super) fn is_overdue(info: &FollowUpInfo) -> bool {
    info.due < clock::today()
}

/// Tries and link, as much as there is; tracked.
pub(super) fn standing(info: &FollowUpInfo) -> String {
    let tries = (info.tries > 0).then(|| tn(Key::FollowUpTries, usize::from(info.tries)));
    let link = info.link_until.map(day).filter(|until| *until >= clock::today());
    let link = link.map(|until| tf(Key::FollowUpLinkOpen, &[("date", &format::short_date(until))]));
    [tries, link].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The answer with how and when it came; tracked.
pub(super) fn known(info: &FollowUpInfo) -> Option<String> {
    use board::office::follow_up::FollowUpSource::{Link, Phone};
    let said = t(answer(info.answer?));
    let how = info.on.zip(info.source).map(|(on, source)| {
        let key = match source {
            Phone => Key::FollowUpByPhone,
            Link => Key::FollowUpByLink,
        };
        tf(key, &[("date", &format::short_date(on))])
    });
    Some([Some(said), how].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
