//! Codebooks of other programs.

use super::whole;
use pulso::codebook::{Code, Codebook, MissingKind, Occurring, oddities};
use pulso::error::{Error, Result};
use pulso::intake::{About, Cell, Choice, Rows, codebook, datapackage, tables};
use pulso::locale::{Locale, Text};

/// Rows of texts, tab-separated.
struct Sheet(std::vec::IntoIter<Vec<Cell>>);

impl Rows for Sheet {
    fn next(&mut self, cells: &mut Vec<Cell>) -> Result<bool> {
        let Some(row) = self.0.next() else {
            return Ok(false);
        };
        *cells = row;
        Ok(true)
    }
}

fn sheet(name: &str, text: &str) -> (String, Box<dyn Rows>) {
    let cell = |cell: &str| match cell.trim() {
        "" => Cell::Blank,
        text => Cell::Text(text.into()),
    };
    let rows: Vec<Vec<Cell>> = text
        .lines()
        .map(|line| line.split('|').map(cell).collect())
        .collect();
    (name.into(), Box::new(Sheet(rows.into_iter())))
}

fn english(text: &Text) -> &str {
    text.get(&Locale("en".into()))
}

fn names(codebook: &Codebook) -> Vec<&str> {
    codebook
        .variables
        .iter()
        .map(|variable| variable.name.as_str())
        .collect()
}

#[test]
fn a_form_gives_questions_and_choices_in_its_languages() {
    let form = vec![
        sheet(
            "survey",
            "type|name|label::Español (es)|label::English\n\
             start|start||\n\
             begin_group|hogar|Hogar|Household\n\
             select_one sino|agua|¿Tiene agua?|Do you have water?\n\
             select multiple from medios or_other|medios|¿Qué <b>medios</b> usa?|Which media do you use?\n\
             note|aviso|Gracias|Thanks\n\
             integer|edad|Edad|Age\n\
             end group|||\n",
        ),
        sheet(
            "choices",
            "list name|name|label::Español (es)|label::English\n\
             sino|1|Sí|Yes\nsino|2|No|No\nsino|98|No sabe|Don't know\nsino|99|Prefiero no responder|Refused\n\
             medios|radio|Radio|Radio\nmedios|tv|Televisión|Television\n",
        ),
        sheet(
            "settings",
            "form_title|default_language\nPrueba|Español (es)\n",
        ),
    ];
    let taken = tables(form, &Choice::default(), About::default())
        .unwrap()
        .value;
    assert!(taken.names.is_empty());
    assert_eq!(taken.about.format, "xlsform");
    assert_eq!(taken.about.languages, ["es", "en"]);
    assert_eq!(
        names(&taken.codebook),
        [
            "start",
            "agua",
            "medios",
            "medios/radio",
            "medios/tv",
            "medios/other",
            "medios_other",
            "edad"
        ]
    );
    let water = taken.codebook.variable("agua").unwrap();
    assert_eq!(english(water.label.as_ref().unwrap()), "Do you have water?");
    assert_eq!(water.values.len(), 4);
    assert_eq!(english(&water.values[0].label), "Yes");
    let kinds: Vec<_> = water
        .missing
        .iter()
        .map(|missing| (missing.code.to_text(), missing.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("98".into(), MissingKind::DoNotKnow),
            ("99".into(), MissingKind::Refused)
        ]
    );
    let media = &taken.about.multiple[0];
    assert_eq!(media.items, ["medios/radio", "medios/tv", "medios/other"]);
    let label = media.label.as_ref().unwrap();
    assert_eq!(label.get(&Locale::default()), "¿Qué medios usa?");
}

#[test]
fn the_forms_aliases_are_known() {
    for (kind, several) in [
        ("select_one l", false),
        ("select one l", false),
        ("Select One From l", false),
        ("select1 l", false),
        ("add select one prompt using l", false),
        ("select_multiple l", true),
        ("select all that apply from l", true),
        ("rank l", true),
    ] {
        let form = vec![
            sheet("Survey", &format!("Type|Name|Caption\n{kind}|q|Q?\n")),
            sheet("choices", "list_name|value|label\nl|a|A\nl|b|B\n"),
        ];
        let taken = tables(form, &Choice::default(), About::default())
            .unwrap()
            .value;
        assert_eq!(taken.about.multiple.len(), usize::from(several), "{kind}");
        let values = taken.codebook.variable("q").unwrap().values.len();
        assert_eq!(values, if several { 0 } else { 2 }, "{kind}");
    }
    // A workbook with such a sheet and other columns is data.
    let data = vec![
        sheet("survey", "region|n\nNorte|1\n"),
        sheet("choices", "a|b\n1|2\n"),
    ];
    let taken = tables(data, &Choice::default(), About::default())
        .unwrap()
        .value;
    assert_eq!(taken.names, ["region", "n"]);
}

#[test]
fn a_data_dictionary_of_redcap_gives_its_choices() {
    let file = "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\",\"Choices, Calculations, OR Slider Labels\"\n\
        record_id,base,,text,Número,\n\
        sexo,base,,radio,<p>Sexo</p>,\"1, Mujer | 2, Hombre | 99, Prefiere no responder\"\n\
        medios,base,,checkbox,Medios,\"1, Radio | 2, TV, cable | -88, Otros\"\n\
        agua,base,,yesno,¿Tiene agua?,\n\
        total,base,,calc,Total,[a]+[b]\n";
    let whole = whole("dictionary.csv", file.as_bytes());
    assert!(whole.names.is_empty() && whole.rows.is_empty());
    assert_eq!(whole.about.format, "redcap_dictionary");
    assert_eq!(
        names(&whole.codebook),
        [
            "record_id",
            "sexo",
            "medios___1",
            "medios___2",
            "medios____88",
            "agua",
            "total"
        ]
    );
    assert_eq!(whole.label("sexo"), "Sexo");
    assert_eq!(whole.label("medios___2"), "TV, cable");
    assert_eq!(
        whole.codebook.variable("sexo").unwrap().missing[0].kind,
        MissingKind::Refused
    );
    assert_eq!(whole.codebook.variable("agua").unwrap().values.len(), 2);
    assert_eq!(
        whole.set("medios"),
        ["medios___1", "medios___2", "medios____88"]
    );
}

#[test]
fn ddi_as_statistical_offices_write_it_is_read() {
    let file = r#"<?xml version="1.0" encoding="UTF-8"?>
        <codeBook xmlns="http://www.icpsr.umich.edu/DDI" version="1.2.2"><stdyDscr><citation><titlStmt><titl>GEIH</titl></titlStmt></citation></stdyDscr>
        <dataDscr>
          <var ID="V1" name="P6160" files="F63" dcml="0" intrvl="discrete">
            <labl>
              ¿sabe leer y escribir?
            </labl>
            <qstn><qstnLit>1. ¿Sabe leer y escribir?</qstnLit></qstn>
            <catgry><catValu> 2 </catValu><labl>No</labl><catStat type="freq">3</catStat></catgry>
            <catgry><catValu>1</catValu><labl>S&#237; &amp; siempre</labl></catgry>
            <catgry missing="Y"><catValu>9</catValu><labl>No sabe</labl></catgry>
            <catgry missing="Y"><catValu>Sysmiss</catValu></catgry>
          </var>
          <var name="FEX"><labl>FEX</labl><qstn><qstnLit>Factor de expansión</qstnLit></qstn>
            <invalrng><item VALUE="99"/></invalrng></var>
          <var name="P6160" files="F64"><labl>otra vez</labl></var>
        </dataDscr></codeBook>"#;
    let whole = whole("geih.xml", file.as_bytes());
    assert_eq!(whole.about.format, "ddi");
    assert_eq!(names(&whole.codebook), ["P6160", "FEX"]);
    assert_eq!(whole.label("P6160"), "¿sabe leer y escribir?");
    assert_eq!(whole.label("FEX"), "Factor de expansión");
    let reads = whole.codebook.variable("P6160").unwrap();
    let values: Vec<_> = reads
        .values
        .iter()
        .map(|value| (value.code.to_text(), english(&value.label)))
        .collect();
    assert_eq!(
        values,
        [
            ("2".into(), "No"),
            ("1".into(), "Sí & siempre"),
            ("9".into(), "No sabe")
        ]
    );
    assert_eq!(reads.missing.len(), 1);
    assert_eq!(reads.missing[0].kind, MissingKind::DoNotKnow);
    assert!(
        whole.codebook.variable("FEX").unwrap().missing[0]
            .code
            .same(&Code::Number(99.0))
    );
    assert_eq!(whole.codes(), ["repeated_variables"]);
}

#[test]
fn hostile_xml_is_refused() {
    let code = |text: &str| {
        codebook("x.xml", text.as_bytes().to_vec())
            .unwrap_err()
            .code
    };
    assert_eq!(code(&"<a>".repeat(1_000_000)), "too_deep");
    assert_eq!(code("<codeBook><dataDscr><var name='a'>"), "damaged_file");
    assert_eq!(code("<codeBook></dataDscr>"), "damaged_file");
    assert_eq!(code("<codeBook/>"), "not_a_table");
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><codeBook><dataDscr><var name=\"x\"><labl>&c;</labl></var></dataDscr></codeBook>";
    assert!(codebook("x.xml", bomb.as_bytes().to_vec()).is_ok());
    let file = "<codeBook><dataDscr><var name=\"a\"><labl>A &amp; B</labl><catgry missing=\"Y\"><catValu>1</catValu></catgry></var></dataDscr></codeBook>";
    for at in 0..file.len() {
        let _ = codebook("x.xml", file.as_bytes()[..at].to_vec());
        let mut bytes = file.as_bytes().to_vec();
        bytes[at] ^= 1 << (at % 8);
        let _ = codebook("x.xml", bytes);
    }
}

#[test]
fn a_data_package_is_read_and_written() {
    let file = r#"{"name": "encuesta", "resources": [{"name": "datos", "path": "datos.csv", "schema": {
        "missingValues": ["", "NA"],
        "fields": [
            {"name": "sexo", "type": "integer", "title": "Sexo", "title@en": "Sex",
             "categories": [{"value": 1, "label": "Mujer"}, {"value": 2, "label": "Hombre"}],
             "missingValues": [{"value": "9", "label": "No responde"}]},
            {"name": "nivel", "type": "string", "description": "Nivel educativo", "constraints": {"enum": ["bajo", "alto"]}}
        ]}}]}"#;
    let read = codebook("datapackage.json", file.as_bytes().to_vec())
        .unwrap()
        .value;
    let sex = read.variable("sexo").unwrap();
    assert_eq!(english(sex.label.as_ref().unwrap()), "Sex");
    assert_eq!(sex.missing[0].kind, MissingKind::Refused);
    let level = read.variable("nivel").unwrap();
    assert_eq!(level.label, Some(Text::Plain("Nivel educativo".into())));
    assert_eq!(level.values.len(), 2);
    assert_eq!(level.missing[0].code.to_text(), "NA");
    // Ours goes out and comes back the same, in all its languages.
    let ours = Codebook::parse(
        r#"{"variables": [
            {"name": "a", "label": {"es": "Pregunta \"A\"", "pt": "Questão", "en": "Question"},
             "values": [{"code": 1, "label": {"es": "Sí", "en": "Yes"}}, {"code": 2.5, "label": "x"}],
             "missing": [{"code": 98, "kind": "do_not_know"}, {"code": "99", "kind": "refused"}]},
            {"name": "b"}]}"#,
    )
    .unwrap();
    let written = datapackage(&ours, "datos/encuesta.csv");
    let again = codebook("datapackage.json", written.into_bytes())
        .unwrap()
        .value;
    assert_eq!(again, ours);
}

#[test]
fn any_file_with_labels_is_a_codebook() {
    let file = "ResponseId,Q1\nResponse ID,¿Qué edad tiene?\n\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\nR_1,30\n";
    let read = codebook("qualtrics.csv", file.as_bytes().to_vec())
        .unwrap()
        .value;
    let label = read.variable("Q1").unwrap().label.as_ref().unwrap();
    assert_eq!(english(label), "¿Qué edad tiene?");
    let ours = br#"{"variables": [{"name": "x", "label": "X"}]}"#.to_vec();
    assert_eq!(
        codebook("ours.json", ours).unwrap().value.variables.len(),
        1
    );
    let plain = codebook("plain.csv", b"a,b\n1,2\n".to_vec()).unwrap_err();
    assert_eq!(plain.code, "no_codebook");
}

#[test]
fn a_scale_that_runs_the_other_way_is_told() {
    let item = |name: &str, labels: [&str; 4]| {
        let values = labels.iter().enumerate();
        let values =
            values.map(|(code, label)| format!(r#"{{"code": {}, "label": "{label}"}}"#, code + 1));
        let values: Vec<String> = values.collect();
        format!(
            r#"{{"name": "{name}", "values": [{}, {{"code": 9, "label": "NS"}}], "missing": [9]}}"#,
            values.join(",")
        )
    };
    let (up, down) = (
        ["Nunca", "A veces", "Casi siempre", "Siempre"],
        ["Siempre", "Casi siempre", "A veces", "Nunca"],
    );
    let items = [
        item("p1_1", up),
        item("p1_2", up),
        item("p1_3", down),
        item("p1_4", up),
        // Another battery, all of it one way.
        item("p2_1", ["Mal", "Regular", "Bien", "Muy bien"]),
        // The same scale, but no neighbour.
        item("p3", down),
    ];
    let codebook = Codebook::parse(&format!(r#"{{"variables": [{}]}}"#, items.join(","))).unwrap();
    let found: Vec<Error> = oddities(&codebook, &Occurring::new(), |_| None);
    let [one] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(one.code, "scale_reversed");
    assert_eq!(one.params["values"], vec!["p1_3".to_string()].into());
    assert_eq!(
        one.params["others"],
        ["p1_1", "p1_2", "p1_4"].map(String::from).to_vec().into()
    );
}
