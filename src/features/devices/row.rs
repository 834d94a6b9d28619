//! One device of the person.

use board::protocol::session::DeviceInfo;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        button::{Button, ButtonKind},
        chip::{Chip, ChipKind},
    },
    i18n::{
        format::{long_date, relative_date},
        t, text, tf,
    },
    platform::intl,
};

/// What to call a device; tracked.
#[must_use]
pub fn device_name(device: &DeviceInfo) -> String {
    if device.label.is_empty() { t(Key::DevicesUnknown) } else { device.label.clone() }
}

/// Its name, since when, last use, and a button that ends it unless it is this very one.
#[component]
pub fn DeviceRow(
    /// Which.
    device: DeviceInfo,
    /// Asks to end it.
    on_end: Callback<DeviceInfo>,
) -> impl IntoView {
    // Milliseconds since 1970 are far below 2^53.
    let (added, used) = (device.since.0 as f64, device.last_used.0 as f64);
    let added = move || tf(Key::DevicesAdded, &[("date", &long_date(intl::day_of(added)))]);
    // The server keeps the hour alone: the day is what can honestly be said.
    let used = move || tf(Key::DevicesLastSeen, &[("when", &relative_date(intl::day_of(used)))]);
    let current = device.current;
    let shared = !device.own_device;
    let named = device.clone();
    view! {
        <li class="card stack stack--tight">
            <h2>{move || device_name(&named)}</h2>
            <div class="row">
                {current.then(|| {
                    view! { <Chip label=text(Key::DevicesThisOne) kind=ChipKind::Mine/> }
                })}
                {shared.then(|| view! { <Chip label=text(Key::DevicesShared)/> })}
            </div>
            <p class="muted">{added} " · " {used}</p>
            {if current {
                view! { <p class="muted">{move || t(Key::DevicesHowToLeave)}</p> }.into_any()
            } else {
                let end = move |()| on_end.run(device.clone());
                view! {
                    <div>
                        <Button
                            label=text(Key::DevicesEnd)
                            kind=ButtonKind::Quiet
                            on_press=end
                        />
                    </div>
                }
                .into_any()
            }}
        </li>
    }
}
