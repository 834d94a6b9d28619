//! The devices that can open the person's plan, and how to shut one out.

pub mod row;

use board::protocol::session::DeviceInfo;
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::ButtonKind,
        confirm_dialog::ConfirmDialog,
        notice::{Notice, NoticeKind},
    },
    features::{
        api_error::api_error_text,
        devices::row::{DeviceRow, device_name},
        fetched::{CopyNote, FetchNotice, Fetched},
    },
    i18n::{t, text, tf},
    platform::{announce, focus},
};

/// Where the focus goes when a row is gone.
const LIST: &str = "device-list";

/// All of them, this one first; each other one can be ended, after a question.
#[component]
pub fn DeviceList() -> impl IntoView {
    let devices = Fetched::<Vec<DeviceInfo>>::nothing();
    let load = Callback::new(move |()| {
        spawn_local(async move {
            read(devices).await;
        });
    });
    load.run(());
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<DeviceInfo>);
    let failure = RwSignal::new(None);
    let ask = Callback::new(move |device: DeviceInfo| {
        chosen.set(Some(device));
        open.set(true);
    });
    let end = move |()| {
        let Some(device) = chosen.get_untracked() else { return };
        spawn_local(async move {
            match api::devices::end(device.id).await {
                Ok(()) => {
                    failure.set(None);
                    let name = device_name(&device);
                    announce::announce(&tf(Key::DevicesEnded, &[("device", &name)]));
                    read(devices).await;
                    focus::focus_soon(LIST);
                }
                Err(error) => {
                    announce::announce(&api_error_text(&error));
                    failure.set(Some(error));
                }
            }
        });
    };
    let question = Signal::derive(move || {
        let name = chosen.with(|device| device.as_ref().map(device_name)).unwrap_or_default();
        tf(Key::DevicesEndTitle, &[("device", &name)])
    });
    let rows = move || {
        let list = devices.value.get().unwrap_or_default();
        let alone = list.len() == 1;
        let rows = list.into_iter().map(|device| view! { <DeviceRow device=device on_end=ask/> });
        view! {
            <ul id=LIST tabindex="-1" class="stack">{rows.collect_view()}</ul>
            {alone.then(|| view! { <p class="muted">{move || t(Key::DevicesEmpty)}</p> })}
        }
    };
    let failed = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    view! {
        <FetchNotice ready=devices.is_ready() failure=devices.failure on_retry=load/>
        <CopyNote kept=devices.kept locked=true/>
        {failed}
        {rows}
        <ConfirmDialog
            open=open
            title=question
            text=text(Key::DevicesEndText)
            confirm_label=text(Key::DevicesEnd)
            kind=ButtonKind::Stop
            on_confirm=end
        />
    }
}

/// Asks for the list, this device first; without a network, what was read last.
async fn read(devices: Fetched<Vec<DeviceInfo>>) {
    let answer = api::devices::list().await.map(|mut list| {
        list.sort_by_key(|device| !device.current);
        list
    });
    devices.take_or_copy("devices", answer).await;
}
