//! JSON texts to trees and back. Reading is strict (RFC 8259); writing gives the bytes that
//! serde_json gives, the one that stands on the other side.

use crate::Tree;
use std::borrow::Cow;

/// Deepest nesting that is read: more is an attack on the stack, not a board.
pub const DEPTH_MAX: usize = 127;

/// The text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The byte at which that became plain.
    pub at: usize,
}

/// Reads a JSON text.
///
/// # Errors
/// [`NotJson`].
pub fn parse(text: &str) -> Result<Tree<'_>, NotJson> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let tree = parser.value();
    parser.space();
    match tree {
        Some(tree) if parser.at == text.len() => Ok(tree),
        _ => Err(NotJson { at: parser.at }),
    }
}

/// Stands in the text; `None` from any of its parts means that it cannot go on from there.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Option<Tree<'a>> {
        self.space();
        Some(match self.peek()? {
            b'"' => Tree::Text(self.string()?),
            b'{' => {
                let mut entries = Vec::new();
                self.several(b'}', &mut |parser| {
                    parser.space();
                    let name = parser.string()?;
                    parser.space();
                    parser.expect(":")?;
                    entries.push((name, parser.value()?));
                    Some(())
                })?;
                Tree::Map(entries)
            }
            b'[' => {
                let mut trees = Vec::new();
                self.several(b']', &mut |parser| {
                    trees.push(parser.value()?);
                    Some(())
                })?;
                Tree::List(trees)
            }
            b'n' => self.expect("null").map(|()| Tree::Null)?,
            b't' => self.expect("true").map(|()| Tree::Bool(true))?,
            b'f' => self.expect("false").map(|()| Tree::Bool(false))?,
            _ => self.number()?,
        })
    }

    /// What stands between a bracket and its `end`, with commas between.
    fn several(&mut self, end: u8, one: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.depth == DEPTH_MAX {
            return None;
        }
        self.depth += 1;
        self.at += 1;
        self.space();
        if self.peek()? != end {
            loop {
                one(self)?;
                self.space();
                match self.peek()? {
                    b',' => self.at += 1,
                    next if next == end => break,
                    _ => return None,
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        Some(())
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.expect("\"")?;
        let mut from = self.at;
        let mut unescaped: Option<String> = None;
        loop {
            let byte = self.peek()?;
            match byte {
                b'"' | b'\\' => {
                    // Both ends stand beside an ASCII sign, so they are ends of characters.
                    let plain = &self.text[from..self.at];
                    self.at += 1;
                    if byte == b'"' {
                        return Some(match unescaped {
                            None => Cow::Borrowed(plain),
                            Some(text) => Cow::Owned(text + plain),
                        });
                    }
                    let text = unescaped.get_or_insert_default();
                    text.push_str(plain);
                    text.push(self.escaped()?);
                    from = self.at;
                }
                0..0x20 => return None,
                _ => self.at += 1,
            }
        }
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => match self.unit()? {
                high @ 0xd800..0xdc00 => {
                    self.expect("\\u")?;
                    let low = self.unit()?;
                    if !(0xdc00..0xe000).contains(&low) {
                        return None;
                    }
                    char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?
                }
                // Half a pair on its own is no character.
                unit => char::from_u32(unit)?,
            },
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Tree<'a>> {
        let below = self.expect("-").is_some();
        let from = self.at;
        let mut size = Some(0_u64);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let digit = u64::from(digit - b'0');
            size = size.and_then(|size| size.checked_mul(10)?.checked_add(digit));
            self.at += 1;
        }
        let digits = self.at - from;
        if digits == 0 || digits > 1 && self.text.as_bytes()[from] == b'0' {
            return None;
        }
        let whole = self.at;
        if self.expect(".").is_some() {
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        let size = size.filter(|_| self.at == whole);
        Some(match (below, size) {
            (false, Some(size)) => Tree::Count(size),
            (true, Some(size @ 1..)) => {
                0_i64.checked_sub_unsigned(size).map_or(Tree::OtherNumber, Tree::Minus)
            }
            _ => Tree::OtherNumber,
        })
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn expect(&mut self, word: &str) -> Option<()> {
        let rest = &self.text.as_bytes()[self.at..];
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len())
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }
}

/// The JSON text of a tree.
#[must_use]
pub fn print(tree: &Tree<'_>) -> String {
    let mut text = String::new();
    put(&mut text, tree);
    text
}

fn put(out: &mut String, tree: &Tree<'_>) {
    match tree {
        Tree::Null | Tree::OtherNumber => out.push_str("null"),
        Tree::Bool(true) => out.push_str("true"),
        Tree::Bool(false) => out.push_str("false"),
        Tree::Count(number) => put_number(out, *number),
        Tree::Minus(number) => {
            out.push('-');
            put_number(out, number.unsigned_abs());
        }
        Tree::Text(text) => put_text(out, text),
        Tree::List(trees) => {
            out.push('[');
            for (index, tree) in trees.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                put(out, tree);
            }
            out.push(']');
        }
        Tree::Map(entries) => {
            out.push('{');
            for (index, (name, tree)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                put_text(out, name);
                out.push(':');
                put(out, tree);
            }
            out.push('}');
        }
    }
}

fn put_number(out: &mut String, mut number: u64) {
    // 2^64 has twenty digits.
    let mut digits = [0; 20];
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend(digits[from..].iter().map(|digit| char::from(*digit)));
}

fn put_text(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let letter = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x8 => b'b',
            0xc => b'f',
            0..0x20 => b'u',
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push('\\');
        out.push(char::from(letter));
        if letter == b'u' {
            out.push_str(if byte < 0x10 { "000" } else { "001" });
            out.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.push('"');
}
