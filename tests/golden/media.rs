//! Media and brands: the size that a medium wants, colours that can be seen, a logo that asks nothing of a network.

use crate::support::made_up::{self, SIXTEEN, Sample};
use pulso::chart::{Brand, Colour, Logo, Preset, Request, Theme, draw};
use pulso::document::{Document, Publication};
use pulso::locale::Text;
use pulso::paint;

/// A PNG of one dot.
const DOT: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn ranking() -> Publication {
    made_up::shares(&SIXTEEN, Sample::Probability, &["CUB"], &[])
}

#[test]
fn a_medium_has_its_pixels() {
    let publication = ranking();
    let wanted = [
        (Preset::Web, 1700.0, 1200.0),
        (Preset::Slide, 1920.0, 1080.0),
        (Preset::Square, 1080.0, 1080.0),
        (Preset::Portrait, 1080.0, 1350.0),
        (Preset::Story, 1080.0, 1920.0),
        (Preset::Card, 1200.0, 630.0),
    ];
    for (preset, width, height) in wanted {
        let request = Request {
            chart: publication.document.charts[0].id.clone(),
            preset: Some(preset),
            ..Request::default()
        };
        let scene = draw(&publication, &request).expect("a ranking is drawn");
        let pixels = [scene.width_px, scene.height_px].map(|px| (px * scene.density).round());
        assert_eq!(pixels, [width, height], "{preset:?}");
    }
}

#[test]
fn word_has_16_centimetres_at_300_dots() {
    let publication = ranking();
    let request = Request {
        chart: publication.document.charts[0].id.clone(),
        preset: Some(Preset::Word),
        ..Request::default()
    };
    let scene = draw(&publication, &request).expect("a ranking is drawn");
    let Ok(image) = paint::png(&paint::svg(&scene), scene.density as f32, Some(300)) else {
        println!("skipped: this system has no font that charts are laid out for");
        return;
    };
    assert_eq!(image[16..20], 1890_u32.to_be_bytes());
    let physical = image.windows(4).position(|name| name == b"pHYs");
    let at = physical.expect("the image says how large it is") + 4;
    // 300 dots of 2.54 cm are 11,811 of a metre.
    assert_eq!(image[at..at + 4], 11_811_u32.to_be_bytes());
    assert_eq!(image[at + 8], 1);
}

#[test]
fn an_overlay_has_no_paper() {
    let publication = ranking();
    for (theme, has_paper) in [
        (Theme::Light, true),
        (Theme::Dark, true),
        (Theme::Print, true),
        (Theme::Transparent, false),
        (Theme::Overlay, false),
    ] {
        let request = Request {
            chart: publication.document.charts[0].id.clone(),
            theme,
            ..Request::default()
        };
        let picture = paint::svg(&draw(&publication, &request).expect("a ranking is drawn"));
        assert_eq!(picture.contains("data-role=\"ground\""), has_paper);
    }
}

/// Luminance by the letter of WCAG 2.2, which the library follows with a polynomial.
fn luminance(Colour(r, g, b): Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn colours_of_a_brand_can_be_seen() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        for shade in 0..=255_u8 {
            for colour in [
                Colour(shade, shade, shade),
                Colour(255, shade, 0),
                Colour(shade, 255, 255 - shade),
                Colour(0, shade, 255),
            ] {
                let Colour(r, g, b) = colour;
                let brand = Brand {
                    colours: vec![format!("#{r:02x}{g:02X}{b:02x}")],
                    ..Brand::default()
                };
                let palette = theme.palette().branded(Some(&brand));
                let seen = palette.series[0];
                assert!(contrast(seen, palette.ground) >= 3.0, "{colour:?}");
                if contrast(colour, palette.ground) >= 3.2 {
                    assert_eq!(seen, colour, "a colour that is strong enough stays");
                }
            }
        }
    }
}

#[test]
fn our_own_colours_can_be_seen() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let palette = theme.palette();
        for colour in palette.series.into_iter().chain([palette.highlight]) {
            assert!(
                contrast(colour, palette.ground) >= 3.0,
                "{theme:?} {colour:?}"
            );
        }
        for text in [palette.ink, palette.second, palette.good, palette.bad] {
            assert!(contrast(text, palette.ground) >= 4.5, "{theme:?} {text:?}");
        }
        for fill in palette.stages.into_iter().chain(palette.likert) {
            assert!(contrast(fill.text_on(), fill) >= 4.5, "{theme:?} {fill:?}");
        }
    }
}

#[test]
fn a_logo_stands_in_the_picture_and_comes_from_nowhere_else() {
    let mut publication = ranking();
    let mut draw_with = |src: &str| {
        publication.document.brand = Some(Brand {
            logo: Some(Logo {
                src: src.into(),
                name: Text::Plain("Una red".into()),
                width: 120.0,
                height: 40.0,
            }),
            ..Brand::default()
        });
        let request = Request {
            chart: publication.document.charts[0].id.clone(),
            ..Request::default()
        };
        paint::svg(&draw(&publication, &request).expect("a ranking is drawn"))
    };
    assert!(draw_with(DOT).contains(DOT));
    for elsewhere in [
        "https://example.org/a.png",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "javascript:1",
    ] {
        assert!(!draw_with(elsewhere).contains("<image"), "{elsewhere}");
    }
}

#[test]
fn a_document_names_its_brand() {
    let text = |brand: &str| format!("{{\"pulso\": 1, \"brand\": {brand}}}");
    let document = Document::parse(&text(
        r##"{"colours": ["#005566"], "logo": {"src": "data:image/png;base64,AAAA", "name": "Red", "width": 10, "height": 5}}"##,
    ))
    .expect("the brand is understood");
    assert_eq!(document.check(), []);
    let brand = document.brand.expect("the brand is kept");
    assert_eq!(brand.colours, ["#005566"]);
    let wrong = text(
        r#"{"colours": ["teal"], "logo": {"src": "logo.svg", "name": "Red", "width": 10, "height": 5}}"#,
    );
    let errors = Document::parse(&wrong).expect("it is a brand").check();
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.code.as_str(), error.place.document.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("not_a_colour", Some("/brand/colours/0")),
            ("logo_not_drawn", Some("/brand/logo"))
        ]
    );
}
