//! The language of a document: what a screen reader switches its voice by.

use serde_json::{Value, json};

use crate::TypesetError;

/// A language as the engine wants it: code and region apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Two or three small letters.
    pub code: String,
    /// Two capital letters.
    pub region: Option<String>,
}

/// Written from right to left.
const RTL: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

impl Language {
    /// Accepts `fr`, `fr-BE`, `FR_be`. Further parts, such as a script, are left out.
    pub fn parse(tag: &str) -> Result<Self, TypesetError> {
        let mut parts = tag.trim().split(['-', '_']);
        let code = parts.next().unwrap_or_default();
        if !letters(code, 2..=3) {
            return Err(TypesetError::Language);
        }
        let region = parts.find(|part| letters(part, 2..=2)).map(str::to_ascii_uppercase);
        Ok(Self { code: code.to_ascii_lowercase(), region })
    }

    /// As the templates read it.
    pub fn json(&self) -> Value {
        json!({ "code": self.code, "region": self.region, "rtl": RTL.contains(&self.code.as_str()) })
    }
}

fn letters(part: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_people_and_browsers_write_them() {
        let read = |tag| Language::parse(tag).map(|lang| (lang.code, lang.region));
        assert_eq!(read("fr"), Ok(("fr".into(), None)));
        assert_eq!(read(" NL_be "), Ok(("nl".into(), Some("BE".into()))));
        assert_eq!(read("zh-Hant-TW"), Ok(("zh".into(), Some("TW".into()))));
        assert_eq!(read("tig"), Ok(("tig".into(), None)));
        for wrong in ["", "f", "French", "f1", "é", "\"]"] {
            assert_eq!(read(wrong), Err(TypesetError::Language), "{wrong}");
        }
    }
}
