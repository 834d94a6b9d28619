//! Carries out what a form asks for, with the rules and in the order of everything else that
//! happens to a board.

use super::{reader::Reader, wording};
use crate::{clock, http::problem::ApiError, ids, secret};
use axum::http::StatusCode;
use board::{
    id::{DeviceId, ItemId},
    item::Item,
    op::Op,
    reject::Reject,
};
use uuid::Builder;
use words::Key;

/// Why nothing was changed.
pub(super) enum Refused {
    /// A rule of the board.
    Rule(Reject),
    /// The server did not do its part.
    Trouble(ApiError),
}

impl Refused {
    /// What it is called in the person's words.
    pub(super) fn sentence(&self) -> Key {
        match self {
            Self::Rule(reject) => wording::reject(reject),
            Self::Trouble(_) => Key::ApiServer,
        }
    }

    /// The status of the answer.
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::Rule(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Trouble(error) => StatusCode::from_u16(error.problem().status)
                .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

impl Reader {
    /// Carries out an operation of this person.
    pub(super) async fn act(&self, op: Op) -> Result<(), Refused> {
        let (board, person) = (self.info.id, self.actor.person);
        let store = &self.guest.app.store;
        let answer = store.act(board, person, clock::now(), self.device(), op).await;
        let rejected = answer.map_err(|error| {
            let error = ApiError::from(error);
            let code = error.code();
            tracing::warn!(board.id = %board, code = code.as_str(), "a form was not carried out");
            Refused::Trouble(error)
        })?;
        tracing::info!(
            board.id = %board, person.id = %person, rejected = rejected.is_some(),
            "a form was carried out"
        );
        rejected.map_or(Ok(()), |reject| Err(Refused::Rule(reject)))
    }

    /// What numbers the operations of this session: made from it, so that no one can ask for it.
    fn device(&self) -> DeviceId {
        let session = self.guest.who.as_ref().map(|who| *who.session.0.as_bytes());
        let hash = secret::hash([b"plain pages".as_slice(), &session.unwrap_or_default()].concat());
        let bytes = std::array::from_fn(|place| hash[place]);
        DeviceId(Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Adds something under the id that its form came with: a form that is sent twice adds once.
    ///
    /// Whoever goes back to a form, types other words and sends it again wants another thing: it
    /// gets an id of its own, unless what is there says the same (`same`).
    pub(super) async fn add(
        &self,
        id: ItemId,
        op: impl Fn(ItemId) -> Op,
        same: impl Fn(&Item) -> bool,
    ) -> Result<ItemId, Refused> {
        match self.act(op(id)).await {
            Ok(()) => Ok(id),
            Err(Refused::Rule(Reject::Exists)) => {
                // Not in what was read before: the two came at the same moment.
                if self.world.find(id).is_none_or(|(_, item)| same(item)) {
                    return Ok(id);
                }
                let other = new_id();
                self.act(op(other)).await.map(|()| other)
            }
            Err(refused) => Err(refused),
        }
    }
}

/// The id that the next form brings.
pub(super) fn new_id() -> ItemId {
    ItemId(ids::new_id(clock::now()))
}
