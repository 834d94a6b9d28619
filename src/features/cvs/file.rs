//! A version that is a file: what it is, and the way to it.

use board::cv::FileRef;
use leptos::prelude::*;
use words::Key;

use crate::{
    api::files,
    components::{
        button::ButtonKind,
        icon::{Icon, IconName},
    },
    features::cvs::wording::file_kind_key,
    i18n::{format, t, tf},
    state::board::BoardState,
};

/// Name, kind, size, and a link that downloads it.
#[component]
pub(super) fn FileCard(
    /// The file.
    file: FileRef,
) -> impl IntoView {
    let href = files::address(BoardState::expect().info().id, &file.sha256);
    let (kind, bytes) = (file_kind_key(&file.kind), file.bytes);
    let about = move || format!("{} · {}", t(kind), size_words(f64::from(bytes)));
    view! {
        <section class="card">
            <h2>{move || t(Key::CvFileTitle)}</h2>
            <p><strong dir="auto">{file.name.clone()}</strong></p>
            <p class="muted">{about}</p>
            <div>
                <a class=ButtonKind::Quiet.class() href=href download=file.name rel="external">
                    <Icon name=IconName::Down/>
                    <span>{move || t(Key::CvFileOpen)}</span>
                </a>
            </div>
            <p class="muted">{move || t(Key::CvFileNetwork)}</p>
        </section>
    }
}

/// "340 KB", "2 MB"; tracked.
#[must_use]
pub fn size_words(bytes: f64) -> String {
    // Sizes of files are positive and far below 2^32 of either unit.
    let (key, amount) = if bytes < 1_000_000.0 {
        (Key::CvSizeKb, (bytes / 1_000.0).ceil() as usize)
    } else {
        (Key::CvSizeMb, (bytes / 1_000_000.0).round() as usize)
    };
    tf(key, &[("size", &format::number(amount))])
}
