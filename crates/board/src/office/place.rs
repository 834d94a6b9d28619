//! How far it is between two Belgian postcodes, roughly: enough to prefer a mentor of the same
//! town to one of another province, without a map and without an address.

use wire::Wire;

/// A Belgian postcode: four digits, from 1000 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Postcode(u16);

impl Postcode {
    /// The postcode of a number; nothing when it is none.
    #[must_use]
    pub fn new(code: u16) -> Option<Self> {
        (1000..=9999).contains(&code).then_some(Self(code))
    }

    /// Its four digits as a number.
    #[must_use]
    pub fn code(self) -> u16 {
        self.0
    }

    /// Whether it is in the range of postcodes; one that travelled may not be.
    #[must_use]
    pub fn is_possible(self) -> bool {
        Self::new(self.0).is_some()
    }

    /// The province, numbered for comparison; the Brussels region counts as one.
    fn province(self) -> u8 {
        match self.0 {
            ..=1299 => 0,                   // Brussels
            1300..=1499 => 1,               // Walloon Brabant
            1500..=1999 | 3000..=3499 => 2, // Flemish Brabant
            2000..=2999 => 3,               // Antwerp
            3500..=3999 => 4,               // Limburg
            4000..=4999 => 5,               // Liège
            5000..=5999 => 6,               // Namur
            6000..=6599 | 7000..=7999 => 7, // Hainaut
            6600..=6999 => 8,               // Luxembourg
            8000..=8999 => 9,               // West Flanders
            _ => 10,                        // East Flanders
        }
    }
}

/// How far two people live from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distance {
    /// The same postcode.
    Same,
    /// The same first two digits and the same province, or both in Brussels: a bus ride.
    Near,
    /// The same province.
    Province,
    /// Another province.
    Far,
}

impl Distance {
    /// Between two postcodes.
    #[must_use]
    pub fn between(from: Postcode, to: Postcode) -> Self {
        if from == to {
            Self::Same
        } else if from.province() != to.province() {
            Self::Far
        } else if from.province() == 0 || from.0 / 100 == to.0 / 100 {
            Self::Near
        } else {
            Self::Province
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_are_as_far_as_people_would_say() {
        let far =
            |from, to| Distance::between(Postcode::new(from).unwrap(), Postcode::new(to).unwrap());
        assert_eq!(far(4000, 4000), Distance::Same);
        assert_eq!(far(4000, 4020), Distance::Near, "both sides of the Meuse");
        assert_eq!(far(1000, 1200), Distance::Near, "Brussels");
        assert_eq!(far(4000, 4800), Distance::Province, "Liège and Verviers");
        assert_eq!(far(6000, 7000), Distance::Province, "Charleroi and Mons");
        assert_eq!(far(2000, 9000), Distance::Far, "Antwerp and Ghent");
        assert_eq!(far(1299, 1300), Distance::Far);
        assert_eq!((Postcode::new(999), Postcode::new(10_000)), (None, None));
    }
}
