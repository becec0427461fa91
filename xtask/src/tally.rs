//! How many tests passed and failed, read from what the runners print.

use crate::Result;

/// Counts of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Those that held.
    pub passed: u64,
    /// Those that did not.
    pub failed: u64,
}

impl Tally {
    /// A check that is no test and did not hold.
    pub fn one_failed() -> Tally {
        Tally {
            passed: 0,
            failed: 1,
        }
    }

    /// For the summary; nothing where nothing was counted.
    pub fn words(&self) -> String {
        match (self.passed, self.failed) {
            (0, 0) => String::new(),
            (passed, failed) => format!("{passed} passed, {failed} failed"),
        }
    }

    /// Holds the counts against the runner's own verdict: a run that executed nothing, or that broke outside its tests,
    /// has failed.
    pub fn or_else_failed(self, succeeded: bool) -> Result<Tally> {
        match (self.passed + self.failed, succeeded) {
            (0, true) => Err("No test was executed.".into()),
            (0, false) => Err("The tests did not run.".into()),
            (_, false) if self.failed == 0 => Ok(Tally { failed: 1, ..self }),
            _ => Ok(self),
        }
    }
}

/// Sums lines like `test result: ok. 12 passed; 0 failed; 0 ignored; …`, one a binary.
pub fn of_cargo(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output
        .lines()
        .filter(|line| line.starts_with("test result:"))
    {
        let words: Vec<&str> = line.split(' ').collect();
        for pair in words.windows(2) {
            let count = pair[0].parse().unwrap_or(0);
            match pair[1] {
                "passed;" => tally.passed += count,
                "failed;" => tally.failed += count,
                _ => {}
            }
        }
    }
    tally
}

/// Sums the lines `ℹ pass 12`, `ℹ fail 0` and `ℹ cancelled 0` of Node's `spec` reporter.
pub fn of_node(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [mark, name, count] = words[..] else {
            continue;
        };
        // The mark may stand inside the codes of a colour.
        if !mark.ends_with('ℹ') {
            continue;
        }
        let digits: String = count.chars().take_while(char::is_ascii_digit).collect();
        let count = digits.parse().unwrap_or(0);
        match name {
            "pass" => tally.passed += count,
            "fail" | "cancelled" => tally.failed += count,
            _ => {}
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_prints_a_line_a_binary() {
        let output = "\
            running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 3 passed; 1 failed; 4 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(
            of_cargo(output),
            Tally {
                passed: 5,
                failed: 1
            }
        );
    }

    #[test]
    fn node_prints_a_line_a_count() {
        let output =
            "✔ adds (1ms)\nℹ tests 4\nℹ suites 0\nℹ pass 2\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n";
        assert_eq!(
            of_node(output),
            Tally {
                passed: 2,
                failed: 2
            }
        );
    }

    #[test]
    fn a_run_without_a_test_has_failed() {
        assert!(Tally::default().or_else_failed(true).is_err());
        assert!(Tally::default().or_else_failed(false).is_err());
        let broken = Tally {
            passed: 3,
            failed: 0,
        }
        .or_else_failed(false);
        assert_eq!(
            broken,
            Ok(Tally {
                passed: 3,
                failed: 1
            })
        );
    }
}
