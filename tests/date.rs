//! Dates against an outside calendar.

use pulso::date::{Date, Precision};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Python: `(datetime.date(y, m, d) - datetime.date(1970, 1, 1)).days`.
#[test]
fn day_numbers_are_those_of_another_calendar() {
    for (text, first, last) in [
        ("1970-01-01", 0, 0),
        ("2019-06-30", 18077, 18077),
        ("2020-02", 18293, 18321),
        ("2019-02", 17928, 17955),
        ("2020", 18262, 18627),
        ("1900", -25567, -25203),
        ("2000-02-29", 11016, 11016),
        ("0001-01-01", -719162, -719162),
        ("9999-12-31", 2932896, 2932896),
    ] {
        assert_eq!(
            (date(text).first_day(), date(text).last_day()),
            (first, last),
            "{text}"
        );
        assert_eq!(date(text).to_string(), text);
    }
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "19",
        "2019-6",
        "2019-13",
        "2019-00",
        "2019-02-29",
        "1900-02-29",
        "2019-06-31",
        "2019-06-30-1",
        "2019/06/30",
        "+201",
        "0000",
        "2019-",
        "año",
        "２０１９",
    ] {
        let error = Date::parse(text).unwrap_err();
        assert_eq!(error.code, "invalid_date", "{text}");
    }
    assert_eq!(date(" 2019 ").precision(), Precision::Year);
}

#[test]
fn the_way_is_counted_in_the_finest_unit() {
    // Years only: (2019 − 2010) / (2030 − 2010) = 9/20.
    assert_eq!(
        date("2019").fraction(date("2010"), date("2030")),
        Some(0.45)
    );
    // Months: from the middle of 2019 (June and a half) to January 2020 are 6.5 months; to July 2019, half a month.
    assert_eq!(
        date("2019-07").fraction(date("2019"), date("2020-01")),
        Some(0.5 / 6.5)
    );
    // Days: 1 January to 31 December 2019 are 364 days; 1 July is day 181.
    assert_eq!(
        date("2019-07-01").fraction(date("2019-01-01"), date("2019-12-31")),
        Some(181.0 / 364.0)
    );
    assert_eq!(
        date("2009").fraction(date("2010"), date("2030")),
        Some(-0.05)
    );
    assert_eq!(date("2019").fraction(date("2010"), date("2010")), None);
}

#[test]
fn an_imprecise_date_is_past_when_its_last_day_is() {
    assert!(date("2019-12-30") < date("2019"));
    assert!(
        date("2019") < date("2019-12-31"),
        "of the same last day, the longer interval is the earlier"
    );
}
