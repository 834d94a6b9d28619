//! Makes invitations: their secrets, their links, their QR codes.

use crate::{
    app::App,
    http::problem::ApiError,
    ids,
    secret::{self, Secrets},
    store::people::{Hash, NewInvitation, Person},
};
use board::{
    id::InvitationId,
    protocol::duos::{FreshInvitation, Handover},
    time::Timestamp,
};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Draws of a code before giving up. One draw meets a waiting code once in a hundred million.
pub const ATTEMPTS: u8 = 4;
/// White modules around a QR code, as its standard asks.
const QUIET: usize = 4;

/// How long an invitation opens, in milliseconds (sign-in.md steps 1 and 2).
#[must_use]
pub fn lifetime(handover: &Handover) -> i64 {
    match handover {
        Handover::InPerson => 10 * 60 * 1000,
        Handover::Remote | Handover::Other(_) => 3 * Timestamp::DAY,
    }
}

/// What is stored of an invitation: two hashes.
#[must_use]
pub fn row(
    app: &App,
    person: &Person,
    secrets: &Secrets,
    now: Timestamp,
    life: i64,
) -> NewInvitation {
    NewInvitation {
        id: InvitationId(ids::new_id(now)),
        person: person.id,
        token: secret::hash(&secrets.token),
        code: app.keys.code_hash(&secrets.code),
        created: now,
        expires: Timestamp(now.0.saturating_add(life)),
    }
}

/// What is told of an invitation, once.
///
/// # Errors
/// When the link is too long for a QR code.
pub fn fresh(
    app: &App,
    person: &Person,
    secrets: &Secrets,
    row: &NewInvitation,
) -> Result<FreshInvitation, ApiError> {
    let link = app.site.sign_in_link(&secrets.token);
    Ok(FreshInvitation {
        id: row.id,
        person: person.id,
        name: person.name.clone(),
        role: person.role.clone(),
        lang: person.lang.clone(),
        qr_svg: qr_svg(&link)?,
        link,
        code: secret::grouped(&secrets.code),
        expires: row.expires,
    })
}

/// The secrets of an invitation that was stored before, found again from the same seed.
#[must_use]
pub fn recall(app: &App, seed: &Hash, number: u8, row: &NewInvitation) -> Option<Secrets> {
    (0..ATTEMPTS)
        .map(|attempt| app.keys.secrets(seed, number, attempt))
        .find(|secrets| secret::hash(&secrets.token) == row.token)
}

/// A QR code as an SVG without size, style or script: the page decides how large it is.
///
/// # Errors
/// When the text is too long for one.
pub fn qr_svg(text: &str) -> Result<String, ApiError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| ApiError::Trouble("the sign-in link does not fit a QR code".into()))?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing to a string cannot fail.
                let _ =
                    write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    let side = width + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qr_is_square_and_carries_no_style() {
        let svg = qr_svg("http://localhost:8080/j#abcdefghijklmnopqrstuvwxyz1").unwrap();
        assert!(svg.starts_with("<svg ") && svg.contains("viewBox=\"0 0 41 41\""), "{svg:.90}");
        assert!(!svg.contains("style") && !svg.contains("width="), "{svg:.90}");
    }
}
