//! Whether reminders come to this device, in the way that its browser has for it.

use board::protocol::reminders::{
    Channel, PushDevice, ReminderChoice, ReminderKind, Reminders, SetReminders,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use super::is_all_off;
use crate::{
    api::{self, http::ApiError},
    components::{
        button::{Button, ButtonKind},
        notice::{Notice, NoticeKind},
    },
    features::{api_error::api_error_text, fetched::Fetched},
    i18n::{t, text, tn},
    platform::{
        announce::announce,
        focus,
        push::{self, Push},
    },
    state::session::SessionState,
};

/// The heading, which takes the focus when the button that was pressed is gone.
const HEADING: &str = "reminders-device";
/// What somebody who turns reminders on for the first time is reminded of.
const FIRST: [ReminderKind; 4] =
    [ReminderKind::Meeting, ReminderKind::Wrote, ReminderKind::Next, ReminderKind::KeyDate];

/// What is said under the buttons.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Good(Key),
    Bad(Key),
    Trouble(ApiError),
}

/// The heading, where this device stands, and what can be done.
#[component]
pub(super) fn ThisDevice(
    /// What the server knows.
    known: Fetched<Reminders>,
) -> impl IntoView {
    let session = SessionState::expect();
    let own = Memo::new(move |_| session.session().is_some_and(|session| session.own_device));
    let browser = RwSignal::new(None::<Push>);
    let said = RwSignal::new(None::<Said>);
    let busy = RwSignal::new(false);
    let look = move || {
        spawn_local(async move {
            let state = push::state().await;
            browser.try_set(Some(state));
        });
    };
    look();
    let tell = move |what: Said| {
        announce(&words(&what));
        said.try_set(Some(what));
        busy.try_set(false);
        focus::focus_soon(HEADING);
        look();
    };
    let begin = move |work: fn(Fetched<Reminders>) -> Work| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        said.set(None);
        spawn_local(async move { tell(work(known).await) });
    };
    let is_on = Memo::new(move |_| {
        let here = known.value.with(|known| known.as_ref().is_some_and(|known| known.here));
        here && browser.get() == Some(Push::On)
    });
    let state = move || match (own.get(), browser.get()) {
        (_, None) => ().into_any(),
        (false, _) => plain(Key::RemindSharedDevice),
        (_, Some(Push::Unsupported)) => plain(Key::RemindUnsupported),
        (_, Some(Push::Denied)) => plain(Key::RemindDenied),
        (_, Some(Push::Install)) => view! {
            <p>{move || t(Key::RemindInstall)}</p>
            <p>{move || t(Key::RemindInstallHow)}</p>
        }
        .into_any(),
        (_, Some(Push::On | Push::Off)) if is_on.get() => view! {
            <p>{move || t(Key::RemindOnHere)}</p>
            <div class="row">
                <Button
                    label=text(Key::RemindTrial)
                    kind=ButtonKind::Quiet
                    on_press=move |()| begin(|_| Box::pin(send_trial()))
                />
                <Button
                    label=text(Key::RemindEnd)
                    kind=ButtonKind::Plain
                    on_press=move |()| begin(|known| Box::pin(stop(known)))
                />
            </div>
        }
        .into_any(),
        (_, Some(Push::On | Push::Off)) => view! {
            <div>
                <Button
                    label=text(Key::RemindAsk)
                    on_press=move |()| begin(|known| Box::pin(start(known)))
                />
            </div>
        }
        .into_any(),
    };
    let others = move || {
        let devices = known.value.with(|known| known.as_ref().map_or(0, |known| known.devices));
        (devices > u32::from(is_on.get())).then(|| {
            let devices = usize::try_from(devices).unwrap_or(usize::MAX);
            view! { <p>{move || tn(Key::RemindDevices, devices)}</p> }
        })
    };
    view! {
        <section class="stack">
            <h2 id=HEADING tabindex="-1">{move || t(Key::RemindDevice)}</h2>
            {state}
            {others}
            {move || busy.get().then(|| view! { <p>{t(Key::RemindBusy)}</p> })}
            {move || said.get().map(shown)}
        </section>
    }
}

/// Something that takes a while and ends with a word.
type Work = std::pin::Pin<Box<dyn Future<Output = Said>>>;

fn plain(key: Key) -> AnyView {
    view! { <p>{move || t(key)}</p> }.into_any()
}

fn words(said: &Said) -> String {
    match said {
        Said::Good(key) | Said::Bad(key) => t(*key),
        Said::Trouble(error) => api_error_text(error),
    }
}

fn shown(said: Said) -> AnyView {
    let kind = if matches!(said, Said::Good(_)) { NoticeKind::Success } else { NoticeKind::Error };
    view! { <Notice kind=kind><p>{move || words(&said)}</p></Notice> }.into_any()
}

/// Asks the person and the browser, then tells the server. Whoever turns reminders on for the
/// first time gets the usual ones: a device without a choice would never say anything.
async fn start(known: Fetched<Reminders>) -> Said {
    let Some(before) = known.value.get_untracked() else { return Said::Bad(Key::RemindAway) };
    let address = match push::start(&before.push_key).await {
        Ok(Some(address)) => address,
        Ok(None) => return Said::Bad(Key::RemindDenied),
        Err(()) => return Said::Bad(Key::RemindDeviceFailed),
    };
    let push::Address { endpoint, p256dh, auth } = address;
    let device = PushDevice { endpoint, p256dh, auth };
    let now = match api::reminders::add_device(&device).await {
        Ok(now) => now,
        Err(error) => return Said::Trouble(error),
    };
    let is_first = is_all_off(&now);
    known.take(Ok(now.clone()));
    if is_first {
        match api::reminders::set(&first_choices(&now)).await {
            Ok(now) => known.take(Ok(now)),
            Err(error) => return Said::Trouble(error),
        }
    }
    Said::Good(Key::RemindOnHere)
}

fn first_choices(now: &Reminders) -> SetReminders {
    let kinds = now.choices.iter().map(|choice| choice.kind).filter(|kind| FIRST.contains(kind));
    let choices = kinds.map(|kind| ReminderChoice { kind, channel: Channel::Push }).collect();
    SetReminders { choices, quiet: now.quiet, address: None }
}

async fn stop(known: Fetched<Reminders>) -> Said {
    if let Err(error) = api::reminders::end_device().await {
        return Said::Trouble(error);
    }
    push::stop().await;
    known.take(api::reminders::read().await);
    Said::Good(Key::RemindEnded)
}

async fn send_trial() -> Said {
    match api::reminders::send_trial().await {
        Ok(trial) if trial.sent => Said::Good(Key::RemindTrialSent),
        Ok(_) => Said::Bad(Key::RemindTrialFailed),
        Err(error) => Said::Trouble(error),
    }
}
