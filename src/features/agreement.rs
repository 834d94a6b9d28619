//! What the two promise each other: read it, add own words, sign (features.md A14).

use board::{
    agreement::{AGREEMENT_VERSION, Agreement, Signature, current},
    entry::Entry,
    id::ItemId,
    item::{Body, Kind},
    op::{AddItem, Op, TextField},
    permit::may_add,
    text::TextError,
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::{Choice, ChoiceOption},
        form::Form,
        icon::IconName,
        notice::{Notice, NoticeKind},
        text_area::TextArea,
    },
    features::{
        applications::facts::day,
        drafts::Drafts,
        live_text::{
            LiveText,
            errors::{reject_text, text_error},
        },
        people,
    },
    i18n::{format, t, text, tf, tn},
    platform::{announce::announce, focus, print},
    state::board::BoardState,
};

/// The rhythms that can be chosen, in days.
const CADENCES: [u16; 3] = [7, 14, 28];
/// The rhythm that most duos begin with.
const FIRST_CADENCE: u16 = 14;
const DRAFT: &str = "agreement-words";
/// The heading over the signatures takes the focus after signing.
const SIGNATURES: &str = "signatures-title";

/// The fixed text, what the two add, and the signatures.
#[component]
pub fn AgreementWork() -> impl IntoView {
    let board = BoardState::expect();
    let id = Memo::new(move |_| board.view().with(|world| current(world).map(|item| item.id)));
    view! {
        <FixedText/>
        {move || match id.get() {
            Some(id) => view! { <Standing id/> }.into_any(),
            None => view! { <Begin/> }.into_any(),
        }}
        <div>
            <Button
                label=text(Key::ActionPrint)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=|()| print::print()
            />
        </div>
    }
}

/// The same words for every duo.
#[component]
fn FixedText() -> impl IntoView {
    let parts = [
        (Key::AgreementAimTitle, Key::AgreementAim),
        (Key::AgreementRhythmTitle, Key::AgreementRhythm),
        (Key::AgreementTrustTitle, Key::AgreementTrust),
        (Key::AgreementLimitsTitle, Key::AgreementLimits),
        (Key::AgreementStopTitle, Key::AgreementStop),
    ];
    let part = |(title, words): (Key, Key)| {
        view! {
            <h2>{move || t(title)}</h2>
            <p class="keep-lines">{move || t(words)}</p>
        }
    };
    view! { <section class="card">{parts.map(part).into_iter().collect_view()}</section> }
}

/// Nobody has signed yet: own words, the rhythm, the first signature.
#[component]
fn Begin() -> impl IntoView {
    let board = BoardState::expect();
    let drafts = Drafts::expect();
    let words = drafts.signal(DRAFT);
    let cadence = RwSignal::new(FIRST_CADENCE.to_string());
    let problem = RwSignal::new(None::<TextError>);
    let error = Signal::derive(move || {
        problem.get().map(|error| text_error(error, &t(Key::AgreementWords)))
    });
    let sign = move |()| {
        let notes = match words.with_untracked(|typed| TextField::Notes.parse(typed)) {
            Ok(notes) => notes,
            Err(found) => {
                problem.set(Some(found));
                return focus::focus_soon(DRAFT);
            }
        };
        let body = Body::Agreement(Agreement {
            version: AGREEMENT_VERSION,
            cadence_days: cadence.with_untracked(|days| days.parse().unwrap_or(FIRST_CADENCE)),
            notes: Entry::new(notes),
            signed: Vec::new(),
        });
        match board.act(Op::Add(AddItem { id: board.new_id(), only_me: false, body })) {
            Ok(()) => {
                drafts.forget(DRAFT);
                announce(&t(Key::AgreementSigned));
                focus::focus_soon(SIGNATURES);
            }
            Err(reject) => announce(&reject_text(&reject)),
        }
    };
    if !may_add(&board.actor(), &Kind::Agreement) {
        return ().into_any();
    }
    view! {
        <Form on_submit=sign>
            <TextArea
                label=text(Key::AgreementWords)
                hint=text(Key::AgreementWordsHint)
                value=words
                error=error
                optional=true
                id=DRAFT
            />
            <Choice label=text(Key::AgreementCadence) options=cadence_options() value=cadence/>
            <div><Button label=text(Key::AgreementSign) icon=IconName::Pencil submit=true/></div>
        </Form>
    }
    .into_any()
}

fn cadence_options() -> Signal<Vec<ChoiceOption>> {
    let option =
        |days: u16| ChoiceOption::new(days.to_string(), Signal::derive(move || cadence_text(days)));
    Signal::stored(CADENCES.map(option).to_vec())
}

/// "every two weeks"; tracked.
fn cadence_text(days: u16) -> String {
    match days {
        7 => t(Key::AgreementCadenceWeek),
        14 => t(Key::AgreementCadenceTwoWeeks),
        28 => t(Key::AgreementCadenceFourWeeks),
        days => tn(Key::AgreementCadenceDays, usize::from(days)),
    }
}

/// What the two wrote, and who signed it.
#[component]
fn Standing(id: ItemId) -> impl IntoView {
    let board = BoardState::expect();
    let me = board.actor().person;
    let found = board.item(id);
    let read = move |read: fn(&Agreement) -> u16| {
        Memo::new(move |_| {
            found.with(|found| {
                found.as_ref().and_then(|(_, item)| item.as_agreement()).map_or(0, read)
            })
        })
    };
    let cadence = read(|agreement| agreement.cadence_days);
    let signed = Memo::new(move |_| {
        found.with(|found| {
            let agreement = found.as_ref().and_then(|(_, item)| item.as_agreement());
            agreement.map(|agreement| agreement.signed.clone()).unwrap_or_default()
        })
    });
    let mine = Memo::new(move |_| signed.with(|all| all.iter().any(|one| one.by == me)));
    let nobody = Memo::new(move |_| signed.with(Vec::is_empty));
    // Said when it happens, whoever changed the words: an effect, since the voice is outside.
    Effect::new(move |before: Option<bool>| {
        let now = nobody.get();
        if before == Some(false) && now {
            announce(&untrack(|| t(Key::AgreementChanged)));
        }
        now
    });
    let sign = move |()| match board.act(Op::Sign { item: id }) {
        Ok(()) => {
            announce(&t(Key::AgreementSigned));
            focus::focus_soon(SIGNATURES);
        }
        Err(reject) => announce(&reject_text(&reject)),
    };
    let rows = move || {
        let row = |Signature { by, at }: Signature| {
            let words = move || {
                let date = format::long_date(day(at));
                tf(
                    Key::AgreementSignedBy,
                    &[("name", &people::name_of(board, by)), ("date", &date)],
                )
            };
            view! { <li>{words}</li> }
        };
        signed.get().into_iter().map(row).collect_view()
    };
    let missing = move || {
        let info = board.info();
        let people = std::iter::once(info.mentee).chain(info.mentor);
        let names = signed.with(|all| {
            let has_signed = |person| all.iter().any(|one| one.by == person);
            people
                .filter(|person| !has_signed(person.id))
                .map(|person| person.name)
                .collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| tf(Key::AgreementMissing, &[("name", &format::list(names))]))
    };
    let words = move || {
        found.with(|found| {
            let agreement = found.as_ref().and_then(|(_, item)| item.as_agreement());
            agreement.map(|agreement| agreement.notes.text.clone())
        })
    };
    view! {
        <section class="card">
            <h2>{move || t(Key::AgreementOwn)}</h2>
            <p class="muted no-print">{move || t(Key::AgreementChangeNote)}</p>
            <div class="stack no-print">
                <LiveText
                    item=id
                    field=TextField::Notes
                    label=text(Key::AgreementWords)
                    hint=text(Key::AgreementWordsHint)
                    multiline=true
                />
                <Cadence id cadence/>
            </div>
            <div class="print-only">
                <p class="keep-lines" dir="auto">{words}</p>
                <p>{move || cadence_text(cadence.get())}</p>
            </div>
        </section>
        <section class="card" aria-labelledby=SIGNATURES>
            <h2 id=SIGNATURES tabindex="-1">{move || t(Key::AgreementSignatures)}</h2>
            <Show when=move || nobody.get()>
                <Notice kind=NoticeKind::Attend><p>{move || t(Key::AgreementChanged)}</p></Notice>
            </Show>
            <ul class="plain-list">{rows}</ul>
            {move || missing().map(|words| view! { <p class="muted">{words}</p> })}
            <Show when=move || !mine.get()>
                <div>
                    <Button
                        label=text(Key::AgreementSign)
                        icon=IconName::Pencil
                        on_press=sign
                    />
                </div>
            </Show>
        </section>
    }
}

/// The rhythm, to be changed by either; a change takes the signatures away.
#[component]
fn Cadence(id: ItemId, cadence: Memo<u16>) -> impl IntoView {
    let board = BoardState::expect();
    let chosen = RwSignal::new(cadence.get_untracked().to_string());
    // The draft follows the board: what is chosen here is on the board at once.
    Effect::new(move |_| chosen.set(cadence.get().to_string()));
    let choose = move |days: String| {
        let Ok(days) = days.parse() else { return };
        match board.act(Op::SetCadence { item: id, days }) {
            Ok(()) => {}
            Err(reject) => {
                chosen.set(cadence.get_untracked().to_string());
                announce(&reject_text(&reject));
            }
        }
    };
    view! {
        <Choice
            label=text(Key::AgreementCadence)
            options=cadence_options()
            value=chosen
            on_choose=choose
        />
    }
}

/// Whether this person still has to sign; tracked.
#[must_use]
pub fn waits_for_me(board: BoardState) -> bool {
    let me = board.actor().person;
    board.view().with(|world| {
        !current(world).and_then(|item| item.as_agreement()).is_some_and(|it| it.is_signed_by(me))
    })
}
