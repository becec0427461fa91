//! An invented survey of school leaders, for speed tests where the project's own generator cannot run.
//!
//! Every record is invented. The columns are those of a real export: ids, dates, a design, forty items with codes for "don't
//! know" and "refused" and with blanks, places, and free text with commas, quotes, line breaks and accents.

use crate::Result;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Countries with the language of their free text.
pub const COUNTRIES: [(&str, usize); 30] = [
    ("ARG", 0),
    ("ATG", 2),
    ("BHS", 2),
    ("BLZ", 2),
    ("BOL", 0),
    ("BRA", 1),
    ("BRB", 2),
    ("CHL", 0),
    ("COL", 0),
    ("CRI", 0),
    ("CUB", 0),
    ("DMA", 2),
    ("DOM", 0),
    ("ECU", 0),
    ("GRD", 2),
    ("GTM", 0),
    ("GUY", 2),
    ("HND", 0),
    ("HTI", 3),
    ("JAM", 2),
    ("MEX", 0),
    ("NIC", 0),
    ("PAN", 0),
    ("PER", 0),
    ("PRY", 0),
    ("SLV", 0),
    ("SUR", 2),
    ("TTO", 2),
    ("URY", 0),
    ("VEN", 0),
];
const LANGUAGES: [&str; 4] = ["es", "pt", "en", "fr"];
const COMMENTS: [[&str; 3]; 4] = [
    [
        "\"Falta de tiempo y demasiado papeleo, sobre todo en \"\"fin de año\"\".\"",
        "\"El comité se reúne cada mes.\nLa participación de las familias mejoró, pero aún es baja.\"",
        "Ninguna",
    ],
    [
        "\"Há falta de professores e a formação, quando existe, é curta.\"",
        "\"A gestão democrática avançou; \"\"o conselho escolar\"\" é ativo.\"",
        "Nenhuma",
    ],
    [
        "\"Too much paperwork, not enough time in classrooms.\"",
        "\"Teachers need coaching.\nParents want to help.\"",
        "None",
    ],
    [
        "\"Manque d’enseignants formés, surtout en zone rurale.\"",
        "\"Pas d’électricité.\nPas d’internet.\"",
        "Aucune",
    ],
];
/// The items: blocks with their number of questions.
pub const BLOCKS: [(char, usize); 7] = [
    ('A', 7),
    ('B', 6),
    ('C', 6),
    ('D', 5),
    ('E', 6),
    ('F', 5),
    ('G', 5),
];
/// Strata of a country, and sampling units of a stratum.
const STRATA: u64 = 8;
const UNITS: u64 = 40;

/// Writes `rows` records; the same seed gives the same bytes.
pub fn survey(path: &Path, rows: u64, seed: u64) -> Result<()> {
    let failed = |error: std::io::Error| format!("{}: {error}.", path.display());
    let file = File::create(path).map_err(failed)?;
    let mut writer = BufWriter::with_capacity(1 << 20, file);
    write(&mut writer, rows, &mut Random(seed)).map_err(failed)?;
    writer.flush().map_err(failed)
}

fn write(out: &mut impl Write, rows: u64, random: &mut Random) -> std::io::Result<()> {
    write!(
        out,
        "resp_id,wave,interview_date,interview_start,duration_s,country_iso3,admin1_code,school_id,stratum,psu,weight,role,\
         gender,age,years_experience,school_sector,area,enrolment,n_teachers,pct_female_teachers,hours_leadership,internet"
    )?;
    for (block, count) in BLOCKS {
        for item in 1..=count {
            write!(out, ",{block}{item:02}")?;
        }
    }
    writeln!(out, ",latitude,longitude,language,open_comment")?;
    for id in 0..rows {
        record(out, id, random)?;
    }
    Ok(())
}

fn record(out: &mut impl Write, id: u64, random: &mut Random) -> std::io::Result<()> {
    let (country, language) = COUNTRIES[random.below(30) as usize];
    let (stratum, unit) = (random.below(STRATA), random.below(UNITS));
    let (wave, month, day) = (
        1 + random.below(3),
        3 + random.below(3),
        1 + random.below(28),
    );
    let date = format!("{}-{month:02}-{day:02}", 2022 + wave);
    write!(
        out,
        "R{id:09},{wave},{date},{date}T{:02}:{:02}:{:02}.000,{},",
        7 + random.below(12),
        random.below(60),
        random.below(60),
        300 + random.below(3000)
    )?;
    write!(
        out,
        "{country},{country}-{:02},{country}{:08},{country}-{stratum},{country}-{stratum}-{unit:03},",
        1 + random.below(24),
        id / 2
    )?;
    if random.below(5000) > 0 {
        write!(out, "{:.6}", 4.0 + 40.0 * random.share() * random.share())?;
    }
    let age = if random.below(200) == 0 {
        999
    } else {
        23 + random.below(49)
    };
    write!(
        out,
        ",{},{},{age},{},{},{},{},{},{:.1},{:.1},{}",
        ["principal", "vice_principal", "coordinator"][random.below(3) as usize],
        1 + random.below(2),
        random.below(40),
        ["public", "private"][(stratum >> 1 & 1) as usize],
        ["urban", "rural"][(stratum & 1) as usize],
        20 + random.below(900),
        2 + random.below(60),
        100.0 * random.share(),
        30.0 * random.share(),
        random.below(2)
    )?;
    items(out, country, unit, wave, random)?;
    if random.below(33) > 0 {
        write!(
            out,
            ",{:.5},{:.5}",
            60.0 * random.share() - 35.0,
            -35.0 - 75.0 * random.share()
        )?;
    } else {
        write!(out, ",,")?;
    }
    let comment = match random.below(8) {
        0 => COMMENTS[language][random.below(3) as usize],
        _ => "",
    };
    writeln!(out, ",{},{comment}", LANGUAGES[language])
}

/// Answers lean with the country, the sampling unit and the person; 2% don't know, 1% refuse, 4% are blank, and the first
/// wave was not asked the last block.
fn items(
    out: &mut impl Write,
    country: &str,
    unit: u64,
    wave: u64,
    random: &mut Random,
) -> std::io::Result<()> {
    let letters: u64 = country.bytes().map(u64::from).sum();
    let lean = (letters % 7) as f64 / 10.0 + (unit % 5) as f64 / 10.0 + random.share();
    for (block, count) in BLOCKS {
        for item in 0..count {
            let fate = random.below(100);
            if fate < 4 || (block == 'G' && wave == 1) {
                write!(out, ",")?;
            } else if fate < 7 {
                write!(out, ",{}", if fate < 6 { 98 } else { 99 })?;
            } else {
                let answer = 1.0 + lean + 2.2 * random.share() + 0.08 * item as f64;
                write!(out, ",{}", answer.min(5.0) as u8)?;
            }
        }
    }
    Ok(())
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, seeded, and good enough to invent answers.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 to one below `bound`; its bias is below 2⁻³² for the bounds used here.
    pub fn below(&mut self, bound: u64) -> u64 {
        ((self.next() >> 32) * bound) >> 32
    }

    /// A number from 0 to below 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}
