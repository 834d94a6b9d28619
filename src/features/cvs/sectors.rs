//! The sectors a CV can aim at: asked once, kept while the app is open.

use board::{
    protocol::{library::SectorInfo, problem::ProblemCode},
    slug::Slug,
};
use leptos::{prelude::*, task::spawn_local};
use words::{Key, Lang};

use crate::{
    api::library,
    components::{choice::ChoiceOption, select::Select},
    i18n::{self, t, text},
    state::{library::Shelf, session::SessionState},
};

thread_local! {
    static KNOWN: ArcRwSignal<Option<(Lang, Vec<SectorInfo>)>> = ArcRwSignal::new(None);
    static ASKING: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Asks for the names in the language of the page, unless they are here or on their way.
fn bring() {
    let known = KNOWN.with(ArcRwSignal::clone);
    let asking = ASKING.with(ArcRwSignal::clone);
    let session = SessionState::expect();
    Effect::new(move |_| {
        let lang = i18n::lang();
        let here = known.with_untracked(|known| known.as_ref().is_some_and(|(of, _)| *of == lang));
        if here || asking.get_untracked() {
            return;
        }
        asking.set(true);
        let (known, asking) = (known.clone(), asking.clone());
        spawn_local(async move {
            match library::sectors(lang.tag()).await {
                Ok(sectors) => known.set(Some((lang, sectors))),
                Err(error) if error.code() == Some(&ProblemCode::SignedOut) => session.end(),
                // With neither list nor copy a CV has no sector for now; words beside it say so.
                Err(_) => {
                    let copy = Shelf::of(session).copy(&format!("sectors:{}", lang.tag())).await;
                    if let Some((sectors, _)) = copy {
                        known.set(Some((lang, sectors)));
                    }
                }
            }
            asking.set(false);
        });
    });
}

/// The name of a sector; empty while it is not known. Tracked.
#[must_use]
pub fn sector_name(sector: Memo<Option<Slug>>) -> Memo<String> {
    bring();
    let known = KNOWN.with(ArcRwSignal::clone);
    Memo::new(move |_| {
        let Some(sector) = sector.get() else { return String::new() };
        known.with(|known| {
            let list = known.as_ref().map(|(_, list)| list.as_slice()).unwrap_or_default();
            let found = list.iter().find(|info| info.id == sector);
            found.map(|info| info.name.clone()).unwrap_or_default()
        })
    })
}

/// The question for the sector. "Not yet" is an answer; without a network it is the only one, and
/// the words say why. What was chosen before is never lost.
#[component]
pub fn SectorSelect(
    /// The name of the chosen sector; empty while there is none.
    value: RwSignal<String>,
    /// Called with the new value when the person chooses.
    #[prop(optional, into)]
    on_choose: Option<Callback<String>>,
) -> impl IntoView {
    bring();
    let known = KNOWN.with(ArcRwSignal::clone);
    let asking = ASKING.with(ArcRwSignal::clone);
    let list = known.clone();
    let options = Signal::derive(move || {
        let named = |info: &SectorInfo| {
            ChoiceOption::new(info.id.as_str(), Signal::stored(info.name.clone()))
        };
        let mut options = list.with(|known| {
            let list = known.as_ref().map(|(_, list)| list.as_slice()).unwrap_or_default();
            list.iter().map(named).collect::<Vec<_>>()
        });
        // A sector that the list does not have yet stays chosen under its short name.
        let chosen = value.get_untracked();
        if !chosen.is_empty() && options.iter().all(|option| option.value != chosen) {
            options.push(ChoiceOption::new(chosen.clone(), Signal::stored(chosen)));
        }
        options
    });
    let hint = Signal::derive(move || {
        let missing = known.with(Option::is_none) && !asking.get();
        t(if missing { Key::CvSectorAway } else { Key::CvSectorHint })
    });
    let choose = Callback::new(move |chosen: String| {
        if let Some(on_choose) = on_choose {
            on_choose.run(chosen);
        }
    });
    view! {
        <Select
            label=text(Key::CvSectorQuestion)
            hint=hint
            options=options
            value=value
            empty_label=text(Key::CvSectorNone)
            optional=true
            on_choose=choose
        />
    }
}
