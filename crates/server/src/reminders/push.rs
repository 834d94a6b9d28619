//! Sends to browsers (RFC 8030): encrypted for the one browser (RFC 8291), signed with this
//! server's own key (RFC 8292), so that a push service knows who sends and reads nothing.

use super::hosts::{PublicOnly, Reach, endpoint};
use crate::{clock, secret::write_private, store::reminders::PushAddress};
use axum::http::Uri;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::{Client, StatusCode, header, redirect::Policy};
use serde_json::json;
use std::{fs, io, path::Path, sync::Arc, time::Duration};
use web_push_native::{
    Auth, encrypt,
    p256::{
        PublicKey, SecretKey,
        ecdsa::{Signature, SigningKey, signature::Signer},
    },
};

/// Name of the key file in the data folder.
const KEY_FILE: &str = "push.key";
/// Bytes of the secret that a browser makes.
const AUTH_BYTES: usize = 16;
/// How long a push service may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a signature holds; RFC 8292 allows a day.
const SIGNED_SECONDS: i64 = 12 * 60 * 60;

/// Why a reminder did not arrive. It does not say where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PushError {
    /// The browser does not listen there any more.
    #[error("the browser ended it")]
    Gone,
    /// What the browser said cannot be used.
    #[error("the address or the keys cannot be used")]
    Unusable,
    /// The push service did not take it.
    #[error("the push service answered {0}")]
    Refused(u16),
    /// It was not reached.
    #[error("the push service was not reached")]
    Away,
}

/// The key by which browsers and push services know this server. Made at the first start; another
/// one would end every subscription.
pub struct PushKey {
    key: SigningKey,
}

impl PushKey {
    /// Reads the key, making one on the first start.
    ///
    /// # Errors
    /// When the folder cannot be written, or the file is damaged.
    pub fn open(data: &Path) -> io::Result<Self> {
        let file = data.join(KEY_FILE);
        let text = match fs::read_to_string(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let text = fresh();
                write_private(&file, &text)?;
                text
            }
            text => text?,
        };
        let bytes = URL_SAFE_NO_PAD.decode(text.trim()).ok();
        let key = bytes.and_then(|bytes| SigningKey::from_slice(&bytes).ok());
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "push.key is damaged");
        Ok(Self { key: key.ok_or_else(damaged)? })
    }

    /// The public half, as browsers want it.
    #[must_use]
    pub fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.verifying_key().to_encoded_point(false))
    }

    /// The header that signs a message to this service (RFC 8292).
    fn authorization(&self, service: &str, contact: &str, now: i64) -> String {
        let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let head = part(json!({ "typ": "JWT", "alg": "ES256" }));
        let exp = now / 1000 + SIGNED_SECONDS;
        let claims = part(json!({ "aud": service, "exp": exp, "sub": contact }));
        let signed = format!("{head}.{claims}");
        let signature: Signature = self.key.sign(signed.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={signed}.{signature}, k={}", self.public())
    }
}

/// One number in 2^32 is no key of this curve; another one is drawn then.
fn fresh() -> String {
    loop {
        let drawn = crate::ids::random::<32>();
        if SecretKey::from_slice(&drawn).is_ok() {
            return URL_SAFE_NO_PAD.encode(drawn);
        }
    }
}

/// Sends to push services.
pub struct Pusher {
    key: PushKey,
    contact: String,
    reach: Reach,
    client: Client,
}

impl Pusher {
    /// Prepares the way; no connection is made yet. The contact is for whoever runs a push
    /// service: an address of this installation.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(key: PushKey, contact: String, reach: Reach) -> io::Result<Self> {
        let client = Client::builder()
            // What a service answers must not send us elsewhere.
            .redirect(Policy::none())
            .no_proxy()
            .timeout(PATIENCE)
            .dns_resolver(Arc::new(PublicOnly))
            .build()
            .map_err(io::Error::other)?;
        Ok(Self { key, contact, reach, client })
    }

    /// The public key, as browsers want it.
    #[must_use]
    pub fn public_key(&self) -> String {
        self.key.public()
    }

    /// What a browser said, when reminders can be sent there.
    #[must_use]
    pub fn address(&self, device: &board::protocol::reminders::PushDevice) -> Option<PushAddress> {
        endpoint(&device.endpoint, self.reach)?;
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
        let (p256dh, auth) = (bytes(&device.p256dh)?, bytes(&device.auth)?);
        PublicKey::from_sec1_bytes(&p256dh).ok()?;
        let address = PushAddress { endpoint: device.endpoint.clone(), p256dh, auth };
        (address.auth.len() == AUTH_BYTES).then_some(address)
    }

    /// Sends one message; the service keeps it for so long while the device is away.
    ///
    /// # Errors
    /// [`PushError`].
    pub async fn send(
        &self,
        address: &PushAddress,
        message: &[u8],
        kept_seconds: u32,
    ) -> Result<(), PushError> {
        let uri = endpoint(&address.endpoint, self.reach).ok_or(PushError::Unusable)?;
        let key = PublicKey::from_sec1_bytes(&address.p256dh).map_err(|_| PushError::Unusable)?;
        if address.auth.len() != AUTH_BYTES {
            return Err(PushError::Unusable);
        }
        let auth = Auth::clone_from_slice(&address.auth);
        let body = encrypt(message.to_vec(), &key, &auth).map_err(|_| PushError::Unusable)?;
        let service = service(&uri).ok_or(PushError::Unusable)?;
        let signed = self.key.authorization(&service, &self.contact, clock::now().0);
        let answer = self
            .client
            .post(&address.endpoint)
            .header(header::AUTHORIZATION, signed)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", kept_seconds)
            .header("urgency", "normal")
            .body(body)
            .send()
            .await
            .map_err(|_| PushError::Away)?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(PushError::Gone),
            status => Err(PushError::Refused(status.as_u16())),
        }
    }
}

/// The origin of a push service, which a signature is for.
fn service(uri: &Uri) -> Option<String> {
    Some(format!("{}://{}", uri.scheme_str()?, uri.authority()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use web_push_native::p256::ecdsa::{VerifyingKey, signature::Verifier};

    #[test]
    fn the_key_is_kept_and_signs_for_one_service() {
        let data = tempfile::TempDir::new().unwrap();
        let key = PushKey::open(data.path()).unwrap();
        assert_eq!(key.public(), PushKey::open(data.path()).unwrap().public(), "after a restart");
        let header = key.authorization("https://push.example.org", "mailto:a@example.org", 5_000);
        let token = header.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(token.1, key.public());
        let (signed, signature) = token.0.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let signature = Signature::from_slice(&signature).unwrap();
        let public = URL_SAFE_NO_PAD.decode(token.1).unwrap();
        let public = VerifyingKey::from_sec1_bytes(&public).unwrap();
        assert!(public.verify(signed.as_bytes(), &signature).is_ok());
        let claims = URL_SAFE_NO_PAD.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        let expected = json!({ "aud": "https://push.example.org", "exp": 43_205, "sub": "mailto:a@example.org" });
        assert_eq!(claims, expected);
    }

    #[test]
    fn a_damaged_key_is_said_and_not_replaced() {
        let data = tempfile::TempDir::new().unwrap();
        fs::write(data.path().join(KEY_FILE), "not a key").unwrap();
        assert!(PushKey::open(data.path()).is_err());
        let left = fs::read_to_string(data.path().join(KEY_FILE)).unwrap();
        assert_eq!(left, "not a key");
    }
}
