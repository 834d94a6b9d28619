//! The reader and the printer of JSON against serde_json, on texts made up by chance.

use proptest::prelude::*;
use serde_json::Value;
use wire::{Tree, json};

/// A tree as serde_json sees the same text.
fn same(tree: &Tree<'_>, value: &Value) -> bool {
    match (tree, value) {
        (Tree::Null, Value::Null) => true,
        (Tree::Bool(a), Value::Bool(b)) => a == b,
        (Tree::Count(a), Value::Number(b)) => Some(*a) == b.as_u64(),
        (Tree::Minus(a), Value::Number(b)) => Some(*a) == b.as_i64(),
        (Tree::OtherNumber, Value::Number(b)) => !b.is_u64() && !b.is_i64(),
        (Tree::Text(a), Value::String(b)) => a == b,
        (Tree::List(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        // serde_json keeps the last of two equal names and puts them in order.
        (Tree::Map(a), Value::Object(b)) => {
            let last = |name: &str| a.iter().rev().find(|(other, _)| other == name);
            b.iter().all(|(name, value)| last(name).is_some_and(|(_, tree)| same(tree, value)))
                && a.iter().all(|(name, _)| b.contains_key(name.as_ref()))
        }
        _ => false,
    }
}

/// Both read it alike, or both refuse it.
fn read_alike(text: &str) {
    match (json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(tree), Ok(value)) => assert!(same(&tree, &value), "{text}\n{tree:?}\n{value:?}"),
        (Err(_), Err(_)) => {}
        // No number of ours has an exponent; how large one may be is serde_json's affair.
        (Ok(_), Err(error)) => {
            assert!(error.to_string().contains("out of range"), "{text} {error}")
        }
        (Err(error), Ok(_)) => panic!("{text}: refused at {}", error.at),
    }
}

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![any::<String>(), "[\"\\\\/\u{0}-\u{1f}é\u{7f}\u{2028}🙂a]{0,12}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(text.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_serde_writes_is_read_and_written_the_same(value in value()) {
        for text in [value.to_string(), format!("{value:#}")] {
            let tree = json::parse(&text).unwrap();
            prop_assert!(same(&tree, &value));
            prop_assert_eq!(json::print(&tree), value.to_string());
            // The way through serde makes the same tree and the same text.
            let by_serde = serde_json::from_str::<Tree<'_>>(&text).unwrap();
            prop_assert_eq!(&by_serde, &tree);
            prop_assert_eq!(serde_json::to_string(&tree).unwrap(), value.to_string());
        }
    }

    #[test]
    fn broken_texts_are_refused_alike(
        value in value(),
        at in any::<prop::sample::Index>(),
        sign in "[\\[\\]{}\",:\\\\0-9a-fu.eE+\\- \n\tntr\u{1}é]{0,3}",
        cut in 0_usize..3,
    ) {
        let text: Vec<char> = value.to_string().chars().collect();
        let at = at.index(text.len() + 1);
        let rest = text[at..].iter().skip(cut);
        let broken: String = text[..at].iter().copied().chain(sign.chars()).chain(rest.copied()).collect();
        read_alike(&broken);
    }

    #[test]
    fn signs_thrown_together(text in "[\\[\\]{}\",:0-9.eE+\\- \\\\udDn8b]{0,12}") {
        read_alike(&text);
    }
}

#[test]
fn corners() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "01",
        "-",
        "-0",
        "0",
        "-1",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1E+5",
        "1e",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "\"\\ud83d\\ude42\"",
        "\"\\ud83d\"",
        "\"\\ude42\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"",
        "\"\\u00e9\\u2028\"",
        "\"\\u12\"",
        "\"\\x\"",
        "\"a",
        "\"\u{1}\"",
        "\"\u{7f}\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":1,\"a\":2}",
        "[] []",
        "\u{feff}1",
        "// a",
    ] {
        read_alike(text);
    }
}

#[test]
fn nesting_ends_where_serde_json_ends_it() {
    for depth in [1, 126, 127, 128, 129, 100_000] {
        read_alike(&("[".repeat(depth) + &"]".repeat(depth)));
        read_alike(&"[".repeat(depth));
        read_alike(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
}
