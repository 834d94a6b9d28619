//! In English.

use super::{Aside, Shelf, Talk, Trade, Words};
use board::objective::Theme;

pub(super) const SHELF: Shelf = Shelf {
    trades: [
        Trade {
            sector: "care",
            occupation: "care-assistant",
            words: Words {
                aim: "Become a care assistant",
                why: "I looked after my grandmother for three years.",
                steps: [
                    "Update my CV",
                    "Go to an information session",
                    "Ask for a day of observation",
                    "Prepare the interview together",
                ],
                job: "Care assistant",
                employers: [
                    "Lime Tree Residence",
                    "Orchard Care Home",
                    "Valley Home Care",
                    "Hill Clinic",
                ],
            },
        },
        Trade {
            sector: "logistics",
            occupation: "order-picker",
            words: Words {
                aim: "A permanent job in a warehouse",
                why: "I like to move and to work in a team.",
                steps: [
                    "Put my agency work into my CV",
                    "Register for the forklift course",
                    "Look up the early buses",
                    "Call three agencies",
                ],
                job: "Order picker",
                employers: [
                    "Plateau Logistics",
                    "North Quay Transport",
                    "Central Depot",
                    "Parcel Lines",
                ],
            },
        },
        Trade {
            sector: "horeca",
            occupation: "kitchen-helper",
            words: Words {
                aim: "Work in a kitchen",
                why: "I cook for six people every day.",
                steps: [
                    "Take the hygiene course",
                    "Print ten CVs",
                    "Visit the restaurants nearby",
                    "Ask for a trial day",
                ],
                job: "Kitchen helper",
                employers: [
                    "Market Brasserie",
                    "School Canteen",
                    "Arbour Restaurant",
                    "South Sun Catering",
                ],
            },
        },
        Trade {
            sector: "retail",
            occupation: "shop-assistant",
            words: Words {
                aim: "A job in a shop",
                why: "I like to talk with people.",
                steps: [
                    "Choose a title for my CV",
                    "Write a short letter",
                    "Practise giving change",
                    "Leave my CV at the shopping centre",
                ],
                job: "Shop assistant",
                employers: [
                    "Golden Crust Bakery",
                    "Blue Thread",
                    "Green Corner Shop",
                    "Quayside Books",
                ],
            },
        },
        Trade {
            sector: "it",
            occupation: "it-support",
            words: Words {
                aim: "A first job in IT",
                why: "I studied networks in my country.",
                steps: [
                    "Make a profile online",
                    "Bring the CV down to one page",
                    "Take the English test",
                    "Meet somebody from the trade",
                ],
                job: "IT support",
                employers: [
                    "Sun Digital Workshop",
                    "Networks and Co",
                    "Clear Pixel Office",
                    "City IT Service",
                ],
            },
        },
        Trade {
            sector: "construction",
            occupation: "painter",
            words: Words {
                aim: "Work as a painter",
                why: "I worked with my uncle for five years.",
                steps: [
                    "Have my skills recognised",
                    "Collect pictures of my work",
                    "Get the safety certificate",
                    "Call the firms on the list",
                ],
                job: "House painter",
                employers: [
                    "Delta Paints",
                    "Three Bridges Renovation",
                    "Bright Build",
                    "Green Land Sites",
                ],
            },
        },
    ],
    asides: [
        Aside {
            theme: Theme::Language,
            title: "Speak French on the phone",
            steps: ["Write three sentences to begin with", "Make a trial call"],
        },
        Aside {
            theme: Theme::Diploma,
            title: "Have my diploma recognised",
            steps: ["Collect my papers", "Ask the price of a translation"],
        },
        Aside {
            theme: Theme::Mobility,
            title: "Get a driving licence",
            steps: ["Learn the theory every week", "Compare two driving schools"],
        },
        Aside {
            theme: Theme::Digital,
            title: "Feel at home with a computer",
            steps: ["Make a serious e-mail address", "Put my papers into folders"],
        },
    ],
    talk: Talk {
        promise: "Meet every week, and say so when we cannot come.",
        mentor: [
            "Nice work. Shall we talk about it on Thursday?",
            "I asked a former colleague, who is glad to answer you.",
            "Say what you can do already.",
            "Well done for that call!",
            "I will read your letter tonight.",
        ],
        mentee: [
            "I sent the CV this morning.",
            "They called me back.",
            "There is a word in the advert I do not know.",
            "Thank you, it is clearer now.",
            "I am a little afraid of the interview.",
        ],
        source: "Job site",
    },
};
