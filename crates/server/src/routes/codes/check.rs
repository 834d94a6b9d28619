//! The rules for what people write into the library.

use crate::http::{fields::Fields, problem::ApiError};
use board::{
    protocol::{
        library::{
            CODE_PART_MAX, CODE_SITUATION_MAX, CardState, CodeDecision, NewCode, NewCodeQuestion,
        },
        problem::FieldRule,
    },
    slug::Slug,
};

/// The sector that an address names, if it names one.
pub(super) fn asked_sector(sector: Option<&Slug>) -> Result<(), ApiError> {
    let mut fields = Fields::default();
    fields.known("sector", sector.is_none_or(is_sector));
    fields.or(())
}

/// Whether there is such a sector, or it is the one for all of them.
fn is_sector(sector: &Slug) -> bool {
    let known = content::sectors().iter().any(|known| known.id == *sector);
    known || sector.as_str() == content::ANY_SECTOR
}

/// A card, cleaned; or every field that breaks a rule at once.
pub(super) fn card(mut new: NewCode) -> Result<NewCode, ApiError> {
    let mut fields = Fields::default();
    look_at(&mut fields, &mut new, "");
    fields.or(new)
}

/// A decision, cleaned; or every field that breaks a rule at once.
pub(super) fn decision(mut decision: CodeDecision) -> Result<CodeDecision, ApiError> {
    let mut fields = Fields::default();
    look_at(&mut fields, &mut decision.card, "card.");
    match decision.state {
        // Without a word, its author would not know what to change.
        CardState::Returned => fields.needed("reply", &mut decision.reply, CODE_PART_MAX),
        CardState::Published | CardState::Retired => {
            fields.text("reply", &mut decision.reply, CODE_PART_MAX);
        }
        CardState::Waiting | CardState::Other(_) => fields.note("state", FieldRule::Unknown),
    }
    fields.or(decision)
}

/// A question, cleaned; or every field that breaks a rule at once.
pub(super) fn question(mut new: NewCodeQuestion) -> Result<NewCodeQuestion, ApiError> {
    let mut fields = Fields::default();
    fields.known("sector", is_sector(&new.sector));
    fields.lang("lang", &new.lang);
    fields.needed("text", &mut new.text, CODE_PART_MAX);
    fields.or(new)
}

fn look_at(fields: &mut Fields, new: &mut NewCode, prefix: &str) {
    let name = |field: &str| format!("{prefix}{field}");
    fields.known(&name("sector"), is_sector(&new.sector));
    fields.lang(&name("lang"), &new.lang);
    // It becomes the title of a mentee's mark.
    fields.line(&name("situation"), &mut new.situation, CODE_SITUATION_MAX);
    fields.needed(&name("happens"), &mut new.happens, CODE_PART_MAX);
    fields.needed(&name("expected"), &mut new.expected, CODE_PART_MAX);
    fields.needed(&name("wrong"), &mut new.wrong, CODE_PART_MAX);
    fields.needed(&name("say"), &mut new.say, CODE_PART_MAX);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(change: impl FnOnce(&mut NewCode)) -> Vec<(String, FieldRule)> {
        let mut new = NewCode {
            sector: "care".parse().unwrap(),
            lang: "fr".into(),
            situation: " Le café \n du matin ".into(),
            happens: "a".into(),
            expected: "b".into(),
            wrong: "c".into(),
            say: "d".into(),
            named: false,
        };
        change(&mut new);
        match card(new) {
            Ok(new) => {
                assert_eq!(new.situation, "Le café du matin");
                Vec::new()
            }
            Err(error) => {
                let fields = error.problem().fields;
                fields.into_iter().map(|problem| (problem.field, problem.rule)).collect()
            }
        }
    }

    #[test]
    fn each_rule_names_its_field() {
        let one = |field: &str, rule| vec![(field.to_owned(), rule)];
        assert_eq!(broken(|_| {}), []);
        assert_eq!(broken(|new| new.sector = "any".parse().unwrap()), []);
        assert_eq!(
            broken(|new| new.sector = "piracy".parse().unwrap()),
            one("sector", FieldRule::Unknown)
        );
        assert_eq!(broken(|new| new.lang = "xx".into()), one("lang", FieldRule::Unknown));
        assert_eq!(broken(|new| new.say = " \n".into()), one("say", FieldRule::Empty));
        assert_eq!(broken(|new| new.wrong = "é".repeat(400)), []);
        assert_eq!(broken(|new| new.wrong = "é".repeat(401)), one("wrong", FieldRule::TooLong));
        assert_eq!(
            broken(|new| new.situation = "é".repeat(201)),
            one("situation", FieldRule::TooLong)
        );
        assert_eq!(broken(|new| new.say = "a\0".into()), one("say", FieldRule::Unstorable));
        assert_eq!(
            broken(|new| new.expected = "Donnez 85.07.30-033.28".into()),
            one("expected", FieldRule::PrivateNumber)
        );
        let both = broken(|new| {
            new.say.clear();
            new.lang.clear();
        });
        assert_eq!(both.len(), 2, "all at once");
    }
}
