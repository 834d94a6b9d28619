//! First names for the crowd. Nobody is meant by them.

use crate::demo::dice::Dice;

/// Of mentees.
pub(super) const MENTEES: [&str; 60] = [
    "Abdel", "Adila", "Ahmad", "Aisha", "Alem", "Amira", "Anas", "Asha", "Ayaan", "Bakary", "Beza",
    "Carlos", "Chidi", "Dalia", "Daria", "Elham", "Emeka", "Ester", "Fadi", "Farah", "Fatou",
    "Filmon", "Ghazal", "Habib", "Hanna", "Hiba", "Ilyas", "Imane", "Jamal", "Joy", "Kadiatou",
    "Karim", "Khadija", "Kidane", "Lamia", "Leyla", "Liban", "Luwam", "Maha", "Malak", "Mamadou",
    "Marwa", "Mehdi", "Nadine", "Naima", "Nigist", "Olena", "Parisa", "Rania", "Rashid", "Reza",
    "Safa", "Said", "Sara", "Serhii", "Tigist", "Wafa", "Yara", "Yasin", "Zeinab",
];

/// Of mentors.
pub(super) const MENTORS: [&str; 60] = [
    "Agnès",
    "André",
    "Anne",
    "Annick",
    "Arlette",
    "Bart",
    "Benoîte",
    "Bruno",
    "Carine",
    "Chris",
    "Christian",
    "Claire",
    "Daniela",
    "Denis",
    "Didier",
    "Dominique",
    "Eddy",
    "Els",
    "Eric",
    "Eva",
    "Fabienne",
    "Frank",
    "Freddy",
    "Geert",
    "Georges",
    "Ghislaine",
    "Gilbert",
    "Griet",
    "Henri",
    "Hilde",
    "Isabelle",
    "Jan",
    "Jeanine",
    "Johan",
    "José",
    "Karel",
    "Katrien",
    "Laurence",
    "Lieve",
    "Liliane",
    "Luk",
    "Marc-Antoine",
    "Marie-Paule",
    "Mieke",
    "Mireille",
    "Myriam",
    "Noël",
    "Odile",
    "Pascale",
    "Pierre",
    "Raymond",
    "Renée",
    "Rik",
    "Roland",
    "Sabine",
    "Simone",
    "Thérèse",
    "Véronique",
    "Walter",
    "Yvonne",
];

/// Of coordinators.
pub(super) const STAFF: [&str; 24] = [
    "Alice",
    "Aurélie",
    "Bilitis",
    "Catherine",
    "Charlotte",
    "David",
    "Delphine",
    "Élise",
    "Eva",
    "Florence",
    "Gaëlle",
    "Inès",
    "Jonas",
    "Julie",
    "Laetitia",
    "Manon",
    "Nele",
    "Olivier",
    "Pauline",
    "Quentin",
    "Sarah",
    "Simon",
    "Sofie",
    "Tom",
];

/// A name as the coordinators write it: the first one, and a letter.
pub(super) fn with_initial(names: &[&str], dice: &mut Dice) -> String {
    let name = dice.one(names);
    let letter = char::from(b'A' + u8::try_from(dice.below(26)).unwrap_or(0));
    format!("{name} {letter}.")
}
