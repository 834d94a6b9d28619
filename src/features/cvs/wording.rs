//! What versions of a CV, their parts and their states are called.

use board::{
    cv::{CvKind, CvLang, CvSection, FileKind, Review},
    item::Item,
};
use words::Key;

use crate::{
    components::{chip::ChipKind, choice::ChoiceOption, icon::IconName},
    i18n::{format, t, text, tf},
};

/// "CV 3", "Letter 3"; tracked.
#[must_use]
pub fn numbered(kind: &CvKind, number: u32) -> String {
    let key = if *kind == CvKind::Letter { Key::CvLetterNumber } else { Key::CvCvNumber };
    tf(key, &[("number", &format::number(number as usize))])
}

/// "CV 3 – Crèche"; empty for what is no version. Tracked.
#[must_use]
pub fn version_name(item: &Item) -> String {
    item.as_cv_version()
        .map(|cv| format!("{} – {}", numbered(&cv.kind, cv.number), cv.title.text))
        .unwrap_or_default()
}

/// "French", in the language of the page.
#[must_use]
pub fn lang_key(lang: &CvLang) -> Key {
    match lang {
        CvLang::French => Key::CvLangFr,
        CvLang::Dutch => Key::CvLangNl,
        CvLang::English => Key::CvLangEn,
        CvLang::German => Key::CvLangDe,
        CvLang::Other(_) => Key::CvLangOther,
    }
}

/// The languages to choose from.
#[must_use]
pub fn lang_options() -> Vec<ChoiceOption> {
    let option = |lang: &CvLang| ChoiceOption::new(lang.as_str(), text(lang_key(lang)));
    CvLang::ALL.iter().map(option).collect()
}

/// What a part is called while one writes it.
#[must_use]
pub fn section_key(section: &CvSection) -> Key {
    match section {
        CvSection::Experience => Key::CvSectionExperience,
        CvSection::Education => Key::CvSectionEducation,
        CvSection::Skills => Key::CvSectionSkills,
        CvSection::Languages => Key::CvSectionLanguages,
        CvSection::Interests | CvSection::Other(_) => Key::CvSectionInterests,
    }
}

/// "PDF", "Word" …; the product names of files are the same in every language but photos.
#[must_use]
pub fn file_kind_key(kind: &FileKind) -> Key {
    match kind {
        FileKind::Pdf => Key::CvFilePdf,
        FileKind::Docx => Key::CvFileDocx,
        FileKind::Odt => Key::CvFileOdt,
        FileKind::Jpeg | FileKind::Png => Key::CvFilePhoto,
        FileKind::Other(_) => Key::CvFileOther,
    }
}

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Being written.
    Open,
    /// The mentor is asked to read it.
    Asked,
    /// The mentor has said what they think.
    Commented,
    /// Good to send.
    Ready,
    /// Sent: it does not change any more.
    Sent,
}

impl Standing {
    /// Where a version with these marks stands.
    #[must_use]
    pub fn of(review: Option<&Review>, sealed: bool) -> Self {
        match review {
            _ if sealed => Self::Sent,
            Some(Review::Asked) => Self::Asked,
            Some(Review::Commented) => Self::Commented,
            Some(Review::Ready) => Self::Ready,
            Some(Review::Other(_)) | None => Self::Open,
        }
    }

    /// In words; tracked.
    #[must_use]
    pub fn words(self) -> String {
        t(match self {
            Self::Open => Key::CvStateOpen,
            Self::Asked => Key::CvStateAsked,
            Self::Commented => Key::CvStateCommented,
            Self::Ready => Key::CvStateReady,
            Self::Sent => Key::CvStateSent,
        })
    }

    /// How its chip looks.
    #[must_use]
    pub fn look(self) -> (ChipKind, IconName) {
        match self {
            Self::Open => (ChipKind::Plain, IconName::Pencil),
            Self::Asked => (ChipKind::Attend, IconName::Eye),
            Self::Commented => (ChipKind::Other, IconName::Message),
            Self::Ready => (ChipKind::Done, IconName::Check),
            Self::Sent => (ChipKind::Done, IconName::Lock),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_sent_whatever_was_said_before() {
        assert_eq!(Standing::of(None, false), Standing::Open);
        assert_eq!(Standing::of(Some(&Review::Asked), false), Standing::Asked);
        assert_eq!(Standing::of(Some(&Review::Ready), true), Standing::Sent);
        assert_eq!(Standing::of(Some(&Review::from_word("later")), false), Standing::Open);
    }
}
