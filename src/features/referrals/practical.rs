//! What one needs to go there: when, where, whom to call, what to bring.

use board::{
    id::ItemId,
    op::{Op, TextField},
    referral::ReferralMode,
};
use chrono::NaiveDate;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::disclosure::Disclosure,
    features::{
        choice_form::ChoiceForm,
        day_form::DayForm,
        live_text::{LiveText, errors::reject_text},
        reach::{ReachLinks, WebLink},
        referrals::{
            facts::{ReferralFacts, part},
            wording::{mode_key, mode_options},
        },
    },
    i18n::{format, t, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// Day, address, telephone and web page as links, and how the two went about it.
#[component]
pub(super) fn Practical(
    /// The referral.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<ReferralFacts>>,
) -> impl IntoView {
    let line = |read: fn(&ReferralFacts) -> String| {
        let line = part(facts, read);
        Signal::derive(move || line.get().unwrap_or_default())
    };
    let (title, place) = (line(|facts| facts.title.clone()), line(|facts| facts.place.clone()));
    let (contact, link) = (line(|facts| facts.contact.clone()), line(|facts| facts.link.clone()));
    let shown = |words: Signal<String>| {
        move || {
            let words = words.get();
            (!words.is_empty()).then(|| view! { <p dir="auto">{words}</p> })
        }
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::ReferralPractical)}</h2>
            <Day id facts/>
            {shown(place)}
            {shown(contact)}
            <div class="row">
                <ReachLinks words=contact who=title/>
                <WebLink href=link/>
            </div>
            <Mode id facts/>
        </section>
        <section class="card">
            <h2>{move || t(Key::ReferralBring)}</h2>
            <LiveText
                item=id
                field=TextField::Notes
                label=text(Key::ReferralBringLabel)
                hint=text(Key::ReferralNoNumbers)
                multiline=true
            />
        </section>
    }
}

/// The day of the visit or call, with the way to change it.
#[component]
fn Day(id: ItemId, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let on = Memo::new(move |_| facts.with(|facts| facts.as_ref().and_then(|facts| facts.on)));
    let may_plan = part(facts, |facts| facts.may_plan);
    let words = move || match on.get() {
        Some(on) => {
            let (date, away) = (format::long_date(on), format::relative_date(on));
            tf(Key::ApplicationDayIs, &[("date", &date), ("away", &away)])
        }
        None => t(Key::ReferralNoDay),
    };
    let save = Callback::new(move |day: Option<NaiveDate>| {
        match board.act(Op::SetDay { item: id, on: day }) {
            Ok(()) => announce(&match day {
                Some(day) => tf(Key::ApplicationDaySaved, &[("date", &format::long_date(day))]),
                None => t(Key::ApplicationDayTaken),
            }),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    let button = Signal::derive(move || {
        t(if on.get().is_some() { Key::ApplicationDayChange } else { Key::ApplicationDayPick })
    });
    view! {
        <p>{words}</p>
        <Show when=move || may_plan.get() == Some(true)>
            <div>
                <DayForm
                    label=text(Key::ReferralDay)
                    button=button
                    on=on
                    may_go=true
                    id="referral-change-day"
                    on_save=save
                />
            </div>
        </Show>
    }
}

/// Told, called together, went together, wrote.
#[component]
fn Mode(id: ItemId, facts: Memo<Option<ReferralFacts>>) -> impl IntoView {
    let board = BoardState::expect();
    let mode = Memo::new(move |_| facts.with(|facts| facts.as_ref().and_then(|f| f.mode.clone())));
    let now = Memo::new(move |_| {
        mode.with(|mode| mode.as_ref().map(|mode| mode.as_str().to_owned()).unwrap_or_default())
    });
    let may_plan = part(facts, |facts| facts.may_plan);
    let words = move || {
        let mode = mode.get()?;
        Some(tf(Key::ReferralModeIs, &[("mode", &t(mode_key(&mode)))]))
    };
    let save = Callback::new(move |word: String| {
        let mode = ReferralMode::from_word(&word);
        let said = tf(Key::ReferralModeIs, &[("mode", &t(mode_key(&mode)))]);
        match board.act(Op::SetMode { item: id, mode }) {
            Ok(()) => announce(&said),
            Err(reject) => announce(&reject_text(&reject)),
        }
    });
    view! {
        {move || words().map(|words| view! { <p class="muted">{words}</p> })}
        <Show when=move || may_plan.get() == Some(true)>
            <ChoiceForm
                label=text(Key::ReferralMode)
                button=text(Key::ReferralModeNote)
                options=mode_options()
                now=now
                id="referral-mode-change"
                on_save=save
            />
        </Show>
    }
}

/// The texts as they were noted, to be corrected.
#[component]
pub(super) fn Details(
    /// The referral.
    id: ItemId,
) -> impl IntoView {
    view! {
        <section>
            <Disclosure label=text(Key::ReferralDetails)>
                <LiveText item=id field=TextField::Title label=text(Key::ReferralName)/>
                <LiveText item=id field=TextField::Place label=text(Key::ReferralPlace)/>
                <LiveText item=id field=TextField::Contact label=text(Key::ReferralContact)/>
                <LiveText item=id field=TextField::Link label=text(Key::ReferralLink)/>
            </Disclosure>
        </section>
    }
}
