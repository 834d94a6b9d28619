//! The first two questions: what it is, and how it starts.

use board::{cv::CvKind, id::ItemId};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::Button,
        choice::{Choice, ChoiceOption},
        form::Form,
        select::Select,
    },
    features::cvs::{
        new::{COPY, NewCv, UPLOAD, WRITE, sources},
        wording::version_name,
    },
    i18n::text,
    state::board::BoardState,
};

/// CV or letter.
#[component]
pub fn KindStep(
    /// The form.
    form: NewCv,
    /// The answer was given.
    #[prop(into)]
    on_next: Callback<()>,
) -> impl IntoView {
    let options = Signal::stored(vec![
        ChoiceOption::new(CvKind::Cv.as_str(), text(Key::CvKindCv)).hint(text(Key::CvKindCvHint)),
        ChoiceOption::new(CvKind::Letter.as_str(), text(Key::CvKindLetter))
            .hint(text(Key::CvKindLetterHint)),
    ]);
    view! {
        <Form on_submit=on_next>
            <Choice label=text(Key::CvKindQuestion) options=options value=form.kind/>
            <div><Button label=text(Key::ActionNext) submit=true/></div>
        </Form>
    }
}

/// From an earlier version, written here, or a file.
#[component]
pub fn WayStep(
    /// The form.
    form: NewCv,
    /// The answer was given.
    #[prop(into)]
    on_next: Callback<()>,
) -> impl IntoView {
    let board = BoardState::expect();
    let known = Memo::new(move |_| sources(board, &form.chosen_kind()));
    let any = Memo::new(move |_| known.with(|known| !known.is_empty()));
    // What is chosen must be among what can be chosen.
    if !any.get_untracked() && form.way.with_untracked(|way| way == COPY) {
        form.way.set(WRITE.to_owned());
    }
    if let Some(source) = untrack(|| form.source(board)) {
        form.from.set(source.to_string());
    }
    let options = Signal::derive(move || {
        let copy = any
            .get()
            .then(|| ChoiceOption::new(COPY, text(Key::CvWayCopy)).hint(text(Key::CvWayCopyHint)));
        let write = ChoiceOption::new(WRITE, text(Key::CvWayWrite)).hint(text(Key::CvWayWriteHint));
        let file = ChoiceOption::new(UPLOAD, text(Key::CvWayFile)).hint(text(Key::CvWayFileHint));
        copy.into_iter().chain([write, file]).collect::<Vec<_>>()
    });
    let versions = Signal::derive(move || {
        let option = |id: ItemId| {
            let name = board.view().with(|world| {
                world.find(id).map(|(_, item)| version_name(item)).unwrap_or_default()
            });
            ChoiceOption::new(id.to_string(), Signal::stored(name))
        };
        known.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let copies = Memo::new(move |_| form.way.with(|way| way == COPY));
    view! {
        <Form on_submit=on_next>
            <Choice label=text(Key::CvWayQuestion) options=options value=form.way/>
            <Show when=move || copies.get()>
                <Select label=text(Key::CvWayWhich) options=versions value=form.from/>
            </Show>
            <div><Button label=text(Key::ActionNext) submit=true/></div>
        </Form>
    }
}
