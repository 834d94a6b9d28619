//! What a board holds. One file per kind of item sits beside this one.

use crate::{
    application::Application,
    comment::Comment,
    entry::Entry,
    id::{ItemId, PersonId},
    objective::Objective,
    op::TextField,
    step::Step,
    time::Timestamp,
};
use wire::Wire;

/// One thing on a board, with what is common to all kinds.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Item {
    /// Made by the app that made the item.
    pub id: ItemId,
    /// Who made it.
    pub by: PersonId,
    /// When it was made, by the server's clock once the server has it.
    pub at: Timestamp,
    /// When it last changed in any way.
    pub changed: Timestamp,
    /// Set while the item lies in "removed", from where it can come back for 30 days (M05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Removal>,
    /// The person chose "only me" for this very item, so it does not follow its parent when the
    /// parent is shared (M10). Where an item can be read is decided by its space, not by this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_me: bool,
    /// What it is.
    pub body: Body,
}

/// Who removed an item, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Removal {
    /// Who removed it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Days during which a removed item can come back (features.md M05).
pub const UNDO_DAYS: i64 = 30;

/// The kinds of items.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a board holds hundreds of items, not millions")]
pub enum Body {
    /// Something to reach (M04).
    Objective(Objective),
    /// Something to do for an objective (M06).
    Step(Step),
    /// A job application (M11).
    Application(Application),
    /// Words from one to the other about an item (T02).
    Comment(Comment),
}

impl Item {
    /// The item this one belongs to: a step's objective, a comment's subject.
    #[must_use]
    pub fn parent(&self) -> Option<ItemId> {
        match &self.body {
            Body::Step(step) => Some(step.objective),
            Body::Comment(comment) => Some(comment.on),
            Body::Objective(_) | Body::Application(_) => None,
        }
    }

    /// The text behind `field`, when this kind of item has that field.
    #[must_use]
    pub fn entry(&self, field: &TextField) -> Option<&Entry> {
        Some(match (&self.body, field) {
            (Body::Objective(objective), TextField::Title) => &objective.title,
            (Body::Objective(objective), TextField::Notes) => &objective.notes,
            (Body::Step(step), TextField::Title) => &step.title,
            (Body::Comment(comment), TextField::Body) => &comment.text,
            (Body::Application(application), field) => application.entry(field)?,
            _ => return None,
        })
    }

    /// Like [`Item::entry`], to change it.
    pub(crate) fn entry_mut(&mut self, field: &TextField) -> Option<&mut Entry> {
        Some(match (&mut self.body, field) {
            (Body::Objective(objective), TextField::Title) => &mut objective.title,
            (Body::Objective(objective), TextField::Notes) => &mut objective.notes,
            (Body::Step(step), TextField::Title) => &mut step.title,
            (Body::Comment(comment), TextField::Body) => &mut comment.text,
            (Body::Application(application), field) => application.entry_mut(field)?,
            _ => return None,
        })
    }

    /// The objective, when it is one.
    #[must_use]
    pub fn as_objective(&self) -> Option<&Objective> {
        if let Body::Objective(objective) = &self.body { Some(objective) } else { None }
    }

    /// The step, when it is one.
    #[must_use]
    pub fn as_step(&self) -> Option<&Step> {
        if let Body::Step(step) = &self.body { Some(step) } else { None }
    }

    /// The application, when it is one.
    #[must_use]
    pub fn as_application(&self) -> Option<&Application> {
        if let Body::Application(application) = &self.body { Some(application) } else { None }
    }

    /// The comment, when it is one.
    #[must_use]
    pub fn as_comment(&self) -> Option<&Comment> {
        if let Body::Comment(comment) = &self.body { Some(comment) } else { None }
    }
}
