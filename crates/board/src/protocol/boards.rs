//! Reading and changing boards: snapshots, changes, operations and their receipts.

use crate::{
    event::{Change, Event},
    id::{BoardId, DeviceId, ItemId, PersonId},
    item::Item,
    op::Op,
    protocol::{items::Items, library::Region},
    reject::Reject,
    time::Timestamp,
};
use std::{fmt, str::FromStr};
use wire::Wire;

/// How far a reader is: the revisions of both spaces, in one incarnation of the database.
///
/// On the wire `epoch.shared.private`, for example `5f3a9c1e.12.3`; also the `id:` of the stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Wire)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor {
    /// Random number of this database incarnation; a restore from a backup changes it.
    pub epoch: u32,
    /// Revision of the shared space.
    pub shared: u64,
    /// Revision of the reader's private space.
    pub private: u64,
}

impl Cursor {
    /// Whether a reader who is here knows more than there is: what is missing was forgotten, since a
    /// copy of the database was put back that bears the same name.
    #[must_use]
    pub fn is_ahead_of(&self, now: Self) -> bool {
        self.epoch == now.epoch && (self.shared > now.shared || self.private > now.private)
    }
}

/// The text is not a cursor.
#[derive(Debug, thiserror::Error)]
#[error("not a cursor")]
pub struct NotACursor;

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:08x}.{}.{}", self.epoch, self.shared, self.private)
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;
    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(NotACursor);
        let epoch = u32::from_str_radix(part()?, 16).map_err(|_| NotACursor)?;
        let shared = part()?.parse().map_err(|_| NotACursor)?;
        let private = part()?.parse().map_err(|_| NotACursor)?;
        if parts.next().is_some() {
            return Err(NotACursor);
        }
        Ok(Self { epoch, shared, private })
    }
}

impl TryFrom<String> for Cursor {
    type Error = NotACursor;
    fn try_from(text: String) -> Result<Self, NotACursor> {
        text.parse()
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.to_string()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Cursor {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[0-9a-f]{8}\\.[0-9]+\\.[0-9]+$"))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Cursor {}

/// A person as the other one sees them.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonName {
    /// Who.
    pub id: PersonId,
    /// The name or pseudonym the coordinator wrote.
    pub name: String,
}

/// A board that a person may read.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BoardInfo {
    /// Which board.
    pub id: BoardId,
    /// Whose it is.
    pub mentee: PersonName,
    /// With whom it is shared now.
    pub mentor: Option<PersonName>,
    /// When the newest duo ended; absent while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Until when the mentor of an ended duo reads and writes on (M35).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_until: Option<Timestamp>,
    /// Whether the mentee is still to choose what a new mentor sees (K21).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub choice_waits: bool,
    /// The region of the branch that looks after the newest duo: its services come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

/// Everything a person sees of a board.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Snapshot {
    /// How far this is.
    pub cursor: Cursor,
    /// Highest number of this device's operations that the server has dealt with.
    pub last_seq: u64,
    /// What mentee and mentor share.
    pub shared: Items,
    /// What is this person's own.
    pub private: Items,
    /// Which shape of the domain read this, in the copy that a device keeps. The server never says
    /// it. A copy that another one read may lack what only this one knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub reader: Option<u32>,
    /// The reader's cursor was ahead of the server, which therefore was put back from a copy: what
    /// it forgot is to be offered again. See [`Cursor::is_ahead_of`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forgot: bool,
}

/// What changed since a cursor.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Changes {
    /// How far these reach.
    pub cursor: Cursor,
    /// Events of the shared space, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<FeedEvent>,
    /// Events of the reader's private space, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub private: Vec<FeedEvent>,
}

/// An event on its way to one device.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedEvent {
    /// Its number in its space.
    pub rev: u64,
    /// When the server accepted it.
    pub at: Timestamp,
    /// Whose change it is.
    pub by: PersonId,
    /// What changed.
    pub change: FeedChange,
}

/// What changed, as short as the reader allows.
///
/// The variants of [`Change`] beside `Own`, and not `Change` itself inside: serde would then read
/// everything twice, which costs the app 40 KB.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a few live at a time, each for a moment")]
pub enum FeedChange {
    /// The reader's own operation with this number: its device still has the words.
    Own(u64),
    /// Somebody's intention.
    Op(Op),
    /// Items that came from somebody's private space.
    Arrive(Vec<Item>),
    /// Items that went to somebody's private space.
    Depart(Vec<ItemId>),
    /// Something that only newer versions know. The server never sends this word: an app reads it
    /// into what it does not understand, and asks for a snapshot.
    #[serde(other)]
    Newer,
}

impl From<Change> for FeedChange {
    fn from(change: Change) -> Self {
        match change {
            Change::Op(op) => Self::Op(op),
            Change::Arrive(items) => Self::Arrive(items),
            Change::Depart(ids) => Self::Depart(ids),
        }
    }
}

impl FeedEvent {
    /// The whole event; `own` gives back the operation with a number from the reader's outbox.
    /// Nothing when it does not, or when only newer versions know what happened.
    pub fn complete(&self, own: impl FnOnce(u64) -> Option<Op>) -> Option<Event> {
        let change = match &self.change {
            FeedChange::Own(seq) => Change::Op(own(*seq)?),
            FeedChange::Op(op) => Change::Op(op.clone()),
            FeedChange::Arrive(items) => Change::Arrive(items.clone()),
            FeedChange::Depart(ids) => Change::Depart(ids.clone()),
            FeedChange::Newer => return None,
        };
        Some(Event { rev: self.rev, at: self.at, by: self.by, change })
    }
}

/// Answer to "what is new?".
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Feed {
    /// The changes since the cursor.
    Changes(Changes),
    /// The cursor is of another incarnation, or too old: everything.
    Snapshot(Snapshot),
}

/// An operation with its number.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberedOp {
    /// From 1, per device and board, without gaps.
    pub seq: u64,
    /// What the person wants.
    pub op: Op,
}

/// Most operations in one [`Submit`].
pub const OPS_MAX: usize = 100;
/// Largest request body, in bytes.
pub const BODY_MAX: usize = 256 * 1024;

/// Operations on their way to the server, carried out in one transaction, each once.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// Which app installation numbers them.
    pub device: DeviceId,
    /// How far the sender is; the answer brings it up to date.
    pub cursor: Cursor,
    /// The operations, in order.
    pub ops: Vec<NumberedOp>,
}

/// What became of one operation.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// Which operation.
    pub seq: u64,
    /// Why it was not carried out; absent when it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Reject>,
}

/// Answer to [`Submit`].
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Submitted {
    /// One receipt per operation, in order.
    pub receipts: Vec<Receipt>,
    /// What the sender has not seen yet, its own operations included.
    pub feed: Feed,
}
