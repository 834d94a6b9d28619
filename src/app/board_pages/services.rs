//! Who can help, until when, and towards which job. Fetched when one of these pages is opened.

use leptos::prelude::*;
use words::Part;

use crate::{
    later::later,
    pages::{
        career_aim::CareerAimPage, contacts::ContactsPage, key_dates::KeyDatesPage,
        new_referral::NewReferralPage, referral::ReferralPage, referrals::ReferralsPage,
        services::ServicesPage,
    },
};

/// A page of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServicesPages {
    /// The directory of services.
    Services,
    /// The referrals to services.
    Referrals,
    /// Form for a referral.
    NewReferral,
    /// One referral.
    Referral,
    /// People who can help.
    Contacts,
    /// Days that must not be missed.
    KeyDates,
    /// The career aim.
    CareerAim,
}

later!(
    /// The set.
    SERVICES, services, &[Part::Board], ServicesPages, make, beside crate::app::board_pages::make
);

fn make(page: ServicesPages) -> AnyView {
    match page {
        ServicesPages::Services => view! { <ServicesPage/> }.into_any(),
        ServicesPages::Referrals => view! { <ReferralsPage/> }.into_any(),
        ServicesPages::NewReferral => view! { <NewReferralPage/> }.into_any(),
        ServicesPages::Referral => view! { <ReferralPage/> }.into_any(),
        ServicesPages::Contacts => view! { <ContactsPage/> }.into_any(),
        ServicesPages::KeyDates => view! { <KeyDatesPage/> }.into_any(),
        ServicesPages::CareerAim => view! { <CareerAimPage/> }.into_any(),
    }
}
