//! The hours by month and year, on the screen, on paper and for a spreadsheet.

use board::{csv, protocol::account::VolunteerHour};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        empty_state::EmptyState,
        icon::IconName,
        notice::Notice,
    },
    features::{
        fetched::{CopyNote, FetchNotice, Fetched},
        hours::sums::{Month, Year, by_year},
        meetings::wording::length_words,
    },
    i18n::{format, t, text, tf, tn},
    platform::{announce::announce, clock, download, print},
    state::session::SessionState,
};

/// Reads the hours of all duos, past ones too.
#[component]
pub fn HoursWork() -> impl IntoView {
    let hours = Fetched::<Vec<VolunteerHour>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            hours.take_or_copy("hours", api::account::hours().await).await;
        });
    });
    load.run(());
    let years =
        Memo::new(move |_| hours.value.with(|hours| hours.as_ref().map(|hours| by_year(hours))));
    let any = Memo::new(move |_| years.with(|years| years.as_ref().map(|years| !years.is_empty())));
    let content = move || match any.get() {
        None => ().into_any(),
        Some(false) => view! {
            <EmptyState title=text(Key::HoursEmptyTitle) text=text(Key::HoursEmpty)/>
        }
        .into_any(),
        Some(true) => view! { <Paper years/> <Take hours/> }.into_any(),
    };
    view! {
        <div class="no-print">
            <Notice><p>{move || t(Key::HoursPrivate)}</p></Notice>
        </div>
        <CopyNote kept=hours.kept/>
        <FetchNotice ready=hours.is_ready() failure=hours.failure on_retry=load/>
        {content}
    }
}

/// What is printed: the name, then a table a year.
#[component]
fn Paper(years: Memo<Option<Vec<Year>>>) -> impl IntoView {
    let session = SessionState::expect();
    let name = move || session.session().map(|session| session.name).unwrap_or_default();
    let made = move || tf(Key::ProofPrintMadeOn, &[("date", &format::long_date(clock::today()))]);
    let tables =
        move || years.with(|years| years.iter().flatten().cloned().map(table).collect_view());
    view! {
        <section class="card paper">
            <h2 class="print-only">{move || t(Key::HoursTitle)}</h2>
            <p dir="auto"><strong>{name}</strong></p>
            {tables}
            <p class="muted">{made}</p>
        </section>
    }
}

fn table(year: Year) -> AnyView {
    let row = |month: &Month| {
        let Month { first, meetings, minutes } = month.clone();
        view! {
            <tr>
                <th scope="row">{move || format::month(first)}</th>
                <td>{move || format::number(meetings)}</td>
                <td>{move || time(minutes)}</td>
            </tr>
        }
    };
    let (meetings, minutes) = (year.meetings(), year.minutes());
    let name = year.year.to_string();
    let heading = move || tf(Key::HoursYear, &[("year", &name)]);
    view! {
        <h2>{heading}</h2>
        <table class="moves">
            <thead>
                <tr>
                    <th scope="col">{move || t(Key::HoursMonth)}</th>
                    <th scope="col">{move || t(Key::HoursMeetings)}</th>
                    <th scope="col">{move || t(Key::HoursTime)}</th>
                </tr>
            </thead>
            <tbody>{year.months.iter().map(row).collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{move || t(Key::HoursTotal)}</th>
                    <td>{move || format::number(meetings)}</td>
                    <td>{move || time(minutes)}</td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// "12 h 30"; a year of meetings is more than one meeting can be.
fn time(minutes: u32) -> String {
    match u16::try_from(minutes) {
        Ok(minutes) => length_words(minutes),
        Err(_) => tn(Key::MeetingLengthHours, (minutes / 60) as usize),
    }
}

/// Print, and one line a meeting for a spreadsheet.
#[component]
fn Take(hours: Fetched<Vec<VolunteerHour>>) -> impl IntoView {
    let sheet = move |()| {
        let table = untrack(|| {
            let headings = [t(Key::HoursDay), t(Key::HoursMinutes)];
            let line =
                |hour: &VolunteerHour| vec![format::digits(hour.on), hour.minutes.to_string()];
            let lines =
                hours.value.with(|hours| hours.iter().flatten().map(line).collect::<Vec<_>>());
            csv::table(&headings, &lines)
        });
        download::save(&t(Key::HoursFile), "text/csv;charset=utf-8", &table);
        announce(&t(Key::ProofSaved));
    };
    view! {
        <div class="row no-print">
            <Button
                label=text(Key::ActionPrint)
                icon=IconName::Printer
                on_press=|()| print::print()
            />
            <Button
                label=text(Key::ProofCsv)
                kind=ButtonKind::Quiet
                icon=IconName::Down
                on_press=sheet
            />
        </div>
    }
}
