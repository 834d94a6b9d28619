//! The file that was chosen in the form, from the choice to its arrival at the server.

use board::{
    cv::{FILE_MAX, FILE_NAME_MAX, FileKind, FileRef},
    protocol::problem::ProblemCode,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::http::ApiError,
    features::{api_error::api_error_text, cvs::file::size_words},
    i18n::{format, t, tf},
    platform::upload::{self, Ready},
};

/// Longest side of a photo, in pixels: letters on paper stay readable, and it travels in seconds.
const LONGEST_SIDE: u32 = 1600;

/// Why a file cannot be used, or did not arrive.
#[derive(Clone, Debug, PartialEq)]
pub enum FileTrouble {
    /// None was chosen.
    Missing,
    /// There is nothing in it.
    Empty,
    /// So many bytes, even after it was made smaller.
    TooLarge(f64),
    /// What is in it is none of the known kinds, whatever its name says.
    NotAccepted,
    /// Its name says PDF, and there is none in it.
    NotPdf,
    /// The browser could not read it.
    Unreadable,
    /// Neither the server nor the device can take it now.
    NoRoom,
    /// It did not arrive.
    Api(ApiError),
}

impl FileTrouble {
    /// What happened and what to do; tracked.
    #[must_use]
    pub fn words(&self) -> String {
        let too_large = |bytes: f64| {
            let max = size_words(f64::from(FILE_MAX));
            tf(Key::CvFileTooLarge, &[("size", &size_words(bytes)), ("max", &max)])
        };
        match self {
            Self::Missing => t(Key::CvFileMissing),
            Self::Empty => t(Key::CvFileEmpty),
            Self::TooLarge(bytes) => too_large(*bytes),
            Self::NotAccepted => t(Key::FileErrorNotAccepted),
            Self::NotPdf => t(Key::CvFileNotPdf),
            Self::Unreadable => t(Key::CvFileUnreadable),
            Self::NoRoom => t(Key::WaitingFileNoRoom),
            Self::Api(error) if error.is_away() => t(Key::CvFileOffline),
            Self::Api(error) if error.code() == Some(&ProblemCode::TooLarge) => {
                t(Key::FileErrorTooLarge)
            }
            Self::Api(error) => api_error_text(error),
        }
    }
}

/// Where the file is.
#[derive(Clone, Debug, PartialEq)]
enum State {
    None,
    Reading,
    Chosen { name: String, bytes: f64 },
    Sending(usize),
}

/// The file of the form: of several choices the last one counts. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Picked {
    file: StoredValue<Option<Ready>, LocalStorage>,
    state: RwSignal<State>,
    trouble: RwSignal<Option<FileTrouble>>,
    /// How many choices there were: what is found late about an earlier one does not count.
    choices: StoredValue<u32>,
    /// What waits for the end of the reading.
    waiting: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    /// The hash of the file that is on its way.
    leaving: StoredValue<Option<String>>,
}

impl Picked {
    /// Nothing chosen yet.
    #[must_use]
    pub fn none() -> Self {
        Self {
            file: StoredValue::new_local(None),
            state: RwSignal::new(State::None),
            trouble: RwSignal::new(None),
            choices: StoredValue::new(0),
            waiting: StoredValue::new_local(None),
            leaving: StoredValue::new(None),
        }
    }

    /// Reads what is chosen in the input with this id. A choice that was taken back changes
    /// nothing.
    pub fn take(self, input: &'static str) {
        let choice = self.choices.get_value() + 1;
        self.choices.set_value(choice);
        self.state.set(State::Reading);
        spawn_local(async move {
            let found = upload::prepare(input, LONGEST_SIDE, FILE_MAX).await;
            // The page may be another one by now, or the person may have chosen again.
            if self.choices.try_get_value() != Some(choice) {
                return;
            }
            let found = match found {
                Ok(None) => None,
                Ok(Some(file)) => {
                    let trouble = trouble_of(&file.name, &file.head, file.bytes);
                    Some(trouble.map_or(Ok(file), Err))
                }
                Err(()) => Some(Err(FileTrouble::Unreadable)),
            };
            if let Some(found) = found {
                let (file, trouble) = match found {
                    Ok(mut file) => {
                        file.name = short_name(&file.name);
                        (Some(file), None)
                    }
                    Err(trouble) => (None, Some(trouble)),
                };
                self.file.set_value(file);
                self.trouble.set(trouble);
            }
            self.rest();
            if let Some(next) = self.waiting.try_update_value(Option::take).flatten() {
                next();
            }
        });
    }

    /// Does this as soon as the last choice is read; at once when nothing is being read.
    pub fn when_read(self, next: impl FnOnce() + 'static) {
        match self.state.try_get_untracked() {
            Some(State::Reading) => self.waiting.set_value(Some(Box::new(next))),
            Some(_) => next(),
            // The page was left.
            None => {}
        }
    }

    /// Whether the page of the form was left.
    #[must_use]
    pub fn is_left(self) -> bool {
        self.state.try_get_untracked().is_none()
    }

    /// Why there is nothing to send, if so.
    #[must_use]
    pub fn missing(self) -> Option<FileTrouble> {
        if self.file.with_value(Option::is_some) {
            return None;
        }
        Some(self.trouble.get_untracked().unwrap_or(FileTrouble::Missing))
    }

    /// What is wrong with the choice, at once; tracked.
    #[must_use]
    pub fn trouble(self) -> Option<FileTrouble> {
        self.trouble.get()
    }

    /// The file, which leaves now; nothing when it is on its way already.
    #[must_use]
    pub fn leave(self) -> Option<Ready> {
        let file = self.file.get_value()?;
        if self.leaving.with_value(|leaving| leaving.as_ref() == Some(&file.sha256)) {
            return None;
        }
        self.leaving.set_value(Some(file.sha256.clone()));
        self.sending(&file.sha256, 0.0);
        Some(file)
    }

    /// So much of the file with this hash has left, from 0 to 100.
    pub fn sending(self, sha256: &str, percent: f64) {
        // Of another choice there is something newer to say.
        let counts = |file: &Option<Ready>| file.as_ref().is_some_and(|file| file.sha256 == sha256);
        if self.file.try_with_value(counts) != Some(true) {
            return;
        }
        // Between 0 and 100, in a few steps: each is read aloud.
        let percent = percent.clamp(0.0, 100.0) as usize / 20 * 20;
        let _ = self.state.try_maybe_update(|state| {
            let next = State::Sending(percent);
            let changes = *state != next && *state != State::Reading;
            if changes {
                *state = next;
            }
            (changes, ())
        });
    }

    /// The file is no longer on its way; it stays chosen. Whether it still is the one that
    /// counts: the person may have chosen another one meanwhile, or have left the page.
    #[must_use]
    pub fn arrived(self, file: &Ready) -> bool {
        let same = |other: &Option<String>| other.as_ref() == Some(&file.sha256);
        if self.leaving.try_with_value(same) != Some(true) {
            return false;
        }
        self.leaving.set_value(None);
        self.rest();
        self.file.with_value(|kept| kept.as_ref().is_some_and(|kept| kept.sha256 == file.sha256))
    }

    /// Nothing is being read any more: chosen, or on its way, or none.
    fn rest(self) {
        let leaving = self.leaving.get_value();
        self.state.set(self.file.with_value(|file| match file {
            Some(file) if leaving.as_ref() == Some(&file.sha256) => State::Sending(0),
            Some(file) => State::Chosen { name: file.name.clone(), bytes: file.bytes },
            None => State::None,
        }));
    }

    /// Where it is, in words; tracked.
    #[must_use]
    pub fn words(self) -> String {
        match self.state.get() {
            State::None => String::new(),
            State::Reading => t(Key::CvFileReading),
            State::Chosen { name, bytes } => {
                tf(Key::CvFileChosen, &[("name", &name), ("size", &size_words(bytes))])
            }
            State::Sending(percent) => {
                tf(Key::CvFileSending, &[("percent", &format::number(percent))])
            }
        }
    }
}

/// What is wrong with a file of this name and so many bytes that begins like this.
fn trouble_of(name: &str, head: &str, bytes: f64) -> Option<FileTrouble> {
    // PDF, a container of Word or LibreOffice, JPEG, PNG. The server looks closer.
    const HEADS: [&str; 4] = ["25504446", "504b0304", "ffd8ff", "89504e47"];
    if bytes < 1.0 {
        return Some(FileTrouble::Empty);
    }
    if bytes > f64::from(FILE_MAX) {
        return Some(FileTrouble::TooLarge(bytes));
    }
    let known = HEADS.iter().any(|known| head.starts_with(known));
    let says_pdf = name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("pdf"));
    let trouble = if says_pdf { FileTrouble::NotPdf } else { FileTrouble::NotAccepted };
    (!known).then_some(trouble)
}

/// The file as far as it is known before the server has looked at it.
pub fn file_ref(file: &Ready) -> FileRef {
    let odt = file.name.rsplit_once('.').is_some_and(|(_, it)| it.eq_ignore_ascii_case("odt"));
    let kind = match file.head.get(..4) {
        Some("2550") => FileKind::Pdf,
        Some("ffd8") => FileKind::Jpeg,
        Some("8950") => FileKind::Png,
        _ if odt => FileKind::Odt,
        _ => FileKind::Docx,
    };
    // At most `FILE_MAX`: a larger one is not read.
    FileRef { sha256: file.sha256.clone(), kind, bytes: file.bytes as u32, name: file.name.clone() }
}

/// A name that the board takes: without folders, not too long, its ending kept.
fn short_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|sign| !sign.is_control()).collect();
    let count = clean.chars().count();
    if count <= FILE_NAME_MAX {
        return clean;
    }
    let ending: String = clean.chars().skip(count - 10).collect();
    clean.chars().take(FILE_NAME_MAX - 11).chain(['…']).chain(ending.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_is_in_it() {
        let film = "0000001866747970";
        assert_eq!(trouble_of("cv.pdf", "255044462d312e37", 900.0), None);
        assert_eq!(trouble_of("cv.pdf", "ffd8ffe000104a46", 900.0), None);
        assert_eq!(trouble_of("film.mp4", film, 900.0), Some(FileTrouble::NotAccepted));
        assert_eq!(trouble_of("Mon CV.PDF", film, 900.0), Some(FileTrouble::NotPdf));
        assert_eq!(trouble_of("cv.pdf", "", 0.0), Some(FileTrouble::Empty));
        assert_eq!(trouble_of("cv.pdf", "", 40e6), Some(FileTrouble::TooLarge(40e6)));
    }

    #[test]
    fn names_lose_their_folders_and_keep_their_ending() {
        assert_eq!(short_name("C:\\Users\\a\\cv.pdf"), "cv.pdf");
        assert_eq!(short_name("../../etc/cv.pdf"), "cv.pdf");
        let long = short_name(&format!("{}.docx", "é".repeat(300)));
        assert_eq!(long.chars().count(), FILE_NAME_MAX);
        assert!(long.ends_with(".docx"));
    }
}
