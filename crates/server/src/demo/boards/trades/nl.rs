//! In Dutch.

use super::{Aside, Shelf, Talk, Trade, Words};
use board::objective::Theme;

pub(super) const SHELF: Shelf = Shelf {
    trades: [
        Trade {
            sector: "care",
            occupation: "care-assistant",
            words: Words {
                aim: "Zorgkundige worden",
                why: "Ik heb drie jaar voor mijn oma gezorgd.",
                steps: [
                    "Mijn cv bijwerken",
                    "Naar een infosessie gaan",
                    "Een kijkstage vragen",
                    "Samen het gesprek voorbereiden",
                ],
                job: "Zorgkundige",
                employers: [
                    "Woonzorgcentrum De Linde",
                    "Thuiszorg Het Nest",
                    "Rusthuis Zonnedal",
                    "Kliniek De Brug",
                ],
            },
        },
        Trade {
            sector: "logistics",
            occupation: "order-picker",
            words: Words {
                aim: "Vast werk in een magazijn",
                why: "Ik beweeg graag en werk graag in een ploeg.",
                steps: [
                    "Mijn interimwerk in mijn cv zetten",
                    "Attest heftruck halen",
                    "De vroege bussen opzoeken",
                    "Drie kantoren bellen",
                ],
                job: "Orderpicker",
                employers: [
                    "Havenlogistiek Noord",
                    "Magazijnen De Kaai",
                    "Pakjesdienst Leie",
                    "Transport Schelde-Oost",
                ],
            },
        },
        Trade {
            sector: "horeca",
            occupation: "kitchen-helper",
            words: Words {
                aim: "Werken in een keuken",
                why: "Ik kook elke dag voor zes mensen.",
                steps: [
                    "De opleiding hygiëne volgen",
                    "Tien cv’s afdrukken",
                    "Langs de restaurants in de buurt gaan",
                    "Een proefdag vragen",
                ],
                job: "Keukenhulp",
                employers: [
                    "Brasserie De Markt",
                    "Schoolkeuken Centrum",
                    "Eethuis De Prieel",
                    "Traiteur Zuidzon",
                ],
            },
        },
        Trade {
            sector: "retail",
            occupation: "shop-assistant",
            words: Words {
                aim: "Werk in een winkel",
                why: "Ik praat graag met mensen.",
                steps: [
                    "Een titel voor mijn cv kiezen",
                    "Een korte brief schrijven",
                    "Oefenen met wisselgeld",
                    "Mijn cv afgeven in het winkelcentrum",
                ],
                job: "Winkelmedewerker",
                employers: [
                    "Bakkerij Goudkorst",
                    "Kledingzaak Blauwe Draad",
                    "Buurtwinkel Groene Hoek",
                    "Boekhandel De Kade",
                ],
            },
        },
        Trade {
            sector: "it",
            occupation: "it-support",
            words: Words {
                aim: "Een eerste baan in de informatica",
                why: "Ik heb in mijn land netwerken gestudeerd.",
                steps: [
                    "Een profiel online maken",
                    "Mijn cv op één bladzijde zetten",
                    "De taaltest Engels afleggen",
                    "Iemand uit het vak ontmoeten",
                ],
                job: "IT-ondersteuning",
                employers: [
                    "Digitaal Atelier Zon",
                    "Netwerk en Co",
                    "Bureau Heldere Pixel",
                    "Informaticadienst van de Stad",
                ],
            },
        },
        Trade {
            sector: "construction",
            occupation: "painter",
            words: Words {
                aim: "Werken als schilder",
                why: "Ik werkte vijf jaar bij mijn oom.",
                steps: [
                    "Mijn ervaring laten erkennen",
                    "Foto’s van werven verzamelen",
                    "Het veiligheidsattest halen",
                    "De bedrijven op de lijst bellen",
                ],
                job: "Schilder",
                employers: [
                    "Schilderwerken Delta",
                    "Renovatie Drie Bruggen",
                    "Bouw en Klaar",
                    "Werven Waasland",
                ],
            },
        },
    ],
    asides: [
        Aside {
            theme: Theme::Language,
            title: "Vlotter Nederlands spreken",
            steps: ["Naar de babbelgroep gaan", "Een proefgesprek aan de telefoon"],
        },
        Aside {
            theme: Theme::Diploma,
            title: "Mijn diploma laten erkennen",
            steps: ["Mijn papieren verzamelen", "De prijs van de vertaling vragen"],
        },
        Aside {
            theme: Theme::Mobility,
            title: "Mijn rijbewijs halen",
            steps: ["Elke week theorie leren", "Twee rijscholen vergelijken"],
        },
        Aside {
            theme: Theme::Digital,
            title: "Beter met de computer werken",
            steps: ["Een ernstig e-mailadres maken", "Mijn papieren in mappen zetten"],
        },
    ],
    talk: Talk {
        promise: "We zien elkaar elke week en verwittigen als het niet lukt.",
        mentor: [
            "Mooi werk. Bespreken we het donderdag?",
            "Ik vroeg het aan een oud-collega, die wil graag antwoorden.",
            "Zeg zeker wat je al kunt.",
            "Knap dat je gebeld hebt!",
            "Ik lees je brief vanavond na.",
        ],
        mentee: [
            "Ik heb het cv vanmorgen gestuurd.",
            "Ze hebben me teruggebeld.",
            "Ik begreep een woord in de vacature niet.",
            "Dank je, nu is het duidelijker.",
            "Ik heb wat schrik voor het gesprek.",
        ],
        source: "Vacaturesite",
    },
};
