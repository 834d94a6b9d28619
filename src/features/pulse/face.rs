//! The five faces: a drawing and its words, never one without the other.

use board::pulse::{Face, PulseSeenBy};
use leptos::prelude::*;
use words::Key;

/// What a face says.
#[must_use]
pub fn face_key(face: &Face) -> Key {
    match face {
        Face::VeryHard => Key::PulseVeryHard,
        Face::Hard => Key::PulseHard,
        Face::SoSo => Key::PulseSoSo,
        Face::Well => Key::PulseWell,
        Face::VeryWell => Key::PulseVeryWell,
        Face::Other(_) => Key::PulseOther,
    }
}

/// Who may see an answer.
#[must_use]
pub fn seen_by_key(seen_by: &PulseSeenBy) -> Key {
    match seen_by {
        PulseSeenBy::Nobody => Key::PulseSeenNobody,
        PulseSeenBy::Duo => Key::PulseSeenDuo,
        PulseSeenBy::Coordinator => Key::PulseSeenCoordinator,
        PulseSeenBy::Other(_) => Key::PulseSeenOther,
    }
}

/// The mouth, from far down to far up.
fn mouth(face: &Face) -> &'static str {
    match face {
        Face::VeryHard => "M8 18c1-4 7-4 8 0",
        Face::Hard => "M8 17c2-2 6-2 8 0",
        Face::SoSo | Face::Other(_) => "M8 16h8",
        Face::Well => "M8 15c2 2 6 2 8 0",
        Face::VeryWell => "M7 14c1 5 9 5 10 0",
    }
}

/// The drawing; hidden from screen readers, since its words stand beside it.
#[component]
pub fn FacePicture(
    /// Which face.
    face: Face,
) -> impl IntoView {
    view! {
        <svg class="icon face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM9 9v.5M15 9v.5"></path>
            <path d=mouth(&face)></path>
        </svg>
    }
}
