//! Messages that wait to be read, each with the way to it.

use board::item::Body;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::icon::{Icon, IconName},
    features::{
        objectives::unread::{Unread, unread},
        removed::item_name,
    },
    i18n::tn,
    paths::Path,
    state::board::BoardState,
};

/// More would push the things to do off a small screen; the plan shows all of them.
const MOST: usize = 1;

/// A link to where the latest ones stand; nothing while all is read.
#[component]
pub fn Messages() -> impl IntoView {
    let board = BoardState::expect();
    let waiting = Memo::new(move |_| {
        board.view().with(|world| {
            let row = |unread: Unread| {
                let (_, item) = world.find(unread.about)?;
                let path = match item.body {
                    Body::Application(_) => Path::Application(item.id.0),
                    _ => Path::Objective(item.id.0),
                };
                Some((path, unread.count, item_name(item)))
            };
            let unread = unread(world, board.actor().person);
            unread.into_iter().take(MOST).filter_map(row).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let row = |(path, count, name): (Path, usize, String)| {
            view! {
                <li>
                    <a class="message" href=path.href()>
                        <Icon name=IconName::Message/>
                        <span class="message__words">
                            {move || tn(Key::CommentNewCount, count)}
                            <span class="message__about" dir="auto">{name}</span>
                        </span>
                    </a>
                </li>
            }
            .into_any()
        };
        waiting.get().into_iter().map(row).collect_view()
    };
    move || {
        waiting
            .with(|waiting| !waiting.is_empty())
            .then(|| view! { <ul class="stack stack--tight">{rows}</ul> })
    }
}
