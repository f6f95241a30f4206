//! The rule on tenses, where the dates beside the heading say whether a job goes on.

use crate::resume::{JobEnd, LineKind};

use super::reading::Reading;
use super::verbs::Form;
use super::{Date, Found};

/// A past job told in the present; what goes on "currently" told in the past.
pub(super) fn tense(reading: &Reading, today: Option<Date>) -> Vec<Found> {
    if !matches!(reading.line.kind, LineKind::Experience | LineKind::Volunteer) {
        return Vec::new();
    }
    let (Some(end), Some(opener)) = (reading.line.job_end, reading.opener) else { return Vec::new() };
    let words = reading.begins..reading.begins + opener.words;
    match (end, opener.form) {
        (JobEnd::In { year, month }, Form::Base | Form::Third | Form::Ing) if is_over(year, month, today) => {
            vec![Found::at(reading, words, |verb| format!("\"{verb}\" is no past, and this job ended in {year}"))]
        }
        (JobEnd::Open, Form::Past) if reading.words.iter().any(|word| word.text == "currently") => {
            vec![Found::at(reading, words, |verb| format!("\"{verb}\" is the past of what goes on \"currently\""))]
        }
        _ => Vec::new(),
    }
}

/// Whether a job had ended by `today`. Where the day is not known, an end that is written down counts.
fn is_over(year: u16, month: Option<u8>, today: Option<Date>) -> bool {
    let Some(today) = today else { return true };
    let year = i32::from(year);
    year < today.year || year == today.year && month.is_none_or(|month| u32::from(month) <= today.month)
}
