//! The letters we carry: Noto Sans, and DejaVu Sans for the scripts that Noto Sans leaves out.
//!
//! Together: Latin with all its accents, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian and
//! many signs. Not: Ethiopic (Tigrinya, Amharic), Chinese, Japanese, Korean, Indian scripts, most
//! emoji. [`missing_glyphs`] says so before a page is made.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts and what the engine wants to know of them before it opens one.
pub struct Fonts {
    /// What each font is called and can show.
    pub book: LazyHash<FontBook>,
    /// In the order of the book.
    pub fonts: Vec<Font>,
}

/// Read once: opening a font takes longer than setting a page.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files = [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular()];
    let fonts: Vec<Font> =
        files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// The characters of a text that our fonts cannot show, each once, in order.
///
/// A page with such characters is still made: a box stands where the letter should be, the letter
/// itself can still be copied, and the file then does not claim to be PDF/UA.
#[must_use]
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let mut missing: Vec<char> = crate::clean::clean(text)
        .chars()
        .filter(|character| !is_invisible(*character) && !is_covered(*character))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

fn is_covered(character: char) -> bool {
    FONTS.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
}

/// Signs that steer the letters around them and have no picture of their own.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_of_our_people_that_can_be_shown() {
        let shown = "Zoë Đặng-Łukasz Çağlar ı ş ț ẞ œ € « » – ’ … ✓ ☐ → Олена Νίκος أسماء بن علي \
                     فارسی پژوهش اردو ٹ پښتو ښ کوردی ێ Հայ ქართული שלום e\u{301}\u{200d}\u{fe0f}";
        assert!(missing_glyphs(shown).is_empty(), "{:?}", missing_glyphs(shown));
    }

    #[test]
    fn scripts_that_cannot_be_shown_are_named() {
        assert_eq!(missing_glyphs("ሰላም Asmae ሰ"), ['ላ', 'ም', 'ሰ']);
        assert_eq!(missing_glyphs("中文 हिन्दी").len(), 8);
        assert_eq!(missing_glyphs("🧹\u{0}\u{202e}"), ['🧹']);
    }
}
