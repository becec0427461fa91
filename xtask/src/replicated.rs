//! Invented surveys with replicate weights, for speed tests: eighty weights beside each record's own, as PISA has them.

use crate::Result;
use crate::generate::{BLOCKS, COUNTRIES, Random};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// What the records answer.
#[derive(Clone, Copy)]
pub enum Answers {
    /// Forty items of five categories.
    Items,
    /// Ten plausible values.
    PlausibleValues,
}

/// Replicate weights of a record.
const REPLICATES: u64 = 80;
/// Zones of a country; each replicate takes one half of every zone at one and a half times its weight, the other at half.
const ZONES: u64 = 40;
const PLAUSIBLE_VALUES: u64 = 10;

/// Writes `rows` records; the same seed gives the same bytes.
pub fn survey(path: &Path, rows: u64, seed: u64, answers: Answers) -> Result<()> {
    let failed = |error: std::io::Error| format!("{}: {error}.", path.display());
    let file = File::create(path).map_err(failed)?;
    let mut writer = BufWriter::with_capacity(1 << 20, file);
    write(&mut writer, rows, &mut Random(seed), answers).map_err(failed)?;
    writer.flush().map_err(failed)
}

fn write(
    out: &mut impl Write,
    rows: u64,
    random: &mut Random,
    answers: Answers,
) -> std::io::Result<()> {
    write!(out, "country_iso3,weight")?;
    for replicate in 1..=REPLICATES {
        write!(out, ",rep{replicate}")?;
    }
    match answers {
        Answers::Items => {
            for (block, count) in BLOCKS {
                for item in 1..=count {
                    write!(out, ",{block}{item:02}")?;
                }
            }
        }
        Answers::PlausibleValues => {
            for value in 1..=PLAUSIBLE_VALUES {
                write!(out, ",PV{value}")?;
            }
        }
    }
    writeln!(out)?;
    let mut line = Vec::new();
    for _ in 0..rows {
        line.clear();
        record(&mut line, random, answers);
        out.write_all(&line)?;
    }
    Ok(())
}

fn record(line: &mut Vec<u8>, random: &mut Random, answers: Answers) {
    let country = random.below(COUNTRIES.len() as u64);
    let (zone, half) = (random.below(ZONES), random.below(2));
    line.extend_from_slice(COUNTRIES[country as usize].0.as_bytes());
    // Weights in ten-thousandths, from 1 to 41; even, so that a half of them needs no more digits.
    let weight = 2 * (5_000 + random.below(200_000));
    number(line, weight, 10_000);
    // Which half a replicate takes of a zone of a country is a matter of their numbers alone.
    let mut halves = Random(country << 32 | zone);
    for _ in 0..REPLICATES {
        let more = halves.below(2) == half;
        number(line, if more { weight / 2 * 3 } else { weight / 2 }, 10_000);
    }
    match answers {
        Answers::Items => {
            for (_, count) in BLOCKS {
                for item in 0..count as u64 {
                    line.push(b',');
                    // One in twenty-five gives no answer; countries and halves of zones differ a little.
                    if random.below(25) > 0 {
                        let lean = (country + item) % 5 + (zone + half) % 3;
                        line.push(b'1' + ((random.below(13) + lean) / 4).min(4) as u8);
                    }
                }
            }
        }
        Answers::PlausibleValues => {
            let middle = 3_000 + 80 * country + 30 * ((zone + half) % 7) + random.below(2_000);
            for _ in 0..PLAUSIBLE_VALUES {
                number(line, middle + random.below(600), 10);
            }
        }
    }
    line.push(b'\n');
}

/// A comma, and a whole number of `parts` as a decimal number.
fn number(line: &mut Vec<u8>, value: u64, parts: u64) {
    line.push(b',');
    let start = line.len();
    let mut rest = value;
    let mut place = 1;
    loop {
        line.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        place *= 10;
        if place == parts {
            line.push(b'.');
        }
        if rest == 0 && place > parts {
            break;
        }
    }
    line[start..].reverse();
}
