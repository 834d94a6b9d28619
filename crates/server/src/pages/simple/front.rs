//! The first page: what this is, how to come in, whom to call, what can be printed; and leaving.

use super::{
    BLANK, LEAVE,
    guest::Guest,
    icon::{Icon, icon},
    parts,
    reader::{Reader, Tab, boards_of},
    week,
};
use crate::{
    http::{cookies, extract::SignedIn, problem::ApiError},
    pages::{
        Texts,
        join::view::View,
        parts::{Frame, dialled, waiting},
    },
    routes::session::FORGET,
};
use axum::{
    http::header::SET_COOKIE,
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use board::{
    actor::Role,
    protocol::{boards::BoardInfo, team::BranchFields},
};
use maud::{Markup, html};
use words::Key;

pub(super) async fn front(guest: Guest) -> Response {
    match whole(guest).await {
        Ok(page) => page,
        Err(trouble) => trouble,
    }
}

async fn whole(guest: Guest) -> Result<Response, Response> {
    let branches = phones(&guest).await.map_err(|error| guest.trouble(&error))?;
    let Some(who) = guest.who.clone() else {
        let main = main(&guest, &html! { (enter(&guest)) }, &branches);
        return Ok(guest.answer(framed(&guest, &main)));
    };
    let mut boards = boards_of(&guest, &who).await.map_err(|error| guest.trouble(&error))?;
    let own = inside(&guest, &who, &boards);
    let main = main(&guest, &own, &branches);
    if boards.is_empty() {
        return Ok(guest.answer(framed(&guest, &main)));
    }
    let title = guest.texts().get(Key::SimpleTitle).to_owned();
    let reader = Reader::open(guest, who.person, boards.remove(0)).await?;
    Ok(reader.page(Tab::More, &title, &main))
}

/// The branch of whoever is signed in; for all others, all of them.
async fn phones(guest: &Guest) -> Result<Vec<BranchFields>, ApiError> {
    let store = &guest.app.store;
    if let Some(who) = &guest.who
        && let Some(branch) = store.branch_for(who.person).await?
    {
        return Ok(vec![BranchFields { name: branch.name, phone: branch.phone, region: None }]);
    }
    let cards = store.branch_cards().await?;
    Ok(cards.into_iter().map(|card| card.fields).filter(|it| !it.phone.is_empty()).collect())
}

fn framed(guest: &Guest, main: &Markup) -> Markup {
    let texts = guest.texts();
    let pages = &guest.app.pages;
    let frame = Frame {
        styles: &[&pages.docs_style],
        ..Frame::plain(pages, texts, texts.get(Key::SimpleTitle))
    };
    frame.around(main)
}

fn main(guest: &Guest, own: &Markup, branches: &[BranchFields]) -> Markup {
    let texts = guest.texts();
    html! {
        div class="stack" {
            h1 { (texts.get(Key::SimpleTitle)) }
            p {
                (texts.get(Key::SimpleLead)) " " (texts.get(Key::SimpleLeadDuo)) " "
                (texts.get(Key::SimpleLeadHere))
            }
            (own)
            section class="card" aria-labelledby="phones" {
                h2 id="phones" { (texts.get(Key::SimplePhones)) }
                p { (texts.get(Key::SimplePhonesLead)) }
                @if branches.iter().all(|branch| branch.phone.is_empty()) {
                    p { (texts.get(Key::SimpleNoPhone)) }
                } @else {
                    (numbers(texts, branches))
                }
            }
            p {
                a class="link" href=(format!("{BLANK}?lang={}", guest.lang.tag())) {
                    (icon(Icon::Printer)) span { (texts.get(Key::SimpleBlankLink)) }
                }
            }
        }
    }
}

/// Names and numbers of branches, to be pressed.
fn numbers(texts: Texts<'_>, branches: &[BranchFields]) -> Markup {
    html! {
        ul class="stack stack--tight" {
            @for branch in branches.iter().filter(|branch| !branch.phone.is_empty()) {
                li {
                    a class="link" href={ "tel:" (dialled(&branch.phone)) } {
                        (icon(Icon::Phone))
                        // A number is read in one piece.
                        @let phone = branch.phone.replace(' ', "\u{a0}");
                        (texts.fill(Key::SimpleBranchPhone,
                            &[("branch", &branch.name), ("phone", &phone)]))
                    }
                }
            }
        }
    }
}

/// The way in, for whoever is not signed in.
fn enter(guest: &Guest) -> Markup {
    let texts = guest.texts();
    html! {
        section class="card" aria-labelledby="enter" {
            h2 id="enter" { (texts.get(Key::SimpleCodeTitle)) }
            (View::new(&guest.app.pages, guest.lang, true).code_field("", None))
            p class="muted" { (texts.get(Key::JoinHelp)) }
        }
    }
}

/// For whoever is signed in: their plans, the app, the way out.
fn inside(guest: &Guest, who: &SignedIn, boards: &[BoardInfo]) -> Markup {
    let texts = guest.texts();
    let own = who.role == Role::Mentee;
    html! {
        section class="card" {
            p { strong { (texts.fill(Key::WeekGreeting, &[("name", &who.name)])) } }
            @if boards.len() > 1 {
                h2 { (texts.get(Key::SimpleBoards)) }
                ul class="stack stack--tight" {
                    @for info in boards {
                        @let (href, name) = week::entry(info, own);
                        li { a class="link" href=(href) dir="auto" { (name) } }
                    }
                }
            } @else if let Some(info) = boards.first() {
                div { a class="button" href=(week::entry(info, own).0) { (texts.get(Key::NavWeek)) } }
            } @else {
                p { (texts.get(Key::SimpleOnlyApp)) }
            }
            p { a class="link" href="/" { (texts.get(Key::SimpleApp)) } }
            p class="muted" { (texts.get(Key::SimpleAppWhy)) }
            div { (parts::link_button(LEAVE, texts.get(Key::LeaveShort))) }
        }
    }
}

/// "Do you want to leave?"
pub(super) async fn ask(guest: Guest) -> Response {
    let texts = guest.texts();
    let title = texts.get(Key::LeaveTitle);
    let frame = Frame { runs_script: true, ..Frame::plain(&guest.app.pages, texts, title) };
    let page = frame.around(&html! {
        div class="stack" {
            h1 { (title) }
            (waiting(texts, None))
            p { (texts.get(Key::LeaveConfirm)) }
            p { (texts.get(Key::SimpleLeaveUnsent)) }
            form class="row" method="post" action=(LEAVE) {
                button class="button" { (texts.get(Key::LeaveGo)) }
                (parts::link_button(super::FRONT, texts.get(Key::LeaveStay)))
            }
        }
    });
    guest.answer(page)
}

/// Ends the session; the browser forgets what it kept.
pub(super) async fn leave(guest: Guest) -> Response {
    if let Some(who) = &guest.who {
        if let Err(error) = guest.app.store.end_session(who.person, who.session).await {
            return guest.trouble(&error.into());
        }
        guest.app.hub.end_session(who.session);
    }
    let set = AppendHeaders([FORGET, (SET_COOKIE, cookies::sign_out())]);
    // The browser forgets the language too, so the page is told.
    (set, Redirect::to(&format!("/left?lang={}", guest.lang.tag()))).into_response()
}
