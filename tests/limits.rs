//! The limits that README.md states are those that hold.

use pulso::intake::{MAX_CELLS, MAX_DEPTH, MAX_INFLATED, MAX_TABLES};
use pulso::read::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROWS};

#[test]
fn the_limits_are_as_the_readme_says() {
    let readme = include_str!("../README.md");
    let stated = |what: &str| {
        let line = readme.lines().find(|line| line.starts_with(what));
        let line = line.unwrap_or_else(|| panic!("no line of {what}"));
        let number = line.trim_end_matches([' ', '|']).rsplit(' ').next();
        let digits: String = number.unwrap_or_default().replace(',', "");
        digits.parse::<u64>().expect("a number")
    };
    assert_eq!(stated("| rows"), MAX_ROWS as u64);
    assert_eq!(stated("| columns"), MAX_COLUMNS as u64);
    assert_eq!(stated("| cells of a table"), MAX_CELLS);
    assert_eq!(stated("| bytes of a cell"), MAX_CELL_BYTES as u64);
    assert_eq!(stated("| megabytes that a compressed"), MAX_INFLATED >> 20);
    assert_eq!(stated("| sheets"), MAX_TABLES as u64);
    assert_eq!(stated("| levels"), MAX_DEPTH as u64);
    // The browser's own, in the worker.
    let worker = include_str!("../www/engine/intake.js");
    assert!(worker.contains("const MOST = 1 << 30;"));
    assert_eq!(stated("| megabytes of a file in the browser"), 1 << 10);
}
