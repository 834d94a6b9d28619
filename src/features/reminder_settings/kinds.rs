//! What somebody is reminded of and how, when nothing comes, and where e-mails go.

use board::{
    mail_address::parse_address,
    meeting::DayTime,
    protocol::reminders::{
        Channel, QUIET_HOURS, QuietHours, ReminderChoice, ReminderKind, Reminders, SetReminders,
    },
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api::{self, http::ApiError},
    components::{
        button::Button,
        checkbox::Checkbox,
        choice::ChoiceOption,
        field::Field,
        form::Form,
        notice::{Notice, NoticeKind},
        select::Select,
    },
    features::{api_error::api_error_text, fetched::Fetched, meetings::wording::time_words},
    i18n::{t, text},
    platform::{announce::announce, focus},
    state::board::BoardState,
};

const ADDRESS: &str = "reminders-address";

/// Why what was typed cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// E-mails are wanted, and there is no address.
    Empty,
    /// It does not look like an address.
    Unusable,
}

/// One form; nothing is changed before it is saved.
#[component]
pub(super) fn Kinds(
    /// What the server knows.
    known: Fetched<Reminders>,
) -> impl IntoView {
    let form = Typed::new(&known.value.get_untracked());
    // This device was turned on meanwhile, and the server chose the usual ones.
    Effect::new(move |before: Option<Option<Reminders>>| {
        let now = known.value.get();
        if before.is_some_and(|before| before != now) {
            form.show(&now);
        }
        now
    });
    let needs_address = Memo::new(move |_| {
        let has_one =
            |known: &Option<Reminders>| known.as_ref().is_some_and(|it| it.address.is_some());
        form.wants(Channel::Mail) || known.value.with(has_one)
    });
    let is_mentor = use_context::<BoardState>().is_some_and(|board| !board.is_mentee());
    let hint = if is_mentor { Key::RemindAddressHintMentor } else { Key::RemindAddressHint };
    let fault = RwSignal::new(None::<Fault>);
    let failure = RwSignal::new(None::<ApiError>);
    let saved = RwSignal::new(false);
    let working = StoredValue::new(false);
    let save = move |()| {
        if working.get_value() {
            return;
        }
        let wanted = match form.read() {
            Ok(wanted) => wanted,
            Err(found) => {
                fault.set(Some(found));
                return focus::focus_soon(ADDRESS);
            }
        };
        working.set_value(true);
        fault.set(None);
        saved.set(false);
        spawn_local(async move {
            let answer = api::reminders::set(&wanted).await;
            working.try_set_value(false);
            match answer {
                Ok(now) => {
                    failure.try_set(None);
                    known.take(Ok(now));
                    announce(&t(Key::RemindSaved));
                    saved.try_set(true);
                }
                Err(error) => {
                    announce(&api_error_text(&error));
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let error = Signal::derive(move || {
        fault.get().map(|fault| match fault {
            Fault::Empty => t(Key::RemindAddressEmpty),
            Fault::Unusable => t(Key::RemindAddressUnusable),
        })
    });
    let no_device = move || {
        let none = known.value.with(|known| known.as_ref().is_some_and(|it| it.devices == 0));
        (none && form.wants(Channel::Push)).then(|| {
            view! {
                <Notice kind=NoticeKind::Attend><p>{move || t(Key::RemindNoDevice)}</p></Notice>
            }
        })
    };
    let trouble = move || {
        failure.get().map(|error| {
            view! {
                <Notice kind=NoticeKind::Error><p>{move || api_error_text(&error)}</p></Notice>
            }
        })
    };
    let done = move || {
        saved.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Success><p>{move || t(Key::RemindSaved)}</p></Notice>
            }
        })
    };
    let kinds = form.channels.with_value(|channels| {
        let one = |(kind, value): &(ReminderKind, RwSignal<String>)| {
            let label = text(kind_key(*kind));
            view! { <Select label options=channel_options() value=*value always=true/> }
        };
        channels.iter().map(one).collect_view()
    });
    view! {
        <section class="stack">
            <h2>{move || t(Key::RemindKinds)}</h2>
            <Form on_submit=save>
                {kinds}
                {no_device}
                <Show when=move || needs_address.get()>
                    <Field
                        label=text(Key::RemindAddress)
                        hint=text(hint)
                        value=form.address
                        error=error
                        id=ADDRESS
                        name="email"
                        autocomplete="email"
                        inputmode="email"
                        dir="ltr"
                        spellcheck=false
                    />
                </Show>
                <h3>{move || t(Key::RemindQuiet)}</h3>
                <p>{move || t(Key::RemindQuietHint)}</p>
                <Checkbox label=text(Key::RemindQuietOn) value=form.is_quiet/>
                <Show
                    when=move || form.is_quiet.get()
                    fallback=|| view! { <p>{move || t(Key::RemindNever)}</p> }
                >
                    <Select
                        label=text(Key::RemindQuietFrom)
                        options=hours()
                        value=form.from
                        always=true
                    />
                    <Select
                        label=text(Key::RemindQuietUntil)
                        options=hours()
                        value=form.until
                        always=true
                    />
                </Show>
                {trouble}
                {done}
                <div class="form__actions"><Button label=text(Key::RemindSave) submit=true/></div>
            </Form>
        </section>
    }
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Typed {
    channels: StoredValue<Vec<(ReminderKind, RwSignal<String>)>>,
    address: RwSignal<String>,
    was_known: StoredValue<bool>,
    is_quiet: RwSignal<bool>,
    from: RwSignal<String>,
    until: RwSignal<String>,
}

impl Typed {
    fn new(known: &Option<Reminders>) -> Self {
        let choices = known.iter().flat_map(|known| &known.choices);
        let channel = |choice: &ReminderChoice| (choice.kind, RwSignal::new(String::new()));
        let typed = Self {
            channels: StoredValue::new(choices.map(channel).collect()),
            address: RwSignal::new(String::new()),
            was_known: StoredValue::new(false),
            is_quiet: RwSignal::new(true),
            from: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
        };
        typed.show(known);
        typed
    }

    /// Shows what the server knows.
    fn show(self, known: &Option<Reminders>) {
        let Some(known) = known else { return };
        self.channels.with_value(|channels| {
            for (kind, value) in channels {
                let found = known.choices.iter().find(|choice| choice.kind == *kind);
                value.set(found.map_or(Channel::Off, |choice| choice.channel).as_str().to_owned());
            }
        });
        let quiet = known.quiet.unwrap_or(QUIET_HOURS);
        self.address.set(known.address.clone().unwrap_or_default());
        self.was_known.set_value(known.address.is_some());
        self.is_quiet.set(known.quiet.is_some());
        self.from.set(quiet.from.0.to_string());
        self.until.set(quiet.until.0.to_string());
    }

    /// Whether anything is to come in this way; tracked.
    fn wants(self, channel: Channel) -> bool {
        self.channels.with_value(|channels| {
            let chosen = |value: &RwSignal<String>| value.with(|word| word == channel.as_str());
            // Every signal is asked, so that each of them wakes the reader.
            channels.iter().filter(|(_, value)| chosen(value)).count() > 0
        })
    }

    fn read(self) -> Result<SetReminders, Fault> {
        let choices = self.channels.with_value(|channels| {
            let choice = |(kind, value): &(ReminderKind, RwSignal<String>)| {
                let channel = value.with_untracked(|word| Channel::from_word(word));
                ReminderChoice { kind: *kind, channel: channel.unwrap_or(Channel::Off) }
            };
            channels.iter().map(choice).collect::<Vec<_>>()
        });
        let wants_mail = choices.iter().any(|choice| choice.channel == Channel::Mail);
        let was_known = self.was_known.get_value();
        let address =
            self.address.with_untracked(|typed| read_address(typed, wants_mail, was_known))?;
        let minutes = |value: RwSignal<String>, usual: DayTime| {
            value.with_untracked(|word| word.parse().map_or(usual, DayTime))
        };
        let quiet = self.is_quiet.get_untracked().then(|| QuietHours {
            from: minutes(self.from, QUIET_HOURS.from),
            until: minutes(self.until, QUIET_HOURS.until),
        });
        Ok(SetReminders { choices, quiet, address })
    }
}

/// The address as it is to be. It is needed for e-mails only; one that was there is erased when
/// nothing stands in its place.
fn read_address(typed: &str, wants_mail: bool, was_known: bool) -> Result<Option<String>, Fault> {
    match typed.trim() {
        "" if wants_mail => Err(Fault::Empty),
        "" => Ok(was_known.then(String::new)),
        _ if !wants_mail && !was_known => Ok(None),
        typed => parse_address(typed).map(Some).ok_or(Fault::Unusable),
    }
}

fn kind_key(kind: ReminderKind) -> Key {
    match kind {
        ReminderKind::Meeting => Key::RemindMeeting,
        ReminderKind::Wrote => Key::RemindWrote,
        ReminderKind::Next => Key::RemindNext,
        ReminderKind::Answer => Key::RemindAnswer,
        ReminderKind::Referral => Key::RemindReferral,
        ReminderKind::KeyDate => Key::RemindKeyDate,
        ReminderKind::Agreement => Key::RemindAgreement,
        ReminderKind::Pulse => Key::RemindPulse,
    }
}

fn channel_options() -> Signal<Vec<ChoiceOption>> {
    let key = |channel: Channel| match channel {
        Channel::Off => Key::RemindChannelOff,
        Channel::Push => Key::RemindChannelPush,
        Channel::Mail => Key::RemindChannelMail,
    };
    let option = |channel: &Channel| ChoiceOption::new(channel.as_str(), text(key(*channel)));
    Signal::stored(Channel::ALL.iter().map(option).collect::<Vec<_>>())
}

/// The full hours of a day.
fn hours() -> Signal<Vec<ChoiceOption>> {
    let hour = |hour: u16| {
        let time = DayTime(hour * 60);
        ChoiceOption::new(time.0.to_string(), Signal::derive(move || time_words(time)))
    };
    Signal::stored((0..24).map(hour).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_asked_for_with_e_mails_alone() {
        assert_eq!(read_address("nonsense", false, false), Ok(None));
        assert_eq!(read_address(" ", false, false), Ok(None));
        assert_eq!(read_address(" ", false, true), Ok(Some(String::new())), "erased");
        assert_eq!(read_address(" ", true, true), Err(Fault::Empty));
        assert_eq!(read_address("asmae", true, false), Err(Fault::Unusable));
        let whole = Ok(Some("a@example.be".to_owned()));
        assert_eq!(read_address(" a@example.be ", true, false), whole);
    }
}
