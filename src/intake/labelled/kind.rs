//! Why there is no answer, from what a file calls it.

use crate::codebook::MissingKind;
use crate::locale::plain;

/// Labels as a whole, lower case and without accents.
const WHOLE: [(&str, MissingKind); 8] = [
    ("dk", MissingKind::DoNotKnow),
    ("ns", MissingKind::DoNotKnow),
    ("ns nr", MissingKind::DoNotKnow),
    ("ns nc", MissingKind::DoNotKnow),
    ("nsp", MissingKind::DoNotKnow),
    ("no se", MissingKind::DoNotKnow),
    ("nr", MissingKind::Refused),
    ("iap", MissingKind::NotApplicable),
];

/// What stands in labels from the beginning of a word on, in English, Spanish, Portuguese and French. The first kind that is found
/// decides: "does not know or does not answer" in one code is `do_not_know`.
const WITHIN: [(MissingKind, &[&str]); 4] = [
    (
        MissingKind::NotAsked,
        &[
            "not administered",
            "not asked",
            "not in questionnaire",
            "no se pregunto",
            "no preguntad",
            "no administrad",
            "no aplicad",
            "nao perguntad",
            "nao administrad",
            "nao aplicad",
            "non posee",
            "pas posee",
            "non administre",
        ],
    ),
    (
        MissingKind::NotApplicable,
        &[
            "not applicable",
            "inapplicable",
            "does not apply",
            "valid skip",
            "legitimate skip",
            "no aplica",
            "no se aplica",
            "no corresponde",
            "no procede",
            "nao aplica",
            "nao se aplica",
            "non applicable",
            "sans objet",
            "ne s applique pas",
        ],
    ),
    (
        MissingKind::DoNotKnow,
        &[
            "do not know",
            "does not know",
            "did not know",
            "don t know",
            "dont know",
            "doesn t know",
            "didn t know",
            "no sabe",
            "no lo sabe",
            "nao sabe",
            "nao sei",
            "ne sait pas",
            "ne sais pas",
        ],
    ),
    (
        MissingKind::Refused,
        &[
            "refus",
            "declined",
            "prefer not",
            "would not say",
            "no answer",
            "rechaz",
            "rehus",
            "no responde",
            "no contesta",
            "no quiso",
            "no quiere responder",
            "prefiere no",
            "recus",
            "nao responde",
            "nao quis",
            "prefere nao",
            "ne repond pas",
            "prefere ne pas",
        ],
    ),
];

/// The kind that a label names; unspecified where it names none.
pub(super) fn kind(label: &str) -> MissingKind {
    let label = format!(" {}", plain(label));
    let whole = WHOLE.iter().find(|(word, _)| label.get(1..) == Some(*word));
    let begins = |word: &&str| {
        let mut places = label.match_indices(*word);
        places.any(|(at, _)| label.as_bytes().get(at.wrapping_sub(1)) == Some(&b' '))
    };
    let within = || WITHIN.iter().find(|(_, words)| words.iter().any(begins));
    whole
        .map(|(_, kind)| *kind)
        .or_else(|| within().map(|(kind, _)| *kind))
        .unwrap_or(MissingKind::Unspecified)
}
