//! The address under which people reach this installation, and what follows from it.

use std::net::IpAddr;

/// The public address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Scheme, host and port, without a slash at the end: `http://localhost:8080`.
    pub origin: String,
    /// The one peer whose `X-Forwarded-For` is believed.
    pub proxy: Option<IpAddr>,
}

impl Site {
    /// Whether people reach us over TLS, directly or through a proxy.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// The sign-in link of a token. The fragment never reaches a log, a proxy or a preview.
    #[must_use]
    pub fn sign_in_link(&self, token: &str) -> String {
        format!("{}/j#{token}", self.origin)
    }

    /// The link to the one question after some months, with its secret in the fragment too.
    #[must_use]
    pub fn question_link(&self, token: &str) -> String {
        format!("{}/q#{token}", self.origin)
    }
}
