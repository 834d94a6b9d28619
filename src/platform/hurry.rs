//! What the person waits for goes first: on a bad line, what nobody waits for would starve it.

use std::{
    cell::{Cell, RefCell},
    future::poll_fn,
    task::{Poll, Waker},
};

thread_local! {
    /// How many things are waited for.
    static HURRIES: Cell<u32> = const { Cell::new(0) };
    /// Who goes on when there are none.
    static PATIENT: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

/// Something that the person waits for is on its way, as long as this lives.
pub struct Hurry(());

/// Begins to fetch what the person waits for.
#[must_use]
pub fn begin() -> Hurry {
    HURRIES.set(HURRIES.get() + 1);
    Hurry(())
}

/// Comes back when the line is free: nobody waits for anything.
pub async fn over() {
    poll_fn(|context| {
        if HURRIES.get() == 0 {
            return Poll::Ready(());
        }
        PATIENT.with_borrow_mut(|patient| patient.push(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

impl Drop for Hurry {
    fn drop(&mut self) {
        HURRIES.set(HURRIES.get() - 1);
        if HURRIES.get() == 0 {
            PATIENT.take().into_iter().for_each(Waker::wake);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::pin,
        sync::{
            Arc,
            atomic::{AtomicU32, Ordering},
        },
        task::{Context, Wake},
    };

    use super::*;

    struct Count(AtomicU32);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn who_is_patient_goes_on_after_the_last_hurry() {
        let count = Arc::new(Count(AtomicU32::new(0)));
        let waker = Waker::from(Arc::clone(&count));
        let mut context = Context::from_waker(&waker);
        let mut line = pin!(over());
        let (first, second) = (begin(), begin());
        assert!(line.as_mut().poll(&mut context).is_pending());
        drop(first);
        assert_eq!(count.0.load(Ordering::Relaxed), 0);
        assert!(line.as_mut().poll(&mut context).is_pending());
        drop(second);
        assert!(count.0.load(Ordering::Relaxed) > 0);
        assert!(line.as_mut().poll(&mut context).is_ready());
    }
}
