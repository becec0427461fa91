//! A partner's colours and logo.

use crate::chart::{Brand, Colour, Logo};
use crate::error::Error;

/// See [`crate::document::Document::check`]; places are relative to the brand.
pub(super) fn check(brand: &Brand) -> Vec<Error> {
    let mut errors = Vec::new();
    let own = brand.colours.iter().enumerate();
    let own = own.map(|(index, colour)| (format!("/colours/{index}"), colour));
    let highlight = brand.highlight.iter();
    let highlight = highlight.map(|colour| ("/highlight".into(), colour));
    for (at, colour) in own.chain(highlight) {
        if Colour::parse(colour).is_none() {
            let error = Error::new("not_a_colour").with("value", colour.as_str());
            errors.push(error.at(at));
        }
    }
    if brand.logo.as_ref().is_some_and(|logo| !logo.is_drawn()) {
        let kinds = Logo::KINDS.map(String::from).to_vec();
        let error = Error::new("logo_not_drawn").with("options", kinds);
        errors.push(error.with("limit", Logo::MOST).at("/logo"));
    }
    errors
}
