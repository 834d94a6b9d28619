//! Typed words in the address of a request.

/// The text as it may stand in an address.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b',' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn names_travel_whole() {
        assert_eq!(escaped("Aïcha & Co"), "A%C3%AFcha%20%26%20Co");
        assert_eq!(escaped("help_requested,stalled"), "help_requested,stalled");
    }
}
