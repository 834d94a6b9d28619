//! A QR as the address of a picture: the page's content policy allows no foreign markup.

use std::fmt::Write;

/// The SVG document as a `data:` address.
#[must_use]
pub fn data_url(svg: &str) -> String {
    let mut url = String::with_capacity(svg.len() * 2);
    url.push_str("data:image/svg+xml,");
    for byte in svg.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' | b':' | b'=' => {
                url.push(char::from(byte));
            }
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::data_url;

    #[test]
    fn what_ends_an_address_is_escaped() {
        assert_eq!(data_url("<a b=\"#\">é"), "data:image/svg+xml,%3Ca%20b=%22%23%22%3E%C3%A9");
    }
}
