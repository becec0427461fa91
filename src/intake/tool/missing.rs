//! Answers that are none: refused, not known, not applicable. The kinds stay apart.

use crate::codebook::{Code, MissingCode, MissingKind};
use crate::intake::profile::Profile;
use crate::locale::plain;

/// Most distinct values of a column whose answers are choices. In more there are a person's own words.
const CHOICES: usize = 60;

/// Why a choice of this label is no answer, in the four languages; none where it is one.
pub(in crate::intake) fn kind(label: &str) -> Option<MissingKind> {
    const REFUSED: [&str; 29] = [
        "refused",
        "refusal",
        "refuse",
        "refused to answer",
        "refuse to answer",
        "prefer not to say",
        "prefer not to answer",
        "i prefer not to answer",
        "no response",
        "no answer",
        "no responde",
        "no contesta",
        "no respondio",
        "prefiero no responder",
        "prefiero no decir",
        "prefiero no decirlo",
        "prefiere no responder",
        "rehusa responder",
        "se niega a responder",
        "rechazo responder",
        "recusou",
        "recusou se a responder",
        "nao respondeu",
        "nao responde",
        "prefiro nao responder",
        "prefere nao responder",
        "prefiro nao dizer",
        "refus de repondre",
        "je prefere ne pas repondre",
    ];
    const DO_NOT_KNOW: [&str; 19] = [
        "dk",
        "do not know",
        "don t know",
        "dont know",
        "i don t know",
        "i do not know",
        "unsure",
        "not sure",
        "no sabe",
        "no se",
        "no lo se",
        "no lo sabe",
        "nao sabe",
        "nao sei",
        "ne sait pas",
        "je ne sais pas",
        "no recuerda",
        "no recuerdo",
        "nao lembra",
    ];
    const NOT_APPLICABLE: [&str; 11] = [
        "not applicable",
        "does not apply",
        "no aplica",
        "no corresponde",
        "no procede",
        "nao se aplica",
        "nao aplicavel",
        "non applicable",
        "sans objet",
        "ne s applique pas",
        "n a",
    ];
    const NOT_ASKED: [&str; 6] = [
        "not asked",
        "no preguntada",
        "no se pregunto",
        "nao perguntado",
        "non pose",
        "not shown",
    ];
    const UNSPECIFIED: [&str; 10] = [
        "ns nr",
        "ns nc",
        "nsp",
        "no sabe no responde",
        "no sabe no contesta",
        "nao sabe nao respondeu",
        "nao sabe nao responde",
        "don t know refused",
        "ne sait pas ne repond pas",
        "missing",
    ];
    let words = plain(label);
    let words = words.as_str();
    match () {
        () if REFUSED.contains(&words) => Some(MissingKind::Refused),
        () if DO_NOT_KNOW.contains(&words) => Some(MissingKind::DoNotKnow),
        () if NOT_APPLICABLE.contains(&words) => Some(MissingKind::NotApplicable),
        () if NOT_ASKED.contains(&words) => Some(MissingKind::NotAsked),
        () if UNSPECIFIED.contains(&words) => Some(MissingKind::Unspecified),
        () => None,
    }
}

/// The values of a column that are no answer.
pub(super) fn of(profile: &Profile) -> Vec<MissingCode> {
    if profile.many || profile.values.len() > CHOICES {
        return Vec::new();
    }
    let values = profile.values.keys();
    values
        .filter_map(|value| {
            Some(MissingCode {
                code: Code::Text(value.clone()),
                kind: kind(value)?,
            })
        })
        .collect()
}
