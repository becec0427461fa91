//! Values that are none, and codes for missing answers that must not become values.

use crate::support::data::{column, numbers};
use pulso::codebook::Code;
use pulso::error::Param;
use pulso::estimate::Measure;
use pulso::short_map::ShortMap;

#[test]
fn declared_missing_codes_drop_out() {
    let coded = column(&["1", "98", "2", "", "99"]);
    let missing = [Code::Number(98.0), Code::Text("99".into())];
    let measure = Measure::of(&coded, &missing).unwrap();
    let texts: Vec<&str> = measure
        .levels()
        .iter()
        .map(|level| level.text.as_str())
        .collect();
    assert_eq!(texts, ["1", "2"]);
    let categories: Vec<Option<u32>> = (0..5).map(|row| measure.category(row)).collect();
    assert_eq!(categories, [Some(0), None, Some(1), None, None]);
    let direct = numbers(vec![1.5, 98.0, f64::NAN]);
    let Measure::Number(values) = Measure::of(&direct, &missing).unwrap() else {
        panic!("numbers became something else");
    };
    assert_eq!(values[0], 1.5);
    assert!(values[1].is_nan() && values[2].is_nan());
}

#[test]
fn a_number_and_its_text_are_one_code() {
    let coded = column(&["3", "4.0", "sí"]);
    let measure = Measure::of(&coded, &[]).unwrap();
    for code in [
        Code::Number(3.0),
        Code::Text("3".into()),
        Code::Text("3.0".into()),
    ] {
        assert_eq!(measure.category_of(&code), measure.category(0), "{code:?}");
    }
    assert_eq!(
        measure.category_of(&Code::Text("4".into())),
        measure.category(1)
    );
    assert_eq!(
        measure.category_of(&Code::Text("sí".into())),
        measure.category(2)
    );
    assert_eq!(measure.category_of(&Code::Number(9.0)), None);
}

#[test]
fn codes_that_a_recode_does_not_name_are_missing() {
    let coded = column(&["1", "2", "3", "4", "9"]);
    let pairs = [("1", 0.0), ("2", 0.0), ("3", 1.0), ("4", 1.0)];
    let values: ShortMap<String, Code> = pairs
        .map(|(old, new)| (old.into(), Code::Number(new)))
        .into();
    let measure = Measure::of(&coded, &[]).unwrap().recode(&values).unwrap();
    let categories: Vec<Option<u32>> = (0..5).map(|row| measure.category(row)).collect();
    assert_eq!(categories, [Some(0), Some(0), Some(1), Some(1), None]);
    assert_eq!(measure.levels().len(), 2);
}

#[test]
fn too_many_texts_are_no_categories() {
    let texts: Vec<String> = (0..1500).map(|row| format!("respuesta {row}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let open = column(&texts);
    let error = Measure::of(&open, &[]).unwrap_err();
    assert_eq!(error.code, "too_many_values");
    assert_eq!(error.params["count"], Param::Count(1500));
    let many = numbers((0..1500).map(f64::from).collect());
    let error = Measure::of(&many, &[]).unwrap().into_coded().unwrap_err();
    assert_eq!(error.params["count"], Param::Count(1500));
}

#[test]
fn an_index_takes_its_scale_at_its_word() {
    let items = [
        column(&["1", "4", "", "2"]),
        column(&["4", "4", "3", ""]),
        column(&["2", "1", "", "4"]),
    ];
    let measures: Vec<Measure> = items
        .iter()
        .map(|item| Measure::of(item, &[]).unwrap())
        .collect();
    let index =
        |scale, rescale| Measure::index(&measures, &[false, false, true], scale, 0.67, rescale);
    let Measure::Number(values) = index([1.0, 4.0], None).unwrap() else {
        panic!("an index is a number");
    };
    // The third item is turned: 1 and 4 change places. One answer of three is too few, two of three are enough.
    assert_eq!(values[..2], [8.0 / 3.0, 4.0]);
    assert!(values[2].is_nan());
    assert_eq!(values[3], 1.5);
    let Measure::Number(values) = index([1.0, 4.0], Some([0.0, 100.0])).unwrap() else {
        panic!("an index is a number");
    };
    assert_eq!(values[1], 100.0);
    let error = index([1.0, 3.0], None).unwrap_err();
    assert_eq!(
        (error.code.as_str(), &error.params["value"]),
        ("outside_scale", &Param::Number(4.0))
    );
    assert_eq!(index([2.0, 2.0], None).unwrap_err().code, "empty_scale");
    assert_eq!(
        Measure::index(&[], &[], [1.0, 4.0], 0.5, None)
            .unwrap_err()
            .code,
        "no_items"
    );
}
