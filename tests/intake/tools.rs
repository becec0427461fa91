//! Exports of survey tools, in the layouts that the tools document: names, labels, questions of several answers, kinds of missing.

use super::{chosen, whole};
use crate::read::shared;
use pulso::codebook::MissingKind;
use pulso::intake::{Choice, Look, Several, look};

fn kinds(whole: &super::Whole, name: &str) -> Vec<(String, MissingKind)> {
    let variable = whole.codebook.variable(name).unwrap();
    let missing = variable.missing.iter();
    missing
        .map(|missing| (missing.code.to_text(), missing.kind))
        .collect()
}

#[test]
fn kobo_with_names() {
    let file = "\"start\";\"hogar/agua\";\"hogar/medios\";\"hogar/medios/radio\";\"hogar/medios/tv\";\"_ubicacion_latitude\";\"_ubicacion_longitude\";\"_id\";\"_uuid\";\"_submission_time\";\"_index\"\n\
        \"2024-03-01T10:00:00.000-05:00\";\"si\";\"radio tv\";\"1\";\"1\";\"-12.04\";\"-77.03\";\"1\";\"u1\";\"2024-03-01T15:00:00\";\"1\"\n\
        \"2024-03-01T11:00:00.000-05:00\";\"no_sabe\";\"\";\"\";\"\";\"\";\"\";\"2\";\"u2\";\"2024-03-01T16:00:00\";\"2\"\n\
        \"2024-03-01T12:00:00.000-05:00\";\"no\";\"tv\";\"0\";\"1\";\"\";\"\";\"3\";\"u3\";\"2024-03-01T17:00:00\";\"3\"\n";
    assert_eq!(look(file.as_bytes(), true), Look::Module("tools"));
    let whole = whole("kobo.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "kobo");
    assert_eq!(
        whole.names[..4],
        ["start", "agua", "medios/radio", "medios/tv"]
    );
    assert_eq!(whole.set("medios"), ["medios/radio", "medios/tv"]);
    assert_eq!(whole.column("medios/radio"), ["1", "", "0"]);
    assert_eq!(
        kinds(&whole, "agua"),
        [("no_sabe".into(), MissingKind::DoNotKnow)]
    );
    // The table as it stands, where a person says so.
    let choice = Choice {
        tool: Some("plain".into()),
        ..Choice::default()
    };
    let plain = chosen("kobo.csv", file.as_bytes(), &choice).unwrap();
    assert_eq!(plain.names[2], "hogar/medios");
    assert!(plain.about.multiple.is_empty());
}

#[test]
fn kobo_with_labels_and_hashtags() {
    let file = "\"Hogar/¿Tiene agua?\";\"Hogar/Medios que usa\";\"Hogar/Medios que usa/Radio\";\"Hogar/Medios que usa/Televisión por cable\";\"_id\";\"_uuid\"\n\
        \"#indicator\";\"\";\"\";\"\";\"\";\"#meta+id\"\n\
        \"Sí\";\"Radio Televisión por cable\";\"1\";\"1\";\"1\";\"u1\"\n\
        \"Prefiero no responder\";\"Radio\";\"1\";\"0\";\"2\";\"u2\"\n";
    let whole = whole("kobo.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "kobo");
    assert_eq!(
        whole.names[..3],
        [
            "tiene_agua",
            "medios_que_usa/Radio",
            "medios_que_usa/television_por_cable"
        ]
    );
    assert_eq!(whole.label("tiene_agua"), "¿Tiene agua?");
    assert_eq!(
        whole.label("medios_que_usa/television_por_cable"),
        "Televisión por cable"
    );
    assert_eq!(whole.rows.len(), 2);
    assert_eq!(
        kinds(&whole, "tiene_agua"),
        [("Prefiero no responder".into(), MissingKind::Refused)]
    );
}

#[test]
fn kobos_own_files_have_their_sets() {
    let Some(bytes) = shared("vendor_files/kobo/grouped_translated.labels.csv") else {
        return;
    };
    let labels = whole("labels.csv", &bytes);
    assert_eq!(labels.about.tool, "kobo");
    let set = &labels.about.multiple[0];
    assert_eq!(set.items.len(), 3);
    assert_eq!(labels.column(&set.items[0]), ["1", "0", ""]);
    let bytes = shared("vendor_files/kobo/or_other.xmlvalues.csv").unwrap();
    let names = whole("names.csv", &bytes);
    assert_eq!(names.set("fav_emperors").len(), 5);
    assert_eq!(names.column("fav_emperors/julius"), ["0", "1", "1"]);
    assert_eq!(
        names.column("fav_emperor_other"),
        ["Nero", "", "Marcus Aurelius"]
    );
    let bytes = shared("vendor_files/kobo/restaurant_profile.xmlvalues.csv").unwrap();
    let older = whole("older.csv", &bytes);
    // One of the records comes from a version of the form that asked for one answer.
    assert_eq!(
        older.column("eatery_type/takeaway"),
        ["", "", "1", "0", "1", "0", "", ""]
    );
}

#[test]
fn odk_central_tells_unanswered_from_no_by_the_question() {
    let file = "SubmissionDate,start,hogar-edad,hogar-medios,hogar-medios/radio,hogar-medios/tv,hogar-punto-Latitude,hogar-punto-Longitude,meta-instanceID,KEY,SubmitterID,SubmitterName\n\
        2024-03-01T15:00:00.000Z,2024-03-01T10:00:00.000-05:00,31,radio,1,0,-12.0,-77.0,uuid:1,uuid:1,5,Ana\n\
        2024-03-01T16:00:00.000Z,2024-03-01T11:00:00.000-05:00,28,,0,0,,,uuid:2,uuid:2,5,Ana\n";
    let odk = whole("odk.csv", file.as_bytes());
    assert_eq!(odk.about.tool, "odk");
    assert_eq!(
        odk.names[2..7],
        [
            "edad",
            "medios/radio",
            "medios/tv",
            "punto-Latitude",
            "punto-Longitude"
        ]
    );
    assert_eq!(odk.column("medios/tv"), ["0", ""]);
    assert!(odk.warnings.is_empty());
    // Without the column of all answers nothing tells.
    let file =
        "KEY,SubmissionDate,medios/radio,medios/tv\nuuid:1,2024-03-01,1,0\nuuid:2,2024-03-01,0,0\n";
    let odk = whole("odk.csv", file.as_bytes());
    assert_eq!(odk.codes(), ["unanswered_looks_like_no"]);
    assert_eq!(odk.set("medios"), ["medios/radio", "medios/tv"]);
    // A repeated group.
    let file = "nombre,edad,PARENT_KEY,KEY\nLuz,4,uuid:1,uuid:1/hijos[1]\n";
    assert_eq!(whole("odk-hijos.csv", file.as_bytes()).about.tool, "odk");
}

#[test]
fn surveycto_has_answers_only_where_they_occur() {
    let file = "SubmissionDate,starttime,endtime,deviceid,medios,medios_1,medios_2,medios__99,edad,edad_1,instanceID,formdef_version,KEY\n\
        \"Mar 1, 2024 3:05:00 PM\",a,b,c,1 2,1,1,0,31,0,uuid:1,2403011500,uuid:1\n\
        \"Mar 2, 2024 3:05:00 PM\",a,b,c,-99,0,0,1,28,1,uuid:2,2403011500,uuid:2\n\
        \"Mar 3, 2024 3:05:00 PM\",a,b,c,,,,,40,,uuid:3,2403011500,uuid:3\n";
    let whole = whole("surveycto.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "surveycto");
    assert_eq!(whole.set("medios"), ["medios_1", "medios_2", "medios__99"]);
    assert_eq!(whole.column("medios_1"), ["1", "0", ""]);
    assert_eq!(whole.about.multiple.len(), 1);
    assert_eq!(whole.column("edad_1"), ["0", "1", ""]);
    // Portuguese answers in words.
    let file = "KEY,formdef_version,agua\nuuid:1,1,sim\nuuid:2,1,Não sabe\n";
    let whole = super::whole("surveycto.csv", file.as_bytes());
    assert_eq!(
        kinds(&whole, "agua"),
        [("Não sabe".into(), MissingKind::DoNotKnow)]
    );
}

#[test]
fn limesurvey_with_codes() {
    let file = "\u{feff}\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"edad\",\"medios[SQ001]\",\"medios[SQ002]\",\"medios[other]\",\"acuerdo[A1]\",\"acuerdo[A2]\"\n\
        \"1\",\"2024-03-01 10:00:00\",\"3\",\"es\",\"1\",\"31\",\"Y\",\"\",\"\",\"A1\",\"A2\"\n\
        \"2\",\"2024-03-01 11:00:00\",\"3\",\"pt\",\"2\",\"28\",\"\",\"\",\"\",\"A2\",\"A2\"\n\
        \"3\",\"\",\"1\",\"es\",\"3\",\"40\",\"N/A\",\"N/A\",\"N/A\",\"\",\"\"\n\
        \"4\",\"2024-03-01 12:00:00\",\"3\",\"es\",\"4\",\"50\",\"Y\",\"Y\",\"Periódico\",\"A1\",\"A1\"\n";
    let whole = whole("limesurvey.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "limesurvey");
    assert_eq!(whole.about.languages, ["es", "pt"]);
    assert_eq!(whole.set("medios"), ["medios[SQ001]", "medios[SQ002]"]);
    assert_eq!(whole.column("medios[SQ001]"), ["1", "", "N/A", "1"]);
    assert_eq!(whole.column("medios[SQ002]"), ["0", "", "N/A", "1"]);
    assert_eq!(whole.about.multiple[0].not_shown[0].to_text(), "N/A");
    assert_eq!(
        kinds(&whole, "medios[SQ001]"),
        [("N/A".into(), MissingKind::NotAsked)]
    );
    assert_eq!(whole.column("acuerdo[A1]"), ["A1", "A2", "", "A1"]);
}

#[test]
fn limesurvey_with_questions_in_full() {
    let file = "\u{feff}\"ID da resposta\",\"Data de envio\",\"Última página\",\"Idioma inicial\",\"G1Q1. Qual é a sua idade?\",\"G1Q2. Que meios usa? [Rádio]\",\"G1Q2. Que meios usa? [TV a cabo]\",\"Sem código\"\n\
        \"1\",\"2024-03-01 10:00:00\",\"3\",\"pt-BR\",\"31\",\"Sim\",\"Não\",\"x\"\n\
        \"2\",\"2024-03-01 10:00:00\",\"3\",\"pt-BR\",\"Prefiro não responder\",\"N/A\",\"N/A\",\"y\"\n";
    let whole = whole("limesurvey.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "limesurvey");
    assert_eq!(
        whole.names[..5],
        ["id", "submitdate", "lastpage", "startlanguage", "G1Q1"]
    );
    assert_eq!(whole.label("G1Q1"), "Qual é a sua idade?");
    assert_eq!(whole.set("G1Q2"), ["G1Q2[radio]", "G1Q2[tv_a_cabo]"]);
    assert_eq!(whole.label("G1Q2[tv_a_cabo]"), "TV a cabo");
    assert_eq!(whole.column("G1Q2[radio]"), ["1", "N/A"]);
    assert_eq!(whole.column("G1Q2[tv_a_cabo]"), ["0", "N/A"]);
    assert_eq!(whole.label("sem_codigo"), "Sem código");
    assert_eq!(whole.codes(), ["unanswered_looks_like_no"]);
}

#[test]
fn qualtrics_has_three_rows_of_names() {
    let ids = [
        "startDate",
        "_recordId",
        "QID1",
        "QID2",
        "QID2",
        "QID3_1",
        "QID3_2",
    ];
    let ids: Vec<String> = ids
        .iter()
        .map(|id| format!("\"{{\"\"ImportId\"\":\"\"{id}\"\"}}\""))
        .collect();
    let file = format!(
        "StartDate,ResponseId,Q1,Q2_1,Q2_2,Q3_1,Q3_2,UserLanguage\n\
         Start Date,Response ID,<strong>¿Cómo está?</strong>,¿Qué usa? - Selected Choice - Radio,\"¿Qué usa? - Selected Choice - TV, cable\",Acuerdo - A,Acuerdo - B,User Language\n\
         {},\"{{\"\"ImportId\"\":\"\"userLanguage\"\"}}\"\n\
         2024-03-01 10:00:00,R_1,Bien,Radio,\"TV, cable\",Sí,No,ES\n\
         2024-03-01 11:00:00,R_2,No sabe,Radio,,No,No,ES-ES\n\
         2024-03-01 12:00:00,R_3,Mal,,,Sí,Sí,PT-BR\n",
        ids.join(",")
    );
    let text = whole("qualtrics.csv", file.as_bytes());
    assert_eq!(
        (text.about.tool.as_str(), text.about.header_rows),
        ("qualtrics", 3)
    );
    assert_eq!(text.label("Q1"), "¿Cómo está?");
    assert_eq!(text.set("Q2"), ["Q2_1", "Q2_2"]);
    assert_eq!(text.label("Q2_2"), "TV, cable");
    assert_eq!(text.column("Q2_1"), ["1", "1", ""]);
    assert_eq!(text.column("Q2_2"), ["1", "0", ""]);
    assert_eq!(text.about.multiple.len(), 1);
    assert_eq!(
        kinds(&text, "Q1"),
        [("No sabe".into(), MissingKind::DoNotKnow)]
    );
    assert_eq!(text.about.languages, ["es", "es-es", "pt-br"]);
    // Numbers instead of texts; -99 was seen and not answered.
    let file = "ResponseId,Q2_1,Q2_2\nResponse ID,Que meios? - Rádio,Que meios? - TV\n\
        \"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\",\"\"choiceId\"\":\"\"1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\",\"\"choiceId\"\":\"\"2\"\"}\"\n\
        R_1,1,1\nR_2,,1\nR_3,-99,-99\n";
    let numbers = whole("qualtrics.csv", file.as_bytes());
    assert_eq!(numbers.column("Q2_1"), ["1", "0", ""]);
    assert_eq!(
        numbers.about.multiple[0].label.as_ref().unwrap(),
        &pulso::locale::Text::Plain("Que meios?".into())
    );
}

#[test]
fn surveymonkeys_questions_carry_on_to_the_right() {
    let file = "Respondent ID,Collector ID,Start Date,¿Qué medios usa?,,,¿Qué opina?,,Edad\n\
        ,,,Radio,TV,Otro (especifique),Clases,Aulas,Open-Ended Response\n\
        1,9,03/01/2024 02:30:21 PM,Radio,TV,,Bien,Mal,31\n\
        2,9,03/02/2024 02:30:21 PM,,TV,Periódico,Bien,Bien,28\n\
        3,9,03/13/2024 02:30:21 PM,,,,Prefiero no responder,Bien,40\n";
    let whole = whole("monkey.csv", file.as_bytes());
    assert_eq!(
        (whole.about.tool.as_str(), whole.about.header_rows),
        ("surveymonkey", 2)
    );
    assert_eq!(
        whole.names,
        [
            "respondent_id",
            "collector_id",
            "start_date",
            "que_medios_usa_radio",
            "que_medios_usa_tv",
            "que_medios_usa_otro_especifique",
            "que_opina_clases",
            "que_opina_aulas",
            "edad"
        ]
    );
    assert_eq!(
        whole.set("que_medios_usa"),
        ["que_medios_usa_radio", "que_medios_usa_tv"]
    );
    assert_eq!(whole.column("que_medios_usa_radio"), ["1", "0", ""]);
    assert_eq!(whole.label("que_opina_aulas"), "¿Qué opina?: Aulas");
    assert_eq!(whole.column("start_date")[0], "2024-03-01T14:30:21");
    assert_eq!(kinds(&whole, "que_opina_clases")[0].1, MissingKind::Refused);
}

#[test]
fn surveymonkeys_star_wars_has_its_films() {
    let Some(bytes) = shared("vendor_files/csv/starwars_surveymonkey_two_header_rows_nonutf8.csv")
    else {
        return;
    };
    let whole = whole("starwars.csv", &bytes);
    assert_eq!(whole.about.tool, "surveymonkey");
    assert_eq!(whole.rows.len(), 1186);
    let films = &whole.about.multiple[0];
    assert_eq!(films.items.len(), 6);
    // 673 of those asked have seen The Phantom Menace, 758 The Empire Strikes Back.
    let seen = |item: &str| {
        whole
            .column(item)
            .iter()
            .filter(|cell| **cell == "1")
            .count()
    };
    assert_eq!((seen(&films.items[0]), seen(&films.items[4])), (673, 758));
    assert_eq!(whole.about.multiple.len(), 1);
}

#[test]
fn google_forms_answers_with_commas() {
    let file = "Marca temporal,\"1. ¿Qué medios usa?\",2. ¿Cuán seguido?,¿Qué opina?,¿Qué opina?\n\
        13/5/2024 14:30:21,\"Radio, Televisión, Internet\",\"Sí, siempre\",Me gusta,a\n\
        14/5/2024 9:05:00,Radio,No,\"Bueno, pero caro\",b\n\
        15/5/2024 9:05:00,Televisión,\"Sí, siempre\",,c\n\
        16/5/2024 9:05:00,\"Radio, Internet\",No sabe,Nada,d\n\
        17/5/2024 9:05:00,,No,Mucho,e\n";
    let whole = whole("google.csv", file.as_bytes());
    assert_eq!(whole.about.tool, "google_forms");
    assert_eq!(whole.column("marca_temporal")[1], "2024-05-14T09:05:00");
    assert_eq!(
        whole.set("q1_que_medios_usa"),
        [
            "q1_que_medios_usa_internet",
            "q1_que_medios_usa_radio",
            "q1_que_medios_usa_television"
        ]
    );
    assert_eq!(
        whole.column("q1_que_medios_usa_radio"),
        ["1", "1", "0", "1", ""]
    );
    // One answer with a comma, and words of their own, are no several answers.
    assert_eq!(whole.column("q2_cuan_seguido")[0], "Sí, siempre");
    assert_eq!(
        kinds(&whole, "q2_cuan_seguido")[0].1,
        MissingKind::DoNotKnow
    );
    assert_eq!(whole.column("que_opina")[1], "Bueno, pero caro");
    assert_eq!(whole.label("que_opina_2"), "¿Qué opina?");
    assert_eq!(whole.about.multiple.len(), 1);
}

#[test]
fn google_forms_options_with_commas_are_known_from_answers_given_alone() {
    let file = "Carimbo de data/hora,Quais recursos a escola tem?\n\
        2024/05/13 2:30:21 PM GMT-3,\"Água, luz e gás, Internet\"\n\
        2024/05/13 2:31:21 PM GMT-3,Internet\n\
        2024/05/13 2:32:21 PM GMT-3,\"Água, luz e gás\"\n\
        2024/05/13 2:33:21 PM GMT-3,\"Biblioteca, Internet\"\n\
        2024/05/13 2:34:21 PM GMT-3,Biblioteca\n\
        2024/05/13 2:35:21 PM GMT-3,\"Rampa, Horta, Internet\"\n\
        2024/05/13 2:36:21 PM GMT-3,\"Rampa, Horta\"\n";
    let whole = whole("google.csv", file.as_bytes());
    assert_eq!(
        whole.column("carimbo_de_data_hora")[0],
        "2024-05-13T14:30:21"
    );
    let set = &whole.about.multiple[0];
    let labels: Vec<&str> = set.items.iter().map(|item| whole.label(item)).collect();
    assert_eq!(
        labels,
        [
            "Biblioteca",
            "Horta",
            "Internet",
            "Rampa",
            "Água, luz e gás"
        ]
    );
    assert_eq!(
        whole.column(&set.items[4]),
        ["1", "0", "1", "0", "0", "0", "0"]
    );
    // Nothing tells whether «Rampa, Horta» is one answer.
    assert_eq!(whole.codes(), ["ambiguous_answers"]);
}

#[test]
fn microsoft_forms_end_each_answer_with_a_semicolon() {
    for (own, languages) in [
        ("ID,Start time,Completion time,Email,Name", "en"),
        (
            "ID,Hora de inicio,Hora de finalización,Correo electrónico,Nombre",
            "es",
        ),
        ("ID,Hora de início,Hora de conclusão,Email,Nome", "pt"),
        (
            "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom",
            "fr",
        ),
    ] {
        let file = format!(
            "{own},Medios,Edad\n\
             1,5/13/24 14:30:21,5/13/24 14:35:00,anonymous,,Radio;TV;,31\n\
             2,5/14/24 9:30:21,5/14/24 9:35:00,anonymous,,TV;,28\n\
             3,5/14/24 9:30:21,5/14/24 9:35:00,anonymous,,,40\n"
        );
        let whole = whole("forms.csv", file.as_bytes());
        assert_eq!(whole.about.tool, "microsoft_forms", "{languages}");
        assert_eq!(whole.set("medios"), ["medios_radio", "medios_tv"]);
        assert_eq!(whole.column("medios_radio"), ["1", "0", ""]);
        assert_eq!(whole.rows[0][1], "2024-05-13T14:30:21");
    }
}

#[test]
fn redcap_raw_and_with_labels() {
    let file = "record_id,redcap_event_name,sexo,medios___1,medios___2,medios____99,base_complete\n\
        1,visita_1_arm_1,1,1,0,0,2\n2,visita_1_arm_1,2,0,0,0,0\n";
    let raw = whole("redcap.csv", file.as_bytes());
    assert_eq!(raw.about.tool, "redcap");
    assert_eq!(
        raw.set("medios"),
        ["medios___1", "medios___2", "medios____99"]
    );
    assert_eq!(raw.codes(), ["unanswered_looks_like_no"]);
    assert_eq!(
        raw.codebook.variable("base_complete").unwrap().values.len(),
        3
    );
    let file = "Record ID,Sexo,Medios que usa (choice=Radio),\"Medios que usa (choice=TV, cable)\",Complete?\n\
        1,Mujer,Checked,Unchecked,Complete\n2,Prefiere no responder,Unchecked,Unchecked,Incomplete\n";
    let labels = whole("redcap.csv", file.as_bytes());
    assert_eq!(labels.about.tool, "redcap");
    assert_eq!(
        labels.set("medios_que_usa"),
        ["medios_que_usa___Radio", "medios_que_usa___tv_cable"]
    );
    assert_eq!(labels.column("medios_que_usa___Radio"), ["1", "0"]);
    assert_eq!(labels.label("medios_que_usa___tv_cable"), "TV, cable");
    assert_eq!(kinds(&labels, "Sexo")[0].1, MissingKind::Refused);
}

/// Kobo can leave out the columns of single answers: a codebook knows which there may be.
#[test]
fn a_codebook_takes_a_summary_apart() {
    let file = "\"grupo/canales\";\"edad\";\"_id\";\"_uuid\"\n\"radio web\";\"30\";\"1\";\"a\"\n\"\";\"31\";\"2\";\"b\"\n\"web\";\"32\";\"3\";\"c\"\n";
    let several = |options: &[&str]| Choice {
        several: vec![Several {
            name: "canales".into(),
            options: options.iter().map(|option| option.to_string()).collect(),
        }],
        ..Choice::default()
    };
    let choice = several(&["radio", "correo", "web"]);
    let whole = chosen("kobo.csv", file.as_bytes(), &choice).unwrap();
    assert_eq!(
        whole.names[..4],
        ["canales/radio", "canales/correo", "canales/web", "edad"]
    );
    assert_eq!(whole.rows[0][..3], ["1", "0", "1"]);
    assert_eq!(whole.rows[1][..3], ["", "", ""]);
    assert_eq!(whole.rows[2][..3], ["0", "0", "1"]);
    let [question] = whole.about.multiple.as_slice() else {
        panic!("{:?}", whole.about.multiple)
    };
    assert_eq!(
        (question.name.as_str(), question.items.len()),
        ("canales", 3)
    );
    // What holds other answers than the codebook knows stays as it is.
    let whole = chosen("kobo.csv", file.as_bytes(), &several(&["radio", "correo"])).unwrap();
    assert_eq!(whole.names[0], "canales");
    assert_eq!(whole.rows[0][0], "radio web");
}
