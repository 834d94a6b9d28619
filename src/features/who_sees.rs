//! Who sees what, written from the rules that are really followed (features.md M33).

use board::{
    actor::{Actor, Seat},
    item::Kind,
    permit::{may_add, may_suggest},
    visibility::{Onlooker, Sight, sight},
};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        icon::{Icon, IconName},
        notice::Notice,
    },
    features::kind_name::kind_name,
    i18n::{t, tf},
    state::board::BoardState,
};

/// First in one sentence, then kind by kind, as cards that a phone can show.
#[component]
pub fn WhoSees() -> impl IntoView {
    let staff = [Key::WhoSeesStaff, Key::WhoSeesFunder, Key::WhoSeesOutside];
    view! {
        <Notice>
            {staff.map(|key| view! { <p>{move || t(key)}</p> }).into_iter().collect_view()}
        </Notice>
        <ul class="grid">
            {Kind::ALL.iter().cloned().map(|kind| view! { <li><OfKind kind/></li> }).collect_view()}
        </ul>
    }
}

/// One kind of item: each onlooker with what they see of it.
#[component]
fn OfKind(kind: Kind) -> impl IntoView {
    let board = BoardState::expect();
    let name = kind.clone();
    let lines = Onlooker::ALL.map(|onlooker| {
        let sees = sight(&kind, onlooker);
        let icon = match sees {
            Sight::Words | Sight::Shared | Sight::Offered => IconName::Eye,
            Sight::Own => IconName::Lock,
            Sight::Dates | Sight::Face => IconName::Calendar,
            Sight::Sums => IconName::Info,
            Sight::Nothing => IconName::Cross,
        };
        let about = kind.clone();
        let who = move || t_onlooker(board, onlooker);
        let what = move || sight_words(board, &about, onlooker, sees);
        view! {
            <div class="sight">
                <dt dir="auto">{who}</dt>
                <dd><Icon name=icon/> <span dir="auto">{what}</span></dd>
            </div>
        }
    });
    let adds = {
        let kind = kind.clone();
        move || t(who_adds(board, &kind))
    };
    view! {
        <div class="card">
            <h2>{move || kind_name(&name)}</h2>
            <dl class="facts">{lines.into_iter().collect_view()}</dl>
            <p class="muted">{adds}</p>
        </div>
    }
}

fn t_onlooker(board: BoardState, onlooker: Onlooker) -> String {
    let Onlooker::Seat(seat) = onlooker else {
        return t(match onlooker {
            Onlooker::Coordinator => Key::WhoSeesCoordinator,
            Onlooker::Admin => Key::WhoSeesAdmin,
            _ => Key::WhoSeesFunderName,
        });
    };
    if seat == board.actor().seat {
        return t(Key::CommentYou);
    }
    match (board.other_name(), seat) {
        (name, _) if !name.is_empty() => name,
        (_, Seat::Mentor) => t(Key::WhoSeesMentor),
        (_, Seat::Mentee) => t(Key::WhoSeesMentee),
    }
}

fn sight_words(board: BoardState, kind: &Kind, onlooker: Onlooker, sees: Sight) -> String {
    let me = matches!(onlooker, Onlooker::Seat(seat) if seat == board.actor().seat);
    match sees {
        Sight::Words => t(Key::WhoSeesWords),
        Sight::Shared if me => t(Key::WhoSeesSharedMe),
        Sight::Shared => t(Key::WhoSeesShared),
        Sight::Own if me => t(Key::WhoSeesOwnMe),
        Sight::Own => t(Key::WhoSeesOwn),
        Sight::Offered if me => t(Key::WhoSeesOfferedMe),
        Sight::Offered => t(Key::WhoSeesOffered),
        Sight::Dates => tf(Key::WhoSeesDates, &[("what", &t(dates_of(kind)))]),
        Sight::Face => t(Key::WhoSeesFace),
        Sight::Sums => t(Key::WhoSeesSums),
        Sight::Nothing => t(Key::WhoSeesNothing),
    }
}

/// What exactly the coordination learns of a kind.
fn dates_of(kind: &Kind) -> Key {
    match kind {
        Kind::Meeting => Key::WhoSeesDatesMeeting,
        Kind::Pause => Key::WhoSeesDatesPause,
        Kind::Agreement => Key::WhoSeesDatesAgreement,
        Kind::Referral => Key::WhoSeesDatesReferral,
        Kind::Comment => Key::WhoSeesDatesComment,
        _ => Key::WhoSeesDatesObjective,
    }
}

/// Who may add items of the kind, from the same table as the buttons.
fn who_adds(board: BoardState, kind: &Kind) -> Key {
    let mentor = Actor { person: board.actor().person, seat: Seat::Mentor };
    if may_add(&mentor, kind) {
        Key::WhoSeesAddBoth
    } else if may_suggest(&mentor, kind) {
        Key::WhoSeesAddSuggest
    } else {
        Key::WhoSeesAddMentee
    }
}
