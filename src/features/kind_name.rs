//! What the kinds of items are called.

use board::item::Kind;
use words::Key;

use crate::i18n::t;

/// The name of a kind; tracked.
#[must_use]
pub fn kind_name(kind: &Kind) -> String {
    t(match kind {
        Kind::Objective | Kind::Other(_) => Key::KindObjective,
        Kind::Step => Key::KindStep,
        Kind::Application => Key::KindApplication,
        Kind::Comment => Key::KindComment,
        Kind::CvVersion => Key::KindCvVersion,
        Kind::CvEntry => Key::KindCvEntry,
        Kind::Referral => Key::KindReferral,
        Kind::CodeMark => Key::KindCodeMark,
        Kind::Meeting => Key::KindMeeting,
        Kind::Contact => Key::KindContact,
        Kind::KeyDate => Key::KindKeyDate,
        Kind::Pulse => Key::KindPulse,
        Kind::Agreement => Key::KindAgreement,
        Kind::Pause => Key::KindPause,
        Kind::Note => Key::KindNote,
        Kind::Project => Key::KindProject,
    })
}
