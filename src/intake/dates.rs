//! Dates by day and month, and numbers in groups: what a person wrote as the country writes it.

use crate::date::Date;

/// What a date begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// 31/12/2024.
    Day,
    /// 12/31/2024.
    Month,
    /// 2024/12/31.
    Year,
}

/// A column's dates, counted by what they can mean.
#[derive(Debug, Clone, Default)]
pub(super) struct DayMonth {
    /// Cells that are such dates, in one order or another.
    pub(super) dates: u64,
    /// Those that can only be day and month.
    pub(super) day_first: u64,
    /// Those that can only be month and day.
    pub(super) month_first: u64,
    /// Those that begin with the year.
    pub(super) year_first: u64,
    /// Those that mean another day in the other order.
    pub(super) either: u64,
    /// Those that are parted by a slash.
    slashed: u64,
    /// Those with the hours of half a day, `PM`.
    pub(super) half_days: u64,
    /// One that may mean two days.
    pub(super) example: Option<String>,
}

/// What a column's dates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It holds none, or other things besides.
    NoDates,
    /// The values show the order.
    Sure(Order),
    /// Every date can be read both ways.
    Open,
    /// Some are day and month, others month and day.
    Mixed,
}

/// The parts of a date as it was written.
struct Written<'a> {
    numbers: [u32; 3],
    year_first: bool,
    mark: u8,
    time: &'a str,
}

impl DayMonth {
    pub(super) fn see(&mut self, text: &str) {
        let Some(written) = written(text) else {
            return;
        };
        let [first, second, _] = written.numbers;
        self.dates += 1;
        self.half_days += u64::from(half(written.time).1.is_some());
        if written.year_first {
            self.year_first += 1;
            return;
        }
        self.slashed += u64::from(written.mark == b'/');
        match (first > 12, second > 12) {
            (true, _) => self.day_first += 1,
            (_, true) => self.month_first += 1,
            _ if first != second => {
                self.either += 1;
                self.example.get_or_insert_with(|| text.into());
            }
            _ => {}
        }
    }

    /// What the column's `filled` cells are. A few words among dates (`no recuerda`) leave it a column of dates.
    pub(super) fn verdict(&self, filled: u64) -> Verdict {
        if self.dates == 0 || self.dates * 20 < filled * 19 {
            return Verdict::NoDates;
        }
        match (self.day_first, self.month_first) {
            _ if self.year_first == self.dates => Verdict::Sure(Order::Year),
            _ if self.year_first > 0 => Verdict::NoDates,
            (1.., 1..) => Verdict::Mixed,
            (1.., 0) => Verdict::Sure(Order::Day),
            (0, 1..) => Verdict::Sure(Order::Month),
            // Points and hyphens: only countries that write the day first use them.
            _ if self.slashed == 0 || self.either == 0 => Verdict::Sure(Order::Day),
            _ => Verdict::Open,
        }
    }
}

/// A date in ISO 8601, with its time where it has one; none where it is no such date. A zone stays as it is written.
pub(super) fn iso(text: &str, order: Order) -> Option<String> {
    let written = written(text)?;
    let [first, second, third] = written.numbers;
    let (year, month, day) = match (written.year_first, order) {
        (true, _) => (first, second, third),
        (false, Order::Month) => (third, first, second),
        (false, _) => (third, second, first),
    };
    let mut iso = format!("{year:04}-{month:02}-{day:02}");
    Date::parse(&iso).ok()?;
    if let Some(time) = clock(written.time) {
        iso.push('T');
        iso.push_str(&time);
    }
    Some(iso)
}

fn written(text: &str) -> Option<Written<'_>> {
    let bytes = text.as_bytes();
    let mut numbers = [0u32; 3];
    let mut lengths = [0; 3];
    let mut mark = 0;
    let mut at = 0;
    for part in 0..3 {
        while let Some(digit) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
            numbers[part] = numbers[part] * 10 + u32::from(digit - b'0');
            lengths[part] += 1;
            at += 1;
            if lengths[part] > 4 {
                return None;
            }
        }
        if part < 2 {
            let found = *bytes
                .get(at)
                .filter(|byte| matches!(byte, b'/' | b'.' | b'-'))?;
            if part == 1 && found != mark {
                return None;
            }
            mark = found;
            at += 1;
        }
    }
    let time = text.get(at..)?;
    let time = match time.strip_prefix([' ', 'T']) {
        Some(time) => time.trim_start(),
        None if time.is_empty() => time,
        None => return None,
    };
    if !time.is_empty() && clock(time).is_none() {
        return None;
    }
    let year_first = match lengths {
        [1 | 2, 1 | 2, 4] => false,
        // Two digits of a year are a date only beside a time: `5/13/21 14:30:21`, as Microsoft's forms write.
        [1 | 2, 1 | 2, 2] if !time.is_empty() && mark == b'/' => {
            numbers[2] += 2000;
            false
        }
        // With hyphens it is ISO 8601 already.
        [4, 1 | 2, 1 | 2] if mark != b'-' => true,
        _ => return None,
    };
    let [first, second, third] = numbers;
    let possible = match year_first {
        true => (1..=12).contains(&second) && (1..=31).contains(&third),
        false => {
            first > 0
                && second > 0
                && first.min(second) <= 12
                && first.max(second) <= 31
                && third >= 1000
        }
    };
    possible.then_some(Written {
        numbers,
        year_first,
        mark,
        time,
    })
}

/// A time without the mark of its half of the day, and which half that is: true for the second.
fn half(time: &str) -> (&str, Option<bool>) {
    let digits = time
        .find(|letter: char| !letter.is_ascii_digit() && letter != ':' && letter != '.')
        .unwrap_or(time.len());
    let (clock, rest) = time.split_at(digits);
    let rest: String = rest
        .chars()
        .filter(char::is_ascii_alphabetic)
        .take(2)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    match rest.as_str() {
        "am" => (clock, Some(false)),
        "pm" => (clock, Some(true)),
        _ => (clock, None),
    }
}

/// A time as ISO 8601 writes it: `2:30:21 p. m. GMT-5` is `14:30:21`.
fn clock(time: &str) -> Option<String> {
    if time.is_empty() || time.len() > 40 {
        return None;
    }
    let (clock, second_half) = half(time);
    let mut parts = clock.trim_end_matches(':').split(':');
    let mut number = |limit: u32, needed: bool| match parts.next() {
        Some(part) => {
            let whole = part.split('.').next().unwrap_or_default();
            let digits = (1..=2).contains(&whole.len());
            let number = whole.parse::<u32>().ok().filter(|_| digits)?;
            (number < limit).then_some(number)
        }
        None => (!needed).then_some(0),
    };
    let (hour, minute, second) = (number(24, true)?, number(60, true)?, number(60, false)?);
    let hour = match second_half {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    Some(format!("{hour:02}:{minute:02}:{second:02}"))
}

/// `1 234 567,5`, `229'932.50`: a number whose thousands are grouped by spaces or apostrophes, without the groups. Its decimal
/// mark stays.
pub(super) fn grouped(text: &str) -> Option<String> {
    let body = text.strip_prefix('-').unwrap_or(text);
    let group = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    if !body.contains(group) || !body.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match body.find(['.', ',']) {
        Some(at) => (&body[..at], &body[at..]),
        None => (body, ""),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !fraction.is_empty() && !digits(&fraction[1..]) {
        return None;
    }
    let mut groups = whole.split(group);
    let leading = |first: &&str| digits(first) && first.len() <= 3 && !first.starts_with('0');
    let first = groups.next().filter(leading)?;
    let mut number = String::from(if body.len() < text.len() { "-" } else { "" });
    number.push_str(first);
    let mut count = 0;
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return None;
        }
        number.push_str(group);
        count += 1;
    }
    number.push_str(fraction);
    (count > 0).then_some(number)
}

/// Whether a text is digits with one mark at most.
pub(super) fn is_number(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let marks = body.bytes().filter(|byte| matches!(byte, b'.' | b','));
    marks.count() <= 1
        && body.bytes().any(|byte| byte.is_ascii_digit())
        && body
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}
