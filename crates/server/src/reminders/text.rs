//! What reminders say: one of a few fixed sentences, in the person's language. The server says it,
//! encrypted for the one browser, so that a phone shows it without asking anybody for words.

use super::Desk;
use crate::{clock, ids, pages::Pages};
use board::reminders::occasions::Says;
use lettre::{
    Address, Message,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use serde_json::json;
use words::{Key, Lang};

/// The page on which reminders are chosen.
const PAGE: &str = "/reminders";
/// Every message is as long, so that its length does not say which one it is.
const LENGTH: usize = 384;

/// What a browser gets; without anything to say, a trial.
pub(super) fn push(pages: &Pages, lang: Lang, says: Option<Says>) -> Vec<u8> {
    let texts = pages.texts(lang);
    let body = texts.get(says.map_or(Key::NudgeTrial, sentence));
    let url = if says.is_some() { "/" } else { PAGE };
    let message = json!({
        "title": texts.get(Key::AppName), "body": body,
        "lang": lang.tag(), "dir": lang.dir(), "url": url,
    });
    let mut message = message.to_string().into_bytes();
    // Spaces after a document are no part of it.
    message.resize(message.len().max(LENGTH), b' ');
    message
}

/// The same as an e-mail; nothing when there is no such address.
pub(super) fn letter(desk: Desk<'_>, lang: Lang, address: &str, says: Says) -> Option<Message> {
    let texts = desk.pages.texts(lang);
    let to: Address = address.parse().ok()?;
    let from = desk.mailer.from();
    let id = format!("<{}@{}>", ids::new_id(clock::now()), from.email.domain());
    let letter = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(texts.get(Key::NudgeMailSubject))
        .message_id(Some(id))
        .date_now()
        .raw_header(header("List-Unsubscribe", format!("<{}{PAGE}>", desk.origin)))
        // Nothing answers by itself to what a program sent (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()));
    let parts = [
        texts.get(Key::NudgeMailHello).to_owned(),
        texts.get(sentence(says)).to_owned(),
        format!("{}\n{}/", texts.get(Key::NudgeMailOpen), desk.origin),
        format!("{}\n{}{PAGE}", texts.get(Key::NudgeMailWhy), desk.origin),
    ];
    letter.singlepart(SinglePart::plain(parts.join("\n\n") + "\n")).ok()
}

fn header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn sentence(says: Says) -> Key {
    match says {
        Says::Tomorrow => Key::NudgeTomorrow,
        Says::Soon => Key::NudgeSoon,
        Says::Wrote => Key::NudgeWrote,
        Says::Next => Key::NudgeNext,
        Says::Answer => Key::NudgeAnswer,
        Says::Referral => Key::NudgeReferral,
        Says::KeyDate => Key::NudgeKeyDate,
        Says::Agreement => Key::NudgeAgreement,
        Says::Pulse => Key::NudgePulse,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_as_long() {
        let pages = Pages::default();
        let all = [Says::Tomorrow, Says::Soon, Says::Wrote, Says::Next, Says::Answer];
        let all = all.into_iter().chain([Says::Referral, Says::KeyDate, Says::Agreement]);
        for says in all.map(Some).chain([Some(Says::Pulse), None]) {
            for lang in Lang::ALL {
                let message = push(&pages, lang, says);
                assert_eq!(message.len(), LENGTH, "{says:?} {lang:?}");
                let read: serde_json::Value = serde_json::from_slice(&message).unwrap();
                assert_eq!(read["title"], "Passerelle");
                assert_eq!(read["lang"], lang.tag());
            }
        }
    }
}
