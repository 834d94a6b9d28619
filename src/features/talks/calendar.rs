//! Whom to call: what is overdue, what comes this week, what comes later. The form is right there.

use board::{
    actor::Seat,
    office::contact::TaskKind,
    protocol::contacts::{ContactCalendar, ContactTask},
};
use chrono::{Datelike, Days, NaiveDate};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        chip::{Chip, ChipKind},
        each::Each,
        empty_state::EmptyState,
        icon::IconName,
        unfold::Unfold,
    },
    features::{
        api_error::api_error_text,
        duos::calls::topic_key,
        fetched::{FetchNotice, Fetched},
        talks::{
            form::TalkForm,
            wording::{Names, with_seat},
        },
    },
    i18n::{
        format::{relative_date, short_date},
        t, text, tf, tn,
    },
    paths::Path,
    platform::{announce::announce, focus, page::PageSignals, print},
};

/// When somebody is to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Overdue,
    Week,
    Later,
}

impl When {
    const ALL: [Self; 3] = [Self::Overdue, Self::Week, Self::Later];

    /// Weeks end on Sunday. Whoever asked for help is never "later".
    fn of(task: &ContactTask, today: NaiveDate) -> Self {
        let left = 6 - today.weekday().num_days_from_monday();
        let sunday = today.checked_add_days(Days::new(u64::from(left))).unwrap_or(today);
        match task.due {
            due if due < today => Self::Overdue,
            due if due <= sunday || task.kind == TaskKind::Help => Self::Week,
            _ => Self::Later,
        }
    }

    fn key(self) -> Key {
        match self {
            Self::Overdue => Key::CallListOverdue,
            Self::Week => Key::CallListWeek,
            Self::Later => Key::CallListLater,
        }
    }

    /// Element id of the heading: the focus goes there when the row with it goes away.
    fn heading(self) -> &'static str {
        match self {
            Self::Overdue => "calls-overdue",
            Self::Week => "calls-week",
            Self::Later => "calls-later",
        }
    }
}

/// The three lists, read anew each time the page is seen again.
#[component]
pub fn CallList() -> impl IntoView {
    let window = expect_context::<PageSignals>();
    let calendar = Fetched::<ContactCalendar>::nothing();
    let mine = RwSignal::new(false);
    let load = Callback::new(move |()| {
        let only_mine = mine.get_untracked();
        spawn_local(async move { calendar.take(api::contacts::calendar(only_mine).await) });
    });
    Effect::new(move |_| {
        mine.track();
        if window.visible.get() {
            load.run(());
        }
    });
    // Only once: a list that is read anew keeps the focus, and a form that is open in it.
    let known = Memo::new(move |_| calendar.value.with(Option::is_some));
    let groups = move || {
        known.get().then(|| {
            let group = |when: When| view! { <Group when calendar=calendar.value on_change=load/> };
            When::ALL.map(group).into_iter().collect_view()
        })
    };
    let is_empty = Memo::new(move |_| {
        let empty = |it: &ContactCalendar| it.tasks.is_empty();
        calendar.value.with(|it| it.as_ref().is_some_and(empty))
    });
    let more = move || calendar.value.with(|it| it.as_ref().map_or(0, |it| it.more));
    let content = move || {
        if is_empty.get() {
            view! { <EmptyState title=text(Key::CallListNone)/> }.into_any()
        } else {
            groups().into_any()
        }
    };
    view! {
        <div class="row no-print">
            <Checkbox label=text(Key::CallListMine) value=mine/>
            <Button
                label=text(Key::ActionPrint)
                kind=ButtonKind::Quiet
                icon=IconName::Printer
                on_press=|()| print::print()
            />
        </div>
        <FetchNotice ready=calendar.is_ready() failure=calendar.failure on_retry=load/>
        {content}
        {move || (more() > 0).then(|| {
            let count = usize::try_from(more()).unwrap_or(usize::MAX);
            view! { <p class="muted">{tn(Key::CallListMore, count)}</p> }
        })}
    }
}

#[component]
fn Group(
    when: When,
    calendar: RwSignal<Option<ContactCalendar>>,
    on_change: Callback<()>,
) -> impl IntoView {
    let tasks = Memo::new(move |_| {
        calendar.with(|it| {
            let Some(it) = it else { return Vec::new() };
            let of = |task: &&ContactTask| When::of(task, it.today) == when;
            let mut tasks: Vec<_> = it.tasks.iter().filter(of).cloned().collect();
            // Whoever asked waits for an answer; the calendar only reminds.
            tasks.sort_by_key(|task| task.kind != TaskKind::Help);
            tasks
        })
    });
    let some = Memo::new(move |_| tasks.with(|tasks| !tasks.is_empty()));
    // French counts nobody as one.
    let count = move || some.get().then(|| tn(Key::CallListCount, tasks.with(Vec::len)));
    let heads = [Key::CallListWho, Key::CallListWhy, Key::CallListWhen, Key::CallListDo];
    let table = move || {
        let heads = heads.map(|key| {
            // What to press stays on the screen, and so does its heading.
            let class = if key == Key::CallListDo { "no-print" } else { "" };
            view! { <th scope="col" role="columnheader" class=class>{move || t(key)}</th> }
        });
        view! {
            <table class="cards-table" role="table" aria-labelledby=when.heading()>
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">
                    <Each
                        each=move || tasks.get()
                        key=|task| (task.duo, task.with, task.kind, task.due, task.help)
                        let:task
                    >
                        <Line task=task heading=when.heading() on_change=on_change/>
                    </Each>
                </tbody>
            </table>
        }
    };
    view! {
        <section class="stack" aria-labelledby=when.heading()>
            <div class="row row--between">
                <h2 id=when.heading() tabindex="-1">{move || t(when.key())}</h2>
                <p class="muted">{count}</p>
            </div>
            {move || if some.get() {
                table().into_any()
            } else {
                view! { <p class="muted">{t(Key::CallListNoneHere)}</p> }.into_any()
            }}
        </section>
    }
}

/// One person: why, by when, and the form.
#[component]
fn Line(task: ContactTask, heading: &'static str, on_change: Callback<()>) -> impl IntoView {
    let ContactTask { duo, with, name, other, branch_name, due, kind, help, topic } = task;
    let href = Path::Duo(duo.0).href();
    let role = if with == Seat::Mentor { Key::DuoMentor } else { Key::DuoMentee };
    let partner = other.clone();
    let about = move || tf(Key::CallListInDuo, &[("role", &t(role)), ("name", &partner)]);
    let chip = |key: Key, kind: ChipKind, icon: IconName| {
        view! { <Chip label=text(key) kind=kind icon=icon/> }.into_any()
    };
    // The usual reason is no news: what stands out is what somebody asked for.
    let why = match kind {
        TaskKind::Help => chip(Key::CallListHelp, ChipKind::Attend, IconName::Alert),
        TaskKind::FollowUp => chip(Key::CallListFollowUp, ChipKind::Mine, IconName::Calendar),
        TaskKind::Planned => view! { <span>{move || t(Key::CallListPlanned)}</span> }.into_any(),
    };
    let topic = topic.map(|topic| {
        let key = topic_key(&topic);
        view! { <p class="muted">{move || t(key)}</p> }
    });
    let by =
        move || tf(Key::CallListDue, &[("date", &short_date(due)), ("ago", &relative_date(due))]);
    let open = RwSignal::new(false);
    let answers = RwSignal::new(help.is_some());
    let names = match with {
        Seat::Mentee => Names { mentee: name.clone(), mentor: other },
        Seat::Mentor => Names { mentee: other, mentor: name.clone() },
    };
    let names = StoredValue::new(names);
    let noted = Callback::new(move |()| {
        let answered = help.filter(|_| answers.get_untracked());
        spawn_local(async move {
            if let Some(id) = answered
                && let Err(error) = api::help::answered(id).await
            {
                announce(&api_error_text(&error));
            }
            focus::focus_soon(heading);
            on_change.try_run(());
        });
    });
    let also = move || {
        help.is_some().then(|| {
            view! { <Checkbox label=text(Key::CallListAndAnswer) value=answers/> }
        })
    };
    let label = |key: Key| {
        view! { <span class="cards-table__label" aria-hidden="true">{move || t(key)}</span> }
    };
    let person = Signal::stored(name.clone());
    let form = format!("call-{duo}-{}", with_seat(with).as_str());
    let (button, form) = (format!("{form}-open"), StoredValue::new(form));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a class="link" dir="auto" href=href>{name}</a>
                <p class="muted">{about} " · " <bdi>{branch_name}</bdi></p>
            </th>
            <td role="cell">
                {label(Key::CallListWhy)}
                {why}
                {topic}
            </td>
            <td role="cell">{label(Key::CallListWhen)} <span>{by}</span></td>
            <td role="cell" class="no-print">
                <Unfold label=text(Key::CallListNote) about=person open=open id=button>
                    {also}
                    <TalkForm
                        duo=duo
                        names=names.get_value()
                        with=Some(with_seat(with))
                        form=form.get_value()
                        on_done=noted
                    />
                </Unfold>
            </td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use board::id::DuoId;

    #[test]
    fn the_week_ends_on_sunday_and_help_does_not_wait() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let task = |due: &str, kind| ContactTask {
            duo: DuoId(uuid::Uuid::nil()),
            with: Seat::Mentee,
            name: String::new(),
            other: String::new(),
            branch_name: String::new(),
            due: day(due),
            kind,
            help: None,
            topic: None,
        };
        // A Wednesday.
        let today = day("2026-11-25");
        for (due, when) in [
            ("2026-11-24", When::Overdue),
            ("2026-11-25", When::Week),
            ("2026-11-29", When::Week),
            ("2026-11-30", When::Later),
        ] {
            assert_eq!(When::of(&task(due, TaskKind::Planned), today), when, "{due}");
        }
        assert_eq!(When::of(&task("2026-11-30", TaskKind::Help), today), When::Week);
    }
}
