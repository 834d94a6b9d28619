//! The board that is open: what to show, and the one way to change it.

mod engine;
mod live;
mod send;
mod store;

use crate::{
    platform::{clock, ids, page::PageSignals},
    state::{connection::Delivery, keep::NotSent, session::SessionState, trouble::Troubles},
};
use board::{
    actor::{Actor, Seat},
    event::Event,
    id::ItemId,
    item::Item,
    op::Op,
    protocol::{boards::BoardInfo, session::Session},
    reject::Reject,
    space::Side,
    time::Timestamp,
    world::World,
};
use engine::Engine;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::rc::Rc;

/// The open board, for all pages. Cheap to copy.
#[derive(Clone, Copy)]
pub struct BoardState {
    info: StoredValue<BoardInfo>,
    actor: Actor,
    signals: Signals,
    engine: StoredValue<Rc<Engine>, LocalStorage>,
}

/// What the engine tells the pages.
#[derive(Clone, Copy)]
pub(crate) struct Signals {
    /// What to show.
    pub view: RwSignal<World>,
    /// Whether the server's state was ever known here.
    pub ready: RwSignal<bool>,
    /// Where the person's changes are.
    pub save: RwSignal<Delivery>,
    /// The other person's latest changes, for the voice and the notice.
    pub news: RwSignal<Vec<(Side, Event)>>,
    /// What the server did not carry out.
    pub tray: RwSignal<Vec<NotSent>>,
    /// What was kept here and can no longer be understood.
    pub unread: RwSignal<Vec<String>>,
    /// What goes wrong on this device.
    pub troubles: Troubles,
    /// The person may no longer read this board.
    pub closed: RwSignal<bool>,
    /// Changes that would be lost if the page were closed now.
    pub at_risk: RwSignal<usize>,
}

impl BoardState {
    /// Opens a board and provides it to all pages below.
    #[must_use]
    pub fn open(session: &Session, info: BoardInfo, page: PageSignals) -> Self {
        let seat = if info.mentee.id == session.person { Seat::Mentee } else { Seat::Mentor };
        let actor = Actor { person: session.person, seat };
        let signals = Signals {
            view: RwSignal::default(),
            ready: RwSignal::new(false),
            save: RwSignal::new(Delivery::Sent),
            news: RwSignal::default(),
            tray: RwSignal::default(),
            unread: RwSignal::default(),
            troubles: Troubles::none(),
            closed: RwSignal::new(false),
            at_risk: RwSignal::new(0),
        };
        let engine = Engine::start(
            actor,
            info.id,
            session.own_device,
            signals,
            SessionState::expect(),
            page,
        );
        let state = Self {
            info: StoredValue::new(info),
            actor,
            signals,
            engine: StoredValue::new_local(engine),
        };
        on_cleanup(move || {
            state.engine.try_with_value(|engine| engine.stop());
        });
        provide_context(state);
        state
    }

    /// The board that the app opened.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whose board it is and with whom it is shared.
    #[must_use]
    pub fn info(self) -> BoardInfo {
        self.info.get_value()
    }

    /// Who looks.
    #[must_use]
    pub fn actor(self) -> Actor {
        self.actor
    }

    /// Whether the mentee looks.
    #[must_use]
    pub fn is_mentee(self) -> bool {
        self.actor.seat == Seat::Mentee
    }

    /// The name of the other person of the duo; empty while there is none.
    #[must_use]
    pub fn other_name(self) -> String {
        let info = self.info();
        if self.is_mentee() {
            info.mentor.map(|mentor| mentor.name).unwrap_or_default()
        } else {
            info.mentee.name
        }
    }

    /// What to show; tracked. Derive from it with `Memo`s, so that a row renders when it changes.
    #[must_use]
    pub fn view(self) -> RwSignal<World> {
        self.signals.view
    }

    /// One item and where it lies; a memo of its own.
    #[must_use]
    pub fn item(self, id: ItemId) -> Memo<Option<(Side, Item)>> {
        Memo::new(move |_| self.signals.view.with(|world| world.copy_of(id)))
    }

    /// Whether the board was ever read on this device; tracked.
    #[must_use]
    pub fn is_ready(self) -> bool {
        self.signals.ready.get()
    }

    /// Whether the person lost access to the board; tracked.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.signals.closed.get()
    }

    /// Where the person's changes are; tracked.
    #[must_use]
    pub fn delivery(self) -> Delivery {
        self.signals.save.get()
    }

    /// The other person's latest changes; tracked.
    #[must_use]
    pub fn news(self) -> Vec<(Side, Event)> {
        self.signals.news.get()
    }

    /// What the server did not carry out; tracked.
    #[must_use]
    pub fn tray(self) -> Vec<NotSent> {
        self.signals.tray.get()
    }

    /// What was written here and can no longer be understood, as it stands; tracked.
    #[must_use]
    pub fn unread(self) -> Vec<String> {
        self.signals.unread.get()
    }

    /// Takes such a text away: the person read it.
    pub fn dismiss_unread(self, text: &str) {
        self.engine.with_value(|engine| engine.dismiss_unread(text));
    }

    /// What goes wrong on this device.
    #[must_use]
    pub fn troubles(self) -> Troubles {
        self.signals.troubles
    }

    /// What waits for the network; not tracked.
    #[must_use]
    pub fn waiting_ops(self) -> Vec<Op> {
        self.engine.with_value(|engine| engine.inner.borrow().replica.outbox().ops())
    }

    /// How many changes wait for the network; not tracked.
    #[must_use]
    pub fn waiting(self) -> usize {
        self.engine.with_value(|engine| engine.waiting())
    }

    /// How many changes would be lost if the page were closed now; not tracked.
    #[must_use]
    pub fn at_risk(self) -> usize {
        self.signals.at_risk.get_untracked()
    }

    /// A new id for an item.
    #[must_use]
    pub fn new_id(self) -> ItemId {
        ItemId(ids::new_uuid())
    }

    /// Does what the person wants: at once on the screen, then on the device, then at the server.
    ///
    /// # Errors
    /// [`Reject`] when it cannot be done; nothing changed then.
    pub fn act(self, op: Op) -> Result<(), Reject> {
        self.engine.with_value(|engine| engine.act(op))
    }

    /// Takes an entry of the tray away: the person read it.
    pub fn dismiss(self, entry: &NotSent) {
        self.engine.with_value(|engine| engine.dismiss(entry));
    }

    /// Tries at once what waits for the network.
    pub fn try_again(self) {
        self.engine.with_value(|engine| engine.wake());
    }

    /// Sends what waits and reads what is new. False when the server was not reached.
    pub async fn refresh(self) -> bool {
        let engine = self.engine.get_value();
        engine.flush().await;
        engine.catch_up(false).await
    }

    /// Sends what waits, and waits for the answer: for leaving the device.
    pub async fn send_all(self) -> bool {
        let engine = self.engine.get_value();
        engine.flush().await;
        // Where the network has just come back, others began to send: their answer counts too.
        while engine.inner.borrow().sending {
            TimeoutFuture::new(100).await;
        }
        engine.waiting() == 0
    }
}

/// Now, as the domain counts.
pub(crate) fn now() -> Timestamp {
    // Milliseconds since 1970 are far below 2^53.
    Timestamp(clock::true_ms() as i64)
}
