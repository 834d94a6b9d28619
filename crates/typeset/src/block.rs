//! Free text as paragraphs and lists: a screen reader then says how many points a list has.

use serde_json::{Value, json};

use unicode_bidi::{Direction, get_base_direction};

use crate::clean::{clean, clean_line};

const POINTS: [&str; 6] = ["- ", "– ", "— ", "* ", "• ", "· "];
const BOXES: [&str; 2] = ["☐ ", "[ ] "];

/// How lines belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Paragraph,
    List,
    /// A list with boxes to tick on paper.
    Ticks,
}

/// Lines that belong together. Those of a list have lost their marks.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    kind: Kind,
    lines: Vec<String>,
}

impl Block {
    /// Cuts a text at its empty lines, and where lines begin with the mark of a list.
    fn all(text: &str) -> Vec<Self> {
        let mut blocks: Vec<Self> = Vec::new();
        let mut goes_on = false;
        for line in clean(text).lines().map(str::trim) {
            if line.is_empty() {
                goes_on = false;
                continue;
            }
            let (kind, line) = Self::read(line);
            match blocks.last_mut().filter(|block| goes_on && block.kind == kind) {
                Some(block) => block.lines.push(line),
                None => blocks.push(Self { kind, lines: vec![line] }),
            }
            goes_on = true;
        }
        blocks
    }

    fn read(line: &str) -> (Kind, String) {
        let without = |marks: &[&str]| marks.iter().find_map(|mark| line.strip_prefix(mark));
        let (kind, line) = match (without(&POINTS), without(&BOXES)) {
            (Some(point), _) => (Kind::List, point),
            (None, Some(step)) => (Kind::Ticks, step),
            (None, None) => (Kind::Paragraph, line),
        };
        (kind, line.trim().to_owned())
    }

    /// Texts one after the other: each is a paragraph of its own, points that meet are one list.
    fn joined(texts: &[String]) -> Vec<Self> {
        let mut blocks: Vec<Self> = Vec::new();
        for block in texts.iter().flat_map(|text| Self::all(text)) {
            match blocks.last_mut() {
                Some(last) if last.kind == block.kind && block.kind != Kind::Paragraph => {
                    last.lines.extend(block.lines);
                }
                _ => blocks.push(block),
            }
        }
        blocks
    }

    /// A text as the templates read it: none, if there is nothing in it.
    pub fn json(text: &str) -> Vec<Value> {
        Self::all(text).into_iter().map(Self::into_json).collect()
    }

    /// Single lines as the templates read them. Numbers alone run from left to right in every
    /// script: a telephone number must not turn around in an Arabic CV.
    pub fn json_lines(lines: &[String]) -> Vec<Value> {
        let lines = lines.iter().map(|line| clean_line(line)).filter(|line| !line.is_empty());
        let line_data = |line| {
            let lines = [line];
            json!({ "lines": lines, "rtl": is_rtl(&lines).unwrap_or(false) })
        };
        lines.map(line_data).collect()
    }

    /// Several texts as the templates read them.
    pub fn json_joined(texts: &[String]) -> Vec<Value> {
        Self::joined(texts).into_iter().map(Self::into_json).collect()
    }

    fn into_json(self) -> Value {
        let kind = match self.kind {
            Kind::Paragraph => "paragraph",
            Kind::List => "list",
            Kind::Ticks => "ticks",
        };
        json!({ "kind": kind, "lines": self.lines, "rtl": is_rtl(&self.lines) })
    }
}

/// Whether lines are written from right to left, as `dir="auto"` finds it: by the first letter.
/// `None` if there is no letter in them.
fn is_rtl(lines: &[String]) -> Option<bool> {
    lines.iter().find_map(|line| match get_base_direction(line.as_str()) {
        Direction::Ltr => Some(false),
        Direction::Rtl => Some(true),
        Direction::Mixed => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(kind: Kind, lines: &[&str]) -> Block {
        Block { kind, lines: lines.iter().map(|line| (*line).to_owned()).collect() }
    }

    #[test]
    fn paragraphs_and_lists_are_told_apart() {
        use Kind::{List, Paragraph, Ticks};
        assert_eq!(Block::all(" \n\n"), []);
        assert_eq!(
            Block::all("a\nb\n\nc"),
            [block(Paragraph, &["a", "b"]), block(Paragraph, &["c"])]
        );
        assert_eq!(
            Block::all("J'aide :\n- les repas\n• la toilette\n☐ appeler\nPuis je range."),
            [
                block(Paragraph, &["J'aide :"]),
                block(List, &["les repas", "la toilette"]),
                block(Ticks, &["appeler"]),
                block(Paragraph, &["Puis je range."]),
            ]
        );
        assert_eq!(Block::all("-5 °C"), [block(Paragraph, &["-5 °C"])], "a minus is no mark");
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        let rtl = |text: &str| is_rtl(&[text.to_owned()]);
        assert_eq!(rtl("« Liège », أسماء"), Some(false));
        assert_eq!(rtl("2024: أسماء, Liège"), Some(true));
        assert_eq!(rtl("0470 12 34 56"), None);
    }

    #[test]
    fn points_of_texts_that_meet_are_one_list() {
        let texts = ["a", "b", "- c", "- d\n\n- e", "☐ f"].map(str::to_owned);
        assert_eq!(
            Block::joined(&texts),
            [
                block(Kind::Paragraph, &["a"]),
                block(Kind::Paragraph, &["b"]),
                block(Kind::List, &["c", "d", "e"]),
                block(Kind::Ticks, &["f"]),
            ]
        );
    }
}
