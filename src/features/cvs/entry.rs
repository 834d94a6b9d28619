//! One entry of a CV: as it reads, what can be changed, and what is said about it.

use board::{
    cv::CvSection,
    id::ItemId,
    op::Op,
    order::Order,
    permit::{Action, may},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        comments::talk::Talk,
        cvs::{
            facts::CvFacts,
            questions::{field_hint, field_label, fields},
            sheet::Line,
        },
        live_text::{LiveText, errors::reject_text},
        removed::undo,
        rows::RowFocus,
        steps::order::{Way, moved},
    },
    i18n::{format, text, tf},
    platform::announce::announce,
    state::board::BoardState,
};

/// The id of the button that opens an entry.
pub(super) fn entry_id(entry: ItemId) -> String {
    format!("cv-entry-{entry}")
}

/// A row of a part. Its words save by themselves.
#[component]
pub(super) fn EntryRow(
    /// The entry.
    id: ItemId,
    /// The facts of its version.
    cv: Memo<Option<CvFacts>>,
    /// The focus in the list.
    focus: RowFocus,
) -> impl IntoView {
    let board = BoardState::expect();
    let found = board.item(id);
    let line = Memo::new(move |_| {
        found.with(|found| {
            let entry = found.as_ref()?.1.as_cv_entry()?;
            Some(Line {
                title: entry.title.text.clone(),
                place: entry.place.text.clone(),
                period: entry.period.text.clone(),
                notes: entry.notes.text.clone(),
            })
        })
    });
    let read = move |read: fn(&Line) -> String| {
        Signal::derive(move || line.with(|line| line.as_ref().map(read).unwrap_or_default()))
    };
    let title = read(|line| line.title.clone());
    let where_and_when = read(|line| {
        let parts = [line.place.as_str(), line.period.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let notes = read(|line| line.notes.clone());
    let may_write = Memo::new(move |_| {
        let open = cv.with(|cv| cv.as_ref().is_some_and(|cv| !cv.is_sealed()));
        open && found.with(|found| {
            let found = found.as_ref();
            found.is_some_and(|(side, item)| may(&board.actor(), Action::Write, *side, item))
        })
    });
    let changing = RwSignal::new(false);
    view! {
        <li class="cv-entry" on:focusin=move |_| focus.enter(id)>
            <p><strong dir="auto">{title}</strong></p>
            <p class="muted" dir="auto">{where_and_when}</p>
            <p class="keep-lines" dir="auto">{notes}</p>
            <div class="cv-entry__actions">
                {move || may_write.get().then(|| view! {
                    <Unfold
                        label=text(Key::ActionChange)
                        about=title
                        open=changing
                        kind=ButtonKind::Plain
                        id=entry_id(id)
                    >
                        <EditEntry id cv title focus/>
                    </Unfold>
                })}
                <Talk on=id title/>
            </div>
        </li>
    }
}

/// The four texts, its place in the part, removal.
#[component]
fn EditEntry(
    id: ItemId,
    cv: Memo<Option<CvFacts>>,
    title: Signal<String>,
    focus: RowFocus,
) -> impl IntoView {
    let board = BoardState::expect();
    let section = board
        .item(id)
        .with_untracked(|found| Some(found.as_ref()?.1.as_cv_entry()?.section.clone()));
    let section = section.unwrap_or(CvSection::Experience);
    let may_plan = Memo::new(move |_| cv.with(|cv| cv.as_ref().is_some_and(|cv| cv.may_plan)));
    let remove = move |()| {
        focus.enter(id);
        let gone =
            undo::remove(board, id, Key::CvEntryRemoved, title.get_untracked(), entry_id(id));
        if let Err(reject) = gone {
            announce(&reject_text(&reject));
        }
    };
    let texts = fields(&section).iter().map(|field| {
        view! {
            <LiveText
                item=id
                label=text(field_label(&section, field))
                hint=text(field_hint(&section, field))
                multiline=field.is_long()
                field=field.clone()
            />
        }
    });
    let texts = texts.collect_view();
    let button = move |name: &str, label, icon, way| {
        let button = format!("{name}-{id}");
        let press = move |()| place(board, id, way, focus);
        view! {
            <Button label about=title icon id=button kind=ButtonKind::Quiet on_press=press/>
        }
    };
    view! {
        {texts}
        {move || may_plan.get().then(|| view! {
            <div class="row">
                {button("cv-up", text(Key::CvEntryUp), IconName::Up, Way::Up)}
                {button("cv-down", text(Key::CvEntryDown), IconName::Down, Way::Down)}
                <Button
                    label=text(Key::ActionRemove)
                    about=title
                    kind=ButtonKind::Stop
                    id=format!("cv-remove-{id}")
                    on_press=remove
                />
            </div>
        })}
    }
}

/// Moves the entry one place within its part and says where it is now. The focus stays.
fn place(board: BoardState, id: ItemId, way: Way, focus: RowFocus) {
    focus.enter(id);
    let part = part_of(board, id);
    let written = moved(&part, id, way)
        .into_iter()
        .try_for_each(|(item, order)| board.act(Op::Place { item, order }));
    if let Err(reject) = written {
        return announce(&reject_text(&reject));
    }
    let place = part_of(board, id).iter().position(|(entry, _)| *entry == id).unwrap_or(0) + 1;
    let title = board.view().with_untracked(|world| {
        let entry = world.find(id).and_then(|(_, item)| item.as_cv_entry());
        entry.map(|entry| entry.title.text.clone()).unwrap_or_default()
    });
    let (n, total) = (format::number(place), format::number(part.len()));
    announce(&tf(Key::CvEntryMoved, &[("title", &title), ("n", &n), ("total", &total)]));
}

/// The entries that stand in the same part, in their order.
fn part_of(board: BoardState, id: ItemId) -> Vec<(ItemId, Order)> {
    board.view().with_untracked(|world| {
        let Some(entry) = world.find(id).and_then(|(_, item)| item.as_cv_entry()) else {
            return Vec::new();
        };
        let entries = world.cv_entries(entry.cv).into_iter();
        entries
            .filter_map(|(_, item)| {
                let other = item.as_cv_entry().filter(|other| other.section == entry.section)?;
                Some((item.id, other.order.clone()))
            })
            .collect()
    })
}
