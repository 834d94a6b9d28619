//! Things that slip into a repository and stay: notes to oneself, tests that do not run or that
//! wait on a clock, lock files that name a host.

use super::{File, Finding};

/// What must not appear, and what to do. Cut in two so that this file does not catch itself.
const SLIPS: &[(&str, &str, &str)] = &[
    ("TO", "DO", "finish it, or open an issue"),
    ("FIX", "ME", "finish it, or open an issue"),
    ("#[ign", "ore", "a test runs or goes"),
    ("thread::", "sleep", "wait for the event, not for the clock"),
    ("waitFor", "Timeout", "wait for the event, not for the clock"),
    ("test.", "skip", "a test runs or goes"),
    ("test.", "only", "a test runs or goes"),
    ("test.", "fixme", "a test runs or goes"),
];

/// The findings in one file.
pub fn check(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        for (start, end, remedy) in SLIPS {
            if line.contains(&format!("{start}{end}")) {
                findings.push(file.finding(number, format!("{start}{end}: {remedy}")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_every_slip_and_not_itself() {
        for (start, end, _) in SLIPS {
            let sample = File::sample("tests/e2e/a.spec.ts", &format!("ok\n  {start}{end}(1);\n"));
            let findings = check(&sample);
            assert_eq!(findings.len(), 1, "{start}{end}");
            assert_eq!(findings[0].line, 2);
        }
        assert!(
            check(&File::sample("xtask/src/tidy/slips.rs", include_str!("slips.rs"))).is_empty()
        );
    }
}
