//! Reading a version together: asked, commented, ready (features.md M18).

use board::{cv::Review, id::ItemId, op::Op, space::Side};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    features::{
        cvs::{facts::CvFacts, wording::Standing},
        live_text::errors::reject_text,
        privacy::other_person,
    },
    i18n::{t, text, tf},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

/// The heading takes the focus when the pressed button goes away.
const HEADING: &str = "cv-review";

/// What can be asked of this version now.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    standing: Standing,
    /// The mentor reads it too.
    shared: bool,
    mentee: bool,
}

impl Reading {
    fn may_ask(self) -> bool {
        let open = matches!(self.standing, Standing::Open | Standing::Commented);
        self.mentee && self.shared && open
    }

    fn may_take_back(self) -> bool {
        self.mentee && self.standing == Standing::Asked
    }

    fn may_comment(self) -> bool {
        !self.mentee && matches!(self.standing, Standing::Open | Standing::Asked)
    }
}

/// Where the reading is, and the next step of it; nothing for whoever may not say, and nothing
/// for a version that was sent.
#[component]
pub(super) fn ReviewCard(
    /// The version.
    id: ItemId,
    /// Its facts.
    facts: Memo<Option<CvFacts>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let reading = Memo::new(move |_| {
        facts.with(|facts| {
            let facts = facts.as_ref().filter(|facts| facts.may_review && !facts.is_sealed())?;
            let shared = facts.side == Side::Shared;
            Some(Reading { standing: facts.standing, shared, mentee: board.is_mentee() })
        })
    });
    let any = Memo::new(move |_| reading.with(Option::is_some));
    // One button stays while others come and go, so that a focus elsewhere in the row stays too.
    let when = move |fits: fn(Reading) -> bool| Memo::new(move |_| reading.get().is_some_and(fits));
    let ask = Signal::derive(move || tf(Key::CvAsk, &[("name", &other_person(board))]));
    let button = move |fits: Memo<bool>, label: Signal<String>, to: Option<Review>, kind| {
        move || {
            let to = to.clone();
            fits.get().then(|| {
                let press = move |()| say(board, id, to.clone());
                view! { <Button label kind on_press=press/> }
            })
        }
    };
    let (quiet, main) = (ButtonKind::Quiet, ButtonKind::Main);
    let not_ready = when(|it| it.standing != Standing::Ready);
    let ready = when(|it| it.standing == Standing::Ready);
    let asks = when(Reading::may_ask);
    let takes_back = when(Reading::may_take_back);
    let comments = when(Reading::may_comment);
    move || {
        any.get().then(|| {
            view! {
                <section class="card">
                    <h2 id=HEADING tabindex="-1">{move || t(Key::CvReviewTitle)}</h2>
                    <p>{move || reading.get().map(|reading| words(board, reading))}</p>
                    <div class="row">
                        {button(asks, ask, Some(Review::Asked), main)}
                        {button(takes_back, text(Key::CvAskBack), None, quiet)}
                        {button(comments, text(Key::CvCommented), Some(Review::Commented), main)}
                        {button(not_ready, text(Key::CvReady), Some(Review::Ready), quiet)}
                        {button(ready, text(Key::CvNotReady), None, quiet)}
                    </div>
                </section>
            }
        })
    }
}

/// Says it, and tells people who hear the page what it means.
fn say(board: BoardState, id: ItemId, review: Option<Review>) {
    if let Err(reject) = board.act(Op::SetReview { item: id, review: review.clone() }) {
        return announce(&reject_text(&reject));
    }
    let standing = Standing::of(review.as_ref(), false);
    announce(&words(board, Reading { standing, shared: true, mentee: board.is_mentee() }));
    focus::focus_soon(HEADING);
}

/// What the state means for whoever reads; tracked.
fn words(board: BoardState, reading: Reading) -> String {
    let name = other_person(board);
    let named = |key| tf(key, &[("name", &name)]);
    match (reading.standing, reading.mentee) {
        (Standing::Open, true) if !reading.shared => named(Key::CvReviewPrivate),
        (Standing::Open, true) => named(Key::CvReviewOpen),
        (Standing::Open, false) => named(Key::CvReviewOpenMentor),
        (Standing::Asked, true) => named(Key::CvReviewAsked),
        (Standing::Asked, false) => named(Key::CvReviewAskedMentor),
        (Standing::Commented, true) => named(Key::CvReviewCommented),
        (Standing::Commented, false) => named(Key::CvReviewCommentedMentor),
        (Standing::Ready | Standing::Sent, _) => t(Key::CvReviewReady),
    }
}
