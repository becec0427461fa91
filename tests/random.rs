//! The generator against the numbers that its author printed.

use pulso::numeric::Pcg32;

/// `pcg32-demo` of the PCG library: seed 42, stream 54, first round.
#[test]
fn the_first_numbers_are_those_of_the_author() {
    let mut generator = Pcg32::new(42, 54);
    let printed = [
        0xa15c_02b7,
        0x7b47_f409,
        0xba1d_3330,
        0x83d2_f293,
        0xbfa4_784b,
        0xcbed_606e,
    ];
    assert_eq!(printed.map(|_| generator.draw()), printed);
}

#[test]
fn bounds_are_kept_and_met() {
    let mut generator = Pcg32::new(7, 0);
    let mut seen = [0_u32; 6];
    for _ in 0..60_000 {
        seen[generator.below(6) as usize] += 1;
        assert!((0.0..1.0).contains(&generator.unit()));
    }
    assert!(
        seen.iter().all(|count| (9_500..10_500).contains(count)),
        "{seen:?}"
    );
    assert_eq!((generator.below(0), generator.below(1)), (0, 0));
}
