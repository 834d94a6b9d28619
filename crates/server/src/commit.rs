//! Recognises an operation that comes again, the same for every database engine. Carrying out is
//! `board::sync::batch`; storing is the engine's part.

use crate::store::{StoreError, boards::SubmitError};
use board::{op::Op, sync::batch::Refused};
use sha2::{Digest as _, Sha256};

/// Fingerprint of an operation, to tell a repetition from a reused number.
pub type Digest = [u8; 32];

/// Fingerprint of an operation.
///
/// # Errors
/// [`StoreError::Trouble`] when it cannot be written as JSON.
pub fn digest(op: &Op) -> Result<Digest, StoreError> {
    let json = serde_json::to_vec(op).map_err(|error| StoreError::Trouble(Box::new(error)))?;
    Ok(Sha256::digest(json).into())
}

impl From<Refused> for SubmitError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Gap { expected } => Self::Gap { expected },
            Refused::Reused { expected } => Self::Reused { expected },
        }
    }
}
