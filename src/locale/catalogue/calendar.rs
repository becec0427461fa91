//! Names of the months, as CLDR gives them.

use crate::locale::message::{Message, message};

/// January to December, in full.
pub const LONG_MONTHS: [Message; 12] = [
    message! {
        es: "enero",
        pt: "janeiro",
        en: "January",
        fr: "janvier",
    },
    message! {
        es: "febrero",
        pt: "fevereiro",
        en: "February",
        fr: "février",
    },
    message! {
        es: "marzo",
        pt: "março",
        en: "March",
        fr: "mars",
    },
    message! {
        es: "abril",
        pt: "abril",
        en: "April",
        fr: "avril",
    },
    message! {
        es: "mayo",
        pt: "maio",
        en: "May",
        fr: "mai",
    },
    message! {
        es: "junio",
        pt: "junho",
        en: "June",
        fr: "juin",
    },
    message! {
        es: "julio",
        pt: "julho",
        en: "July",
        fr: "juillet",
    },
    message! {
        es: "agosto",
        pt: "agosto",
        en: "August",
        fr: "août",
    },
    message! {
        es: "septiembre",
        pt: "setembro",
        en: "September",
        fr: "septembre",
    },
    message! {
        es: "octubre",
        pt: "outubro",
        en: "October",
        fr: "octobre",
    },
    message! {
        es: "noviembre",
        pt: "novembro",
        en: "November",
        fr: "novembre",
    },
    message! {
        es: "diciembre",
        pt: "dezembro",
        en: "December",
        fr: "décembre",
    },
];

/// January to December, short: for axes and heads of tables.
pub const SHORT_MONTHS: [Message; 12] = [
    message! {
        es: "ene",
        pt: "jan.",
        en: "Jan",
        fr: "janv.",
    },
    message! {
        es: "feb",
        pt: "fev.",
        en: "Feb",
        fr: "févr.",
    },
    message! {
        es: "mar",
        pt: "mar.",
        en: "Mar",
        fr: "mars",
    },
    message! {
        es: "abr",
        pt: "abr.",
        en: "Apr",
        fr: "avr.",
    },
    message! {
        es: "may",
        pt: "mai.",
        en: "May",
        fr: "mai",
    },
    message! {
        es: "jun",
        pt: "jun.",
        en: "Jun",
        fr: "juin",
    },
    message! {
        es: "jul",
        pt: "jul.",
        en: "Jul",
        fr: "juil.",
    },
    message! {
        es: "ago",
        pt: "ago.",
        en: "Aug",
        fr: "août",
    },
    message! {
        es: "sep",
        pt: "set.",
        en: "Sep",
        fr: "sept.",
    },
    message! {
        es: "oct",
        pt: "out.",
        en: "Oct",
        fr: "oct.",
    },
    message! {
        es: "nov",
        pt: "nov.",
        en: "Nov",
        fr: "nov.",
    },
    message! {
        es: "dic",
        pt: "dez.",
        en: "Dec",
        fr: "déc.",
    },
];
