//! A card as people read it: four short parts, and one sentence to say, large.

use board::protocol::library::CodeWords;
use leptos::prelude::*;
use words::Key;

use crate::{
    components::{
        icon::{Icon, IconName},
        read_aloud::ReadAloud,
    },
    features::codes::wording::spoken,
    i18n::{t, text},
};

/// The four parts under their names. The situation is the heading of whatever stands around it.
#[component]
pub fn CodeFace(
    /// The words.
    #[prop(into)]
    words: Signal<CodeWords>,
    /// The language they are written in.
    #[prop(into)]
    lang: Signal<String>,
    /// True inside a part of a page that has a heading of its own.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let part =
        move |icon: IconName, name: Key, class: &'static str, read: fn(&CodeWords) -> &str| {
            let written = Memo::new(move |_| words.with(|words| read(words).to_owned()));
            view! {
                <section class=class>
                    {heading(within, icon, name)}
                    <p class="keep-lines" dir="auto" lang=lang>{written}</p>
                </section>
            }
            .into_any()
        };
    let say = Memo::new(move |_| words.with(|words| words.say.clone()));
    // Quotation marks around nothing would stand in the preview of an empty form.
    let sentence =
        move || Some(say.get()).filter(|say| !say.is_empty()).map(|say| view! { <q>{say}</q> });
    view! {
        <div class="codecard">
            {part(IconName::Eye, Key::CodesHappens, "codecard__part", |words| &words.happens)}
            {part(
                IconName::Check,
                Key::CodesExpected,
                "codecard__part codecard__part--expected",
                |words| &words.expected,
            )}
            {part(
                IconName::Alert,
                Key::CodesWrong,
                "codecard__part codecard__part--wrong",
                |words| &words.wrong,
            )}
            <section class="codecard__say">
                {heading(within, IconName::Message, Key::CodesSay)}
                <p class="codecard__sentence" dir="auto" lang=lang>{sentence}</p>
            </section>
        </div>
    }
}

fn heading(within: bool, icon: IconName, name: Key) -> AnyView {
    let words = view! { <Icon name=icon/> <span>{move || t(name)}</span> };
    if within {
        view! { <h3 class="codecard__name">{words}</h3> }.into_any()
    } else {
        view! { <h2 class="codecard__name">{words}</h2> }.into_any()
    }
}

/// Hear the whole card, or the sentence alone, as often as one likes.
#[component]
pub fn Listen(
    /// The words.
    #[prop(into)]
    words: Signal<CodeWords>,
    /// The language they are written in.
    #[prop(into)]
    lang: Signal<String>,
) -> impl IntoView {
    let all = Signal::derive(move || words.with(spoken));
    let say = Signal::derive(move || words.with(|words| words.say.clone()));
    view! {
        <div class="row">
            <ReadAloud words=all lang=lang label=text(Key::CodesHear)/>
            <ReadAloud words=say lang=lang label=text(Key::CodesHearSentence)/>
        </div>
    }
}
