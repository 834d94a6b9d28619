//! A card that is being written: its drafts, the rules of each field, and the server's answer.

use board::{
    guard,
    protocol::{
        library::{CODE_PART_MAX, CODE_SITUATION_MAX, CodeCard, CodeWords, NewCode},
        problem::{FieldProblem, FieldRule},
    },
    text::{TextError, parse_line, parse_text},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    features::{drafts::Drafts, live_text::errors::text_error},
    i18n::{self, t, tf},
};

/// What the form keeps for "with my name".
pub const NAMED: &str = "yes";
/// What the form keeps for "without my name".
pub const UNNAMED: &str = "no";

/// A question of the form, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeField {
    /// The sector.
    Sector,
    /// When it matters.
    Situation,
    /// What happens.
    Happens,
    /// What is expected.
    Expected,
    /// What often goes wrong.
    Wrong,
    /// A sentence one can say.
    Say,
    /// The coordinator's word for the author.
    Reply,
    /// Where the card goes.
    State,
}

impl CodeField {
    const ALL: [Self; 8] = [
        Self::Sector,
        Self::Situation,
        Self::Happens,
        Self::Expected,
        Self::Wrong,
        Self::Say,
        Self::Reply,
        Self::State,
    ];

    /// Its name in the request, which is also its element id.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Situation => "situation",
            Self::Happens => "happens",
            Self::Expected => "expected",
            Self::Wrong => "wrong",
            Self::Say => "say",
            Self::Reply => "reply",
            Self::State => "state",
        }
    }

    /// The question.
    #[must_use]
    pub fn label(self) -> Key {
        match self {
            Self::Sector => Key::CodesSector,
            Self::Situation => Key::CodesSituation,
            Self::Happens => Key::CodesHappens,
            Self::Expected => Key::CodesExpected,
            Self::Wrong => Key::CodesWrong,
            Self::Say => Key::CodesSay,
            Self::Reply | Self::State => Key::ModerationReply,
        }
    }
}

/// Why an answer cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text breaks its rule.
    Text(TextError),
    /// A number that should not be written down (T16).
    Private,
    /// Nothing was chosen.
    Choose,
    /// The card came with the product: nobody can get it back.
    NoAuthor,
}

/// The sentence, the same beside the field and in the summary; tracked.
#[must_use]
pub fn fault_text(fault: &Fault, label: &str) -> String {
    match fault {
        Fault::Text(error) => text_error(*error, label),
        Fault::Private => tf(Key::CodesErrorPrivate, &[("field", label)]),
        Fault::Choose => t(Key::CodesChooseSector),
        Fault::NoAuthor => t(Key::ModerationNoAuthor),
    }
}

/// The faults of a form.
pub type Faults = RwSignal<Vec<(CodeField, Fault)>>;

/// A part of a card, cleaned.
///
/// # Errors
/// The rule it breaks: the same ones as on the server.
pub fn parse_part(typed: &str, max: usize) -> Result<String, Fault> {
    let text = parse_text(typed).map_err(fault_of)?;
    check(text, max)
}

fn parse_situation(typed: &str) -> Result<String, Fault> {
    check(parse_line(typed).map_err(fault_of)?, CODE_SITUATION_MAX)
}

fn check(text: String, max: usize) -> Result<String, Fault> {
    if text.is_empty() {
        Err(Fault::Text(TextError::Empty))
    } else if text.chars().count() > max {
        Err(Fault::Text(TextError::TooLong { max }))
    } else if guard::find(&text).is_some() {
        Err(Fault::Private)
    } else {
        Ok(text)
    }
}

fn fault_of(error: TextError) -> Fault {
    match error {
        TextError::NationalNumber | TextError::CardNumber => Fault::Private,
        error => Fault::Text(error),
    }
}

/// What the server found, by field. Fields of a newer server are not in this form.
#[must_use]
pub fn faults_of(problems: &[FieldProblem]) -> Vec<(CodeField, Fault)> {
    let max =
        |field| if field == CodeField::Situation { CODE_SITUATION_MAX } else { CODE_PART_MAX };
    let fault = |field: CodeField, rule: &FieldRule| match (field, rule) {
        (CodeField::State, _) => Fault::NoAuthor,
        (CodeField::Sector, _) => Fault::Choose,
        (_, FieldRule::PrivateNumber) => Fault::Private,
        (field, FieldRule::TooLong) => Fault::Text(TextError::TooLong { max: max(field) }),
        (_, FieldRule::Empty) => Fault::Text(TextError::Empty),
        _ => Fault::Text(TextError::Unstorable),
    };
    let find = |field: CodeField| {
        let named =
            |problem: &&FieldProblem| problem.field.rsplit('.').next() == Some(field.name());
        problems.iter().find(named).map(|problem| (field, fault(field, &problem.rule)))
    };
    CodeField::ALL.into_iter().filter_map(find).collect()
}

/// What is typed and chosen; kept while the page is left.
#[derive(Clone, Copy)]
pub struct CodeDraft {
    /// The sector; empty while nothing is chosen.
    pub sector: RwSignal<String>,
    /// Tag of the language.
    pub lang: RwSignal<String>,
    /// When it matters.
    pub situation: RwSignal<String>,
    /// What happens.
    pub happens: RwSignal<String>,
    /// What is expected.
    pub expected: RwSignal<String>,
    /// What often goes wrong.
    pub wrong: RwSignal<String>,
    /// A sentence one can say.
    pub say: RwSignal<String>,
    /// With or without a name.
    pub named: RwSignal<String>,
    name: StoredValue<String>,
    drafts: Drafts,
}

/// The names of the drafts of one form.
const PARTS: [&str; 8] =
    ["sector", "lang", "situation", "happens", "expected", "wrong", "say", "named"];

impl CodeDraft {
    /// A new card for a sector, if one is known, or what was typed of it before.
    #[must_use]
    pub fn new(sector: String) -> Self {
        let lang = untrack(|| i18n::lang().tag().to_owned());
        Self::start(
            "code:new".to_owned(),
            [
                sector,
                lang,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                UNNAMED.to_owned(),
            ],
        )
    }

    /// A card that is there, or what was typed over it before.
    #[must_use]
    pub fn of(card: &CodeCard) -> Self {
        let named = if card.author.is_some() { NAMED } else { UNNAMED };
        Self::start(
            format!("code:{}", card.id),
            [
                card.sector.to_string(),
                card.lang.clone(),
                card.situation.clone(),
                card.happens.clone(),
                card.expected.clone(),
                card.wrong.clone(),
                card.say.clone(),
                named.to_owned(),
            ],
        )
    }

    fn start(name: String, begin: [String; 8]) -> Self {
        let drafts = Drafts::expect();
        let signal = |part: usize| {
            let place = format!("{name}:{}", PARTS[part]);
            let typed = RwSignal::new(drafts.get(&place).unwrap_or_else(|| begin[part].clone()));
            let begun = begin[part].clone();
            // The drafts are outside of the views: an effect is the way there.
            Effect::new(move |_| {
                typed.with(|typed| drafts.set(&place, if *typed == begun { "" } else { typed }));
            });
            typed
        };
        Self {
            sector: signal(0),
            lang: signal(1),
            situation: signal(2),
            happens: signal(3),
            expected: signal(4),
            wrong: signal(5),
            say: signal(6),
            named: signal(7),
            name: StoredValue::new(name),
            drafts,
        }
    }

    /// Forgets what was typed: it was sent.
    pub fn forget(self) {
        if let Some(name) = self.name.try_get_value() {
            for part in PARTS {
                self.drafts.forget(&format!("{name}:{part}"));
            }
        }
    }

    /// The words as they stand, for the preview; tracked.
    #[must_use]
    pub fn words(self) -> CodeWords {
        CodeWords {
            situation: self.situation.get(),
            happens: self.happens.get(),
            expected: self.expected.get(),
            wrong: self.wrong.get(),
            say: self.say.get(),
        }
    }

    /// The request, or everything that has to change; not tracked.
    ///
    /// # Errors
    /// Each field with its fault, in the order of the page.
    pub fn read(self) -> Result<NewCode, Vec<(CodeField, Fault)>> {
        untrack(|| {
            let mut faults = Vec::new();
            let sector = self.sector.with(|sector| sector.parse().ok());
            if sector.is_none() {
                faults.push((CodeField::Sector, Fault::Choose));
            }
            let situation = self.situation.with(|typed| parse_situation(typed));
            let situation = note(&mut faults, CodeField::Situation, situation);
            let mut part = |field, typed: RwSignal<String>| {
                let parsed = typed.with(|typed| parse_part(typed, CODE_PART_MAX));
                note(&mut faults, field, parsed)
            };
            let happens = part(CodeField::Happens, self.happens);
            let expected = part(CodeField::Expected, self.expected);
            let wrong = part(CodeField::Wrong, self.wrong);
            let say = part(CodeField::Say, self.say);
            let (lang, named) = (self.lang.get(), self.named.with(|named| named == NAMED));
            match sector.filter(|_| faults.is_empty()) {
                Some(sector) => {
                    Ok(NewCode { sector, lang, situation, happens, expected, wrong, say, named })
                }
                None => Err(faults),
            }
        })
    }
}

fn note(
    faults: &mut Vec<(CodeField, Fault)>,
    field: CodeField,
    parsed: Result<String, Fault>,
) -> String {
    parsed.unwrap_or_else(|fault| {
        faults.push((field, fault));
        String::new()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_the_server() {
        assert_eq!(parse_part("  Bonjour \r\n", 400), Ok("Bonjour".to_owned()));
        assert_eq!(parse_part(" ", 400), Err(Fault::Text(TextError::Empty)));
        assert_eq!(parse_part("abc", 2), Err(Fault::Text(TextError::TooLong { max: 2 })));
        assert_eq!(parse_part("Donnez 85.07.30-033.28", 400), Err(Fault::Private));
        assert_eq!(parse_part("BE68 5390 0754 7034", 400), Err(Fault::Private));
    }

    #[test]
    fn what_the_server_found_comes_in_the_order_of_the_page() {
        let problem = |field: &str, rule| FieldProblem { field: field.to_owned(), rule };
        let found = faults_of(&[
            problem("reply", FieldRule::Empty),
            problem("card.say", FieldRule::PrivateNumber),
            problem("of_tomorrow", FieldRule::Empty),
        ]);
        let empty = Fault::Text(TextError::Empty);
        assert_eq!(found, [(CodeField::Say, Fault::Private), (CodeField::Reply, empty)]);
    }
}
