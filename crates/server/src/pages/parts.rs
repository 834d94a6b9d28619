//! The frame of every server-rendered page: language, landmarks, skip link, style.

use super::{
    Pages, Texts,
    simple::icon::{Icon, icon},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use words::{Key, Lang};

/// How a page changes its language without losing where the person is.
pub(super) enum Languages<'a> {
    /// A page that was asked for: links.
    Links,
    /// A page that answers a form: the same form again, in another language.
    Again {
        /// Where the form goes.
        action: &'a str,
        /// What it carries.
        fields: Markup,
    },
}

/// What stands around a page's own content.
pub(super) struct Frame<'a> {
    /// The shared parts.
    pub(super) pages: &'a Pages,
    /// The words.
    pub(super) texts: Texts<'a>,
    /// The heading; also the first part of the title.
    pub(super) title: &'a str,
    /// Whether an error stands on the page.
    pub(super) wrong: bool,
    /// How to change the language.
    pub(super) languages: Languages<'a>,
    /// Whether the page runs the script of first contact, which reads a link's fragment, counts what
    /// waits on this device, and has the app fetched while a question is read.
    pub(super) runs_script: bool,
    /// The menu of a page about a plan.
    pub(super) menu: Option<&'a Markup>,
    /// Styles that this page needs besides.
    pub(super) styles: &'a [&'a str],
}

impl<'a> Frame<'a> {
    /// Around a page without a menu, on which nothing is wrong.
    pub(super) fn plain(pages: &'a Pages, texts: Texts<'a>, title: &'a str) -> Self {
        Self {
            pages,
            texts,
            title,
            wrong: false,
            languages: Languages::Links,
            runs_script: false,
            menu: None,
            styles: &[],
        }
    }
}

impl Frame<'_> {
    /// The whole page.
    pub(super) fn around(&self, main: &Markup) -> Markup {
        let (texts, lang) = (self.texts, self.texts.lang);
        let prefix = if self.wrong { texts.get(Key::AppErrorPrefix) } else { "" };
        html! {
            (DOCTYPE)
            html lang=(lang.tag()) dir=(lang.dir()) {
                head {
                    (head(self.pages))
                    @for style in self.styles { style { (PreEscaped(style)) } }
                    title {
                        (prefix) (self.title)
                        // The app has pages with the same heading.
                        @if self.menu.is_some() { " – " (texts.get(Key::SimpleName)) }
                        " – " (texts.get(Key::AppName))
                    }
                    @if self.runs_script {
                        script src=(self.pages.script_path()) defer {}
                    }
                }
                body {
                    (self.shell(main, &self.language_switch()))
                }
            }
        }
    }

    /// Title and content, for the app's own page, which shows them until the app is there
    /// (`index.html`) and has the style.
    pub(super) fn fragment(&self, main: &Markup) -> Markup {
        html! {
            title { (self.title) " – " (self.texts.get(Key::AppName)) }
            (self.shell(main, &html! {}))
        }
    }

    /// Bar, menu and content.
    fn shell(&self, main: &Markup, languages: &Markup) -> Markup {
        let lang = self.texts.lang;
        html! {
            div class="shell" lang=(lang.tag()) dir=(lang.dir()) {
                a class="skip" href="#main" { (self.texts.get(Key::AppSkip)) }
                div class="shell__grid" {
                    header class="topbar" {
                        span class="topbar__name" { (self.texts.get(Key::AppName)) }
                        (languages)
                    }
                    @if let Some(menu) = self.menu { (menu) }
                    main class="shell__main" id="main" tabindex="-1" {
                        div class="page" { (main) }
                    }
                }
            }
        }
    }

    fn language_switch(&self) -> Markup {
        let label = self.texts.get(Key::LanguageLabel);
        let others = Lang::ALL.into_iter().filter(|lang| *lang != self.texts.lang);
        match &self.languages {
            Languages::Links => html! {
                nav class="language" aria-label=(label) {
                    @for lang in others {
                        a class="button button--plain" href={ "?lang=" (lang.tag()) }
                            lang=(lang.tag()) hreflang=(lang.tag()) { (lang.own_name()) }
                    }
                }
            },
            Languages::Again { action, fields } => html! {
                form class="language" method="post" action=(action) aria-label=(label) {
                    (fields)
                    @for lang in others {
                        button class="button button--plain" name="lang" value=(lang.tag())
                            lang=(lang.tag()) { (lang.own_name()) }
                    }
                }
            },
        }
    }
}

/// What this device holds and the app has not sent: shown by the script, which alone can look.
pub(super) fn waiting(texts: Texts<'_>, then: Option<Key>) -> Markup {
    let (one, other) = (texts.count(Key::LeftWaiting, 1), texts.get(Key::LeftWaiting));
    html! {
        div id="waiting" role="status" hidden {
            div class="notice notice--attend" {
                (icon(Icon::Phone))
                div class="stack stack--tight" {
                    p data-one=(one) data-other=(other) {}
                    @if let Some(then) = then { p { (texts.get(then)) } }
                }
            }
        }
    }
}

/// A page in English for whoever builds or runs something.
pub(super) fn plain(pages: &Pages, title: &str, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" dir="ltr" {
            head {
                (head(pages))
                style { (PreEscaped(&pages.docs_style)) }
                title { (title) " – Passerelle" }
            }
            body {
                a class="skip" href="#main" { "Skip to content" }
                div class="shell" {
                    div class="shell__grid" {
                        header class="topbar" { span class="topbar__name" { "Passerelle" } }
                        main class="shell__main" id="main" tabindex="-1" {
                            div class="page stack" { (main) }
                        }
                    }
                }
            }
        }
    }
}

fn head(pages: &Pages) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        link rel="icon" href="/icon.svg" type="image/svg+xml";
        style { (PreEscaped(&pages.style)) }
    }
}

/// A number as the phone dials it.
pub(super) fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
