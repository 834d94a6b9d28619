//! Somebody of a duo before one board: what they may read of it, and the frame of its pages.

use super::{
    FRONT,
    form::Filled,
    guest::Guest,
    icon::{Icon, icon},
};
use crate::{
    app::App,
    clock,
    http::{extract::SignedIn, problem::ApiError},
    local,
    pages::{
        Texts,
        parts::{Frame, Languages},
    },
    store::StoreError,
};
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use board::{
    actor::{Actor, Seat},
    id::{BoardId, ItemId, PersonId},
    item::Item,
    protocol::boards::BoardInfo,
    space::Side,
    world::World,
};
use chrono::NaiveDate;
use maud::{Markup, html};
use std::{str::FromStr, sync::Arc};
use words::Key;

/// The entries of the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Week,
    Plan,
    Applications,
    More,
}

/// Somebody of a duo before one board.
pub(super) struct Reader {
    /// The request, with its language.
    pub(super) guest: Guest,
    /// The board.
    pub(super) info: BoardInfo,
    /// Who reads, and as what.
    pub(super) actor: Actor,
    /// All that this person sees of it.
    pub(super) world: World,
    /// The day it is in Belgium.
    pub(super) today: NaiveDate,
    /// The item of the address.
    asked_item: Option<ItemId>,
}

impl FromRequestParts<Arc<App>> for Reader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let guest = Guest::from_request_parts(parts, app).await?;
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(IntoResponse::into_response)?;
        let (board, item) = (param::<BoardId>(&params, "board"), param(&params, "item"));
        let Some(who) = guest.who.clone() else {
            return Err(Redirect::to(FRONT).into_response());
        };
        let boards = match boards_of(&guest, &who).await {
            Ok(boards) => boards,
            Err(error) => return Err(guest.trouble(&error)),
        };
        let found = boards.into_iter().find(|info| Some(info.id) == board);
        let Some(info) = found else { return Err(not_there(&guest)) };
        let mut reader = Self::open(guest, who.person, info).await?;
        reader.asked_item = item;
        Ok(reader)
    }
}

fn param<T: FromStr>(params: &RawPathParams, name: &str) -> Option<T> {
    params.iter().find(|(known, _)| *known == name)?.1.parse().ok()
}

/// The boards that somebody may open, newest duo first.
pub(super) async fn boards_of(guest: &Guest, who: &SignedIn) -> Result<Vec<BoardInfo>, ApiError> {
    Ok(guest.app.store.boards_of(who.person).await?)
}

/// What is not there and what is somebody else's get the same answer.
fn not_there(guest: &Guest) -> Response {
    guest.refuse(StatusCode::NOT_FOUND, Key::MissingTitle, Key::SimpleMoved)
}

impl Reader {
    /// Reads all that somebody sees of a board that is among theirs.
    pub(super) async fn open(
        guest: Guest,
        person: PersonId,
        info: BoardInfo,
    ) -> Result<Self, Response> {
        let (seat, world) = match guest.app.store.world(info.id, person).await {
            Ok(found) => found,
            Err(StoreError::NotFound) => return Err(not_there(&guest)),
            Err(error) => return Err(guest.trouble(&error.into())),
        };
        let actor = Actor { person, seat };
        let today = local::day(clock::now());
        Ok(Self { guest, info, actor, world, today, asked_item: None })
    }

    /// The words.
    pub(super) fn texts(&self) -> Texts<'_> {
        self.guest.texts()
    }

    /// Whether the board is this person's own.
    pub(super) fn is_mentee(&self) -> bool {
        self.actor.seat == Seat::Mentee
    }

    /// The name of whoever reads.
    pub(super) fn own_name(&self) -> &str {
        self.name_of(self.actor.person).unwrap_or_default()
    }

    /// The other person's name; empty while there is none.
    pub(super) fn other_name(&self) -> &str {
        let mentor = self.info.mentor.as_ref().map_or("", |mentor| &mentor.name);
        if self.is_mentee() { mentor } else { &self.info.mentee.name }
    }

    /// The name of somebody of this board.
    pub(super) fn name_of(&self, person: PersonId) -> Option<&str> {
        let people = std::iter::once(&self.info.mentee).chain(&self.info.mentor);
        people.into_iter().find(|known| known.id == person).map(|known| known.name.as_str())
    }

    /// The same with the item of an address.
    pub(super) fn about(self, item: ItemId) -> Self {
        Self { asked_item: Some(item), ..self }
    }

    /// The item that the address names, when it counts and is of the kind of this page.
    pub(super) fn asked_item(&self, fits: impl Fn(&Item) -> bool) -> Option<(Side, &Item)> {
        let found = self.asked_item.and_then(|id| self.world.find(id));
        found.filter(|(_, item)| item.is_live() && fits(item))
    }

    /// The page for an item that is not there.
    pub(super) fn not_there(&self) -> Response {
        not_there(&self.guest)
    }

    /// An address below this board.
    pub(super) fn at(&self, rest: &str) -> String {
        format!("{FRONT}/{}/{rest}", self.info.id)
    }

    /// The answer with a page of this board.
    pub(super) fn page(&self, tab: Tab, title: &str, main: &Markup) -> Response {
        self.guest.answer(self.framed(tab, title, false, Languages::Links, main))
    }

    /// The answer with a page of this board that holds forms: when it answers one of them, with what
    /// was wrong with it. `sent` is that form and where it goes.
    pub(super) fn answer(
        &self,
        tab: Tab,
        title: &str,
        sent: Option<(&Filled<'_>, &str)>,
        main: &Markup,
    ) -> Response {
        let Some((form, action)) = sent else { return self.page(tab, title, main) };
        let whole = html! { (form.summary()) (main) };
        let languages = form.languages(action);
        let page = self.framed(tab, title, form.is_wrong(), languages, &whole);
        (form.status(), self.guest.answer(page)).into_response()
    }

    /// A page of this board.
    pub(super) fn framed(
        &self,
        tab: Tab,
        title: &str,
        wrong: bool,
        languages: Languages<'_>,
        main: &Markup,
    ) -> Markup {
        let pages = &self.guest.app.pages;
        let menu = self.menu(tab);
        let frame = Frame {
            wrong,
            languages,
            menu: Some(&menu),
            styles: &[&pages.docs_style],
            ..Frame::plain(pages, self.texts(), title)
        };
        if self.guest.fragment { frame.fragment(main) } else { frame.around(main) }
    }

    /// The menu, as it stands in the app.
    fn menu(&self, current: Tab) -> Markup {
        let texts = self.texts();
        let plan = if self.is_mentee() { Key::NavPlan } else { Key::NavPlanMentor };
        let entries = [
            (Tab::Week, self.at("week"), Key::NavWeek, Icon::Calendar),
            (Tab::Plan, self.at("plan"), plan, Icon::Flag),
            (Tab::Applications, self.at("applications"), Key::NavApplications, Icon::Briefcase),
            (Tab::More, FRONT.to_owned(), Key::NavMore, Icon::Menu),
        ];
        html! {
            nav class="nav" aria-label=(texts.get(Key::NavLabel)) {
                ul class="nav__list" {
                    @for (tab, href, label, picture) in entries {
                        li class="nav__item" {
                            a class="nav__link" href=(href)
                                aria-current=[(tab == current).then_some("page")] {
                                (icon(picture))
                                span { (texts.get(label)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
