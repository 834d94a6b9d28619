//! Where an item is shown, and what it is called, for lists that hold several kinds.

use board::{
    id::ItemId,
    item::{Body, Item},
    world::World,
};
use words::Key;

use crate::{
    features::{
        kind_name::kind_name,
        meetings::{facts::day_of, wording::when_words},
        removed::item_name,
    },
    i18n::tf,
    paths::Path,
};

/// The page on which an item stands.
#[must_use]
pub fn page_of(world: &World, id: ItemId) -> Option<Path> {
    let (_, item) = world.find(id)?;
    match &item.body {
        Body::Objective(_) => Some(Path::Objective(item.id.0)),
        Body::Application(_) => Some(Path::Application(item.id.0)),
        Body::CvVersion(_) => Some(Path::Cv(item.id.0)),
        Body::Referral(_) => Some(Path::Referral(item.id.0)),
        Body::Contact(_) => Some(Path::Contacts),
        Body::KeyDate(_) => Some(Path::KeyDates),
        Body::Project(_) => Some(Path::CareerAim),
        Body::CodeMark(_) => Some(Path::CodeMark(item.id.0)),
        Body::Meeting(_) => Some(Path::Meeting(item.id.0)),
        Body::Agreement(_) => Some(Path::Agreement),
        Body::Pause(_) => Some(Path::Break),
        Body::Pulse(_) => Some(Path::Pulse),
        _ => item.parent().and_then(|parent| page_of(world, parent)),
    }
}

/// What an item is called; never empty. Tracked.
#[must_use]
pub fn item_title(item: &Item) -> String {
    if let Some((on, time)) = day_of(item) {
        return tf(Key::MeetingOn, &[("when", &when_words(on, time))]);
    }
    Some(item_name(item))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| kind_name(&item.body.kind()))
}
