//! Everyone who works in my branches.

use board::protocol::team::StaffMember;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    features::{
        fetched::{FetchNotice, Fetched},
        team::words::{branch_words, role_keys},
    },
    i18n::t,
    paths::Path,
    state::session::SessionState,
};

/// A table where there is room, cards on a phone.
#[component]
pub fn TeamList() -> impl IntoView {
    let team = Fetched::<Vec<StaffMember>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move { team.take(api::team::list().await) });
    });
    load.run(());
    let heads =
        [Key::TeamColumnName, Key::TeamColumnRole, Key::TeamColumnBranches, Key::TeamColumnState];
    let head = move || {
        let cell = |key| view! { <th scope="col" role="columnheader">{move || t(key)}</th> };
        heads.map(cell).into_iter().collect_view()
    };
    let rows = move || {
        let members = team.value.get().unwrap_or_default();
        members.into_iter().map(|member| view! { <Row member/> }).collect_view()
    };
    view! {
        <FetchNotice ready=team.is_ready() failure=team.failure on_retry=load/>
        <Show when=move || team.is_ready().get()>
            <table class="cards-table" role="table" aria-label=move || t(Key::TeamTable)>
                <thead role="rowgroup"><tr role="row">{head}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </Show>
    }
}

#[component]
fn Row(member: StaffMember) -> impl IntoView {
    let session = SessionState::expect();
    let own = session.session().is_some_and(|session| session.person == member.id);
    let branches = session.session().map(|session| session.branches).unwrap_or_default();
    let role = role_keys(&member.role)[0];
    let state = if member.devices > 0 {
        Key::TeamStateIn
    } else if member.invitation.is_some() {
        Key::TeamStateCode
    } else {
        Key::TeamStateOut
    };
    let name = member.name.clone();
    let name = if member.may_change {
        let href = Path::StaffAccount(member.id.0).href();
        view! { <a class="link" dir="auto" href=href>{name}</a> }.into_any()
    } else {
        let you = move || own.then(|| format!(" ({})", t(Key::TeamYouShort)));
        view! { <span dir="auto">{name}</span> {you} }.into_any()
    };
    let cell = |label: Key, words: Signal<String>| {
        view! {
            <td role="cell">
                <span class="cards-table__label" aria-hidden="true">{move || t(label)}</span>
                <span dir="auto">{words}</span>
            </td>
        }
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name}</th>
            {cell(Key::TeamColumnRole, Signal::derive(move || t(role)))}
            {cell(
                Key::TeamColumnBranches,
                Signal::derive(move || branch_words(&member, &branches)),
            )}
            {cell(Key::TeamColumnState, Signal::derive(move || t(state)))}
        </tr>
    }
}
