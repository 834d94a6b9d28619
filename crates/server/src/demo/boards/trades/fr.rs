//! In French.

use super::{Aside, Shelf, Talk, Trade, Words};
use board::objective::Theme;

pub(super) const SHELF: Shelf = Shelf {
    trades: [
        Trade {
            sector: "care",
            occupation: "care-assistant",
            words: Words {
                aim: "Devenir aide-soignante ou aide-soignant",
                why: "J’ai soigné ma grand-mère pendant trois ans.",
                steps: [
                    "Mettre mon CV à jour",
                    "Assister à une séance d’info",
                    "Demander un stage d’observation",
                    "Préparer l’entretien ensemble",
                ],
                job: "Aide-soignant·e",
                employers: [
                    "Résidence Les Tilleuls",
                    "Maison de repos Le Verger",
                    "Soins à domicile du Val",
                    "Clinique de la Colline",
                ],
            },
        },
        Trade {
            sector: "logistics",
            occupation: "order-picker",
            words: Words {
                aim: "Un contrat fixe en logistique",
                why: "J’aime bouger et travailler en équipe.",
                steps: [
                    "Refaire mon CV avec mes intérims",
                    "M’inscrire au brevet cariste",
                    "Regarder les bus tôt le matin",
                    "Appeler trois agences",
                ],
                job: "Préparateur de commandes",
                employers: [
                    "Logistique du Plateau",
                    "Transports Meuse-Nord",
                    "Dépôt Central des Hauts",
                    "Colis Express Ardenne",
                ],
            },
        },
        Trade {
            sector: "horeca",
            occupation: "kitchen-helper",
            words: Words {
                aim: "Travailler en cuisine",
                why: "Je cuisine chaque jour pour six personnes.",
                steps: [
                    "Suivre la formation hygiène",
                    "Imprimer dix CV",
                    "Visiter les restaurants du quartier",
                    "Demander un jour d’essai",
                ],
                job: "Commis de cuisine",
                employers: [
                    "Brasserie du Marché",
                    "Cantine des Écoles",
                    "Restaurant La Tonnelle",
                    "Traiteur Saveurs du Sud",
                ],
            },
        },
        Trade {
            sector: "retail",
            occupation: "shop-assistant",
            words: Words {
                aim: "Un travail dans un magasin",
                why: "J’aime parler avec les gens.",
                steps: [
                    "Choisir une photo et un titre pour mon CV",
                    "Écrire une lettre courte",
                    "M’entraîner au rendu de monnaie",
                    "Déposer mon CV au centre commercial",
                ],
                job: "Vendeur ou vendeuse",
                employers: [
                    "Boulangerie Au Bon Grain",
                    "Magasin Le Fil Bleu",
                    "Supérette du Coin Vert",
                    "Librairie des Quais",
                ],
            },
        },
        Trade {
            sector: "it",
            occupation: "it-support",
            words: Words {
                aim: "Un premier emploi en informatique",
                why: "J’ai étudié le réseau dans mon pays.",
                steps: [
                    "Créer un profil professionnel en ligne",
                    "Refaire le CV en une page",
                    "Passer le test de niveau d’anglais",
                    "Rencontrer une personne du métier",
                ],
                job: "Support informatique",
                employers: [
                    "Atelier Numérique Soleil",
                    "Réseaux et Cie",
                    "Bureau Pixel Clair",
                    "Service informatique de la Ville",
                ],
            },
        },
        Trade {
            sector: "construction",
            occupation: "painter",
            words: Words {
                aim: "Travailler comme peintre en bâtiment",
                why: "J’ai travaillé cinq ans avec mon oncle.",
                steps: [
                    "Faire valider mes compétences",
                    "Rassembler des photos de chantiers",
                    "Passer l’attestation de sécurité",
                    "Appeler les entreprises de la liste",
                ],
                job: "Peintre en bâtiment",
                employers: [
                    "Peintures Delta",
                    "Rénovation des Trois Ponts",
                    "Bâti-Clair",
                    "Chantiers du Pays Vert",
                ],
            },
        },
    ],
    asides: [
        Aside {
            theme: Theme::Language,
            title: "Parler plus facilement au téléphone",
            steps: ["Écrire trois phrases pour commencer", "Faire un appel d’essai"],
        },
        Aside {
            theme: Theme::Diploma,
            title: "Faire reconnaître mon diplôme",
            steps: ["Rassembler mes documents", "Demander le prix de la traduction"],
        },
        Aside {
            theme: Theme::Mobility,
            title: "Passer le permis de conduire",
            steps: ["Étudier la théorie chaque semaine", "Comparer deux auto-écoles"],
        },
        Aside {
            theme: Theme::Digital,
            title: "Être à l’aise avec l’ordinateur",
            steps: ["Créer une adresse e-mail sérieuse", "Ranger mes documents dans des dossiers"],
        },
    ],
    talk: Talk {
        promise: "Se voir chaque semaine et prévenir si on ne peut pas venir.",
        mentor: [
            "Beau travail. On en parle jeudi ?",
            "J’ai demandé à un ancien collègue, il veut bien vous répondre.",
            "Pensez à dire ce que vous savez déjà faire.",
            "Bravo pour cet appel !",
            "Je relis votre lettre ce soir.",
        ],
        mentee: [
            "J’ai envoyé le CV ce matin.",
            "On m’a rappelé, c’est encourageant.",
            "Je n’ai pas compris un mot de l’annonce.",
            "Merci, c’est plus clair maintenant.",
            "J’ai un peu peur de l’entretien.",
        ],
        source: "Site d’offres d’emploi",
    },
};
