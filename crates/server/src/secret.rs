//! Secrets: made here, hashed here, and never stored or logged as they are.
//!
//! A link's secret has 160 bits and is stored as plain SHA-256. Ten digits have 33 bits, so their
//! hash is keyed with a file that no copy of the database contains (ASVS 6.5.2).

use crate::{
    ids,
    store::people::{Hash, KeyHash},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use board::protocol::session::Key;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::{fs, io, path::Path};

/// Name of the key file in the data folder.
const KEY_FILE: &str = "server.key";
/// Digits of a code.
const CODE_DIGITS: usize = 10;
/// Codes are drawn below this number.
const CODES: u64 = 10_000_000_000;
/// Bytes of a link's secret: 160 bits.
const TOKEN_BYTES: usize = 20;

/// The key of this installation.
pub struct Keys {
    key: [u8; 32],
}

/// The secrets of one invitation. The only moment they exist outside the person's hands.
pub struct Secrets {
    /// For the link.
    pub token: String,
    /// Ten digits, without separators.
    pub code: String,
}

impl Keys {
    /// Reads the key, making one on the first start.
    ///
    /// # Errors
    /// When the folder cannot be written, or the file is damaged.
    pub fn open(data: &Path) -> io::Result<Self> {
        let file = data.join(KEY_FILE);
        match fs::read_to_string(&file) {
            Ok(text) => Self::parse(text.trim()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let key = ids::random();
                write_private(&file, &URL_SAFE_NO_PAD.encode(key))?;
                Ok(Self { key })
            }
            Err(error) => Err(error),
        }
    }

    fn parse(text: &str) -> io::Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok();
        let key = bytes.and_then(|bytes| bytes.try_into().ok());
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "server.key is damaged");
        Ok(Self { key: key.ok_or_else(damaged)? })
    }

    fn mac(&self, purpose: &str, parts: &[&[u8]]) -> Hash {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes any key length");
        mac.update(purpose.as_bytes());
        for part in parts {
            // The length keeps two splits of the same bytes apart.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// The hash under which a code is stored.
    #[must_use]
    pub fn code_hash(&self, code: &str) -> Hash {
        self.mac("code", &[code.as_bytes()])
    }

    /// The hash under which a key is looked up; `None` when it cannot be one.
    #[must_use]
    pub fn key_hash(&self, key: &Key) -> Option<KeyHash> {
        match key {
            Key::Token(token) => is_token(token).then(|| KeyHash::Token(hash(token))),
            Key::Code(typed) => parse_code(typed).map(|code| KeyHash::Code(self.code_hash(&code))),
        }
    }

    /// Secrets that follow from a seed: a repeated request is told the same ones again, though
    /// they were never stored.
    #[must_use]
    pub fn secrets(&self, seed: &Hash, number: u8, attempt: u8) -> Secrets {
        let draw = |purpose| self.mac(purpose, &[seed, &[number, attempt]]);
        let token = URL_SAFE_NO_PAD.encode(&draw("new token")[..TOKEN_BYTES]);
        let bytes = draw("new code");
        let high = u64::from_be_bytes(bytes[..8].try_into().expect("eight bytes were taken"));
        let low = u64::from_be_bytes(bytes[8..16].try_into().expect("eight bytes were taken"));
        // 128 bits over 10^10 numbers: the bias is far below what anyone could measure.
        let wide = (u128::from(high) << 64) | u128::from(low);
        let code = format!("{:010}", wide % u128::from(CODES));
        Secrets { token, code }
    }

    /// What stands for somebody in an exported file: the same in every file of this installation,
    /// and of no use to whoever does not have its key.
    #[must_use]
    pub fn pseudonym(&self, id: &[u8]) -> String {
        self.mac("pseudonym", &[id])[..6].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The seed of a request that may be repeated.
    #[must_use]
    pub fn request_seed(&self, person: &[u8], key: &Hash) -> Hash {
        self.mac("request", &[person, key])
    }
}

/// A new 256-bit secret for a cookie.
#[must_use]
pub fn session_secret() -> String {
    URL_SAFE_NO_PAD.encode(ids::random::<32>())
}

/// SHA-256: enough for secrets of 128 bits and more.
#[must_use]
pub fn hash(secret: impl AsRef<[u8]>) -> Hash {
    Sha256::digest(secret.as_ref()).into()
}

/// Ten digits out of what somebody typed: any script's digits, spaces and dashes.
#[must_use]
pub fn parse_code(typed: &str) -> Option<String> {
    let mut code = String::with_capacity(CODE_DIGITS);
    for character in typed.chars() {
        match digit(character) {
            Some(digit) => code.push(char::from(b'0' + digit)),
            None if is_separator(character) => {}
            None => return None,
        }
    }
    (code.len() == CODE_DIGITS).then_some(code)
}

/// `0194507302` as people read it aloud: `019-450-7302`.
#[must_use]
pub fn grouped(code: &str) -> String {
    match (code.get(..3), code.get(3..6), code.get(6..)) {
        (Some(first), Some(second), Some(last)) => format!("{first}-{second}-{last}"),
        _ => code.to_owned(),
    }
}

/// Phones set to Arabic or Persian type these digits.
fn digit(character: char) -> Option<u8> {
    let zero = match character {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    u8::try_from(u32::from(character) - u32::from(zero)).ok()
}

/// Also the direction marks that come with a copied text.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '/' | '\u{b7}')
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(character, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_token(token: &str) -> bool {
    token.len() == 27 && token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Writes a new file that only its owner can read.
pub(crate) fn write_private(file: &Path, text: &str) -> io::Result<()> {
    use io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys { key: [7; 32] }
    }

    #[test]
    fn codes_are_read_in_any_script() {
        for typed in
            ["019-450-7302", " 019 450 7302 ", "٠١٩٤٥٠٧٣٠٢", "۰۱۹–۴۵۰–۷۳۰۲", "\u{200e}0194507302"]
        {
            assert_eq!(parse_code(typed).as_deref(), Some("0194507302"), "{typed}");
        }
        for typed in ["", "019450730", "01945073021", "O194507302", "019_450_7302"] {
            assert_eq!(parse_code(typed), None, "{typed}");
        }
    }

    #[test]
    fn secrets_have_their_shape_and_follow_from_the_seed() {
        let first = keys().secrets(&[1; 32], 0, 0);
        assert!(is_token(&first.token));
        assert_eq!(parse_code(&first.code).as_deref(), Some(first.code.as_str()));
        assert_eq!(keys().secrets(&[1; 32], 0, 0).token, first.token);
        for other in [keys().secrets(&[1; 32], 1, 0), keys().secrets(&[1; 32], 0, 1)] {
            assert_ne!(other.token, first.token);
            assert_ne!(other.code, first.code);
        }
        assert_eq!(grouped("0194507302"), "019-450-7302");
    }

    #[test]
    fn the_key_file_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let first = Keys::open(folder.path()).unwrap();
        let second = Keys::open(folder.path()).unwrap();
        assert_eq!(first.key, second.key);
        fs::write(folder.path().join(KEY_FILE), "short").unwrap();
        assert!(Keys::open(folder.path()).is_err());
    }
}
