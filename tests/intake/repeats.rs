//! Repeated groups with the columns of the records that they belong to.

use super::unpacked::{codes, rows, whole};
use super::{Whole, chosen};
use crate::read::shared;
use crate::support::zip::{ods, part, zip};
use pulso::codebook::MissingKind;
use pulso::intake::Choice;

/// A table of a file.
fn table(bytes: &[u8], name: &str) -> Whole {
    let choice = Choice {
        table: Some(name.into()),
        ..Choice::default()
    };
    chosen("file", bytes, &choice).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A sheet of OpenDocument: rows of texts, parted by strokes.
fn sheet(name: &str, text: &str) -> String {
    let cell = |cell: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
        )
    };
    let row = |line: &str| {
        let cells: String = line.split('|').map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = text.lines().map(row).collect();
    format!("<table:table table:name=\"{name}\">{rows}</table:table>")
}

/// Households of ODK Central, their members, and the courses of these.
fn central() -> Vec<u8> {
    zip(&[
        part(
            "hogar.csv",
            "SubmissionDate,meta-instanceID,pais,peso,hogar-medios,hogar-medios/radio,hogar-medios/tv,KEY,SubmitterName\n\
             2024-03-01,uuid:a,UY,1.5,radio,1,0,uuid:a,Ana\n2024-03-02,uuid:b,No sabe,2.5,,0,0,uuid:b,Ana\n",
        ),
        part(
            "hogar-personas.csv",
            "nombre,pais,PARENT_KEY,KEY\n\
             Luz,UY,uuid:a,uuid:a/personas[1]\nSol,PE,uuid:a,uuid:a/personas[2]\nMar,UY,uuid:b,uuid:b/personas[1]\nPaz,UY,uuid:zz,uuid:zz/personas[1]\n",
        ),
        part(
            "hogar-personas-cursos.csv",
            "curso,PARENT_KEY,KEY\n\
             canto,uuid:b/personas[1],1\nbaile,uuid:a/personas[2],2\nremo,uuid:zz/personas[1],3\nyoga,uuid:nadie/personas[1],4\nnada,,5\n",
        ),
        part("notas.csv", "a,b\n1,2\n"),
        part("broken.csv", "KEY,b\n\0\0\0,2\n"),
    ])
}

/// Expected cells are what openpyxl and a join by hand give.
#[test]
fn kobos_nested_groups_have_the_columns_of_their_submission() {
    let Some(bytes) = shared("vendor_files/kobo/nested_grouped_repeatable.xlsx") else {
        return;
    };
    let main = super::whole("nests.xlsx", &bytes);
    assert_eq!(main.about.tool, "kobo");
    assert_eq!(main.names, ["start", "end", "_index"]);
    assert!(main.about.parents.is_empty() && main.warnings.is_empty());

    const ROOT: &str = "Bird nest survey with nested...";
    let tree = table(&bytes, "group_tree");
    assert_eq!(
        tree.names,
        [
            "What_kind_of_tree_is_this",
            "_index",
            "_parent_table_name",
            "_parent_index",
            "start",
            "end",
            "Bird nest survey with nested.../_index",
        ]
    );
    assert_eq!(tree.rows[2][0], "maple");
    assert_eq!(tree.rows[2][5], "2017-12-27T15:58:50.000-05:00");
    assert_eq!(
        tree.column(&format!("{ROOT}/_index")),
        ["1", "1", "2", "3", "3", "4"]
    );

    let egg = table(&bytes, "group_egg");
    assert_eq!(egg.about.tool, "kobo");
    assert!(egg.warnings.is_empty());
    let high = egg.column("How_high_above_the_ground_is_the_nest");
    assert_eq!(
        high,
        [
            "13", "13", "13", "15", "10", "10", "23", "13", "13", "13", "15", "10", "10", "23"
        ]
    );
    let kind = egg.column("What_kind_of_tree_is_this");
    assert_eq!(
        kind,
        [
            "pine", "pine", "pine", "pine", "spruce", "spruce", "maple", "pine", "pine", "pine",
            "pine", "spruce", "spruce", "nan"
        ]
    );
    let of = |name: &str| egg.column(name).concat();
    assert_eq!(of("_index"), "11123345556778");
    assert_eq!(of("group_tree/_index"), "11112234444556");
    assert_eq!(of(&format!("{ROOT}/_index")), "11111123333334");
    assert_eq!(egg.column("end")[6], "2017-12-27T15:58:50.000-05:00");
    let parents = egg.about.parents.iter();
    let parents: Vec<(&str, &str, usize)> = parents
        .map(|parent| {
            (
                parent.table.as_str(),
                parent.key.as_str(),
                parent.columns.len(),
            )
        })
        .collect();
    assert_eq!(
        parents,
        [
            ("group_nest", "_index", 5),
            ("group_tree", "group_tree/_index", 4),
            (ROOT, "Bird nest survey with nested.../_index", 3),
        ]
    );
    // The table as it stands, where a person says so.
    let choice = Choice {
        table: Some("group_egg".into()),
        tool: Some("plain".into()),
        ..Choice::default()
    };
    let plain = chosen("nests.xlsx", &bytes, &choice).unwrap();
    assert_eq!(plain.names.len(), 3);
}

#[test]
fn odks_files_find_their_parents_by_their_keys() {
    let bytes = central();
    let main = super::whole("hogar.zip", &bytes);
    assert!(main.about.parents.is_empty());
    let people = table(&bytes, "hogar-personas.csv");
    assert_eq!(people.about.tool, "odk");
    assert_eq!(
        people.names[..7],
        [
            "nombre",
            "pais",
            "PARENT_KEY",
            "KEY",
            "SubmissionDate",
            "instanceID",
            "hogar/pais"
        ]
    );
    assert_eq!(people.column("peso"), ["1.5", "1.5", "2.5", ""]);
    assert_eq!(
        people.column("hogar/KEY"),
        ["uuid:a", "uuid:a", "uuid:b", ""]
    );
    // What the tool makes of the parent's columns is theirs here too.
    assert_eq!(people.set("medios"), ["medios/radio", "medios/tv"]);
    assert_eq!(people.column("medios/radio"), ["1", "1", "", ""]);
    let country = people.codebook.variable("hogar/pais").unwrap();
    assert_eq!(country.missing[0].kind, MissingKind::DoNotKnow);
    assert!(people.codebook.variable("pais").is_none());
    assert_eq!(people.about.parents[0].key, "hogar/KEY");

    let courses = whole(bytes, Some("hogar-personas-cursos.csv")).unwrap();
    assert_eq!(courses.about.parents.len(), 2);
    let at = |name: &str| {
        courses.rows[0]
            .iter()
            .position(|known| known == name)
            .unwrap()
    };
    let of = |name: &str| -> Vec<&str> {
        courses.rows[1..]
            .iter()
            .map(|row| row[at(name)].as_str())
            .collect()
    };
    assert_eq!(of("nombre"), ["Mar", "Sol", "Paz", "", ""]);
    assert_eq!(of("peso"), ["2.5", "1.5", "", "", ""]);
    // One whose submission is gone, one whose person is, and one that names none.
    assert_eq!(codes(&courses.warnings), ["orphans"]);
    assert_eq!(courses.warnings[0].params["n"], 3_u64.into());
}

#[test]
fn surveyctos_groups_are_read_as_its_submissions_are() {
    let bytes = zip(&[
        part(
            "Form_WIDE.csv",
            "SubmissionDate,formdef_version,peso,KEY\n2024-03-01,1,1.5,uuid:a\n",
        ),
        part(
            "Form-kids.csv",
            "m,m_1,m_2,PARENT_KEY,KEY,SET-OF-kids\n1 2,1,1,uuid:a,uuid:a/kids[1],uuid:a/kids\n",
        ),
    ]);
    let kids = table(&bytes, "Form-kids.csv");
    assert_eq!(kids.about.tool, "surveycto");
    assert_eq!(kids.set("m"), ["m_1", "m_2"]);
    assert_eq!(kids.column("peso"), ["1.5"]);
}

#[test]
fn a_parent_that_is_not_there_is_told() {
    let lone = "nombre,PARENT_KEY,KEY\nLuz,uuid:a,uuid:a/hijos[1]\n";
    let found = super::whole("hijos.csv", lone.as_bytes());
    assert_eq!(found.codes(), ["parent_not_found"]);
    assert_eq!(found.warnings[0].params["value"], "uuid:a".into());
    assert_eq!(found.names.len(), 3);
    // Kobo's parent is named.
    let group = "x|_index|_parent_table_name|_parent_index\na|1|gone|1";
    let book = ods(&[sheet("one", group), sheet("two", group)].concat());
    let found = table(&book, "two");
    assert_eq!(found.codes(), ["parent_not_found"]);
    assert_eq!(found.warnings[0].params["value"], "gone".into());
    // A group that nobody filled names none.
    let book = ods(&[
        sheet("main", "y|_index|_uuid\nb|1|u"),
        sheet("two", "x|PARENT_KEY|KEY\n|| "),
    ]
    .concat());
    assert!(table(&book, "two").warnings.is_empty());
}

/// A sheet's name is the whole, or cut by Excel, or without the marks that it cannot have. No other sheet is taken for the parent,
/// though its records have the same numbers.
#[test]
fn kobos_parents_are_found_by_names_that_were_cut() {
    let long = "Encuesta de hogares y viviendas de la capital";
    let group = |parent: &str| format!("x|_index|_parent_table_name|_parent_index\na|1|{parent}|7");
    let book = |parent: &str| {
        ods(&[
            sheet("Primera", "pais|_index|_uuid\nPrimera|7|u"),
            sheet("Encuesta", "pais|_index|_uuid\nCorta|7|u"),
            sheet(&long[..31], "pais|_index|_uuid\nCortada|7|u"),
            sheet("a_b", "pais|_index|_uuid\nMarcas|7|u"),
            sheet("grupo", &group(parent)),
        ]
        .concat())
    };
    for (parent, country) in [(long, "Cortada"), ("Encuesta", "Corta"), ("a/b", "Marcas")] {
        assert_eq!(
            table(&book(parent), "grupo").column("pais"),
            [country],
            "{parent}"
        );
    }
    let found = table(&book("Otra"), "grupo");
    assert_eq!(
        (found.names.len(), found.codes()),
        (4, vec!["parent_not_found"])
    );
}

#[test]
fn tables_that_name_each_other_end() {
    let group = |name: &str, parent: &str| {
        sheet(
            name,
            &format!("{name}|_index|_parent_table_name|_parent_index\n{name}|1|{parent}|1"),
        )
    };
    let book = ods(&[group("a", "b"), group("b", "c"), group("c", "a")].concat());
    let found = table(&book, "a");
    assert_eq!(
        found.rows[0],
        ["a", "1", "b", "1", "b", "1", "c", "1", "c", "1", "a", "1"]
    );
    assert_eq!(found.codes(), ["parent_not_found"]);
    let found = table(&ods(&group("a", "a")), "a");
    assert_eq!(
        (found.names.len(), found.codes()),
        (4, vec!["parent_not_found"])
    );
    // Keys that refer to each other, and to themselves.
    let bytes = zip(&[
        part("a.csv", "x,KEY,PARENT_KEY\n1,k,m\n"),
        part("b.csv", "y,KEY,PARENT_KEY\n2,m,k\n"),
    ]);
    let found = table(&bytes, "a.csv");
    assert_eq!(found.rows, rows(&[&["1", "k", "m", "2", "m", "k"]]));
    assert_eq!(found.codes(), ["parent_not_found"]);
    // More levels than any form has.
    let many: Vec<String> = (0..40)
        .map(|at| group(&format!("g{at}"), &format!("g{}", at + 1)))
        .collect();
    let found = table(&ods(&many.concat()), "g0");
    assert_eq!(
        (found.about.parents.len(), found.codes()),
        (16, vec!["parent_not_found"])
    );
}

#[test]
fn of_two_parents_with_one_key_the_first_counts() {
    let bytes = zip(&[
        part(
            "a.csv",
            "SubmissionDate,peso,KEY\n2024-01-01,1,k\n2024-01-01,2,k\n2024-01-01,3,\n",
        ),
        part("a-b.csv", "x,PARENT_KEY,KEY\n1,k,k/b[1]\n2,,k/b[2]\n"),
    ]);
    assert_eq!(table(&bytes, "a-b.csv").column("peso"), ["1", ""]);
}

/// Names stay unique, whatever the tables are called and hold.
#[test]
fn joined_names_are_unique() {
    let bytes = zip(&[
        part("in/a.csv", "SubmissionDate,x,a/x,KEY\n2024-01-01,1,2,k\n"),
        part("in/a-b.csv", "x,a/x,PARENT_KEY,KEY\n3,4,k,k/b[1]\n"),
    ]);
    let found = table(&bytes, "in/a-b.csv");
    let mut names = found.names.clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), found.names.len(), "{:?}", found.names);
    assert_eq!(found.rows[0].len(), 8);
}

/// What a hostile workbook says of its parents in a few bytes is not held.
#[test]
fn parents_end_at_the_limit() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let wide = format!(
        "<table:table-row table:number-rows-repeated=\"18446744073709551615\"><table:table-cell \
         table:number-columns-repeated=\"19999\"/>{cell}</table:table-row></table:table>"
    );
    let parent = sheet("main", "_index|pais|peso\n1|UY|2");
    let parent = parent.replace("</table:table>", &wide);
    let book = ods(&[
        parent,
        sheet(
            "grupo",
            "x|_index|_parent_table_name|_parent_index\na|1|main|1",
        ),
    ]
    .concat());
    let error = whole(book, Some("grupo")).err().expect("refused");
    assert_eq!(error.code, "table_too_large");
}
