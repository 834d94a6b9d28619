//! All versions: CVs, then letters, newest first.

use board::{cv::CvKind, id::ItemId, item::Kind, permit::may_add};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{each::Each, empty_state::EmptyState, icon::IconName, link_button::LinkButton},
    features::{
        cvs::{
            card::{CvCard, card_id},
            facts::versions,
        },
        rows::RowFocus,
        waiting_files::card::WaitingCards,
    },
    i18n::{t, text, tf},
    paths::Path,
    state::{board::BoardState, waiting_files::WaitingFiles},
};

/// Both groups; an invitation while there is nothing.
#[component]
pub fn CvList() -> impl IntoView {
    let board = BoardState::expect();
    let of =
        move |kind: CvKind| Memo::new(move |_| board.view().with(|world| versions(world, &kind)));
    let (cvs, letters) = (of(CvKind::Cv), of(CvKind::Letter));
    let all = Memo::new(move |_| [cvs.get(), letters.get()].concat());
    let files = WaitingFiles::expect().list();
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty) && files.with(Vec::is_empty));
    let focus = RowFocus::watch(all, card_id, "page-title");
    move || {
        if is_empty.get() {
            return view! { <Empty/> }.into_any();
        }
        view! {
            <div class="stack stack--loose">
                <WaitingCards/>
                <Group heading=Key::CvListCvs ids=cvs focus/>
                <Group heading=Key::CvListLetters ids=letters focus/>
            </div>
        }
        .into_any()
    }
}

/// One group with its heading; nothing when it is empty.
#[component]
fn Group(heading: Key, ids: Memo<Vec<ItemId>>, focus: RowFocus) -> impl IntoView {
    let any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <section class="stack">
                    <h2>{move || t(heading)}</h2>
                    <ul class="grid">
                        <Each each=move || ids.get() key=|id| *id let:id>
                            <li on:focusin=move |_| focus.enter(id)><CvCard id/></li>
                        </Each>
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Empty() -> impl IntoView {
    let board = BoardState::expect();
    if !may_add(&board.actor(), &Kind::CvVersion) {
        let title =
            Signal::derive(move || tf(Key::CvEmptyMentor, &[("name", &board.other_name())]));
        return view! { <EmptyState title/> }.into_any();
    }
    view! {
        <EmptyState title=text(Key::CvEmptyTitle) text=text(Key::CvEmpty)>
            <LinkButton
                label=text(Key::CvNew)
                href=Path::NewCv.href()
                icon=IconName::Plus
            />
        </EmptyState>
    }
    .into_any()
}
