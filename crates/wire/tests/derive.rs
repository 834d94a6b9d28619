//! The derive against serde's own, on twins that carry the same attributes.

use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use wire::Wire;

/// The same types twice, under two derives.
macro_rules! twins {
    ($($derive:path),+; $module:ident) => {
        mod $module {
            #[derive(Clone, Debug, Default, PartialEq, $($derive),+)]
            #[serde(deny_unknown_fields)]
            pub struct Strict {
                pub r#type: u8,
                #[serde(rename = "renamed")]
                pub name: String,
                #[serde(default, skip_serializing_if = "std::ops::Not::not")]
                pub flag: bool,
            }

            #[derive(Clone, Debug, PartialEq, $($derive),+)]
            pub struct Loose {
                pub small: i16,
                pub maybe: Option<i64>,
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub rarely: Option<String>,
                #[serde(default = "seven")]
                pub usually: u64,
                pub list: Vec<Vec<bool>>,
                pub boxed: Box<Strict>,
                pub nothing: (),
            }

            pub fn seven() -> u64 {
                7
            }

            #[derive(Clone, Debug, PartialEq, $($derive),+)]
            #[serde(default, deny_unknown_fields)]
            pub struct AllDefault {
                pub many: u16,
                pub names: std::collections::BTreeMap<String, bool>,
                #[serde(default = "seven")]
                pub own: u64,
            }

            impl Default for AllDefault {
                fn default() -> Self {
                    Self { many: 3, names: [("fr".to_owned(), true)].into(), own: 9 }
                }
            }

            #[derive(Clone, Debug, PartialEq, $($derive),+)]
            #[serde(transparent)]
            pub struct Through(pub u32);

            #[derive(Clone, Debug, PartialEq, $($derive),+)]
            #[serde(try_from = "String", into = "String")]
            pub struct Even(pub String);

            impl TryFrom<String> for Even {
                type Error = &'static str;
                fn try_from(text: String) -> Result<Self, &'static str> {
                    if text.len() % 2 == 0 { Ok(Self(text)) } else { Err("odd") }
                }
            }

            impl From<Even> for String {
                fn from(even: Even) -> Self {
                    even.0
                }
            }

            #[derive(Clone, Debug, PartialEq, $($derive),+)]
            #[serde(rename_all = "snake_case", deny_unknown_fields)]
            pub enum Choice {
                Alone,
                WithOne(Loose),
                #[serde(rename = "other")]
                Named {
                    place: Through,
                    tree: Even,
                    #[serde(default, skip_serializing_if = "Vec::is_empty")]
                    value: Vec<u32>,
                },
                Maybe(Option<u32>),
            }
        }
    };
}

twins!(wire::Wire; own);
twins!(serde::Serialize, serde::Deserialize; twin);

/// What a type makes of a text: nothing, or the text as it would write it.
fn by_serde<T: Serialize + DeserializeOwned>(text: &str) -> Option<String> {
    let value: T = serde_json::from_str(text).ok()?;
    Some(serde_json::to_string(&value).expect("names are texts"))
}

fn by_wire<T: Wire + Serialize + DeserializeOwned>(text: &str) -> Option<String> {
    let written = wire::from_json::<T>(text).ok().map(|value| wire::to_json(&value));
    assert_eq!(by_serde::<T>(text), written, "the bridge to serde: {text}");
    written
}

fn alike(text: &str) {
    assert_eq!(by_wire::<own::Choice>(text), by_serde::<twin::Choice>(text), "{text}");
    assert_eq!(by_wire::<own::Loose>(text), by_serde::<twin::Loose>(text), "{text}");
    assert_eq!(by_wire::<own::Strict>(text), by_serde::<twin::Strict>(text), "{text}");
    assert_eq!(by_wire::<own::AllDefault>(text), by_serde::<twin::AllDefault>(text), "{text}");
    assert_eq!(by_wire::<own::Through>(text), by_serde::<twin::Through>(text), "{text}");
    assert_eq!(by_wire::<own::Even>(text), by_serde::<twin::Even>(text), "{text}");
}

/// A text that is right, or nearly: each piece may be one of several, some of them wrong.
fn text() -> impl Strategy<Value = String> {
    let pick = |texts: &'static [&'static str]| prop::sample::select(texts);
    let strict = (
        pick(&["\"type\":1", "\"type\":255", "\"type\":256", "\"type\":-1", "\"type\":null"]),
        pick(&[",\"renamed\":\"a\"", ",\"name\":\"a\"", "", ",\"renamed\":7"]),
        pick(&["", ",\"flag\":true", ",\"flag\":false", ",\"flag\":null", ",\"more\":[1]"]),
        pick(&["", "", "", ",\"type\":1"]),
    )
        .prop_map(|(a, b, c, d)| format!("{{{a}{b}{c}{d}}}"));
    let loose = (
        pick(&["\"small\":-3", "\"small\":32767", "\"small\":32768", "\"small\":1.0"]),
        pick(&["", ",\"maybe\":null", ",\"maybe\":-9", ",\"maybe\":\"\"", ",\"rarely\":\"é\""]),
        pick(&["", ",\"usually\":8", ",\"usually\":null", ",\"newer\":{\"a\":1}"]),
        pick(&[",\"list\":[]", ",\"list\":[[true],[]]", ",\"list\":[true]", ",\"list\":{}", ""]),
        pick(&[",\"nothing\":null", ",\"nothing\":0"]),
        strict.clone(),
    )
        .prop_map(|(a, b, c, d, e, boxed)| format!("{{{a}{b}{c}{d}{e},\"boxed\":{boxed}}}"));
    let named = (
        pick(&["\"place\":1", "\"place\":-1", "\"place\":[1]"]),
        pick(&[",\"tree\":\"ab\"", ",\"tree\":\"abc\"", ",\"tree\":null", ""]),
        pick(&["", ",\"value\":[]", ",\"value\":[1,2]", ",\"value\":[1,\"\"]", ",\"odd\":1"]),
    )
        .prop_map(|(a, b, c)| format!("{{\"other\":{{{a}{b}{c}}}}}"));
    prop_oneof![
        strict,
        loose.clone(),
        loose.prop_map(|loose| format!("{{\"with_one\":{loose}}}")),
        named,
        pick(&[
            "\"alone\"",
            "{\"alone\":null}",
            "{\"alone\":{}}",
            "\"with_one\"",
            "\"Alone\"",
            "{}",
            "{\"many\":4}",
            "{\"own\":4,\"names\":{}}",
            "{\"names\":{\"nl\":false,\"fr\":true}}",
            "{\"names\":{\"nl\":0}}",
            "{\"names\":[]}",
            "{\"many\":null}",
            "{\"more\":4}",
            "{\"maybe\":null}",
            "{\"maybe\":5}",
            "{\"maybe\":5,\"alone\":null}",
            "null",
            "5",
            "\"ab\"",
        ])
        .prop_map(str::to_owned),
    ]
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn both_derives_mean_the_same(text in text()) {
        alike(&text);
    }
}

#[test]
fn errors_say_where_and_never_what() {
    let text = r#"{"with_one":{"small":1,"list":[[],["secret"]],"boxed":{},"nothing":null}}"#;
    let error = wire::from_json::<own::Choice>(text).unwrap_err();
    assert_eq!(error.path(), "with_one.list[1][0]");
    assert_eq!(error.to_string(), "unusable: with_one.list[1][0]");
    let error = wire::from_json::<own::Strict>("{").unwrap_err();
    assert_eq!(error.what(), wire::What::NotJson);
}
