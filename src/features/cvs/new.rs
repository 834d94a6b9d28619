//! A new version: what it is, how it starts, what it is called; one question a page.

pub mod details;
pub mod picked;
pub mod steps;

use board::{
    cv::{CvKind, CvLang, CvVersion, FileRef},
    entry::Entry,
    id::ItemId,
    item::Body,
    op::{AddItem, Op, TextField},
    reject::Reject,
    space::Side,
    text::TextError,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::http::ApiError,
    components::error_summary::FormError,
    features::{
        cvs::{
            copy::add_copy,
            facts::{is_written, versions},
            wording::numbered,
        },
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        privacy::{BOTH, ONLY_ME},
    },
    i18n::{t, tf},
    platform::{db::DbError, upload::Ready},
    state::{
        board::{BoardState, now},
        waiting_files::{WaitingFile, WaitingFiles, refusal},
    },
};
use picked::{FileTrouble, Picked, file_ref};

/// Id of the input of the name, and the name of its draft.
const TITLE: &str = "cv-title";
/// Id of the file input.
const FILE: &str = "cv-file";

/// From an earlier version.
const COPY: &str = "copy";
/// Written in the app.
const WRITE: &str = "write";
/// A file or a photo.
const UPLOAD: &str = "file";

/// What was found when the form was sent.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    title: Option<TextError>,
    file: Option<FileTrouble>,
    refused: Option<Reject>,
}

/// The form's drafts and errors, over all its pages. Cheap to copy.
#[derive(Clone, Copy)]
pub struct NewCv {
    kind: RwSignal<String>,
    way: RwSignal<String>,
    from: RwSignal<String>,
    title: RwSignal<String>,
    lang: RwSignal<String>,
    sector: RwSignal<String>,
    readers: RwSignal<String>,
    picked: Picked,
    found: RwSignal<Found>,
    drafts: Drafts,
    files: WaitingFiles,
}

/// What is sent.
struct Wanted {
    version: CvVersion,
    only_me: bool,
    from: Option<ItemId>,
}

impl NewCv {
    /// The drafts as they were left.
    #[must_use]
    pub fn start() -> Self {
        let drafts = Drafts::expect();
        let or = |name: &'static str, first: &str| {
            let signal = drafts.signal(name);
            if signal.with_untracked(String::is_empty) {
                signal.set(first.to_owned());
            }
            signal
        };
        Self {
            kind: or("cv-kind", CvKind::Cv.as_str()),
            way: or("cv-way", WRITE),
            from: drafts.signal("cv-from"),
            title: drafts.signal(TITLE),
            lang: or("cv-lang", CvLang::French.as_str()),
            sector: drafts.signal("cv-sector"),
            readers: or("cv-readers", BOTH),
            picked: Picked::none(),
            found: RwSignal::default(),
            drafts,
            files: WaitingFiles::expect(),
        }
    }

    /// CV or letter; tracked.
    fn chosen_kind(self) -> CvKind {
        CvKind::from_word(&self.kind.get())
    }

    /// Whether it starts as a file; tracked.
    fn is_upload(self) -> bool {
        self.way.with(|way| way == UPLOAD)
    }

    /// The errors in the order of the inputs; tracked.
    #[must_use]
    pub fn errors(self) -> Vec<FormError> {
        let Found { title, file, refused } = self.found.get();
        let error = |id: &str, message| FormError { field_id: id.to_owned(), message };
        let file = file.map(|trouble| error(FILE, trouble.words()));
        let title = title.map(|wrong| error(TITLE, text_error(wrong, &t(Key::CvTitleLabel))));
        let refused = refused.map(|reject| error(TITLE, reject_text(&reject)));
        file.into_iter().chain(title).chain(refused).collect()
    }

    fn error_of(self, id: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let found = self.errors().into_iter().find(|error| error.field_id == id);
            found.map(|error| error.message)
        })
    }

    /// Sends the form; `done` gets the new version and what is said about it. With a file it
    /// takes as long as the network does.
    fn send(self, board: BoardState, done: Callback<(ItemId, String)>) {
        if untrack(|| self.is_upload()) {
            self.picked.when_read(move || self.send_file(board, done));
        } else if let Some(title) = self.checked(None) {
            self.finish(board, title, done);
        }
    }

    /// The name, when nothing is wrong; otherwise all that is wrong is shown.
    fn checked(self, file: Option<FileTrouble>) -> Option<String> {
        let title = self.title.with_untracked(|typed| TextField::Title.parse(typed));
        let (title, wrong) = match title {
            Ok(title) => (file.is_none().then_some(title), None),
            Err(wrong) => (None, Some(wrong)),
        };
        self.found.set(Found { title: wrong, file, refused: None });
        title
    }

    fn send_file(self, board: BoardState, done: Callback<(ItemId, String)>) {
        let Some(title) = self.checked(self.picked.missing()) else { return };
        let Some(file) = self.picked.leave() else { return };
        let Wanted { version, only_me, .. } = self.read(board, title, Some(file_ref(&file)));
        let waiting = WaitingFile {
            id: board.new_id(),
            board: board.info().id,
            at: now(),
            only_me,
            version,
            place: None,
            refused: None,
            goes_with: Vec::new(),
        };
        spawn_local(async move {
            // First on the device: whatever happens from here on, the choice is not lost.
            let kept = self.files.keep(&waiting, &file).await;
            let hash = file.sha256.clone();
            let tell = move |percent| self.picked.sending(&hash, percent);
            let sent = self.files.send(&waiting, &file, tell).await;
            if self.picked.is_left() {
                self.files.settle(board, waiting, sent).await;
                return;
            }
            self.picked.when_read(move || self.sent(board, waiting, &file, kept, sent, done));
        });
    }

    /// The file has arrived, or not, and the person still looks at the form.
    fn sent(
        self,
        board: BoardState,
        waiting: WaitingFile,
        file: &Ready,
        kept: Result<bool, DbError>,
        sent: Result<FileRef, ApiError>,
        done: Callback<(ItemId, String)>,
    ) {
        let id = waiting.id;
        // Another one counts by now; this one does no harm.
        if !self.picked.arrived(file) {
            spawn_local(self.files.forget(id));
            return;
        }
        let found = match sent {
            Ok(found) => {
                let kind = waiting.version.kind.clone();
                match self.files.add(board, waiting, found) {
                    Ok(number) => {
                        self.forget();
                        let name = numbered(&kind, number);
                        done.run((id, tf(Key::CvAdded, &[("version", &name)])));
                        return;
                    }
                    Err(reject) => Found { refused: Some(reject), ..Found::default() },
                }
            }
            Err(error) if refusal(&error).is_none() && kept == Ok(true) => {
                self.forget();
                done.run((id, t(Key::WaitingFileAdded)));
                return;
            }
            Err(error) => {
                let is_full = kept.is_err_and(|error| error.is_full());
                let file = if is_full && error.is_away() {
                    FileTrouble::NoRoom
                } else {
                    FileTrouble::Api(error)
                };
                Found { file: Some(file), ..Found::default() }
            }
        };
        spawn_local(self.files.forget(id));
        self.found.set(found);
    }

    fn finish(self, board: BoardState, title: String, done: Callback<(ItemId, String)>) {
        let wanted = self.read(board, title, None);
        let name = numbered(&wanted.version.kind, wanted.version.number);
        let Wanted { version, only_me, from } = wanted;
        let added = match from {
            Some(from) => add_copy(board, from, version, only_me),
            None => {
                let id = board.new_id();
                let body = Body::CvVersion(version);
                board.act(Op::Add(AddItem { id, only_me, body })).map(|()| id)
            }
        };
        match added {
            Ok(id) => {
                self.forget();
                done.run((id, tf(Key::CvAdded, &[("version", &name)])));
            }
            Err(reject) => {
                self.found.set(Found { refused: Some(reject), ..Found::default() });
            }
        }
    }

    fn read(self, board: BoardState, title: String, file: Option<FileRef>) -> Wanted {
        untrack(|| {
            let kind = self.chosen_kind();
            let only_me = self.readers.with(|readers| readers == ONLY_ME);
            let side = if only_me { Side::Private } else { Side::Shared };
            let number = board.view().with(|world| world.next_number(side, &kind));
            let copies = self.way.with(|way| way == COPY);
            let from = self.source(board).filter(|_| copies);
            let version = CvVersion {
                kind,
                number,
                title: Entry::new(title),
                lang: CvLang::from_word(&self.lang.get()),
                sector: self.sector.with(|sector| sector.parse().ok()),
                file,
                name: Entry::default(),
                contact: Entry::default(),
                notes: Entry::default(),
                from,
                review: None,
                sealed: None,
            };
            Wanted { version, only_me, from }
        })
    }

    /// The version to copy: the chosen one, else the newest; tracked.
    fn source(self, board: BoardState) -> Option<ItemId> {
        let known = sources(board, &self.chosen_kind());
        let chosen = self.from.with(|from| from.parse::<ItemId>().ok());
        chosen.filter(|chosen| known.contains(chosen)).or_else(|| known.first().copied())
    }

    fn forget(self) {
        for name in ["cv-kind", "cv-way", "cv-from", TITLE, "cv-lang", "cv-sector", "cv-readers"] {
            self.drafts.forget(name);
        }
    }
}

/// What can be copied, newest first; tracked.
fn sources(board: BoardState, kind: &CvKind) -> Vec<ItemId> {
    board.view().with(|world| {
        let written = versions(world, kind).into_iter();
        written.filter(|id| is_written(world, *id)).collect()
    })
}
