//! What stands in the letter of the week: numbers, and one link. No name, no word of a board.

use super::{Desk, Says, rounds::Rounds};
use crate::{
    clock, ids,
    pages::Texts,
    store::mail::{Addressee, Tidings},
};
use board::health::DuoState;
use lettre::{
    Address, Message,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use words::{Key, Lang};

/// The page on which the letter is ended.
const PAGE: &str = "/letter";

/// The letter; nothing when there is no such address.
pub(super) fn letter(desk: Desk<'_>, to: &Addressee, says: &Says) -> Option<Message> {
    let texts = desk.pages.texts(Lang::from_tag(&to.lang).unwrap_or_default());
    let address: Address = to.address.parse().ok()?;
    let from = desk.mailer.from();
    let id = format!("<{}@{}>", ids::new_id(clock::now()), from.email.domain());
    let letter = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, address))
        .subject(texts.get(Key::LetterSubject))
        .message_id(Some(id))
        .date_now()
        .raw_header(header("List-Unsubscribe", format!("<{}{PAGE}>", desk.origin)))
        // Nothing answers by itself to what a program sent (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    let body = match says {
        Says::Tidings(tidings) => body(texts, desk.origin, *tidings),
        Says::Rounds(rounds) => staff_body(texts, desk.origin, rounds),
    };
    letter.singlepart(SinglePart::plain(body)).ok()
}

fn header(name: &'static str, value: String) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::new(name, value)
}

fn body(texts: Texts<'_>, origin: &str, tidings: Tidings) -> String {
    let say = |key| texts.get(key).to_owned();
    let news = match tidings.news {
        0 => say(Key::LetterNoNews),
        news => texts.count(Key::LetterNews, u64::from(news)),
    };
    let mut about = vec![say(Key::LetterLead), format!("- {news}")];
    if tidings.duos > 1 {
        about[0] = texts.count(Key::LetterLeadDuos, u64::from(tidings.duos));
    }
    about.extend(meeting(texts, tidings).map(|line| format!("- {line}")));
    let parts = [
        say(Key::LetterHello),
        about.join("\n"),
        format!("{}\n{origin}/", texts.get(Key::LetterOpen)),
        say(Key::LetterWhy),
    ];
    parts.join("\n\n") + "\n"
}

/// What waits for a coordinator, then how the duos are doing. What there is none of is not said.
fn staff_body(texts: Texts<'_>, origin: &str, rounds: &Rounds) -> String {
    let say = |key| texts.get(key).to_owned();
    let count = |(key, number): (Key, u32)| {
        (number > 0).then(|| format!("- {}", texts.count(key, u64::from(number))))
    };
    let waits = [
        (Key::StaffLetterHelp, rounds.help),
        (Key::StaffLetterContacts, rounds.contacts),
        (Key::StaffLetterFollowUps, rounds.follow_ups),
    ];
    let mut waits: Vec<String> = waits.into_iter().filter_map(count).collect();
    if waits.is_empty() {
        waits.push(format!("- {}", texts.get(Key::StaffLetterNothing)));
    }
    let running = rounds.states.iter().map(|(_, duos)| *duos).sum::<u32>();
    let mut states = vec![match running {
        0 => say(Key::StaffLetterNoDuo),
        running => texts.count(Key::StaffLetterDuos, u64::from(running)),
    }];
    let lines = rounds.states.iter().map(|(state, duos)| (state_key(*state), *duos));
    states.extend(lines.filter_map(count));
    let parts = [
        say(Key::LetterHello),
        format!("{}\n{}", texts.get(Key::StaffLetterLead), waits.join("\n")),
        states.join("\n"),
        format!("{}\n{origin}/", texts.get(Key::StaffLetterOpen)),
        say(Key::LetterWhy),
    ];
    parts.join("\n\n") + "\n"
}

fn state_key(state: DuoState) -> Key {
    match state {
        DuoState::HelpRequested => Key::StaffLetterHelpRequested,
        DuoState::ClosureOverdue => Key::StaffLetterClosureOverdue,
        DuoState::Stalled => Key::StaffLetterStalled,
        DuoState::Watch => Key::StaffLetterWatch,
        DuoState::TooEarly => Key::StaffLetterTooEarly,
        DuoState::OnTrack => Key::StaffLetterOnTrack,
        DuoState::Paused | DuoState::Closed => Key::StaffLetterPaused,
    }
}

/// Whether a meeting is planned. A duo that rests is not asked for one.
fn meeting(texts: Texts<'_>, tidings: Tidings) -> Option<String> {
    let Tidings { duos, resting, planned, .. } = tidings;
    match (duos, planned) {
        (_, 0) if resting >= duos => None,
        (_, 0) => Some(texts.get(Key::LetterNoMeeting).to_owned()),
        (1, _) => Some(texts.get(Key::LetterMeeting).to_owned()),
        _ => Some(texts.count(Key::LetterMeetingDuos, u64::from(planned))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::Pages;

    fn written(lang: Lang, tidings: Tidings) -> String {
        body(Pages::default().texts(lang), "https://plan.example.org", tidings)
    }

    #[test]
    fn one_duo_or_several_news_or_none() {
        let quiet = Tidings { duos: 1, ..Tidings::default() };
        let text = written(Lang::Fr, quiet);
        assert!(text.contains("Rien de nouveau") && text.contains("Aucune rencontre"), "{text}");
        let resting = Tidings { resting: 1, ..quiet };
        assert!(!written(Lang::Fr, resting).contains("rencontre"));
        let busy = Tidings { duos: 3, news: 12, planned: 2, resting: 0 };
        let text = written(Lang::En, busy);
        assert!(text.contains("3 duos") && text.contains("12 things"), "{text}");
        assert!(text.contains("in 2 of them"), "{text}");
    }

    #[test]
    fn a_coordinator_reads_numbers_by_need() {
        let quiet = Rounds::default();
        let write = |lang, rounds: &Rounds| {
            staff_body(Pages::default().texts(lang), "https://plan.example.org", rounds)
        };
        let text = write(Lang::Fr, &quiet);
        assert!(text.contains("Rien") && text.contains("Aucun duo"), "{text}");
        let busy = Rounds {
            help: 1,
            contacts: 12,
            follow_ups: 0,
            states: vec![(DuoState::Stalled, 2), (DuoState::Watch, 0), (DuoState::OnTrack, 49)],
        };
        let text = write(Lang::En, &busy);
        assert!(text.contains("12 people") && text.contains("51 duos"), "{text}");
        assert!(text.find("2 duos").unwrap() < text.find("49 duos").unwrap(), "{text}");
        assert!(!text.contains("check in") && !text.contains("follow-up"), "{text}");
        for lang in Lang::ALL {
            assert_eq!(write(lang, &busy).matches("://").count(), 1);
        }
    }

    #[test]
    fn there_is_one_link_in_every_language() {
        for lang in Lang::ALL {
            let text = written(lang, Tidings { duos: 1, planned: 1, ..Tidings::default() });
            assert_eq!(text.matches("://").count(), 1, "{text}");
        }
    }
}
