//! What the pages of first contact look like.

use crate::{
    pages::{
        Pages, Texts,
        parts::{Frame, Languages, dialled, waiting},
        simple,
    },
    secret,
    store::people::Invitation,
};
use board::{
    actor::Role,
    protocol::{
        problem::{Problem, ProblemCode},
        session::BranchInfo,
    },
};
use maud::{Markup, html};
use words::{Key, Lang};

/// What `then` says of somebody who goes on without the app.
pub(super) const SIMPLE: &str = "simple";

/// What the person holds; it travels in hidden fields from page to page.
pub(super) enum Held<'a> {
    /// What was typed.
    Code(&'a str),
    /// What followed `#`.
    Token(&'a str),
}

impl Held<'_> {
    fn field(&self) -> Markup {
        match self {
            Self::Code(code) => html! { input type="hidden" name="code" value=(code); },
            Self::Token(token) => html! { input type="hidden" name="token" value=(token); },
        }
    }
}

/// What went wrong, and with what: a link is not a code that was typed.
pub(super) enum Wrong<'a> {
    /// What was typed, and what is to be said of it.
    Code(&'a str, String),
    /// What is to be said of the link.
    Link(String),
}

/// The pages in one language.
pub(in crate::pages) struct View<'a> {
    pages: &'a Pages,
    texts: Texts<'a>,
    /// Whether the person goes on without the app.
    simple: bool,
}

impl<'a> View<'a> {
    pub(in crate::pages) fn new(pages: &'a Pages, lang: Lang, simple: bool) -> Self {
        Self { pages, texts: pages.texts(lang), simple }
    }

    /// "Type your code."
    pub(super) fn code_form(&self, wrong: Option<&Wrong>) -> Markup {
        let texts = self.texts;
        let (typed, error) = match wrong {
            Some(Wrong::Code(typed, error)) => (*typed, Some(error.as_str())),
            Some(Wrong::Link(_)) | None => ("", None),
        };
        let title = texts.get(Key::JoinCodeTitle);
        let frame = Frame {
            wrong: wrong.is_some(),
            runs_script: true,
            ..Frame::plain(self.pages, texts, title)
        };
        frame.around(&html! {
            @match wrong {
                Some(Wrong::Code(_, error)) => (self.summary(error, true)),
                Some(Wrong::Link(error)) => (self.summary(error, false)),
                None => {}
            }
            div class="stack" {
                h1 { (title) }
                (waiting(texts, Some(Key::JoinWaiting)))
                (self.code_field(typed, error))
                @if !self.simple {
                    // A link is read by a script, which posts what no server may see.
                    p { (texts.get(Key::JoinHasLink)) }
                }
                (self.help(None))
                @if !self.simple {
                    p { a class="link" href=(simple::FRONT) { (texts.get(Key::SimpleWithoutApp)) } }
                }
            }
            form id="with-link" method="post" action="/j/look" hidden {
                input type="hidden" name="token";
            }
        })
    }

    /// The form for ten digits, with what was typed and what is wrong with it.
    pub(in crate::pages) fn code_field(&self, typed: &str, error: Option<&str>) -> Markup {
        let texts = self.texts;
        let described = if error.is_some() { "code-hint code-error" } else { "code-hint" };
        html! {
            form class="form" method="post" action="/j/look" novalidate {
                (self.then())
                div.field.field--error[error.is_some()] {
                    label class="field__label" for="code" { (texts.get(Key::JoinCodeLabel)) }
                    p class="field__hint" id="code-hint" { (texts.get(Key::JoinCodeHint)) }
                    @if let Some(error) = error {
                        p class="field__error" id="code-error" { (error) }
                    }
                    input class="input input--code" id="code" name="code" value=(typed)
                        type="text" inputmode="numeric" autocomplete="one-time-code"
                        spellcheck="false" dir="ltr" aria-describedby=(described)
                        aria-invalid=[error.map(|_| "true")];
                }
                div class="form__actions" {
                    button class="button" { (texts.get(Key::JoinSubmit)) }
                }
            }
        }
    }

    /// Where the person goes in the end. A browser that runs no script says so by itself.
    fn then(&self) -> Markup {
        let simple = html! { input type="hidden" name="then" value=(SIMPLE); };
        html! { @if self.simple { (simple) } @else { noscript { (simple) } } }
    }

    fn held(&self, held: &Held) -> Markup {
        html! { (held.field()) (self.then()) }
    }

    /// "Are you Asmae? Your mentor is Cécile."
    pub(super) fn is_it_you(
        &self,
        held: &Held,
        invitation: &Invitation,
        branch: Option<&BranchInfo>,
    ) -> Markup {
        let (texts, person) = (self.texts, &invitation.person);
        let title = texts.fill(Key::JoinConfirmTitle, &[("name", &person.name)]);
        // Whoever has no plan is never asked about the phone: their sessions are short everywhere.
        let has_plan = matches!(person.role, Role::Mentee | Role::Mentor);
        let next = if has_plan { "/j/own" } else { "/j/enter" };
        let other_is = match person.role {
            Role::Mentor => Key::JoinMenteeIs,
            _ => Key::JoinMentorIs,
        };
        self.question(&title, "/j/look", held, branch, &html! {
            @if let Some(other) = &invitation.other {
                p { (texts.fill(other_is, &[("name", other)])) }
            }
            // The script has the app fetched while this is read.
            form class="form" method="post" action=(next) data-warm[!self.simple] {
                (self.held(held))
                button class="button button--wide" { (texts.get(Key::JoinYesMe)) }
            }
            form class="form" method="post" action="/j/not-me" {
                (self.held(held))
                button class="button button--quiet button--wide" { (texts.get(Key::JoinNoNotMe)) }
            }
        })
    }

    /// "Is this phone only yours?" Two buttons: nothing is chosen beforehand, one press answers.
    pub(super) fn whose_phone(&self, held: &Held, branch: Option<&BranchInfo>) -> Markup {
        let texts = self.texts;
        let title = texts.get(Key::JoinOwnTitle);
        let choice = |value: &str, label, hint, class: &str| {
            let id = format!("own-{value}");
            html! {
                form class="stack stack--tight" method="post" action="/j/enter" {
                    (self.held(held))
                    button class=(class) name="own" value=(value) aria-describedby=(id) {
                        (texts.get(label))
                    }
                    p class="muted" id=(id) { (texts.get(hint)) }
                }
            }
        };
        // Nothing is kept on a phone without the app.
        let own_hint = if self.simple { Key::SimpleOwnYesHint } else { Key::JoinOwnYesHint };
        self.question(title, "/j/own", held, branch, &html! {
            (choice("yes", Key::JoinOwnYes, own_hint, "button button--wide"))
            (choice("no", Key::JoinOwnNo, Key::JoinOwnNoHint, "button button--quiet button--wide"))
        })
    }

    /// "This code is for someone else."
    pub(super) fn not_me(&self, held: &Held, branch: Option<&BranchInfo>) -> Markup {
        let texts = self.texts;
        self.question(
            texts.get(Key::JoinNotMeTitle),
            "/j/not-me",
            held,
            branch,
            &html! {
                p { (texts.get(Key::JoinNotMeText)) }
            },
        )
    }

    /// What is wrong and what to do, in the person's words.
    pub(super) fn sentence(&self, problem: &Problem, held: &Held) -> String {
        let texts = self.texts;
        if problem.code == ProblemCode::TooManyTries {
            let time = texts.count(Key::JoinSeconds, problem.retry_after.unwrap_or(60));
            return texts.fill(Key::JoinTooMany, &[("time", &time)]);
        }
        let key = match (&problem.code, held) {
            (ProblemCode::CodeUsed, Held::Code(_)) => Key::ErrorCodeUsed,
            (ProblemCode::CodeUsed, Held::Token(_)) => Key::ErrorLinkUsed,
            (ProblemCode::CodeExpired, Held::Code(_)) => Key::ErrorCodeExpired,
            (ProblemCode::CodeExpired, Held::Token(_)) => Key::ErrorLinkExpired,
            (ProblemCode::CodeUnknown, Held::Token(_)) => Key::ErrorLinkWrong,
            (ProblemCode::CodeUnknown, Held::Code(typed)) => {
                let whole = secret::parse_code(typed).is_some();
                if whole { Key::ErrorCodeWrong } else { Key::ErrorCodeDigits }
            }
            _ => Key::ApiServer,
        };
        texts.get(key).to_owned()
    }

    fn question(
        &self,
        title: &str,
        here: &str,
        held: &Held,
        branch: Option<&BranchInfo>,
        body: &Markup,
    ) -> Markup {
        let frame = Frame {
            languages: Languages::Again { action: here, fields: self.held(held) },
            runs_script: !self.simple,
            ..Frame::plain(self.pages, self.texts, title)
        };
        let back = if self.simple { simple::FRONT } else { "/j" };
        frame.around(&html! {
            p { a class="link" href=(back) { (self.texts.get(Key::ActionBack)) } }
            div class="stack" {
                h1 { (title) }
                (body)
                (self.help(branch))
            }
        })
    }

    /// The summary takes the focus by itself: `autofocus` needs no script.
    fn summary(&self, error: &str, of_field: bool) -> Markup {
        html! {
            div class="summary" tabindex="-1" autofocus {
                div role="alert" {
                    h2 { (self.texts.count(Key::ErrorSummaryTitle, 1)) }
                    @if of_field {
                        a class="summary__link" href="#code" { (error) }
                    } @else {
                        p { (error) }
                    }
                }
            }
        }
    }

    /// Whom to call: a number once it is known which branch invites.
    fn help(&self, branch: Option<&BranchInfo>) -> Markup {
        let texts = self.texts;
        html! {
            p class="muted" { (texts.get(Key::JoinHelp)) }
            @if let Some(branch) = branch.filter(|branch| !branch.phone.is_empty()) {
                p {
                    a class="link" href={ "tel:" (dialled(&branch.phone)) } {
                        (texts.fill(Key::JoinBranchPhone,
                            &[("branch", &branch.name), ("phone", &branch.phone)]))
                    }
                }
            }
        }
    }
}
