//! Printed pages made of what is on a board. The typesetting itself is the crate `typeset`; here
//! is who may run it at once, and for how long.

pub mod cv;
pub mod proof;

use crate::http::problem::ApiError;
use board::protocol::problem::ProblemCode;
use std::{sync::Arc, time::Duration};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};
use typeset::TypesetError;

/// Pages that are made at the same time: as many as the target machine has cores.
const AT_ONCE: usize = 2;
/// How long somebody waits for a page, others before them included.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes pages, a few at a time.
#[derive(Clone)]
pub struct Press {
    places: Arc<Semaphore>,
}

impl Default for Press {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Press {
    /// Runs `job` on a thread of its own. One that takes too long keeps its place until it is
    /// done, so that slow pages never pile up.
    ///
    /// # Errors
    /// `unavailable` when it takes too long, `unusable` when there is nothing to print.
    pub async fn print(
        &self,
        job: impl FnOnce() -> Result<Vec<u8>, TypesetError> + Send + 'static,
    ) -> Result<Vec<u8>, ApiError> {
        let places = Arc::clone(&self.places);
        let printed = timeout(PATIENCE, async move {
            let place = places.acquire_owned().await;
            spawn_blocking(move || {
                let printed = job();
                drop(place);
                printed
            })
            .await
        });
        let stuck = |_| ApiError::from(ProblemCode::Unavailable);
        let broken = |_| ApiError::Trouble("a page broke off".into());
        printed.await.map_err(stuck)?.map_err(broken)?.map_err(refusal)
    }
}

fn refusal(error: TypesetError) -> ApiError {
    match error {
        TypesetError::Empty => {
            ApiError::Because(ProblemCode::Unusable, "there is nothing to print".into())
        }
        TypesetError::TooLong => ProblemCode::TooLarge.into(),
        error => ApiError::Trouble(error.to_string().into()),
    }
}
