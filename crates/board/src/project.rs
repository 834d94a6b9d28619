//! The career aim: sector and occupation, or "I do not know yet" (features.md M08).

use crate::{entry::Entry, item::Item, slug::Slug, space::Side, world::World};
use wire::Wire;

/// What work the mentee aims at. The newest one counts.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Project {
    /// The sector; nothing means "no project yet", which is as good an answer as any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
    /// The occupation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Slug>,
    /// In the mentee's own words.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
}

/// The aim that counts: the newest one that is there.
#[must_use]
pub fn current(world: &World) -> Option<(Side, &Item)> {
    let aims = world.items().filter(|(_, item)| item.is_live() && item.as_project().is_some());
    aims.max_by_key(|(_, item)| (item.at, item.id))
}
