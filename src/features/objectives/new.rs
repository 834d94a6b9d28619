//! The form for an objective: a title suffices, the rest is chosen already (features.md M04).

use board::{
    id::ItemId,
    item::Kind,
    objective::Horizon,
    op::{AddObjective, Op, TextField},
    permit::may_suggest,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use words::Key;

use crate::{
    components::{
        button::Button, choice::Choice, disclosure::Disclosure, error_summary::FormError,
        field::Field, form::Form, icon::IconName, select::Select, text_area::TextArea,
    },
    features::{
        drafts::Drafts,
        live_text::errors::{reject_text, text_error},
        objectives::wording::{horizon_options, theme_from, theme_options},
        privacy::{BOTH, ONLY_ME, privacy_options},
    },
    i18n::{t, text, tf},
    paths::Path,
    platform::announce::announce,
    state::board::BoardState,
};

const TITLE: &str = "objective-title";
const WHY: &str = "objective-why";

const TITLE_DRAFT: &str = "new-objective:title";
const HORIZON_DRAFT: &str = "new-objective:horizon";
const THEME_DRAFT: &str = "new-objective:theme";
const WHY_DRAFT: &str = "new-objective:why";
const SEEN_BY_DRAFT: &str = "new-objective:seen-by";

/// What is typed and chosen so far; it outlives the form.
#[derive(Clone, Copy)]
struct Draft {
    kept: Drafts,
    title: RwSignal<String>,
    horizon: RwSignal<String>,
    theme: RwSignal<String>,
    why: RwSignal<String>,
    seen_by: RwSignal<String>,
}

impl Draft {
    fn open() -> Self {
        let kept = Drafts::expect();
        let draft = Self {
            kept,
            title: kept.signal(TITLE_DRAFT),
            horizon: kept.signal(HORIZON_DRAFT),
            theme: kept.signal(THEME_DRAFT),
            why: kept.signal(WHY_DRAFT),
            seen_by: RwSignal::new(BOTH.to_owned()),
        };
        if draft.horizon.with_untracked(String::is_empty) {
            draft.horizon.set(Horizon::Short.as_str().to_owned());
        }
        draft.follow_theme();
        draft
    }

    /// A sensitive theme starts as "only me", unless the person has chosen (features.md M09).
    /// True when that is so.
    fn follow_theme(self) -> bool {
        let chosen = self.kept.get(SEEN_BY_DRAFT);
        let sensitive = chosen.is_none()
            && self.theme.with_untracked(|theme| {
                theme_from(theme).is_some_and(|theme| theme.is_sensitive())
            });
        let fallback = if sensitive { ONLY_ME } else { BOTH };
        self.seen_by.set(chosen.unwrap_or_else(|| fallback.to_owned()));
        sensitive
    }

    /// What the board is asked for, or what is left to change. An idea is never private.
    fn read(self, id: ItemId, suggested: bool) -> Result<AddObjective, Vec<FormError>> {
        let parse = |field: TextField, typed: RwSignal<String>, input: &str, label: Key| {
            typed.with_untracked(|typed| field.parse(typed)).map_err(|error| FormError {
                field_id: input.to_owned(),
                message: text_error(error, &t(label)),
            })
        };
        let title = parse(TextField::Title, self.title, TITLE, Key::ObjectiveTitleLabel);
        let notes = parse(TextField::Notes, self.why, WHY, Key::ObjectiveWhy);
        match (title, notes) {
            (Ok(title), Ok(notes)) => Ok(AddObjective {
                id,
                title,
                horizon: Horizon::from_word(&self.horizon.get_untracked()),
                theme: theme_from(&self.theme.get_untracked()),
                notes,
                only_me: !suggested && self.seen_by.with_untracked(|seen_by| seen_by == ONLY_ME),
                suggested,
            }),
            (title, notes) => Err(title.err().into_iter().chain(notes.err()).collect()),
        }
    }

    fn forget(self) {
        for name in [TITLE_DRAFT, HORIZON_DRAFT, THEME_DRAFT, WHY_DRAFT, SEEN_BY_DRAFT] {
            self.kept.forget(name);
        }
    }
}

/// The form; the page shows `errors` above its heading.
#[component]
pub fn NewObjectiveForm(
    /// What is left to change.
    errors: RwSignal<Vec<FormError>>,
) -> impl IntoView {
    let board = BoardState::expect();
    let draft = Draft::open();
    let navigate = use_navigate();
    // The plan is the mentee's: what the mentor adds is an idea (features.md T03).
    let suggests = may_suggest(&board.actor(), &Kind::Objective);
    let save = move |()| {
        let add = match draft.read(board.new_id(), suggests) {
            Ok(add) => add,
            Err(found) => return errors.set(found),
        };
        let said = if suggests { Key::SuggestionSent } else { Key::ObjectiveAdded };
        let said = tf(said, &[("title", &add.title), ("name", &board.other_name())]);
        let id = add.id;
        match board.act(Op::AddObjective(add)) {
            Ok(()) => {
                draft.forget();
                navigate(&Path::Objective(id.0).href(), NavigateOptions::default());
                announce(&said);
            }
            Err(reject) => errors
                .set(vec![FormError { field_id: TITLE.to_owned(), message: reject_text(&reject) }]),
        }
    };
    let error = move |id: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| {
                let error = errors.iter().find(|error| error.field_id == id)?;
                Some(error.message.clone())
            })
        })
    };
    let is_sensitive = RwSignal::new(false);
    let follow_theme = move |_: String| {
        let sensitive = draft.follow_theme();
        is_sensitive.set(sensitive);
        if sensitive && !suggests {
            announce(&t(Key::PrivacySensitive));
        }
    };
    let choose_seen_by = move |chosen: String| {
        is_sensitive.set(false);
        draft.kept.set(SEEN_BY_DRAFT, &chosen);
    };
    let privacy_hint = Signal::derive(move || {
        t(if is_sensitive.get() { Key::PrivacySensitive } else { Key::PrivacyHint })
    });
    let (title_label, add_label) = if suggests {
        (Key::SuggestionObjectiveLabel, Key::SuggestionAddObjective)
    } else {
        (Key::ObjectiveTitleLabel, Key::ObjectiveAdd)
    };
    view! {
        <Form on_submit=save>
            <Field
                label=text(title_label)
                hint=text(Key::ObjectiveTitleHint)
                value=draft.title
                error=error(TITLE)
                id=TITLE
            />
            <Choice
                label=text(Key::HorizonQuestion)
                options=horizon_options()
                value=draft.horizon
            />
            <Select
                label=text(Key::ThemeQuestion)
                options=theme_options()
                value=draft.theme
                optional=true
                on_choose=follow_theme
            />
            {(!suggests).then(|| view! {
                <Choice
                    label=text(Key::PrivacyQuestion)
                    hint=privacy_hint
                    options=privacy_options(board)
                    value=draft.seen_by
                    on_choose=choose_seen_by
                />
            })}
            <Disclosure
                label=text(Key::ObjectiveWhy)
                open=draft.why.with_untracked(|why| !why.is_empty())
            >
                <TextArea
                    label=text(Key::ObjectiveWhyLabel)
                    hint=text(Key::ObjectiveWhyHint)
                    value=draft.why
                    error=error(WHY)
                    optional=true
                    id=WHY
                />
            </Disclosure>
            <div>
                <Button label=text(add_label) icon=IconName::Plus submit=true/>
            </div>
        </Form>
    }
}
