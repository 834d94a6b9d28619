//! Compresses a live stream event by event.
//!
//! Each event leaves at once and is written against those before it, which say nearly the same. A
//! compressor that lives as long as a stream would hold a quarter of a megabyte for every reader
//! who waits: here one lives for an event, and what stays is the last that was said.

use super::assets::accepts;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use flate2::{Compress, Compression, FlushCompress};
use futures_util::StreamExt;

/// What a gzip file begins with: no name, no time.
const BEGIN: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// How much of what was said is looked back at: some ten events.
const BACK: usize = 2_048;
/// More than deflate adds to what it cannot make smaller.
const MARGIN: usize = 64;

/// The stream as gzip, for whoever takes it; each piece of its body is one event.
#[must_use]
pub fn compressed(request: &HeaderMap, stream: impl IntoResponse) -> Response {
    let mut response = stream.into_response();
    if !accepts(request, "gzip") {
        return response;
    }
    let gzip = HeaderValue::from_static("gzip");
    response.headers_mut().insert(header::CONTENT_ENCODING, gzip);
    // What is compressed already is nothing a proxy transforms: so much less head.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.map(|body| {
        let mut trickle = Trickle::default();
        Body::from_stream(
            body.into_data_stream().map(move |piece| Ok::<_, axum::Error>(trickle.pass(&piece?))),
        )
    })
}

/// One reader's stream.
#[derive(Default)]
struct Trickle {
    begun: bool,
    /// The end of what was said.
    back: Vec<u8>,
}

impl Trickle {
    /// A piece in the form in which it can be read at once, whatever comes after it.
    fn pass(&mut self, piece: &[u8]) -> Bytes {
        let mut out = Vec::with_capacity(BEGIN.len() + piece.len() + MARGIN);
        if !self.begun {
            out.extend_from_slice(&BEGIN);
            self.begun = true;
        }
        let start = out.len();
        if !self.squeeze(piece, &mut out) {
            out.truncate(start);
            store(piece, &mut out);
        }
        self.back.extend_from_slice(piece);
        let old = self.back.len().saturating_sub(BACK);
        self.back.drain(..old);
        out.into()
    }

    /// False when the compressor does not take it.
    fn squeeze(&self, piece: &[u8], out: &mut Vec<u8>) -> bool {
        let mut compress = Compress::new(Compression::best(), false);
        if !self.back.is_empty() && compress.set_dictionary(&self.back).is_err() {
            return false;
        }
        while compress.total_in() < piece.len() as u64 || out.len() == out.capacity() {
            // The number is at most the length of the piece.
            let rest = &piece[compress.total_in() as usize..];
            out.reserve(rest.len() + MARGIN);
            if compress.compress_vec(rest, out, FlushCompress::Sync).is_err() {
                return false;
            }
        }
        true
    }
}

/// As it is, in blocks of deflate that say so.
fn store(piece: &[u8], out: &mut Vec<u8>) {
    for block in piece.chunks(usize::from(u16::MAX)) {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(0);
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Decompress, FlushDecompress};

    /// Reads as a browser does: what has come so far, without waiting for more.
    struct Reader {
        inflate: Decompress,
        begun: bool,
    }

    impl Reader {
        fn new() -> Self {
            Self { inflate: Decompress::new(false), begun: false }
        }

        fn read(&mut self, bytes: &[u8]) -> Vec<u8> {
            let bytes = if self.begun { bytes } else { bytes.strip_prefix(&BEGIN).unwrap() };
            self.begun = true;
            let mut out = Vec::with_capacity(200_000);
            self.inflate.decompress_vec(bytes, &mut out, FlushDecompress::Sync).unwrap();
            out
        }
    }

    fn event(number: u32) -> Vec<u8> {
        format!(
            "id: 2bb24c32.{number}.6\ndata: {{\"changes\":{{\"cursor\":\"2bb24c32.{number}.6\",\"shared\":\
             [{{\"rev\":{number},\"at\":17638000{number}123,\"by\":\"018bcfe5-6800-7f3e-b6a1-20a5d4b1c0de\",\
             \"change\":{{\"op\":{{\"check_step\":{{\"item\":\"018bcfe5-6800-7acf-a429-883c9aee{number:04}\",\
             \"done\":true}}}}}}}}]}}}}\n\n"
        )
        .into_bytes()
    }

    #[test]
    fn each_event_can_be_read_when_it_comes_and_the_next_ones_are_short() {
        let (mut trickle, mut reader) = (Trickle::default(), Reader::new());
        let mut sizes = Vec::new();
        for number in 10..30 {
            let event = event(number);
            let sent = trickle.pass(&event);
            assert_eq!(reader.read(&sent), event);
            sizes.push((event.len(), sent.len()));
        }
        let (plain, later) = sizes[5];
        assert!(later * 3 < plain, "{sizes:?}");
        assert!(trickle.back.len() <= BACK);
    }

    #[test]
    fn long_ones_and_noise_come_through() {
        let (mut trickle, mut reader) = (Trickle::default(), Reader::new());
        let noise: Vec<u8> =
            (0..120_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for piece in [&noise[..], b"event: beat\n\n", &noise[..70_000], b""] {
            assert_eq!(reader.read(&trickle.pass(piece)), piece);
        }
        let mut stored = BEGIN.to_vec();
        store(&noise, &mut stored);
        assert_eq!(Reader::new().read(&stored), noise);
    }
}
