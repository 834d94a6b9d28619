//! The career aim in a few words, on the plan: what work it is all for, or that none is chosen
//! yet, which is as good an answer (features.md M08).

use board::{
    project::{Project, current},
    protocol::library::{OccupationInfo, SectorInfo},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::library,
    components::{button::ButtonKind, card::Card, icon::IconName, link_button::LinkButton},
    features::fetched::Fetched,
    i18n::{self, t, tf},
    paths::Path,
    state::board::BoardState,
};

/// The newest aim that counts, with the way to its page.
#[component]
pub fn Aim() -> impl IntoView {
    let board = BoardState::expect();
    let aim = Memo::new(move |_| {
        board.view().with(|world| current(world).and_then(|(_, item)| item.as_project().cloned()))
    });
    let sectors = Fetched::<Vec<SectorInfo>>::nothing();
    let occupations = Fetched::<Vec<OccupationInfo>>::nothing();
    // Outside of the page: names are asked of the server only when there is something to name.
    Effect::new(move |_| {
        let lang = i18n::lang().tag();
        let (sector, occupation) = aim.with(|aim| {
            let aim = aim.as_ref();
            (aim.is_some_and(|a| a.sector.is_some()), aim.is_some_and(|a| a.occupation.is_some()))
        });
        if sector && !occupation {
            spawn_local(async move {
                let answer = library::sectors(lang).await;
                sectors.take_or_copy(&format!("sectors:{lang}"), answer).await;
            });
        }
        if occupation {
            spawn_local(async move {
                let answer = library::occupations(lang, "").await;
                occupations.take_or_copy(&format!("occupations:{lang}"), answer).await;
            });
        }
    });
    let words = move || {
        aim.with(|aim| match aim {
            Some(Project { occupation: Some(occupation), .. }) => {
                let name = occupations.value.with(|known| {
                    let known = known.as_ref()?.iter().find(|known| known.id == *occupation)?;
                    Some(known.name.clone())
                });
                named(Key::AimJob, name)
            }
            Some(Project { sector: Some(sector), .. }) => {
                let name = sectors.value.with(|known| {
                    let known = known.as_ref()?.iter().find(|known| known.id == *sector)?;
                    Some(known.name.clone())
                });
                named(Key::AimSector, name)
            }
            _ if board.is_mentee() => t(Key::AimNone),
            _ => tf(Key::AimNoneMentor, &[("name", &board.other_name())]),
        })
    };
    let own_words = move || {
        let notes = aim.with(|aim| aim.as_ref().map(|aim| aim.notes.text.clone()));
        notes.filter(|notes| !notes.is_empty()).map(|notes| {
            view! { <p class="keep-lines" dir="auto">{notes}</p> }
        })
    };
    let (title, see) = if board.is_mentee() {
        (Key::AimTitle, Key::AimChange)
    } else {
        (Key::AimTitleMentor, Key::AimSee)
    };
    let label = Signal::derive(move || {
        let first = board.is_mentee() && aim.with(Option::is_none);
        t(if first { Key::AimAdd } else { see })
    });
    let is_there = Memo::new(move |_| board.is_mentee() || aim.with(Option::is_some));
    view! {
        <Card>
            <h2>{move || t(title)}</h2>
            <p>{words}</p>
            {own_words}
            <Show when=move || is_there.get()>
                <div class="no-print">
                    <LinkButton
                        label
                        href=Path::CareerAim.href()
                        kind=ButtonKind::Plain
                        icon=IconName::Briefcase
                    />
                </div>
            </Show>
        </Card>
    }
}

/// The name, or that there is one which the server did not tell yet.
fn named(key: Key, name: Option<String>) -> String {
    name.map_or_else(|| t(Key::AimSome), |name| tf(key, &[("name", &name)]))
}
