//! The directory of services (T09, K19).

use chrono::NaiveDate;
use content::{Region, ServiceKind, services};

#[test]
fn the_directory_covers_every_region_and_kind() {
    assert!(services().len() >= 35, "{} services", services().len());
    super::assert_unique(services().iter().map(|service| service.id.as_str()));
    for region in Region::ALL {
        let here = || services().iter().filter(|service| service.regions.contains(&region));
        assert!(here().count() >= 12, "{region:?}");
        for kind in [
            ServiceKind::Cpas,
            ServiceKind::Pes,
            ServiceKind::Diploma,
            ServiceKind::HealthFund,
            ServiceKind::Housing,
            ServiceKind::LegalAid,
            ServiceKind::Language,
            ServiceKind::Family,
        ] {
            assert!(here().any(|service| service.kind == kind), "{region:?} {kind:?}");
        }
    }
    for kind in ServiceKind::ALL {
        assert!(services().iter().any(|service| service.kind == *kind), "{kind:?}");
    }
}

#[test]
fn addresses_are_public_and_dates_are_days_that_were() {
    let written = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for service in services() {
        let host = service.web.split_once("://").map(|(_, rest)| rest).unwrap();
        assert!(service.web.starts_with("http"), "{}", service.id);
        assert!(host.contains('.') && !host.contains([' ', '@']), "{}", service.id);
        assert!(service.verified.is_none_or(|day| day <= written), "{}", service.id);
        let number = |phone: &str| phone.chars().all(|c| c.is_ascii_digit() || c == ' ');
        assert!(service.phone.as_deref().is_none_or(number), "{}", service.id);
        assert!(!service.regions.is_empty() && !service.themes.is_empty(), "{}", service.id);
        assert!(service.themes.iter().all(|theme| theme.is_known()), "{}", service.id);
    }
}

#[test]
fn every_language_says_the_same_number_of_things_to_bring() {
    for service in services() {
        let counts = service.bring.each().map(|(_, things)| things.len());
        assert!(counts.iter().all(|count| *count == counts[0]), "{}", service.id);
    }
}

#[test]
fn the_cpas_explains_the_piis() {
    let cpas = services().iter().find(|service| service.kind == ServiceKind::Cpas).unwrap();
    let note = cpas.note.as_ref().unwrap();
    assert!(note.fr.contains("PIIS") && note.nl.contains("GPMI"));
}

#[test]
fn every_recognition_asks_first_whether_it_is_needed() {
    for service in services().iter().filter(|service| service.kind == ServiceKind::Diploma) {
        assert!(service.first_question.is_some(), "{}", service.id);
    }
}
