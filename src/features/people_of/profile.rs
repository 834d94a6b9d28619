//! What somebody told about a partner: closed lists and a postcode, nothing else.

use board::{
    actor::Role,
    id::PersonId,
    office::{
        matching::{CAPACITY_MAX, CHOICES_MAX, Hours, Profile, Spoken, Way},
        place::Postcode,
    },
    protocol::pool::MatchProfile,
};
use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    api,
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        choice::ChoiceOption,
        field::Field,
        form::Form,
        select::Select,
        several::Several,
    },
    features::{
        codes::sectors::Sectors,
        form_faults::{Fault, FaultSummary, Faults, Question},
        people_of::{
            card::Known,
            words::{hours_key, spoken_key, way_key},
        },
    },
    i18n::{t, text},
    platform::announce,
};

const QUESTIONS: &[Question] = &[
    Question::plain("sectors", Key::PeopleOfSectors),
    Question::plain("lang", Key::PeopleOfLangBest),
    Question::plain("langs", Key::PeopleOfLangsOthers),
    Question::plain("hours", Key::PeopleOfHours),
    Question::plain("ways", Key::PeopleOfWays),
    Question::plain("postcode", Key::PeopleOfPlace),
    Question::plain("capacity", Key::PeopleOfCapacity),
];

/// What is chosen and typed.
#[derive(Clone, Copy)]
struct Draft {
    looking: RwSignal<bool>,
    sectors: RwSignal<Vec<String>>,
    best: RwSignal<String>,
    langs: RwSignal<Vec<String>>,
    hours: RwSignal<Vec<String>>,
    ways: RwSignal<Vec<String>>,
    postcode: RwSignal<String>,
    capacity: RwSignal<String>,
}

impl Draft {
    fn of(known: &MatchProfile) -> Self {
        let Profile { sectors, langs, hours, ways, postcode, capacity } = &known.profile;
        let mut spoken = langs.iter().map(|lang| lang.as_str().to_owned());
        let best = spoken.next().unwrap_or_default();
        Self {
            looking: RwSignal::new(known.looking),
            sectors: RwSignal::new(sectors.iter().map(ToString::to_string).collect()),
            best: RwSignal::new(best),
            langs: RwSignal::new(spoken.collect()),
            hours: RwSignal::new(hours.iter().map(|it| it.as_str().to_owned()).collect()),
            ways: RwSignal::new(ways.iter().map(|it| it.as_str().to_owned()).collect()),
            postcode: RwSignal::new(postcode.map(|it| it.code().to_string()).unwrap_or_default()),
            capacity: RwSignal::new(capacity.to_string()),
        }
    }

    /// The profile, or nothing and what to change; not tracked.
    fn read(self, faults: Faults) -> Option<MatchProfile> {
        untrack(|| {
            let mut found = Vec::new();
            let sectors = self.sectors.get();
            let mut langs = vec![self.best.get()];
            langs.extend(self.langs.get());
            for (field, count) in [("sectors", sectors.len()), ("langs", langs.len())] {
                if count > CHOICES_MAX {
                    found.push((field, Fault::Says(Key::PeopleOfTooMany)));
                }
            }
            let typed = self.postcode.get();
            let code = typed.trim().parse().ok().and_then(Postcode::new);
            if code.is_none() && !typed.trim().is_empty() {
                found.push(("postcode", Fault::Says(Key::PeopleOfPlaceOdd)));
            }
            let profile = Profile {
                sectors: sectors.iter().filter_map(|it| it.parse().ok()).collect(),
                langs: langs.iter().filter_map(|it| Spoken::from_word(it)).collect(),
                hours: self.hours.get().iter().filter_map(|it| Hours::from_word(it)).collect(),
                ways: self.ways.get().iter().filter_map(|it| Way::from_word(it)).collect(),
                postcode: code,
                capacity: self.capacity.get().parse().unwrap_or(1),
            };
            let looking = self.looking.get();
            faults.show(found).then(|| MatchProfile { looking, profile, ..MatchProfile::default() })
        })
    }
}

/// The questions and one button.
#[component]
pub fn ProfileForm(
    /// Whose.
    id: PersonId,
    /// Mentee or mentor.
    role: Role,
    /// What is known already.
    profile: MatchProfile,
    /// Where the changed person goes.
    known: Known,
) -> impl IntoView {
    let faults = Faults::new("profile", QUESTIONS);
    let draft = Draft::of(&profile);
    let version = profile.version;
    let busy = RwSignal::new(false);
    let send = move |()| {
        if busy.get_untracked() {
            return;
        }
        faults.clear();
        let Some(wanted) = draft.read(faults) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = api::people::keep_profile(id, version, &wanted).await;
            busy.try_set(false);
            match answer {
                Ok(card) => {
                    announce::announce(&t(Key::PeopleOfProfileSaved));
                    known.try_set(Some(card));
                }
                Err(error) => faults.take(error),
            }
        });
    };
    let is_mentor = role == Role::Mentor;
    let looking = if is_mentor { Key::PeopleOfLookingMentor } else { Key::PeopleOfLooking };
    let sectors = Sectors::read();
    let sector_options = Signal::derive(move || {
        let option = |info: &board::protocol::library::SectorInfo| {
            ChoiceOption::new(info.id.to_string(), Signal::stored(info.name.clone()))
        };
        sectors.list.value.with(|list| list.iter().flatten().map(option).collect::<Vec<_>>())
    });
    let spoken = || {
        let option = |lang: &Spoken| ChoiceOption::new(lang.as_str(), text(spoken_key(*lang)));
        Spoken::ALL.iter().map(option).collect::<Vec<_>>()
    };
    let hours = Hours::ALL
        .iter()
        .map(|hours| ChoiceOption::new(hours.as_str(), text(hours_key(*hours))))
        .collect::<Vec<_>>();
    let ways = Way::ALL
        .iter()
        .map(|way| ChoiceOption::new(way.as_str(), text(way_key(*way))))
        .collect::<Vec<_>>();
    let capacity = is_mentor.then(|| {
        let numbers = (1..=CAPACITY_MAX).map(|number| number.to_string());
        let options = numbers
            .map(|number| ChoiceOption::new(number.clone(), Signal::stored(number)))
            .collect::<Vec<_>>();
        view! {
            <Select
                id=faults.id("capacity")
                label=text(Key::PeopleOfCapacity)
                options=options
                value=draft.capacity
                error=faults.error("capacity")
            />
        }
    });
    view! {
        <section class="stack">
            <h2>{move || t(Key::PeopleOfProfileTitle)}</h2>
            <FaultSummary faults/>
            <Form on_submit=send>
                <Checkbox label=text(looking) value=draft.looking/>
                <Several
                    id=faults.id("sectors")
                    label=text(Key::PeopleOfSectors)
                    hint=text(Key::PeopleOfSectorsHint)
                    options=sector_options
                    value=draft.sectors
                    error=faults.error("sectors")
                    optional=true
                />
                <Select
                    id=faults.id("lang")
                    label=text(Key::PeopleOfLangBest)
                    options=spoken()
                    value=draft.best
                    empty_label=text(Key::PeopleOfNotSaid)
                    error=faults.error("lang")
                />
                <Several
                    id=faults.id("langs")
                    label=text(Key::PeopleOfLangsOthers)
                    options=spoken()
                    value=draft.langs
                    error=faults.error("langs")
                    optional=true
                />
                <Several
                    id=faults.id("hours")
                    label=text(Key::PeopleOfHours)
                    options=hours
                    value=draft.hours
                    error=faults.error("hours")
                    optional=true
                />
                <Several
                    id=faults.id("ways")
                    label=text(Key::PeopleOfWays)
                    options=ways
                    value=draft.ways
                    error=faults.error("ways")
                    optional=true
                />
                <Field
                    id=faults.id("postcode")
                    label=text(Key::PeopleOfPlace)
                    hint=text(Key::PeopleOfPlaceHint)
                    value=draft.postcode
                    error=faults.error("postcode")
                    inputmode="numeric"
                    dir="ltr"
                    optional=true
                />
                {capacity}
                <div class="form__actions">
                    <Button
                        label=text(Key::PeopleOfProfileSave)
                        kind=ButtonKind::Quiet
                        submit=true
                    />
                    <p class="muted">{move || busy.get().then(|| t(Key::FormFaultWorking))}</p>
                </div>
            </Form>
        </section>
    }
}
