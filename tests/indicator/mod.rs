//! Progress, pace and status, worked by hand from statistics.md section 4. Each comment shows the working.

mod composite;

use pulso::date::Date;
use pulso::document::Basis;
use pulso::estimate::Flag;
use pulso::indicator::{
    Baseline, Direction, Indicator, IndicatorStatus, Measured, Observation, Status, Target, status,
};

/// From 0.45 in 2013 to 0.80 in 2030.
fn indicator() -> Indicator {
    Indicator {
        id: "I12".into(),
        node: "N3a".into(),
        baseline: Some(Baseline {
            value: 0.45,
            date: "2013".into(),
            ..Baseline::default()
        }),
        targets: vec![target(0.80, "2030")],
        ..Indicator::default()
    }
}

fn target(value: f64, date: &str) -> Target {
    Target {
        value,
        date: date.into(),
        illustrative: false,
    }
}

fn value(value: f64) -> Measured {
    Measured {
        value: Some(value),
        date: Date::parse("2019").ok(),
        ..Measured::default()
    }
}

/// Known error, so that the multiplier is the normal's 1.959964.
fn estimate(estimate: f64, se: f64) -> Measured {
    Measured {
        se: Some(se),
        ..value(estimate)
    }
}

fn stand(indicator: &Indicator, measured: &Measured) -> IndicatorStatus {
    status(indicator, measured).unwrap()
}

#[track_caller]
fn near(found: Option<f64>, wanted: f64) {
    let found = found.unwrap();
    assert!((found - wanted).abs() < 1e-6, "{found} is not {wanted}");
}

/// φ = 6/17; e = 0.45 + 0.35 · 6/17 = 0.573529; P = 0.15/0.35 = 0.428571; R = 0.15/0.123529 = 1.214286.
#[test]
fn on_the_line_or_above_it_is_on_track() {
    let standing = stand(&indicator(), &value(0.60));
    near(standing.expected, 0.573529411764706);
    near(standing.progress, 0.428571428571429);
    near(standing.pace, 1.214285714285714);
    assert_eq!(standing.status, Status::OnTrack);
    assert_eq!(
        (standing.firm, standing.ci),
        (None, None),
        "no error, no interval"
    );
}

/// e − b = 0.123529: a pace of 0.95 is y = 0.567353, of 0.60 y = 0.524118.
#[test]
fn the_cuts_are_0_95_and_0_60_of_the_way_expected() {
    for (y, wanted) in [
        (0.56736, Status::OnTrack),
        (0.56735, Status::AtRisk),
        (0.52412, Status::AtRisk),
        (0.52411, Status::OffTrack),
        (0.45, Status::OffTrack),
        (0.449, Status::MovingAway),
        (0.80, Status::Achieved),
        (0.95, Status::Achieved),
    ] {
        assert_eq!(stand(&indicator(), &value(y)).status, wanted, "{y}");
    }
    // From 0 to 1 in ten years, after four: 0.38 of 0.4 is 0.95, though not in binary.
    let mut even = indicator();
    even.baseline = Some(Baseline {
        value: 0.0,
        date: "2015".into(),
        ..Baseline::default()
    });
    even.targets = vec![target(1.0, "2025")];
    assert_eq!(
        stand(&even, &value(0.38)).status,
        Status::OnTrack,
        "zero is an ordinary number"
    );
    near(stand(&even, &value(0.0)).progress, 0.0);
}

/// The same formula downwards: 30 in 2013 to 13 in 2030, one a year, so 24 are due in 2019; at 26, P = 4/17 and R = 4/6.
#[test]
fn less_can_be_better() {
    let mut stress = indicator();
    stress.direction = Direction::Down;
    stress.baseline = Some(Baseline {
        value: 30.0,
        date: "2013".into(),
        ..Baseline::default()
    });
    stress.targets = vec![target(13.0, "2030")];
    let standing = stand(&stress, &value(26.0));
    near(standing.expected, 24.0);
    near(standing.progress, 4.0 / 17.0);
    near(standing.pace, 4.0 / 6.0);
    assert_eq!(standing.status, Status::AtRisk);
    assert_eq!(stand(&stress, &value(31.0)).status, Status::MovingAway);
    assert_eq!(stand(&stress, &value(12.0)).status, Status::Achieved);
}

/// 0.45 in 2013, 0.50 by 2017, 0.80 by 2029: two years into the second step e = 0.50 + 0.30 · 2/12 = 0.55. At 0.53,
/// R = 0.08/0.10 = 0.8, and P = 0.08/0.35 still counts to the last target. Targets may stand in any order.
#[test]
fn the_line_goes_through_every_target() {
    let mut steps = indicator();
    steps.targets = vec![target(0.80, "2029"), target(0.50, "2017")];
    let standing = stand(&steps, &value(0.53));
    near(standing.expected, 0.55);
    near(standing.pace, 0.8);
    near(standing.progress, 0.228571428571429);
    let late = Measured {
        date: Date::parse("2035").ok(),
        ..value(0.66)
    };
    near(stand(&steps, &late).expected, 0.80);
    near(stand(&steps, &late).pace, 0.6);
}

/// On the cut of 0.95 (y = 0.567353) for y = 0.60: distance 0.032647. With se 0.016 the half-width is 0.031359: firm. A
/// baseline error of 0.01 carries (1 − 0.95 · 6/17) = 0.664706 of itself: √(0.031359² + (0.664706 · 0.0196)²) = 0.033960:
/// no longer.
#[test]
fn firm_is_what_the_interval_leaves_no_doubt_of() {
    assert_eq!(stand(&indicator(), &estimate(0.60, 0.016)).firm, Some(true));
    assert_eq!(
        stand(&indicator(), &estimate(0.60, 0.017)).firm,
        Some(false)
    );
    let mut uncertain = indicator();
    uncertain.baseline.as_mut().unwrap().se = Some(0.01);
    let standing = stand(&uncertain, &estimate(0.60, 0.016));
    assert_eq!(
        (standing.status, standing.firm),
        (Status::OnTrack, Some(false))
    );
    // SE of P: √(0.016² + (1 − 0.428571)² · 0.01²)/0.35 = 0.048542; 1.959964 of it is 0.095141.
    let [low, high] = standing.progress_ci.unwrap();
    near(Some(low), 0.428571428571 - 0.0951413);
    near(Some(high), 0.428571428571 + 0.0951413);
    // At risk lies between two cuts, 0.524118 and 0.567353: 0.5457 is 0.0216 from each.
    assert_eq!(
        stand(&indicator(), &estimate(0.5457, 0.010)).firm,
        Some(true)
    );
    assert_eq!(
        stand(&indicator(), &estimate(0.5457, 0.012)).firm,
        Some(false)
    );
}

/// t with 4 degrees of freedom: 2.776445 (any table); 0.1 · 2.776445 = 0.277645.
#[test]
fn few_degrees_of_freedom_widen_the_interval() {
    let standing = stand(
        &indicator(),
        &Measured {
            df: Some(4.0),
            ..estimate(0.6, 0.1)
        },
    );
    let [low, high] = standing.ci.unwrap();
    near(Some(low), 0.6 - 0.2776445);
    near(Some(high), 0.6 + 0.2776445);
    let none = stand(
        &indicator(),
        &Measured {
            df: Some(0.0),
            ..estimate(0.6, 0.1)
        },
    );
    assert_eq!((none.ci, none.firm), (None, None));
}

#[test]
fn a_self_selected_source_has_a_badge_and_no_interval() {
    let measured = Measured {
        basis: Some(Basis::SelfSelected),
        ci: Some([0.5, 0.7]),
        df: Some(30.0),
        ..estimate(0.60, 0.05)
    };
    let standing = stand(&indicator(), &measured);
    assert_eq!(standing.status, Status::OnTrack);
    assert_eq!(standing.flags, [Flag::SelfSelected]);
    assert_eq!(
        (
            standing.se,
            standing.ci,
            standing.progress_ci,
            standing.firm
        ),
        (None, None, None, None)
    );
}

#[test]
fn nothing_to_hold_it_against_is_said() {
    let standing = stand(&indicator(), &Measured::default());
    assert_eq!(
        (standing.status, standing.flags),
        (Status::NoData, vec![Flag::NoData])
    );
    let withheld = Measured {
        flags: vec![Flag::TooFew],
        se: Some(0.1),
        ..Measured::default()
    };
    let standing = stand(&indicator(), &withheld);
    assert_eq!(
        (standing.status, standing.flags, standing.se),
        (Status::NoData, vec![Flag::TooFew], None)
    );
    let bare = Indicator {
        baseline: None,
        targets: vec![],
        ..indicator()
    };
    assert_eq!(stand(&bare, &value(0.6)).status, Status::NotDue);
    let early = Measured {
        date: Date::parse("2013").ok(),
        ..value(0.44)
    };
    assert_eq!(
        stand(&indicator(), &early).status,
        Status::NotDue,
        "no way is expected on the first day"
    );
    let undated = Measured {
        date: None,
        ..value(0.6)
    };
    assert_eq!(stand(&indicator(), &undated).status, Status::NotDue);
}

/// Baseline = target: the level is to be kept. At 0.78 of 0.80, 0.975 of it is kept; at 0.70, 0.875; at 0.40, half.
#[test]
fn a_target_at_the_baseline_is_a_level_to_keep() {
    let mut kept = indicator();
    kept.baseline.as_mut().unwrap().value = 0.80;
    for (direction, y, progress, wanted) in [
        (Direction::Up, 0.90, 1.0, Status::OnTrack),
        (Direction::Up, 0.78, 0.975, Status::OnTrack),
        (Direction::Up, 0.70, 0.875, Status::AtRisk),
        (Direction::Up, 0.40, 0.5, Status::OffTrack),
        (Direction::Down, 0.40, 1.0, Status::OnTrack),
        (Direction::Down, 0.90, 0.875, Status::AtRisk),
        (Direction::Maintain, 0.90, 0.875, Status::AtRisk),
        (Direction::Maintain, 0.80, 1.0, Status::OnTrack),
    ] {
        kept.direction = direction;
        let standing = stand(&kept, &value(y));
        near(standing.progress, progress);
        assert_eq!(standing.status, wanted, "{direction:?} {y}");
    }
    let over = Measured {
        date: Date::parse("2030").ok(),
        ..value(0.80)
    };
    assert_eq!(stand(&kept, &over).status, Status::Achieved);
    // The cut of 0.95 lies at 0.80 ± 0.04.
    assert_eq!(stand(&kept, &estimate(0.80, 0.02)).firm, Some(true));
    assert_eq!(stand(&kept, &estimate(0.80, 0.021)).firm, Some(false));
    // A level of zero: kept or left, no share in between.
    let none = Indicator {
        direction: Direction::Maintain,
        targets: vec![],
        baseline: Some(Baseline {
            date: "2013".into(),
            ..Baseline::default()
        }),
        ..indicator()
    };
    assert_eq!(stand(&none, &value(0.0)).status, Status::OnTrack);
    let left = stand(&none, &value(0.1));
    assert_eq!((left.status, left.progress), (Status::MovingAway, None));
}

/// A gap of −17 points in 2013 that should be 0 by 2030: −11 is due in 2019. At −5 the gap is smaller than due; at +5 it is
/// as far on the other side, P = 1 − 5/17; at +20 it is farther than it was.
#[test]
fn a_target_can_be_neared_from_either_side() {
    let mut gap = indicator();
    gap.direction = Direction::Target;
    gap.baseline = Some(Baseline {
        value: -17.0,
        date: "2013".into(),
        ..Baseline::default()
    });
    gap.targets = vec![target(0.0, "2030")];
    for (y, progress, wanted) in [
        (-5.0, 12.0 / 17.0, Status::OnTrack),
        (5.0, 12.0 / 17.0, Status::OnTrack),
        (-14.0, 3.0 / 17.0, Status::OffTrack),
        (20.0, -3.0 / 17.0, Status::MovingAway),
        (0.0, 1.0, Status::Achieved),
    ] {
        let standing = stand(&gap, &value(y));
        near(standing.progress, progress);
        assert_eq!(standing.status, wanted, "{y}");
    }
    // A pace of 0.95 is 5.7 of 6 points made: −11.3, and 11.3 on the other side.
    assert_eq!(stand(&gap, &estimate(5.0, 3.0)).firm, Some(true));
    assert_eq!(stand(&gap, &estimate(5.0, 4.0)).firm, Some(false));
}

#[test]
fn a_target_that_contradicts_the_direction_is_an_error() {
    let mut wrong = indicator();
    wrong.direction = Direction::Down;
    let error = status(&wrong, &value(0.6)).unwrap_err();
    assert_eq!(error.code, "target_against_direction");
    assert_eq!(error.place.document.as_deref(), Some("/targets/0/value"));
    wrong.direction = Direction::Maintain;
    assert_eq!(
        status(&wrong, &value(0.6)).unwrap_err().code,
        "target_against_direction"
    );
    let mut past = indicator();
    past.targets[0].date = "2013".into();
    assert_eq!(
        status(&past, &value(0.6)).unwrap_err().code,
        "target_not_later"
    );
    let mut undated = indicator();
    undated.baseline.as_mut().unwrap().date = "soon".into();
    undated.observations = vec![Observation {
        date: "then".into(),
        se: Some(-1.0),
        ..Observation::default()
    }];
    let codes: Vec<String> = undated
        .check()
        .into_iter()
        .map(|error| error.code)
        .collect();
    assert_eq!(codes, ["out_of_range", "invalid_date", "invalid_date"]);
}

#[test]
fn the_latest_value_by_hand_counts() {
    let on = |date: &str, value| Observation {
        value,
        date: date.into(),
        ..Observation::default()
    };
    let latest = Measured::latest(&[
        on("2019-06", 2.0),
        on("2018", 1.0),
        on("2019", 3.0),
        on("?", 4.0),
    ])
    .unwrap();
    assert_eq!(latest.value, Some(3.0), "2019 ends after June");
    assert_eq!(Measured::latest(&[]), None);
}
