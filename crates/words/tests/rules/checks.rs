//! The rules that break the build, each seen to break it.

use crate::catalogue::{Part, compare, parse};

fn problems(source: &str, tag: &str, other: &str) -> Vec<String> {
    let languages = [("fr", source), (tag, other)]
        .map(|(tag, text)| parse(tag, &[(Part::First, text.to_owned())]));
    let languages: Result<Vec<_>, _> = languages.into_iter().collect();
    languages.and_then(|languages| compare(&languages)).err().unwrap_or_default()
}

#[test]
fn equal_catalogues_pass() {
    let fr = "[a]\nb = \"{name} a {n}\"\nc = { one = \"une\", many = \"{n} d'\", other = \"{n}\" }";
    let nl = "[a]\nb = \"{n} voor {name}\"\nc = { one = \"één\", other = \"{n}\" }";
    assert_eq!(problems(fr, "nl", nl), Vec::<String>::new());
    // The little word before a name is the language's own.
    assert_eq!(problems("a = \"{de:name}\"", "nl", "a = \"{name}\""), Vec::<String>::new());
}

#[test]
fn each_fault_is_found() {
    let cases = [
        ("a = \"x\"", "b = \"x\"", "a is missing"),
        ("a = \"x\"", "a = \"x\"\nb = \"y\"", "b is not in fr"),
        ("a = \"{x}\"", "a = \"{y}\"", "placeholders"),
        ("a = \"x\"", "a = \" \"", "is empty"),
        ("a = \"x\"", "a = { one = \"x\", other = \"y\" }", "plural in one language"),
        ("a = { one = \"x\", other = \"y\" }", "a = { other = \"y\" }", "lacks the plural form"),
        (
            "a = { one = \"x\", other = \"y\" }",
            "a = { one = \"x\", few = \"z\", other = \"y\" }",
            "does not use",
        ),
        ("a = \"x\"", "a = \"{x\"", "brace"),
        ("a = \"x\"", "a = 3", "neither a text nor a table"),
        ("a = \"x\"", "A = \"x\"", "may only hold"),
        ("a = \"x\"", "a = 'b\\n'", "backslash"),
    ];
    for (fr, nl, expected) in cases {
        let found = problems(fr, "nl", nl);
        assert!(found.iter().any(|problem| problem.contains(expected)), "{nl}: {found:?}");
    }
}

#[test]
fn a_text_stands_in_one_place_and_travels_with_one_part() {
    let file = |part, text: &str| (part, text.to_owned());
    for other in [Part::Board, Part::Pages] {
        let twice = [file(Part::First, "a = \"x\""), file(other, "a = \"y\"")];
        let problems = parse("fr", &twice).unwrap_err();
        assert!(problems[0].contains("stands in two files"), "{problems:?}");
    }
    let fr = parse("fr", &[file(Part::First, "a = \"x\"")]).unwrap();
    let nl = parse("nl", &[file(Part::Staff, "a = \"x\"")]).unwrap();
    assert!(compare(&[fr, nl]).unwrap_err().iter().any(|problem| problem.contains("missing")));
}
