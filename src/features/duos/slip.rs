//! The paper for the two: each half in the person's own language, one A4 page, cut in the middle.
//! Nothing of a plan is on it.

use std::sync::Arc;

use board::{actor::Role, protocol::duos::FreshInvitation};
use leptos::{prelude::*, task::spawn_local};
use words::{Catalogue, Key, Lang, fill};

use crate::{
    components::code_display::grouped,
    features::duos::{qr::data_url, words_of::milliseconds},
    i18n::{self, t},
    platform::intl,
};

/// A language with its words.
type Loaded = (Lang, Arc<Catalogue>);

/// Seen on paper alone. The words of the other languages are fetched as soon as there is a code.
#[component]
pub fn Slips(
    /// The fresh invitations.
    invitations: Memo<Vec<FreshInvitation>>,
) -> impl IntoView {
    let loaded = RwSignal::new(Vec::<Loaded>::new());
    Effect::new(move |_| {
        for lang in invitations.with(|list| list.iter().map(lang_of).collect::<Vec<_>>()) {
            if loaded.with_untracked(|loaded| loaded.iter().any(|(known, _)| *known == lang)) {
                continue;
            }
            spawn_local(async move {
                // Without a network the paper has no words; the codes on the screen stay.
                if let Some(catalogue) = i18n::fetch(lang).await {
                    loaded.try_update(|loaded| loaded.push((lang, Arc::new(catalogue))));
                }
            });
        }
    });
    let slips = move || {
        let slip = |invitation: FreshInvitation| {
            let lang = lang_of(&invitation);
            let catalogue = loaded.with(|loaded| {
                loaded.iter().find(|(known, _)| *known == lang).map(|(_, words)| words.clone())
            })?;
            Some(view! { <Slip invitation=invitation lang=lang catalogue=catalogue/> })
        };
        invitations.get().into_iter().filter_map(slip).collect_view()
    };
    view! { <div class="slips print-only">{slips}</div> }
}

/// One person's half.
#[component]
fn Slip(invitation: FreshInvitation, lang: Lang, catalogue: Arc<Catalogue>) -> impl IntoView {
    let words = |key, values: &[(&str, &str)]| fill(catalogue.get(key), values);
    let address = invitation.link.split('#').next().unwrap_or_default();
    let until = intl::date_time(lang.tag(), milliseconds(invitation.expires));
    let role = if invitation.role == Role::Mentor { Key::DuoMentor } else { Key::DuoMentee };
    view! {
        <section class="slip" lang=lang.tag() dir=lang.dir()>
            <div class="stack">
                <h2>{words(Key::DuoSlipTitle, &[("name", &invitation.name)])}</h2>
                <p>{words(Key::AppName, &[])} " · " {words(role, &[])}</p>
                <p class="keep-lines">{words(Key::DuoSlipSteps, &[("address", address)])}</p>
                <p>{words(Key::CodeDisplayLabel, &[])}</p>
                <p class="code ltr">{grouped(&invitation.code)}</p>
                <p>{words(Key::DuoValidUntil, &[("time", &until)])}</p>
                <p>{words(Key::DuoSlipNote, &[])}</p>
            </div>
            <img
                class="qr"
                src=data_url(&invitation.qr_svg)
                alt=words(Key::DuoQr, &[("name", &invitation.name)])
            />
        </section>
        <p class="slips__cut" aria-hidden="true">{move || t(Key::DuoSlipCut)}</p>
    }
}

fn lang_of(invitation: &FreshInvitation) -> Lang {
    Lang::from_tag(&invitation.lang).unwrap_or_default()
}
