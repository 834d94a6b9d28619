//! What somebody of the association looked at of a person (quality/trust.md, "who looked at what
//! is visible to the mentee"). A listed word for each; never what was seen.

use crate::closed_enum::closed_enum;

closed_enum! {
    /// What was looked at.
    Looked {
        /// The page of the duo: names, days, state, calls.
        DuoPage = "duo_page",
        /// The person's own page: name, language, how they can meet.
        PersonPage = "person_page",
        /// The optional answers for reports.
        Demographics = "demographics",
        /// What began for the mentee: work, training.
        Outcomes = "outcomes",
        /// The questions asked after three, six and twelve months.
        FollowUps = "follow_ups",
        /// A file with one line a duo, under pseudonyms.
        Export = "export",
        /// A new way in was made for the person.
        NewCode = "new_code",
        /// Suggestions of who fits whom.
        Matching = "matching",
    }
}
