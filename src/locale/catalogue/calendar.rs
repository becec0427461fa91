//! Names of the months, as CLDR gives them.

use crate::locale::message::Message;

/// January to December, in full.
pub const LONG_MONTHS: [Message; 12] = [
    Message {
        es: "enero",
        pt: "janeiro",
        en: "January",
        fr: "janvier",
    },
    Message {
        es: "febrero",
        pt: "fevereiro",
        en: "February",
        fr: "février",
    },
    Message {
        es: "marzo",
        pt: "março",
        en: "March",
        fr: "mars",
    },
    Message {
        es: "abril",
        pt: "abril",
        en: "April",
        fr: "avril",
    },
    Message {
        es: "mayo",
        pt: "maio",
        en: "May",
        fr: "mai",
    },
    Message {
        es: "junio",
        pt: "junho",
        en: "June",
        fr: "juin",
    },
    Message {
        es: "julio",
        pt: "julho",
        en: "July",
        fr: "juillet",
    },
    Message {
        es: "agosto",
        pt: "agosto",
        en: "August",
        fr: "août",
    },
    Message {
        es: "septiembre",
        pt: "setembro",
        en: "September",
        fr: "septembre",
    },
    Message {
        es: "octubre",
        pt: "outubro",
        en: "October",
        fr: "octobre",
    },
    Message {
        es: "noviembre",
        pt: "novembro",
        en: "November",
        fr: "novembre",
    },
    Message {
        es: "diciembre",
        pt: "dezembro",
        en: "December",
        fr: "décembre",
    },
];

/// January to December, short: for axes and heads of tables.
pub const SHORT_MONTHS: [Message; 12] = [
    Message {
        es: "ene",
        pt: "jan.",
        en: "Jan",
        fr: "janv.",
    },
    Message {
        es: "feb",
        pt: "fev.",
        en: "Feb",
        fr: "févr.",
    },
    Message {
        es: "mar",
        pt: "mar.",
        en: "Mar",
        fr: "mars",
    },
    Message {
        es: "abr",
        pt: "abr.",
        en: "Apr",
        fr: "avr.",
    },
    Message {
        es: "may",
        pt: "mai.",
        en: "May",
        fr: "mai",
    },
    Message {
        es: "jun",
        pt: "jun.",
        en: "Jun",
        fr: "juin",
    },
    Message {
        es: "jul",
        pt: "jul.",
        en: "Jul",
        fr: "juil.",
    },
    Message {
        es: "ago",
        pt: "ago.",
        en: "Aug",
        fr: "août",
    },
    Message {
        es: "sep",
        pt: "set.",
        en: "Sep",
        fr: "sept.",
    },
    Message {
        es: "oct",
        pt: "out.",
        en: "Oct",
        fr: "oct.",
    },
    Message {
        es: "nov",
        pt: "nov.",
        en: "Nov",
        fr: "nov.",
    },
    Message {
        es: "dic",
        pt: "dez.",
        en: "Dec",
        fr: "déc.",
    },
];
