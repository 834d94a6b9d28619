//! The file that was chosen in the form, from the choice to its arrival at the server.

use board::{
    cv::{FILE_MAX, FILE_NAME_MAX},
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
    /// The browser could not read it.
    Unreadable,
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
            Self::NotAccepted => t(Key::CvFileNotAccepted),
            Self::Unreadable => t(Key::CvFileUnreadable),
            Self::Api(ApiError::Away) => t(Key::CvFileOffline),
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

/// The file of the form. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Picked {
    file: StoredValue<Option<Ready>, LocalStorage>,
    state: RwSignal<State>,
    trouble: RwSignal<Option<FileTrouble>>,
}

impl Picked {
    /// Nothing chosen yet.
    #[must_use]
    pub fn none() -> Self {
        Self {
            file: StoredValue::new_local(None),
            state: RwSignal::new(State::None),
            trouble: RwSignal::new(None),
        }
    }

    /// Reads what is chosen in the input with this id. A choice that was taken back changes
    /// nothing.
    pub fn take(self, input: &'static str) {
        let before = self.state.get_untracked();
        self.state.set(State::Reading);
        spawn_local(async move {
            let found = upload::prepare(input, LONGEST_SIDE, FILE_MAX).await;
            let (state, file, trouble) = match found {
                Ok(None) => return drop(self.state.try_set(before)),
                Ok(Some(mut file)) => match trouble_of(&file.head, file.bytes) {
                    None => {
                        file.name = short_name(&file.name);
                        let (name, bytes) = (file.name.clone(), file.bytes);
                        (State::Chosen { name, bytes }, Some(file), None)
                    }
                    trouble => (State::None, None, trouble),
                },
                Err(()) => (State::None, None, Some(FileTrouble::Unreadable)),
            };
            // The page may be another one by now.
            self.file.try_update_value(|kept| *kept = file);
            let _ = self.trouble.try_set(trouble);
            let _ = self.state.try_set(state);
        });
    }

    /// Why there is nothing to send, if so.
    #[must_use]
    pub fn missing(self) -> Option<FileTrouble> {
        if self.file.with_value(Option::is_some) {
            return None;
        }
        Some(self.trouble.get_untracked().unwrap_or(FileTrouble::Missing))
    }

    /// The file, ready to travel.
    #[must_use]
    pub fn ready(self) -> Option<Ready> {
        self.file.get_value()
    }

    /// What is wrong with the choice, at once; tracked.
    #[must_use]
    pub fn trouble(self) -> Option<FileTrouble> {
        self.trouble.get()
    }

    /// Whether it is on its way.
    #[must_use]
    pub fn is_sending(self) -> bool {
        matches!(self.state.get_untracked(), State::Sending(_))
    }

    /// So much of it has left, from 0 to 100.
    pub fn sending(self, percent: f64) {
        // Between 0 and 100, in a few steps: each is read aloud.
        let percent = percent.clamp(0.0, 100.0) as usize / 20 * 20;
        let _ = self.state.try_maybe_update(|state| {
            let next = State::Sending(percent);
            let changes = *state != next;
            *state = next;
            (changes, ())
        });
    }

    /// It is no longer on its way; it stays chosen.
    pub fn rest(self) {
        let file = self.file.try_get_value().flatten();
        let state =
            file.map_or(State::None, |file| State::Chosen { name: file.name, bytes: file.bytes });
        let _ = self.state.try_set(state);
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

/// What is wrong with a file of so many bytes that begins like this.
fn trouble_of(head: &str, bytes: f64) -> Option<FileTrouble> {
    // PDF, a container of Word or LibreOffice, JPEG, PNG. The server looks closer.
    const HEADS: [&str; 4] = ["25504446", "504b0304", "ffd8ff", "89504e47"];
    if bytes < 1.0 {
        return Some(FileTrouble::Empty);
    }
    if bytes > f64::from(FILE_MAX) {
        return Some(FileTrouble::TooLarge(bytes));
    }
    let known = HEADS.iter().any(|known| head.starts_with(known));
    (!known).then_some(FileTrouble::NotAccepted)
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
        assert_eq!(trouble_of("255044462d312e37", 900.0), None);
        assert_eq!(trouble_of("ffd8ffe000104a46", 900.0), None);
        assert_eq!(trouble_of("0000001866747970", 900.0), Some(FileTrouble::NotAccepted));
        assert_eq!(trouble_of("", 0.0), Some(FileTrouble::Empty));
        assert_eq!(trouble_of("", 40e6), Some(FileTrouble::TooLarge(40e6)));
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
