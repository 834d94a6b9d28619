//! The way in of a duo's two people: fresh codes, devices, a lost phone. It follows the server while somebody looks.

use std::time::Duration;

use board::{
    id::DuoId,
    protocol::duos::{Duo, FreshInvitation, InvitationStatus, Member},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
    },
    features::{
        duos::{
            codes::CodeCard,
            fresh::FreshCodes,
            panel::{CODES, MemberPanel},
            slip::Slips,
        },
        fetched::{FetchNotice, Fetched},
    },
    i18n::{t, text},
    platform::{page::PageSignals, print},
};

/// The heading of the section: new codes are at hand from the top of the page.
pub const ACCESS: &str = "duo-access";

/// Between two looks at the server.
const AGAIN: Duration = Duration::from_secs(10);

/// The duo, read anew every ten seconds while the page is seen.
#[component]
pub fn DuoView(
    /// Which.
    id: DuoId,
) -> impl IntoView {
    let duo = Fetched::<Duo>::nothing();
    let window = expect_context::<PageSignals>();
    let load = Callback::new(move |()| {
        spawn_local(async move { duo.take(api::duos::read(id).await) });
    });
    // Runs at the start and each time the page is seen again.
    Effect::new(move |_| {
        if window.visible.get() {
            load.run(());
        }
    });
    let timer = set_interval_with_handle(
        move || {
            if window.visible.get_untracked() {
                load.run(());
            }
        },
        AGAIN,
    );
    let fresh = FreshCodes::expect();
    on_cleanup(move || {
        fresh.clear();
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let known = Memo::new(move |_| duo.value.with(Option::is_some));
    let content = move || {
        known.get().then(|| {
            // `known` is true only while there is a duo, and an answer is never taken back.
            let duo = Memo::new(move |before: Option<&Duo>| {
                duo.value.get().or_else(|| before.cloned()).expect("an answer stays")
            });
            view! { <Known duo=duo on_change=load/> }
        })
    };
    view! {
        <FetchNotice ready=duo.is_ready() failure=duo.failure on_retry=load/>
        {content}
    }
}

#[component]
fn Known(duo: Memo<Duo>, on_change: Callback<()>) -> impl IntoView {
    let fresh = FreshCodes::expect();
    let mentee = Memo::new(move |_| duo.with(|duo| duo.mentee.clone()));
    let mentor = Memo::new(move |_| duo.with(|duo| duo.mentor.clone()));
    let codes = Memo::new(move |_| {
        let members = [mentee.get(), mentor.get()];
        let mut list = fresh.of([members[0].id, members[1].id]);
        list.retain(|code| members.iter().all(|member| still_opens(code, member)));
        list
    });
    view! {
        <h2 id=ACCESS tabindex="-1">{move || t(Key::DuoHeadAccess)}</h2>
        <Codes codes=codes/>
        <div class="grid">
            <MemberPanel member=mentee on_change=on_change/>
            <MemberPanel member=mentor on_change=on_change/>
        </div>
        <Slips invitations=codes/>
    }
}

/// The codes that were made a moment ago.
#[component]
fn Codes(codes: Memo<Vec<FreshInvitation>>) -> impl IntoView {
    let some = Memo::new(move |_| codes.with(|codes| !codes.is_empty()));
    move || {
        some.get().then(|| {
            let cards = move || {
                let card = |invitation| view! { <CodeCard invitation=invitation/> };
                codes.get().into_iter().map(card).collect_view()
            };
            view! {
                <section class="stack">
                    <h3 id=CODES tabindex="-1">{move || t(Key::DuoCodesTitle)}</h3>
                    <p>{move || t(Key::DuoCodesOnce)} " " {move || t(Key::DuoCodeLead)}</p>
                    <div class="grid">{cards}</div>
                    <div class="row">
                        <Button
                            label=text(Key::DuoPrintSlip)
                            kind=ButtonKind::Quiet
                            icon=IconName::Printer
                            on_press=|()| print::print()
                        />
                        <p class="muted">{move || t(Key::DuoPrintLead)}</p>
                    </div>
                </section>
            }
        })
    }
}

/// Used, expired or ended codes leave the screen as soon as the server says so.
fn still_opens(code: &FreshInvitation, member: &Member) -> bool {
    member.id != code.person
        || member
            .invitation
            .as_ref()
            .is_none_or(|state| state.id != code.id || state.status == InvitationStatus::Waiting)
}
