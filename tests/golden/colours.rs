//! Colours tell apart what they stand for, also for readers who see some of them alike.

use pulso::chart::{Colour, Theme};

/// What protanopia, deuteranopia and tritanopia make of linear light (Machado, Oliveira and Fernandes 2009, severity 1).
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "all colours",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// The least distance of the design, 17.9 when rounded: four kinds of vision, light paper.
const LEAST: f64 = 17.85;
/// The same for steps of one colour, each of which also has its icon and its word.
const LEAST_OF_STEPS: f64 = 14.0;

#[test]
fn series_and_scales_hold_for_every_vision() {
    let palette = Theme::Light.palette();
    for (what, colours, least) in [
        ("series", &palette.series[..], LEAST),
        ("Likert", &palette.likert[..], LEAST),
        ("stages", &palette.stages[..], LEAST_OF_STEPS),
    ] {
        for (vision, matrix) in VISIONS {
            let seen: Vec<[f64; 3]> = colours.iter().map(|colour| lab(*colour, matrix)).collect();
            for (index, first) in seen.iter().enumerate() {
                for second in &seen[index + 1..] {
                    let distance = ciede2000(*first, *second);
                    assert!(distance >= least, "{what}, {vision}: {distance:.1}");
                }
            }
        }
    }
}

/// Pairs and distances that Sharma, Wu and Dalal (2005) published to check implementations.
#[test]
fn distances_are_as_published() {
    for (first, second, distance) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
        (
            [90.8027, -2.0831, 1.4410],
            [91.1528, -1.6435, 0.0447],
            1.4441,
        ),
        (
            [2.0776, 0.0795, -1.1350],
            [0.9033, -0.0636, -0.5514],
            0.9082,
        ),
    ] {
        let found = ciede2000(first, second);
        assert!((found - distance).abs() < 5e-5, "{found} for {distance}");
    }
}

fn lab(Colour(r, g, b): Colour, vision: [[f64; 3]; 3]) -> [f64; 3] {
    let light = [r, g, b].map(|part| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    let seen = times(vision, light).map(|part| part.clamp(0.0, 1.0));
    let xyz = times(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ],
        seen,
    );
    let white = [0.95047, 1.0, 1.08883];
    let f = |index: usize| {
        let share: f64 = xyz[index] / white[index];
        match share > 216.0 / 24389.0 {
            true => share.cbrt(),
            false => (24389.0 / 27.0 * share + 16.0) / 116.0,
        }
    };
    [
        116.0 * f(1) - 16.0,
        500.0 * (f(0) - f(1)),
        200.0 * (f(1) - f(2)),
    ]
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

/// CIE 142-2001, by the equations of Sharma, Wu and Dalal (2005).
fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seven = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let mean = (a1.hypot(b1) + a2.hypot(b2)) / 2.0;
    let g = 0.5 * (1.0 - seven(mean));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| match a == 0.0 && b == 0.0 {
        true => 0.0,
        false => b.atan2(a).to_degrees().rem_euclid(360.0),
    };
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let h = 2.0 * (c1 * c2).sqrt() * (turn.to_radians() / 2.0).sin();
    let (l_mean, c_mean) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h_mean = match (h1 + h2, (h1 - h2).abs()) {
        (sum, _) if grey => sum,
        (sum, far) if far <= 180.0 => sum / 2.0,
        (sum, _) if sum < 360.0 => (sum + 360.0) / 2.0,
        (sum, _) => (sum - 360.0) / 2.0,
    };
    let cosine = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cosine(h_mean - 30.0)
        + 0.24 * cosine(2.0 * h_mean)
        + 0.32 * cosine(3.0 * h_mean + 6.0)
        - 0.20 * cosine(4.0 * h_mean - 63.0);
    let s_l = 1.0 + 0.015 * (l_mean - 50.0).powi(2) / (20.0 + (l_mean - 50.0).powi(2)).sqrt();
    let (s_c, s_h) = (1.0 + 0.045 * c_mean, 1.0 + 0.015 * c_mean * t);
    let theta = 30.0 * (-((h_mean - 275.0) / 25.0).powi(2)).exp();
    let rotation = -2.0 * seven(c_mean) * (2.0 * theta).to_radians().sin();
    let (l, c, h) = ((l2 - l1) / s_l, (c2 - c1) / s_c, h / s_h);
    (l * l + c * c + h * h + rotation * c * h).sqrt()
}
