//! Makes ids: for items (random, sorted by time) and for elements of the page (counted).

use std::cell::Cell;

use leptos::prelude::window;
use uuid::{Builder, Uuid};

use crate::platform::clock;

thread_local! {
    static NEXT_ELEMENT: Cell<u32> = const { Cell::new(0) };
}

/// A new UUIDv7: the client names what it creates, so that sending twice is harmless.
#[must_use]
pub fn new_uuid() -> Uuid {
    let mut random = [0u8; 10];
    window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut random))
        .expect("every browser that runs wasm has crypto.getRandomValues");
    Builder::from_unix_timestamp_millis(clock::true_ms() as u64, &random).into_uuid()
}

/// An id for an element, unique in this page.
#[must_use]
pub fn element_id(prefix: &str) -> String {
    let number = NEXT_ELEMENT.get();
    NEXT_ELEMENT.set(number.wrapping_add(1));
    format!("{prefix}-{number}")
}
