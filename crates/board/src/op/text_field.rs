//! The texts of items that people write together, and the rules of each.

use crate::{
    text::{self, LINE_MAX, TEXT_MAX, TextError},
    wire_enum::wire_enum,
};

wire_enum! {
    /// The texts of items that people write together.
    TextField {
        /// Title of an objective, a step, a CV and most other items.
        Title = "title",
        /// Longer words about an item.
        Notes = "notes",
        /// Words of a comment or a note.
        Body = "body",
        /// Employer of an application.
        Employer = "employer",
        /// Job title of an application.
        Job = "job",
        /// Web page of an application or a service.
        Link = "link",
        /// How the mentee heard of a job, or knows somebody.
        Source = "source",
        /// Whom to talk to, and how to reach them.
        Contact = "contact",
        /// Where something is.
        Place = "place",
        /// What to do next.
        Next = "next",
        /// What the mentee learnt from an application.
        Learnt = "learnt",
        /// The name at the top of a CV.
        Name = "name",
        /// When, in the person's own words.
        Period = "period",
    }
}

impl TextField {
    /// Most characters the field holds.
    #[must_use]
    pub fn max(&self) -> usize {
        if self.is_long() { TEXT_MAX } else { LINE_MAX }
    }

    /// Whether the field holds several lines.
    #[must_use]
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Notes | Self::Body | Self::Learnt)
    }

    /// Cleans what was typed into this field.
    ///
    /// # Errors
    /// The [`TextError`] of the field's rule.
    pub fn parse(&self, typed: &str) -> Result<String, TextError> {
        match self {
            Self::Title | Self::Employer | Self::Job => text::parse_title(typed),
            Self::Link => text::parse_link(typed),
            Self::Notes | Self::Learnt => text::parse_text(typed),
            Self::Body => match text::parse_text(typed)? {
                body if body.is_empty() => Err(TextError::Empty),
                body => Ok(body),
            },
            Self::Source
            | Self::Contact
            | Self::Place
            | Self::Next
            | Self::Name
            | Self::Period
            | Self::Other(_) => text::parse_line(typed),
        }
    }
}

wire_enum! {
    /// What to keep when two versions of a text met.
    Keep {
        /// The one that is shown now.
        Shown = "shown",
        /// The one that waits.
        Waiting = "waiting",
        /// Both, one after the other.
        Both = "both",
    }
}
