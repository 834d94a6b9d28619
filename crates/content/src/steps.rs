//! The catalogue of steps (features.md M07): picking one copies its words onto the board.

use std::sync::LazyLock;

use board::objective::Theme;
use board::slug::Slug;
use serde::Deserialize;

use crate::lang::Text;
use crate::region::Region;
use crate::source::read;

/// A step that many people take.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name, stable over versions.
    pub id: Slug,
    /// What it is about.
    pub theme: Theme,
    /// Where it exists; everywhere when empty.
    #[serde(default)]
    pub regions: Vec<Region>,
    /// An action that a person can tick.
    pub title: Text,
    /// Why it helps, when the title does not say it.
    pub why: Option<Text>,
}

impl Step {
    /// Whether the step exists in this region.
    #[must_use]
    pub fn is_in(&self, region: Region) -> bool {
        self.regions.is_empty() || self.regions.contains(&region)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<Step>,
}

static STEPS: LazyLock<Vec<Step>> =
    LazyLock::new(|| read::<File>("steps.toml", include_str!("../../../content/steps.toml")).step);

/// Every step, by theme.
#[must_use]
pub fn steps() -> &'static [Step] {
    &STEPS
}
