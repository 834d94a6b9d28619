//! Points, one thing at a time.

use super::*;
use proptest::prelude::*;

fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

fn asmae() -> Profile {
    Profile {
        sectors: vec![slug("care")],
        langs: vec![Spoken::Arabic, Spoken::French],
        hours: vec![Hours::WeekdayMorning, Hours::Weekend],
        ways: vec![Way::InPerson],
        postcode: Postcode::new(4000),
        capacity: 1,
    }
}

fn cecile() -> Profile {
    Profile { langs: vec![Spoken::French, Spoken::Arabic], ..asmae() }
}

fn fits(mentee: &Profile, mentor: &Profile) -> Vec<(Fit, u32)> {
    let score = score(mentee, mentor, Weights::default()).unwrap();
    assert_eq!(score.points, score.reasons.iter().map(|reason| reason.points).sum::<u32>());
    score.reasons.iter().map(|reason| (reason.fit, reason.points)).collect()
}

#[test]
fn a_perfect_pair_has_every_point() {
    let found = fits(&asmae(), &cecile());
    let expected = [
        (Fit::SameSector, 30),
        (Fit::BestLanguage, 30),
        (Fit::ManyHours, 20),
        (Fit::SamePlace, 20),
    ];
    assert_eq!(found, expected);
    assert_eq!(Weights::default().best(), 100);
}

#[test]
fn what_nobody_said_gives_half() {
    let found = fits(&Profile::default(), &Profile::default());
    let expected = [
        (Fit::OpenSector, 15),
        (Fit::OpenLanguage, 15),
        (Fit::OpenHours, 10),
        (Fit::OpenPlace, 10),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_pair_without_a_word_or_a_way_is_ruled_out() {
    let dutch = Profile { langs: vec![Spoken::Dutch], ..cecile() };
    assert_eq!(score(&asmae(), &dutch, Weights::default()), Err(Blocked::NoLanguage));
    let remote = Profile { ways: vec![Way::Video], ..cecile() };
    assert_eq!(score(&asmae(), &remote, Weights::default()), Err(Blocked::NoWay));
}

#[test]
fn the_way_counts_only_for_those_who_travel() {
    let place = |code| Profile { postcode: Postcode::new(code), ..cecile() };
    let travel = |mentor: &Profile| fits(&asmae(), mentor)[3];
    assert_eq!(travel(&place(4020)), (Fit::NearPlace, 16));
    assert_eq!(travel(&place(4800)), (Fit::SameProvince, 8));
    assert_eq!(travel(&place(8000)), (Fit::FarPlace, 0));
    let both = vec![Way::InPerson, Way::Video];
    let mentee = Profile { ways: both.clone(), ..asmae() };
    let mentor = Profile { ways: both, ..place(8000) };
    assert_eq!(fits(&mentee, &mentor)[3], (Fit::ByVideo, 20));
}

#[test]
fn another_sector_and_another_language_are_said() {
    let other =
        Profile { sectors: vec![slug("construction")], langs: vec![Spoken::French], ..cecile() };
    let found = score(&asmae(), &other, Weights::default()).unwrap();
    assert_eq!((found.reasons[0].fit, found.reasons[0].points), (Fit::OtherSector, 0));
    assert_eq!(found.reasons[1].fit, Fit::OtherLanguage);
    assert_eq!(found.reasons[1].language, Some(Spoken::French));
}

fn any_profile() -> impl Strategy<Value = Profile> {
    fn some<T: Copy + std::fmt::Debug + 'static>(
        all: &'static [T],
    ) -> impl Strategy<Value = Vec<T>> {
        proptest::sample::subsequence(all, 0..=all.len())
    }
    let sectors =
        proptest::sample::subsequence(vec![slug("care"), slug("build"), slug("shop")], 0..=3);
    let place = proptest::option::of((1000u16..10_000).prop_filter_map("a code", Postcode::new));
    (sectors, some(Spoken::ALL), some(Hours::ALL), some(Way::ALL), place).prop_map(
        |(sectors, langs, hours, ways, postcode)| Profile {
            sectors,
            langs,
            hours,
            ways,
            postcode,
            capacity: 1,
        },
    )
}

proptest! {
    #[test]
    fn points_never_pass_the_best(mentee in any_profile(), mentor in any_profile(), all in [0u8..=5, 0..=5, 0..=5, 0..=5]) {
        let [sector, language, hours, travel] = all;
        let weights = Weights { sector, language, hours, travel };
        if let Ok(score) = score(&mentee, &mentor, weights) {
            prop_assert!(score.points <= weights.best());
            prop_assert_eq!(score.reasons.len(), 4);
        }
    }

    #[test]
    fn a_heavier_weight_never_takes_points_away(mentee in any_profile(), mentor in any_profile()) {
        let light = Weights::default();
        let heavy = Weights { sector: light.sector + 1, ..light };
        if let Ok(before) = score(&mentee, &mentor, light) {
            prop_assert!(score(&mentee, &mentor, heavy).unwrap().points >= before.points);
        }
    }
}
