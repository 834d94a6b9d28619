//! A version of which the file is still on this device, chosen for an application (M17).
//!
//! An application cannot name a version that is not there, and the version is not added before its
//! file has arrived. So the choice waits with the file, and follows it in the same queue: the server
//! never sees it before the version.

use board::{cv::CvKind, id::ItemId, op::Op, world::World};
use leptos::{prelude::*, task::spawn_local};
use wire::Wire;

use super::{WaitingFile, WaitingFiles};
use crate::state::board::BoardState;

/// An application that a version is to go with.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
pub struct GoesWith {
    /// Which.
    pub application: ItemId,
    /// What went with it when this was chosen: another choice since then stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<ItemId>,
}

impl WaitingFile {
    /// Whether the version is to go with this application, as its CV or its letter.
    #[must_use]
    pub fn goes(&self, application: ItemId, kind: &CvKind) -> bool {
        self.version.kind == *kind && self.goes_with.iter().any(|it| it.application == application)
    }
}

impl WaitingFiles {
    /// Lets a waiting version go with an application, or none of them.
    pub fn choose(
        self,
        board: BoardState,
        application: ItemId,
        kind: &CvKind,
        chosen: Option<ItemId>,
    ) {
        let now = board.view().with_untracked(|world| attached(world, application, kind));
        let wanted = GoesWith { application, instead_of: now.flatten() };
        for file in self.list.get_untracked().into_iter().filter(|it| it.version.kind == *kind) {
            let mut goes_with = file.goes_with.clone();
            goes_with.retain(|known| known.application != application);
            if chosen == Some(file.id) {
                goes_with.push(wanted.clone());
            }
            if goes_with != file.goes_with {
                spawn_local(self.change(WaitingFile { goes_with, ..file }));
            }
        }
    }
}

/// Lets a version that is there now go with the applications it was chosen for.
pub(super) fn attach(board: BoardState, version: ItemId, kind: &CvKind, goes_with: Vec<GoesWith>) {
    for GoesWith { application, instead_of } in goes_with {
        let now = board.view().with_untracked(|world| attached(world, application, kind));
        if now == Some(instead_of) {
            let kind = kind.clone();
            // An application that went away meanwhile takes nothing along.
            let _ = board.act(Op::Attach { item: application, kind, version: Some(version) });
        }
    }
}

/// The version that goes with an application, when there is such an application.
fn attached(world: &World, application: ItemId, kind: &CvKind) -> Option<Option<ItemId>> {
    let application = world.find(application)?.1.as_application()?;
    Some(if *kind == CvKind::Letter { application.letter } else { application.cv })
}
