//! Which day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use rolefit::advice::Date;

/// The day by the machine's clock, in universal time.
pub(super) fn by_the_clock() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    of_day(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}

/// The date of a day, counted from the first of January 1970; by Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>), for days from then on.
fn of_day(days: i64) -> Date {
    // The era's years begin with March, so that the leap day is the last of its year.
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let small = |number: i64| u32::try_from(number).unwrap_or_default();
    Date { year: i32::try_from(year).unwrap_or(i32::MAX), month: small(month), day: small(day) }
}

/// Reads YYYY-MM-DD.
pub(super) fn parse(text: &str) -> Result<Date, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let date = match parts[..] {
        [year, month, day] => year.parse().ok().zip(month.parse().ok()).zip(day.parse().ok()),
        _ => None,
    };
    date.map(|((year, month), day)| Date { year, month, day })
        .filter(|date| {
            (1970..10_000).contains(&date.year) && (1..=12).contains(&date.month) && (1..=31).contains(&date.day)
        })
        .ok_or_else(|| "give a day as YYYY-MM-DD, such as 2026-11-25".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{of_day, parse};

    #[test]
    fn days_become_dates() {
        for (day, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_782, "2026-11-25")] {
            assert_eq!(Ok(of_day(day)), parse(date), "{date}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026", "2026-13-01", "2026-01-32", "25.11.2026", "2026-1-1-1"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
