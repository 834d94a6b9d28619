//! What stands in the letter of the week: numbers, and one link. No name, no word of a board.

use super::Desk;
use crate::{
    clock, ids,
    pages::Texts,
    store::mail::{Addressee, Tidings},
};
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
pub(super) fn letter(desk: Desk<'_>, to: &Addressee, tidings: Tidings) -> Option<Message> {
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
    letter.singlepart(SinglePart::plain(body(texts, desk.origin, tidings))).ok()
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
    fn there_is_one_link_in_every_language() {
        for lang in Lang::ALL {
            let text = written(lang, Tidings { duos: 1, planned: 1, ..Tidings::default() });
            assert_eq!(text.matches("://").count(), 1, "{text}");
        }
    }
}
