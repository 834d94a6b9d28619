//! Files that wait on this device (M16): chosen without a network, or cut on their way. Each lies
//! here with the version that is to name it; the version is added once the file is at the server,
//! so that nobody sees one without its file, and no other change waits behind a large one.

mod goes_with;

use board::{
    cv::{CvVersion, FileRef},
    id::{BoardId, ItemId, PersonId},
    item::Body,
    op::{AddItem, Op},
    protocol::{problem::ProblemCode, session::Session},
    reject::Reject,
    space::Side,
    time::Timestamp,
};
use leptos::{prelude::*, task::spawn_local};
use wire::Wire;

use crate::{
    api::{files, http::ApiError},
    platform::{
        db::DbError,
        tabs,
        upload::{self, Ready},
    },
    state::{board::BoardState, connection::Delivery},
};

pub use goes_with::GoesWith;

/// A version of which the file is not at the server yet.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
pub struct WaitingFile {
    /// The id that the version will have.
    pub id: ItemId,
    /// The board it is for.
    pub board: BoardId,
    /// When it was chosen.
    pub at: Timestamp,
    /// Whether the version is to be the person's alone.
    pub only_me: bool,
    /// The version. Of its file only name, hash and size are certain.
    pub version: CvVersion,
    /// Where the server keeps what has arrived of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why the server will not take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<ProblemCode>,
    /// The applications that the version is to go with. They cannot name it before it is there, so
    /// this waits with the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goes_with: Vec<GoesWith>,
}

/// Why the server will never take a file as it is; nothing when trying again later can help.
#[must_use]
pub fn refusal(error: &ApiError) -> Option<ProblemCode> {
    const FINAL: [ProblemCode; 8] = [
        ProblemCode::TooLarge,
        ProblemCode::FileNotAccepted,
        ProblemCode::FileEmpty,
        ProblemCode::FileDiffers,
        ProblemCode::FileQuota,
        ProblemCode::Malformed,
        ProblemCode::NotAllowed,
        ProblemCode::NotFound,
    ];
    error.code().filter(|code| FINAL.contains(code)).cloned()
}

/// The same for a board that does not take the version.
fn reason(reject: &Reject) -> ProblemCode {
    match reject {
        Reject::Full => ProblemCode::FileQuota,
        _ => ProblemCode::NotAllowed,
    }
}

/// The files that wait, for all pages. Cheap to copy.
#[derive(Clone, Copy)]
pub struct WaitingFiles {
    person: PersonId,
    own_device: bool,
    board: BoardId,
    list: RwSignal<Vec<WaitingFile>>,
    /// What is being sent.
    active: StoredValue<Vec<ItemId>>,
    /// What leaves now, and how much of it has arrived.
    leaving: RwSignal<Option<(ItemId, usize)>>,
}

impl WaitingFiles {
    /// Provides them for the board that is open. None is read yet.
    pub fn provide(session: &Session, board: BoardId) {
        provide_context(Self {
            person: session.person,
            own_device: session.own_device,
            board,
            list: RwSignal::default(),
            active: StoredValue::default(),
            leaving: RwSignal::new(None),
        });
    }

    /// The ones that the app provided.
    #[must_use]
    pub fn expect() -> Self {
        expect_context()
    }

    /// All of them, oldest first.
    #[must_use]
    pub fn list(self) -> RwSignal<Vec<WaitingFile>> {
        self.list
    }

    /// How many still go, and how many the server refused; tracked.
    #[must_use]
    pub fn counts(self) -> (usize, usize) {
        self.list.with(|list| {
            let refused = list.iter().filter(|file| file.refused.is_some()).count();
            (list.len() - refused, refused)
        })
    }

    /// Where the person's changes are, files among them; tracked.
    #[must_use]
    pub fn with_changes(self, changes: Delivery) -> Delivery {
        let leaves = self.leaving.with(Option::is_some);
        match (changes, self.counts()) {
            (Delivery::Trouble, _) | (_, (_, 1..)) => Delivery::Trouble,
            (Delivery::Waiting(count), (files, _)) => Delivery::Waiting(count + files),
            (changes, (0, _)) => changes,
            (Delivery::Sending, _) => Delivery::Sending,
            _ if leaves => Delivery::Sending,
            (_, (files, _)) => Delivery::Waiting(files),
        }
    }

    /// How much of this one has arrived, from 0 to 100, while it leaves; tracked.
    #[must_use]
    pub fn percent(self, id: ItemId) -> Option<usize> {
        self.leaving.get().and_then(|(leaving, percent)| (leaving == id).then_some(percent))
    }

    /// Whether the board was closed while something was on its way.
    fn is_over(self) -> bool {
        self.list.try_with_untracked(|_| ()).is_none()
    }

    fn base(self) -> String {
        database(self.person)
    }

    /// Whether this tab is the one that sends what is kept here. Another one finds it by itself.
    async fn is_sender(self) -> bool {
        self.own_device && tabs::own(&self.base()).await
    }

    /// Reads what is kept on this device; what has arrived meanwhile is forgotten.
    pub async fn load(self, board: BoardState) {
        if !self.own_device {
            return;
        }
        let all = upload::all(&self.base()).await;
        if self.is_over() {
            return;
        }
        let known = all.iter().filter_map(|about| wire::from_json::<WaitingFile>(about).ok());
        let mut list: Vec<_> = known.filter(|file| file.board == self.board).collect();
        list.sort_by_key(|file| (file.at, file.id));
        let is_added =
            |file: &WaitingFile| board.view().with_untracked(|world| world.find(file.id).is_some());
        for file in list.extract_if(.., |file| is_added(file)) {
            if board.waiting() == 0 {
                upload::forget(&self.base(), &file.id.to_string()).await;
            }
        }
        let same = self.list.try_with_untracked(|known| *known == list);
        if same == Some(false) {
            self.list.set(list);
        }
    }

    /// Keeps a file on this device. `false` where the device is not the person's own.
    ///
    /// # Errors
    /// The device did not store it.
    pub async fn keep(self, file: &WaitingFile, content: &Ready) -> Result<bool, DbError> {
        if !self.own_device {
            return Ok(false);
        }
        self.write(file, Some(content)).await?;
        let _ = self.list.try_update(|list| {
            // It may have been read meanwhile.
            list.retain(|other| other.id != file.id);
            list.push(file.clone());
        });
        Ok(true)
    }

    /// Forgets a file: it has arrived, or the person does not want it any more.
    pub async fn forget(self, id: ItemId) {
        let _ = self.list.try_update(|list| list.retain(|file| file.id != id));
        upload::forget(&self.base(), &id.to_string()).await;
    }

    /// The bytes of a file that is kept.
    ///
    /// # Errors
    /// The device could not read them.
    pub async fn content(self, file: &WaitingFile) -> Result<Option<Ready>, DbError> {
        let Some(about) = &file.version.file else { return Ok(None) };
        let (id, bytes) = (file.id.to_string(), f64::from(about.bytes));
        upload::held(&self.base(), &id, &about.name, &about.sha256, bytes).await
    }

    /// Sends a file. `tell` gets how much has arrived, from 0 to 100.
    ///
    /// # Errors
    /// Any [`ApiError`]; what arrived before is not sent again.
    pub async fn send(
        self,
        file: &WaitingFile,
        content: &Ready,
        tell: impl Fn(f64) + 'static,
    ) -> Result<FileRef, ApiError> {
        let (id, begun) = (file.id, file.clone());
        let _ = self.active.try_update_value(|active| active.push(id));
        let _ = self.leaving.try_set(Some((id, 0)));
        let told = move |place: String, percent: f64| {
            // Between 0 and 100.
            let _ = self.leaving.try_set(Some((id, percent as usize)));
            tell(percent);
            self.note_place(&begun, place);
        };
        let found = files::send(self.board, file.place.clone(), content, told).await;
        let _ = self.active.try_update_value(|active| active.retain(|other| *other != id));
        let _ = self.leaving.try_set(None);
        found
    }

    /// Adds the version of a file that has arrived. Returns the number it has.
    ///
    /// # Errors
    /// Why the board does not take it.
    pub fn add(self, board: BoardState, file: WaitingFile, found: FileRef) -> Result<u32, Reject> {
        let WaitingFile { id, only_me, mut version, goes_with, .. } = file;
        version.file = Some(found);
        let side = if only_me { Side::Private } else { Side::Shared };
        version.number =
            board.view().with_untracked(|world| world.next_number(side, &version.kind));
        let (number, kind) = (version.number, version.kind.clone());
        match board.act(Op::Add(AddItem { id, only_me, body: Body::CvVersion(version) })) {
            Ok(()) | Err(Reject::Exists) => {}
            Err(reject) => return Err(reject),
        }
        goes_with::attach(board, id, &kind, goes_with);
        let _ = self.list.try_update(|list| list.retain(|file| file.id != id));
        spawn_local(async move {
            // Until the version has arrived as well, the file may have to be sent again.
            if board.send_all().await {
                upload::forget(&self.base(), &id.to_string()).await;
            }
        });
        Ok(number)
    }

    /// Does what is left to do after a try to send: adds the version, or notes why not.
    pub async fn settle(
        self,
        board: BoardState,
        file: WaitingFile,
        sent: Result<FileRef, ApiError>,
    ) {
        // What was chosen while it was on its way, in another tab too.
        self.load(board).await;
        if self.is_over() {
            return;
        }
        let file = self.now(&file);
        let refused = match sent {
            Ok(found) => self.add(board, file.clone(), found).err().map(|error| reason(&error)),
            Err(error) => refusal(&error),
        };
        if let Some(code) = refused {
            self.refuse(file, code).await;
        }
    }

    /// Sends everything that is kept here, one after the other. Stops when the server is away.
    pub async fn send_all(self, board: BoardState) {
        self.load(board).await;
        let free = self.active.try_with_value(Vec::is_empty) == Some(true);
        if !free || !self.is_sender().await {
            return;
        }
        let list = self.list.try_get_untracked().unwrap_or_default();
        for file in list.into_iter().filter(|file| file.refused.is_none()) {
            let content = match self.content(&file).await {
                Ok(Some(content)) => content,
                // It was taken away while something was noted of it.
                Ok(None) => {
                    self.forget(file.id).await;
                    continue;
                }
                Err(_) => return,
            };
            let found = self.send(&file, &content, |_| ()).await;
            // The person may have taken it away meanwhile.
            if !self.holds(file.id) {
                continue;
            }
            let away = found.as_ref().is_err_and(|error| refusal(error).is_none());
            self.settle(board, file, found).await;
            if away {
                return;
            }
        }
    }

    /// Whether this one is among them.
    #[must_use]
    pub fn holds(self, id: ItemId) -> bool {
        let holds = |list: &Vec<WaitingFile>| list.iter().any(|file| file.id == id);
        self.list.try_with_untracked(holds) == Some(true)
    }

    /// Whether this one is still to be sent.
    #[must_use]
    pub fn is_waiting(self, id: ItemId) -> bool {
        let waits = |file: &WaitingFile| file.id == id && file.refused.is_none();
        self.list.try_with_untracked(|list| list.iter().any(waits)) == Some(true)
    }

    /// Notes that the server will never take a file; it stays here, to be saved elsewhere.
    pub async fn refuse(self, mut file: WaitingFile, code: ProblemCode) {
        file.refused = Some(code);
        file.place = None;
        self.change(file).await;
    }

    /// Tries a refused file again.
    pub async fn retry(self, board: BoardState, mut file: WaitingFile) {
        file.refused = None;
        self.change(file).await;
        self.send_all(board).await;
    }

    /// One of them as it is known here by now.
    fn now(self, file: &WaitingFile) -> WaitingFile {
        let known = |list: &Vec<WaitingFile>| list.iter().find(|it| it.id == file.id).cloned();
        self.list.try_with_untracked(known).flatten().unwrap_or_else(|| file.clone())
    }

    /// The place is written down once, before the first piece leaves.
    fn note_place(self, file: &WaitingFile, place: String) {
        let is_new = |known: &Vec<WaitingFile>| {
            let known = known.iter().find(|known| known.id == file.id);
            known.is_some_and(|known| known.place.as_ref() != Some(&place))
        };
        if self.list.try_with_untracked(is_new) == Some(true) {
            let file = WaitingFile { place: Some(place), ..self.now(file) };
            spawn_local(self.change(file));
        }
    }

    async fn change(self, file: WaitingFile) {
        let changed = self.list.try_update(|list| {
            let known = list.iter_mut().find(|known| known.id == file.id);
            known.map(|known| *known = file.clone()).is_some()
        });
        if changed == Some(true) {
            // Without it the file is sent from the beginning, or refused once more.
            let _ = self.write(&file, None).await;
        }
    }

    async fn write(self, file: &WaitingFile, content: Option<&Ready>) -> Result<(), DbError> {
        upload::keep(&self.base(), &file.id.to_string(), &wire::to_json(file), content).await
    }
}

/// The database of the files of a person.
#[must_use]
pub fn database(person: PersonId) -> String {
    format!("passerelle-files-{person}")
}
