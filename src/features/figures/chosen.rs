//! Which duos the page is about, kept in the address so that a link leads to the same figures.

use board::{office::region::Region, protocol::figures::FiguresOf};
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{choice::ChoiceOption, select::Select},
    features::{figures::naming::region_key, in_address::in_address},
    i18n::{format, text, tf},
};

/// What is chosen; empty for "as usual".
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The year.
    pub year: RwSignal<String>,
    /// First day, instead of a year.
    pub from: RwSignal<String>,
    /// Last day.
    pub to: RwSignal<String>,
    /// From where twelve months are counted.
    pub anchor: RwSignal<String>,
    /// A branch.
    pub branch: RwSignal<String>,
    /// A region.
    pub region: RwSignal<String>,
}

impl Chosen {
    /// As the address says.
    #[must_use]
    pub fn in_address() -> Self {
        Self {
            year: in_address("year"),
            from: in_address("from"),
            to: in_address("to"),
            anchor: in_address("anchor"),
            branch: in_address("branch"),
            region: in_address("region"),
        }
    }

    /// For the server, with its question mark. Tracked.
    #[must_use]
    pub fn query(self) -> String {
        let has_period = self.from.with(|from| !from.is_empty());
        // A branch lies in one region: choosing it says enough.
        let region =
            if self.branch.with(String::is_empty) { self.region.get() } else { String::new() };
        let year = if has_period { String::new() } else { self.year.get() };
        written(&[
            ("year", year),
            ("from", self.from.get()),
            ("to", self.to.get()),
            ("anchor", self.anchor.get()),
            ("branch", self.branch.get()),
            ("region", region),
        ])
    }
}

/// A query of what is not empty. All values are words, days and ids.
#[must_use]
pub fn written(pairs: &[(&str, String)]) -> String {
    let pairs = pairs.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The years in which duos began. The first, this one, is what an empty choice means.
#[component]
pub fn YearSelect(
    /// What can be chosen.
    of: Signal<FiguresOf>,
    /// The choice.
    value: RwSignal<String>,
) -> impl IntoView {
    let first = move || of.with(|of| of.years.first().copied().unwrap_or_default().to_string());
    let options = Signal::derive(move || {
        let year =
            |year: &u16| ChoiceOption::new(year.to_string(), Signal::stored(year.to_string()));
        of.with(|of| of.years.iter().skip(1).map(year).collect::<Vec<_>>())
    });
    view! {
        <Select
            label=text(Key::FiguresYear)
            options=options
            value=value
            empty_label=Signal::derive(first)
        />
    }
}

/// The branches to choose from, where there is something to choose.
#[component]
pub fn BranchSelect(
    /// What can be chosen.
    of: Signal<FiguresOf>,
    /// The choice.
    value: RwSignal<String>,
    /// True where the numbers are of one branch, never of all of them.
    #[prop(optional)]
    one: bool,
) -> impl IntoView {
    let options = Signal::derive(move || {
        let option = |branch: &board::protocol::figures::BranchName| {
            ChoiceOption::new(branch.id.to_string(), Signal::stored(branch.name.clone()))
        };
        of.with(|of| of.branches.iter().map(option).collect::<Vec<_>>())
    });
    let all = move || {
        let whole = of.with(|of| of.whole);
        if whole { Key::FiguresAllBranches } else { Key::FiguresOwnBranches }
    };
    let all = (!one).then(|| Signal::derive(move || crate::i18n::t(all())));
    let several = move || of.with(|of| of.branches.len() > 1);
    move || {
        several().then(|| {
            view! {
                <Select
                    label=text(Key::FiguresBranch)
                    options=options
                    value=value
                    nostrip:empty_label=all
                    always=one
                />
            }
        })
    }
}

/// The regions, for whoever sees all of them.
#[component]
pub fn RegionSelect(
    /// What can be chosen.
    of: Signal<FiguresOf>,
    /// The choice.
    value: RwSignal<String>,
) -> impl IntoView {
    let option = |region: &Region| ChoiceOption::new(region.as_str(), text(region_key(*region)));
    let options: Vec<ChoiceOption> = Region::ALL.iter().map(option).collect();
    move || {
        let options = options.clone();
        of.with(|of| of.whole).then(|| {
            view! {
                <Select
                    label=text(Key::FiguresRegion)
                    options=options
                    value=value
                    empty_label=text(Key::FiguresAllRegions)
                />
            }
        })
    }
}

/// From where twelve months are counted.
#[component]
pub fn AnchorSelect(
    /// The choice.
    value: RwSignal<String>,
) -> impl IntoView {
    let options = vec![ChoiceOption::new("end", text(Key::FiguresAnchorEnd))];
    view! {
        <Select
            label=text(Key::FiguresAnchor)
            options=options
            value=value
            empty_label=text(Key::FiguresAnchorStart)
        />
    }
}

/// Of which duos, on which day, counted from where: on the screen and on paper. Tracked.
#[must_use]
pub fn of_words(of: &FiguresOf) -> String {
    // With the year: these words stand on paper.
    let day = format::digits;
    tf(Key::FiguresOf, &[("from", &day(of.from)), ("to", &day(of.to)), ("on", &day(of.on))])
}

/// The place the figures are of. Tracked.
#[must_use]
pub fn place_words(of: &FiguresOf) -> String {
    let branch = of.branches.iter().find(|branch| Some(branch.id) == of.branch);
    match (branch, of.region) {
        (Some(branch), _) => branch.name.clone(),
        (None, Some(region)) => crate::i18n::t(region_key(region)),
        (None, None) if of.whole => crate::i18n::t(Key::FiguresAllBranches),
        (None, None) if of.branches.len() == 1 => of.branches[0].name.clone(),
        (None, None) => crate::i18n::t(Key::FiguresOwnBranches),
    }
}
