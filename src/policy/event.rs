//! Events, and the status that they amount to.

use crate::date::Date;
use crate::order::sort;
use std::collections::BTreeSet;

/// A country reached a stage of a dimension on a date, or is not known to be at any from that date on.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The country, ISO 3166-1 alpha-3.
    pub iso3: String,
    /// The dimension of the taxonomy.
    pub dimension: String,
    /// The code; `None` where the status is not known from here on.
    pub stage: Option<u8>,
    /// When it happened.
    pub date_event: Date,
    /// When it was recorded, where the tracker keeps it.
    pub date_recorded: Option<Date>,
    /// Its own id.
    pub id: Option<String>,
    /// Id of the event that it corrects.
    pub supersedes: Option<String>,
    /// What the tracker adds to the stage: `1` general, `0` targeted.
    pub flag: Option<String>,
    /// Where it can be looked up.
    pub source: Option<String>,
    /// Row of the file, from 1, the header being row 1.
    pub row: u64,
}

/// The events of a tracker, append-only.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Events {
    /// By country, dimension and date; of one day, in the order in which they were recorded, then of the file.
    events: Vec<Event>,
}

/// What a country has reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Status<'a> {
    /// The event that it rests on.
    pub event: &'a Event,
    /// An event that is known to the month or the year only, may have happened by then, and would change the stage.
    pub unless: Option<&'a Event>,
}

impl Status<'_> {
    /// The code, where it is known for certain.
    pub fn code(&self) -> Option<u8> {
        match self.unless {
            None => self.event.stage,
            Some(_) => None,
        }
    }
}

impl Events {
    /// Puts events in order.
    pub fn new(mut events: Vec<Event>) -> Self {
        sort(&mut events, &|a: &Event, b: &Event| {
            let key = |event: &Event| (event.date_event, event.date_recorded, event.row);
            (&a.iso3, &a.dimension)
                .cmp(&(&b.iso3, &b.dimension))
                .then_with(|| key(a).cmp(&key(b)))
        });
        Events { events }
    }

    /// The events, in order.
    pub fn all(&self) -> &[Event] {
        &self.events
    }

    /// Countries with an event, by code.
    pub fn countries(&self) -> Vec<&str> {
        let codes: BTreeSet<&str> = self
            .events
            .iter()
            .map(|event| event.iso3.as_str())
            .collect();
        codes.into_iter().collect()
    }

    /// The status on a date, as it was known on another: the latest event not superseded with `date_event` ≤ `on` and
    /// `date_recorded` ≤ `known_on`. `None` where no event has happened for certain.
    ///
    /// A date of month or year precision means its last day. An event that is known to the month or the year has happened
    /// for certain from its last day on; before that it may have, which [`Status::unless`] tells. An event whose record is
    /// not dated was known on no date that is asked for.
    pub fn status(
        &self,
        iso3: &str,
        dimension: &str,
        on: Date,
        known_on: Option<Date>,
    ) -> Option<Status<'_>> {
        let valid = self.valid(iso3, dimension, known_on);
        let day = on.last_day();
        let event = valid
            .iter()
            .rfind(|event| event.date_event.last_day() <= day)?;
        let unless = valid
            .iter()
            .find(|other| {
                let date = other.date_event;
                let may_have_happened = date.first_day() <= day && day < date.last_day();
                may_have_happened && other.stage != event.stage
            })
            .copied();
        Some(Status { event, unless })
    }

    /// The events of a dimension in a country, as it was known on a date, without those that another one corrects.
    pub(super) fn valid(&self, iso3: &str, dimension: &str, known_on: Option<Date>) -> Vec<&Event> {
        let known: Vec<&Event> = self
            .events
            .iter()
            .filter(|event| event.iso3 == iso3 && event.dimension == dimension)
            .filter(|event| is_known(event, known_on))
            .collect();
        let superseded: BTreeSet<&str> = known
            .iter()
            .filter_map(|event| event.supersedes.as_deref())
            .collect();
        let valid = |event: &&&Event| {
            let id = event.id.as_deref();
            id.is_none_or(|id| !superseded.contains(id))
        };
        known.iter().filter(valid).copied().collect()
    }
}

fn is_known(event: &Event, on: Option<Date>) -> bool {
    match (on, event.date_recorded) {
        (None, _) => true,
        (Some(on), Some(recorded)) => recorded.last_day() <= on.last_day(),
        (Some(_), None) => false,
    }
}
