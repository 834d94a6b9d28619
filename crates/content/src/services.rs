//! The directory of services that a new installation starts with (features.md T09, K19).

use std::sync::LazyLock;

use board::objective::Theme;
use board::slug::Slug;
use chrono::NaiveDate;
use serde::Deserialize;

use crate::lang::{ByLang, Text};
use crate::region::Region;
use crate::source::read;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal),+ $(,)?) => {
        /// What kind of service it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum ServiceKind {
            $($(#[$doc])* #[serde(rename = $word)] $kind,)+
        }

        impl ServiceKind {
            /// Every kind, in the order people meet them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The word that stands for it on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)+
                }
            }
        }
    };
}

kinds! {
    /// Public welfare centre.
    Cpas = "cpas",
    /// Public employment service.
    Pes = "pes",
    /// Training.
    Training = "training",
    /// Newcomers' office.
    Reception = "reception",
    /// Regional integration centre.
    IntegrationOffice = "integration_office",
    /// Local job centre.
    LocalMission = "local_mission",
    /// Recognition of diplomas and skills.
    Diploma = "diploma",
    /// Health insurance and access to care.
    HealthFund = "health_fund",
    /// Housing.
    Housing = "housing",
    /// Law.
    LegalAid = "legal_aid",
    /// Language and literacy.
    Language = "language",
    /// Young people.
    Youth = "youth",
    /// Interpreters.
    Interpreter = "interpreter",
    /// Children and family.
    Family = "family",
    /// Phone and computer.
    Digital = "digital",
    /// Debt.
    Debt = "debt",
    /// Anything else.
    Other = "other",
}

/// A service that people are referred to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its name in the directory, stable over versions.
    pub id: Slug,
    /// What kind it is.
    pub kind: ServiceKind,
    /// Where it serves.
    pub regions: Vec<Region>,
    /// What it helps with.
    pub themes: Vec<Theme>,
    /// Its public web address.
    pub web: String,
    /// Its public telephone number, when sure.
    pub phone: Option<String>,
    /// The day on which the address was checked; nothing shows as "to be verified".
    pub verified: Option<NaiveDate>,
    /// What people call it.
    pub name: Text,
    /// What it does.
    pub does: Text,
    /// Who may go there.
    pub who: Text,
    /// What to bring; may be empty.
    #[serde(default)]
    pub bring: ByLang<Vec<String>>,
    /// How to get in touch.
    pub contact: Text,
    /// Something worth knowing before going, such as what a PIIS is.
    pub note: Option<Text>,
    /// What to ask oneself before the first step ("do I need it?").
    pub first_question: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    service: Vec<Service>,
}

static SERVICES: LazyLock<Vec<Service>> = LazyLock::new(|| {
    [
        ("services/belgium.toml", include_str!("../../../content/services/belgium.toml")),
        ("services/brussels.toml", include_str!("../../../content/services/brussels.toml")),
        ("services/wallonia.toml", include_str!("../../../content/services/wallonia.toml")),
        ("services/flanders.toml", include_str!("../../../content/services/flanders.toml")),
    ]
    .into_iter()
    .flat_map(|(path, text)| read::<File>(path, text).service)
    .collect()
});

/// Every service, those of several regions first.
#[must_use]
pub fn services() -> &'static [Service] {
    &SERVICES
}
