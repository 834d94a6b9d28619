//! Speaks to people who hear the page: one polite region, and never a flood.
//!
//! The region `#announce` stands empty in `index.html`, because a region that is created together
//! with its text is often not read.

use std::{cell::RefCell, time::Duration};

use leptos::prelude::set_timeout;

use crate::platform::clock;

/// At most one announcement of the other person's changes in this time.
const WINDOW_MS: f64 = 10_000.0;

/// Gives the region time to be seen empty, so that the same words twice are read twice.
const CLEARED: Duration = Duration::from_millis(60);

/// What waits for the window to end.
#[derive(Default)]
struct Merge {
    last_said: Option<f64>,
    waiting: usize,
}

#[derive(Debug, PartialEq)]
enum Verdict {
    SayNow,
    SayAfter(f64),
    Counted,
}

impl Merge {
    fn add(&mut self, now: f64) -> Verdict {
        let ends = self.last_said.map_or(now, |said| said + WINDOW_MS);
        if self.waiting > 0 {
            self.waiting += 1;
            return Verdict::Counted;
        }
        if now >= ends {
            self.last_said = Some(now);
            return Verdict::SayNow;
        }
        self.waiting = 1;
        Verdict::SayAfter(ends - now)
    }

    fn flush(&mut self, now: f64) -> usize {
        self.last_said = Some(now);
        std::mem::take(&mut self.waiting)
    }
}

thread_local! {
    static MERGE: RefCell<Merge> = RefCell::default();
}

/// Says the result of the person's own action, at once.
pub fn announce(text: &str) {
    let Some(region) = leptos::prelude::document().get_element_by_id("announce") else { return };
    region.set_text_content(None);
    let text = text.to_owned();
    set_timeout(move || region.set_text_content(Some(&text)), CLEARED);
}

/// Says what the other person did; within ten seconds several changes become one sentence.
///
/// `merged` turns the number of changes into that sentence.
pub fn announce_remote(single: String, merged: impl Fn(usize) -> String + 'static) {
    match MERGE.with_borrow_mut(|merge| merge.add(clock::now_ms())) {
        Verdict::SayNow => announce(&single),
        Verdict::Counted => {}
        Verdict::SayAfter(wait) => set_timeout(
            move || match MERGE.with_borrow_mut(|merge| merge.flush(clock::now_ms())) {
                0 | 1 => announce(&single),
                several => announce(&merged(several)),
            },
            Duration::from_millis(wait as u64),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_within_the_window_are_counted_into_one() {
        let mut merge = Merge::default();
        assert_eq!(merge.add(0.0), Verdict::SayNow);
        assert_eq!(merge.add(2_000.0), Verdict::SayAfter(8_000.0));
        assert_eq!(merge.add(3_000.0), Verdict::Counted);
        assert_eq!(merge.flush(10_000.0), 2);
        assert_eq!(merge.add(12_000.0), Verdict::SayAfter(8_000.0));
        assert_eq!(merge.flush(20_000.0), 1);
        assert_eq!(merge.add(30_000.0), Verdict::SayNow);
    }
}
