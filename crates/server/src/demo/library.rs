//! What people of the demo wrote into the library: a card that was published and judged by others,
//! one that waits for a coordinator, and a question that a mentee left without a name.

use super::people::person_id;
use crate::{
    secret,
    store::{Store, StoreError},
};
use board::{
    protocol::library::{
        CardState, CodeDecision, NewCode, NewCodeQuestion, NewVerdict, Region, Verdict,
    },
    slug::Slug,
    time::Timestamp,
};
use chrono::DateTime;

/// What other mentors say of the published card, and where.
const SAID: [(&str, Region, Verdict); 4] = [
    ("Ingrid", Region::Wallonia, Verdict::StillTrue),
    ("Brigitte", Region::Brussels, Verdict::StillTrue),
    ("Anne-Marie", Region::Brussels, Verdict::Depends),
    ("Wim", Region::Flanders, Verdict::StillTrue),
];

/// Puts them into a database that has the people of the demo.
pub(super) async fn create(store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
    let published = slug("demo-evening-news");
    write(store, &published, "Cécile", evening_news(), now.plus_days(-40)).await?;
    let decision =
        CodeDecision { card: evening_news(), state: CardState::Published, reply: String::new() };
    let decided = now.plus_days(-38);
    store.decide_card(&published, person_id("Nadia"), 1, decision, decided).await?;
    for (name, region, verdict) in SAID {
        let verdict = NewVerdict { verdict: Some(verdict), region };
        store.set_verdict(&published, person_id(name), verdict).await?;
    }
    write(store, &slug("demo-stand-up"), "Marc", stand_up(), now.plus_days(-2)).await?;
    let question = NewCodeQuestion {
        sector: slug("education"),
        code: None,
        text: "Un enfant pleure au départ de sa maman. Qui doit le consoler ?".to_owned(),
        lang: "fr".to_owned(),
    };
    let day = DateTime::from_timestamp_millis(now.plus_days(-3).0).unwrap_or_default();
    store.add_question(&slug("demo-goodbye"), question, day.date_naive()).await
}

async fn write(
    store: &dyn Store,
    id: &Slug,
    author: &str,
    card: NewCode,
    at: Timestamp,
) -> Result<(), StoreError> {
    store.add_card(id, person_id(author), card, secret::hash(id.as_str()), at).await.map(drop)
}

fn evening_news() -> NewCode {
    NewCode {
        sector: slug("education"),
        lang: "fr".to_owned(),
        situation: "Le soir, les parents reviennent".to_owned(),
        happens: "Le parent demande comment la journée s’est passée. Il a peu de temps.".to_owned(),
        expected: "Donnez deux ou trois faits : le repas, la sieste, un jeu. Commencez par le \
                   positif."
            .to_owned(),
        wrong: "On dit seulement « tout va bien ». Ou on parle d’un souci devant tout le monde."
            .to_owned(),
        say: "Lina a bien mangé, elle a dormi une heure et elle a beaucoup chanté.".to_owned(),
        named: true,
    }
}

fn stand_up() -> NewCode {
    NewCode {
        sector: slug("it"),
        lang: "fr".to_owned(),
        situation: "La réunion debout du matin".to_owned(),
        happens: "L’équipe se réunit dix minutes. Chacun parle une minute, souvent en anglais."
            .to_owned(),
        expected: "Dites ce que vous avez fait, ce que vous ferez, et ce qui vous bloque."
            .to_owned(),
        wrong: "On raconte tous les détails. Ou on n’ose pas dire qu’on est bloqué.".to_owned(),
        say: "I finished the form, and I need help with the tests.".to_owned(),
        named: false,
    }
}

fn slug(name: &str) -> Slug {
    name.parse().expect("the names in this file are short names")
}
