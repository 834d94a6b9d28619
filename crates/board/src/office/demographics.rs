//! Optional answers about a mentee, for the breakdowns of reports only (features.md A17,
//! indicators.md "Breakdowns"). They are kept apart from the board; the mentor never sees them.

use crate::closed_enum::closed_enum;
use wire::Wire;

closed_enum! {
    /// Gender.
    Gender {
        /// Woman.
        Female = "f",
        /// Man.
        Male = "m",
        /// Another answer.
        Another = "x",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// The highest diploma that Belgium recognises.
    Education {
        /// No recognised diploma.
        NoneRecognised = "none_recognised",
        /// Lower than the certificate of upper secondary education (CESS).
        BelowCess = "below_cess",
        /// CESS.
        Cess = "cess",
        /// Bachelor.
        Bachelor = "bachelor",
        /// Master.
        Master = "master",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// The level of a diploma from abroad.
    DiplomaAbroad {
        /// None.
        NoneAbroad = "none",
        /// Below upper secondary.
        BelowSecondary = "below_secondary",
        /// Upper secondary.
        Secondary = "secondary",
        /// Higher education.
        Higher = "higher",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// Ground of residence.
    Status {
        /// Citizen.
        Citizen = "citizen",
        /// Family reunification.
        FamilyReunification = "family_reunification",
        /// Recognised refugee.
        Refugee = "refugee",
        /// Subsidiary protection.
        Subsidiary = "subsidiary",
        /// Student.
        Student = "student",
        /// Another ground.
        OtherGround = "other",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// Nationality, no nearer than reports ask for.
    Nationality {
        /// Belgian.
        Belgian = "belgian",
        /// Another country of the European Union.
        Eu = "eu",
        /// A country outside the European Union.
        NonEu = "non_eu",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// How long without work at the start of the duo.
    Unemployment {
        /// Less than six months.
        Under6 = "under_6",
        /// Six to eleven months.
        From6 = "from_6",
        /// Twelve to twenty-three months.
        From12 = "from_12",
        /// Two years and more.
        From24 = "from_24",
        /// Neither in work nor looking for it (inactive).
        Inactive = "inactive",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// The public employment service the mentee is registered with.
    Pes {
        /// Actiris.
        Actiris = "actiris",
        /// Forem.
        Forem = "forem",
        /// VDAB.
        Vdab = "vdab",
        /// ADG, in the German-speaking Community.
        Adg = "adg",
        /// None.
        NotRegistered = "none",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

closed_enum! {
    /// Age at the start of the duo.
    AgeBand {
        /// 18 to 24.
        From18 = "18_24",
        /// 25 to 29.
        From25 = "25_29",
        /// 30 to 33.
        From30 = "30_33",
        /// Another age.
        OtherAge = "other",
        /// Prefers not to say.
        NotSaid = "not_said",
    }
}

/// The answers of one mentee. Nothing: not asked, or not answered yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Demographics {
    /// Gender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Age at the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeBand>,
    /// Recognised diploma.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<Education>,
    /// Diploma from abroad.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diploma_abroad: Option<DiplomaAbroad>,
    /// Ground of residence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Nationality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<Nationality>,
    /// Time without work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unemployment: Option<Unemployment>,
    /// Employment service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pes: Option<Pes>,
}
