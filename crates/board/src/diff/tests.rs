//! Changes people make to a CV, and properties over random texts.

use super::{tokens::words, *};
use proptest::prelude::*;

/// Short form: `[-removed-]`, `{+added+}`.
fn shown(old: &str, new: &str) -> String {
    let show = |piece: &Piece| match piece.kind {
        Kind::Same => piece.text.clone(),
        Kind::Removed => format!("[-{}-]", piece.text),
        Kind::Added => format!("{{+{}+}}", piece.text),
    };
    compare(old, new).iter().map(show).collect()
}

#[test]
fn words_within_a_line() {
    assert_eq!(shown("Aide soignante", "Aide soignante"), "Aide soignante");
    assert_eq!(shown("", ""), "");
    assert_eq!(shown("", "Liège"), "{+Liège+}");
    assert_eq!(
        shown("Stage de deux mois.", "Stage de trois mois à Liège."),
        "Stage de [-deux-]{+trois+} mois{+ à Liège+}."
    );
    assert_eq!(
        shown("Vente, caisse, stock", "Vente, accueil, stock"),
        "Vente, [-caisse-]{+accueil+}, stock"
    );
}

#[test]
fn rewritten_words_stay_together() {
    assert_eq!(
        shown("Je sais bien cuisiner", "Je aime beaucoup cuisiner"),
        "Je [-sais bien-]{+aime beaucoup+} cuisiner"
    );
}

#[test]
fn lines_first() {
    assert_eq!(
        shown("Langues\nDari\nFrançais A2\n", "Langues\nDari\nAnglais\nFrançais B1\n"),
        "Langues\nDari\n{+Anglais\n+}Français [-A2-]{+B1+}\n"
    );
}

#[test]
fn accents_set_apart_and_joiners_stay_with_their_letters() {
    assert_eq!(shown("cafe\u{301} noir", "cafe noir"), "[-cafe\u{301}-]{+cafe+} noir");
    assert_eq!(
        shown("می\u{200c}خواهم، بله", "می\u{200c}روم، بله"),
        "[-می\u{200c}خواهم-]{+می\u{200c}روم+}، بله"
    );
}

#[test]
fn unlike_texts_of_full_length_end_soon() {
    let apart = |signs: &str| signs.chars().cycle().take(4000).collect::<String>();
    for (old, new) in [("«", "»"), (",;:.", ".:;,"), ("a b, c; ", "c,b a;"), ("x y ", "z\n")] {
        let (old, new) = (apart(old), apart(new));
        joins(&compare(&old, &new), &old, &new);
    }
}

#[track_caller]
fn joins(pieces: &[Piece], old: &str, new: &str) {
    let without = |kind| {
        let kept = pieces.iter().filter(|piece| piece.kind != kind);
        kept.map(|piece| piece.text.as_str()).collect::<String>()
    };
    assert_eq!(without(Kind::Added), old);
    assert_eq!(without(Kind::Removed), new);
}

fn letters(text: &str) -> Vec<&str> {
    text.split_inclusive(|_: char| true).collect()
}

/// How many tokens two lists have in common, in order: the plain way, with a table.
fn common(old: &[&str], new: &[&str]) -> usize {
    let mut row = vec![0; new.len() + 1];
    for a in old {
        let mut corner = 0;
        for (place, b) in new.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if a == b { corner + 1 } else { above.max(row[place]) };
            corner = above;
        }
    }
    row[new.len()]
}

proptest! {
    /// The pieces are both texts, whatever the texts are.
    #[test]
    fn pieces_join_to_both_texts(old in "\\PC{0,60}", new in "\\PC{0,60}") {
        joins(&compare(&old, &new), &old, &new);
    }

    /// Also when the texts have much in common.
    #[test]
    fn pieces_of_like_texts_join(old in "([ab,]{1,2}[ \n]){0,40}", new in "([ab,]{1,2}[ \n]){0,40}") {
        let pieces = compare(&old, &new);
        joins(&pieces, &old, &new);
        prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
        for two in pieces.windows(2) {
            prop_assert!(two[0].kind != two[1].kind);
            prop_assert!(two[0].kind != Kind::Added || two[1].kind == Kind::Same);
        }
    }

    /// The way found is a shortest one.
    #[test]
    fn the_way_is_shortest(old in "[abc]{0,30}", new in "[abc]{0,30}") {
        let (old, new) = (letters(&old), letters(&new));
        let mut same = 0;
        walk(&old, &new, &mut |kind, _| same += usize::from(kind == Kind::Same));
        prop_assert_eq!(same, common(&old, &new));
    }

    /// A text is the same as itself.
    #[test]
    fn nothing_changed(text in "\\PC{1,60}") {
        prop_assert_eq!(compare(&text, &text), vec![Piece { kind: Kind::Same, text }]);
    }

    /// Cutting into words loses nothing.
    #[test]
    fn words_join_to_the_text(text in "\\PC{0,60}") {
        prop_assert_eq!(words(&text).concat(), text);
    }
}
