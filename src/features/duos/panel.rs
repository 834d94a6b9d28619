//! One of the two, for the coordinator: came in or not, a new code, a lost phone.

use board::{
    actor::Role,
    protocol::duos::{Handover, InvitationState, Member, NewInvitation},
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        chip::Chip,
        confirm_dialog::ConfirmDialog,
        dialog::Dialog,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        duos::{
            fresh::FreshCodes,
            opened::{asks_who, invitation_words},
            words_of::language_name,
        },
    },
    i18n::{t, text, tf, tn},
    platform::{announce, focus},
};

/// The heading above the fresh codes: the focus goes there when there is a new one.
pub const CODES: &str = "fresh-codes";

/// A card with the person's state, the question who came in, and what can be done.
#[component]
pub fn MemberPanel(
    /// The person; follows what the server says.
    member: Memo<Member>,
    /// Reads the duo anew.
    on_change: Callback<()>,
) -> impl IntoView {
    let failure = RwSignal::new(None::<ApiError>);
    let asks_code = RwSignal::new(false);
    let asks_lost = RwSignal::new(false);
    let asks_block = RwSignal::new(false);
    let named = move |key: Key| {
        Signal::derive(move || member.with(|member| tf(key, &[("name", &member.name)])))
    };
    let invite = move |handover: Handover, end_sessions: bool| {
        asks_code.set(false);
        make_code(member, NewInvitation { handover, end_sessions }, on_change, failure);
    };
    let state = Memo::new(move |_| member.with(|member| member.invitation.clone()));
    let block = move |()| {
        let Some(state) = state.get_untracked() else { return };
        spawn_local(async move {
            let answer = api::duos::end_invitation(state.id).await;
            settle(answer, Key::DuoBlocked, on_change, failure);
        });
    };
    let about = move || {
        member.with(|member| {
            let role = if member.role == Role::Mentor { Key::DuoMentor } else { Key::DuoMentee };
            format!("{} · {}", t(role), language_name(&member.lang))
        })
    };
    let devices = Signal::derive(move || match member.with(|member| member.devices) {
        0 => t(Key::DuoNobodyIn),
        count => tn(Key::DuoDevices, usize::try_from(count).unwrap_or(usize::MAX)),
    });
    let failed = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <section class="card stack">
            <div>
                <h2 dir="auto">{move || member.with(|member| member.name.clone())}</h2>
                <p class="muted">{about}</p>
            </div>
            <div><Chip label=devices/></div>
            <Opened member=member state=state asks_block=asks_block on_change=on_change
                failure=failure/>
            {failed}
            <div class="row">
                <Button
                    label=text(Key::DuoNewCode)
                    kind=ButtonKind::Quiet
                    on_press=move |()| asks_code.set(true)
                />
                <Button
                    label=text(Key::DuoPhoneLost)
                    kind=ButtonKind::Stop
                    on_press=move |()| asks_lost.set(true)
                />
            </div>
        </section>
        <Dialog
            open=asks_code
            title=named(Key::DuoNewCodeTitle)
            on_close=move |()| asks_code.set(false)
        >
            <p>{move || t(Key::DuoNewCodeText)} " " {move || t(Key::DuoNewCodeHow)}</p>
            <div class="dialog__actions">
                <Button
                    label=text(Key::DuoFace)
                    on_press=move |()| invite(Handover::InPerson, false)
                />
                <Button
                    label=text(Key::DuoRemote)
                    kind=ButtonKind::Quiet
                    on_press=move |()| invite(Handover::Remote, false)
                />
                <Button
                    label=text(Key::ActionCancel)
                    kind=ButtonKind::Plain
                    on_press=move |()| asks_code.set(false)
                />
            </div>
        </Dialog>
        <ConfirmDialog
            open=asks_lost
            title=named(Key::DuoPhoneLostTitle)
            text=named(Key::DuoPhoneLostConfirm)
            confirm_label=text(Key::DuoPhoneLostGo)
            on_confirm=move |()| invite(Handover::InPerson, true)
        />
        <ConfirmDialog
            open=asks_block
            title=named(Key::DuoBlockTitle)
            text=text(Key::DuoBlockConfirm)
            confirm_label=text(Key::DuoBlock)
            on_confirm=block
        />
    }
}

/// What became of the invitation, with the question who came in.
#[component]
fn Opened(
    member: Memo<Member>,
    state: Memo<Option<InvitationState>>,
    asks_block: RwSignal<bool>,
    on_change: Callback<()>,
    failure: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let asks = Memo::new(move |_| state.with(|state| state.as_ref().is_some_and(asks_who)));
    let named = move |key: Key| {
        Signal::derive(move || member.with(|member| tf(key, &[("name", &member.name)])))
    };
    let confirm = move |()| {
        let Some(state) = state.get_untracked() else { return };
        spawn_local(async move {
            let answer = api::duos::confirm_invitation(state.id).await;
            settle(answer, Key::DuoConfirmed, on_change, failure);
        });
    };
    let words = move || state.with(|state| state.as_ref().map(invitation_words));
    let question = move || {
        asks.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Attend>
                    <p>{named(Key::DuoConfirmOpened)}</p>
                    <div class="row">
                        <Button
                            label=named(Key::DuoYesItWas)
                            kind=ButtonKind::Quiet
                            on_press=confirm
                        />
                        <Button
                            label=text(Key::DuoBlock)
                            kind=ButtonKind::Stop
                            on_press=move |()| asks_block.set(true)
                        />
                    </div>
                </Notice>
            }
        })
    };
    view! {
        <p>{words}</p>
        {question}
    }
}

/// Asks for a code, shows it, and takes the focus to it.
fn make_code(
    member: Memo<Member>,
    wanted: NewInvitation,
    on_change: Callback<()>,
    failure: RwSignal<Option<ApiError>>,
) {
    let fresh = FreshCodes::expect();
    let person = member.with_untracked(|member| member.id);
    let lost = wanted.end_sessions;
    spawn_local(async move {
        match api::duos::invite(person, &wanted).await {
            Ok(invitation) => {
                fresh.add(vec![invitation]);
                let said = if lost { Key::DuoPhoneLostDone } else { Key::DuoCodesOnce };
                settle(Ok(()), said, on_change, failure);
                focus::focus_soon(CODES);
            }
            Err(error) => settle(Err(error), Key::DuoCodesOnce, on_change, failure),
        }
    });
}

/// Says how it went and reads the duo anew.
fn settle(
    answer: Result<(), ApiError>,
    done: Key,
    on_change: Callback<()>,
    failure: RwSignal<Option<ApiError>>,
) {
    let said = match &answer {
        Ok(()) => t(done),
        Err(error) => api_error_text(error),
    };
    announce::announce(&said);
    failure.try_set(answer.err());
    on_change.try_run(());
}
