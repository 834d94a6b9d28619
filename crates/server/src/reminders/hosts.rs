//! To whom reminders may be sent: push services on the public internet, over HTTPS. A browser says
//! where its service is, so the address is somebody's word: it must not lead into the network that
//! this server stands in.

use axum::http::Uri;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

/// Longest address of a push service that is kept.
const LENGTH_MAX: usize = 1024;
/// Names that no public service has (RFC 6761, RFC 8375, and what home networks use).
const PRIVATE: [&str; 10] = [
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "test",
    "arpa",
];

/// How far reminders may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// To public services over HTTPS.
    #[default]
    Public,
    /// Also to this machine without TLS: for trials with a push service of one's own.
    Local,
}

/// The address of a push service, when reminders may be sent there.
#[must_use]
pub fn endpoint(typed: &str, reach: Reach) -> Option<Uri> {
    if typed.len() > LENGTH_MAX || !typed.is_ascii() {
        return None;
    }
    let uri: Uri = typed.parse().ok()?;
    let authority = uri.authority()?;
    let host = authority.host().to_ascii_lowercase();
    let is_plain = !authority.as_str().contains('@') && uri.path().len() > 1;
    if reach == Reach::Local && is_plain && host == "127.0.0.1" {
        return Some(uri);
    }
    let is_https = uri.scheme_str() == Some("https");
    let is_standard = authority.port().is_none_or(|port| port.as_u16() == 443);
    (is_https && is_plain && is_standard && is_public_name(&host)).then_some(uri)
}

/// A name with a dot that is no number and no private one.
fn is_public_name(host: &str) -> bool {
    let Some((_, last)) = host.trim_end_matches('.').rsplit_once('.') else { return false };
    let is_word = last.chars().any(|c| c.is_ascii_alphabetic()) && !last.starts_with("0x");
    let plain = host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
    is_word && plain && !PRIVATE.contains(&last)
}

/// Looks a name up and leaves out what is not on the public internet: a public name may point
/// anywhere.
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|it| is_public(it.ip())).collect();
            if public.is_empty() {
                let error = io::Error::other("no address on the public internet");
                return Err(error.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// The special ranges of RFC 6890 are not.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_protocol = (a, b, c) == (192, 0, 0) || (a, b, c) == (192, 88, 99);
    let is_benchmark = a == 198 && (b == 18 || b == 19);
    !(a == 0
        || a >= 224
        || is_shared
        || is_protocol
        || is_benchmark
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation())
}

/// Of IPv6 only what is given out to networks (2000::/3), without what stands for an IPv4 address
/// or is for documentation.
fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let [first, second, ..] = address.segments();
    let is_given_out = first & 0xe000 == 0x2000;
    let is_special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
    is_given_out && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_services_over_https() {
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
            "https://web.push.apple.com:443/QGx",
            "https://wns2-par02p.notify.windows.com/w/?token=BQY%3d",
        ] {
            assert!(endpoint(good, Reach::Public).is_some(), "{good}");
        }
        for bad in [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com",
            "https://fcm.googleapis.com:8443/abc",
            "https://user@fcm.googleapis.com/abc",
            "https://localhost/abc",
            "https://printer.local/abc",
            "https://intranet/abc",
            "https://127.0.0.1/abc",
            "https://10.0.0.1/abc",
            "https://0x7f.1/abc",
            "https://2130706433/abc",
            "https://127.0.0.1./abc",
            "https://[::1]/abc",
            "https://box.lan./abc",
            "ftp://push.example.org/abc",
            "/abc",
            "",
        ] {
            assert!(endpoint(bad, Reach::Public).is_none(), "{bad}");
        }
        let long = format!("https://push.example.org/{}", "a".repeat(LENGTH_MAX));
        assert!(endpoint(&long, Reach::Public).is_none());
        assert!(endpoint("http://127.0.0.1:4000/push/1", Reach::Local).is_some());
        assert!(endpoint("http://10.0.0.1:4000/push/1", Reach::Local).is_none());
    }

    #[test]
    fn what_a_name_stands_for_is_public_too() {
        for good in ["142.250.1.1", "2a00:1450:4007::1", "::ffff:142.250.1.1"] {
            assert!(is_public(good.parse().unwrap()), "{good}");
        }
        for bad in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "2001:db8::1",
            "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "2001::1",
        ] {
            assert!(!is_public(bad.parse().unwrap()), "{bad}");
        }
    }
}
