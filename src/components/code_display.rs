//! A code to read aloud, to type, or to copy.

use leptos::{prelude::*, task::spawn_local};
use words::Key;

use crate::{
    components::button::{Button, ButtonKind},
    i18n::t,
    platform::{announce, clipboard},
};

/// Ten digits as `019-450-7302`; any other text stays as it is.
#[must_use]
pub fn grouped(code: &str) -> String {
    if code.len() == 10 && code.is_ascii() {
        format!("{}-{}-{}", &code[..3], &code[3..6], &code[6..])
    } else {
        code.to_owned()
    }
}

/// The code in large digits, always left to right, with its label and a copy button.
#[component]
pub fn CodeDisplay(
    /// The ten digits.
    #[prop(into)]
    code: Signal<String>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |()| {
        spawn_local(async move {
            if clipboard::copy(&grouped(&code.get_untracked())).await {
                copied.set(true);
                announce::announce(&t(Key::CodeDisplayCopied));
            }
        });
    };
    let label = move || {
        if copied.get() { t(Key::ActionCopied) } else { t(Key::CodeDisplayCopy) }
    };
    view! {
        <div class="stack stack--tight">
            <p class="muted">{move || t(Key::CodeDisplayLabel)}</p>
            <p class="code ltr">{move || code.with(|code| grouped(code))}</p>
            <div><Button label=Signal::derive(label) kind=ButtonKind::Quiet on_press=copy/></div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn ten_digits_are_grouped() {
        assert_eq!(grouped("0194507302"), "019-450-7302");
        assert_eq!(grouped("019"), "019");
        assert_eq!(grouped("01945073é2"), "01945073é2");
    }
}
