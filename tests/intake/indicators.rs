//! Figures of those who publish by country, in one long form. Numbers were counted in the files themselves, with Python's csv.

use pulso::error::{Error, Param};
use pulso::intake::{Choice, Look, Taken, look, take, take_with};
use pulso::read::{Options, read};

const COLUMNS: [&str; 7] = [
    "iso3",
    "period",
    "indicator",
    "value",
    "se",
    "status",
    "source",
];

/// Rows of the 33 states, learning poverty in Peru, values of other areas.
const LEARNING_POVERTY: (usize, [&str; 3], u64) = (
    1273,
    [
        "2006 68.44490814208984",
        "2013 54.38909149169922",
        "2019 44.44244384765625",
    ],
    8056,
);

/// File, rows of the 33 states, values of other areas, cells without a value, values that are no number or of no known year:
/// two files stand at the year 1, and one holds `Yes` and `No`.
const OWID: [(&str, usize, u64, u64, u64); 10] = [
    ("education_data_deprivation", 0, 470, 91, 83),
    ("education_quality_altinok", 284, 2224, 0, 0),
    ("gov_expenditure_learning", 0, 194, 0, 38),
    ("harmonised_learning_outcome", 0, 220, 0, 38),
    ("hdi", 871, 4130, 0, 0),
    ("inequality_latin_america_sedlac", 344, 0, 0, 0),
    ("learning_adjusted_years", 20, 137, 0, 0),
    ("pisa_scores_2015", 62, 469, 0, 0),
    ("worldbank_education_2015", 816, 4010, 96, 0),
    ("years_of_schooling", 1433, 6330, 0, 0),
];

struct Long {
    taken: Taken,
    warnings: Vec<Error>,
    rows: Vec<Vec<String>>,
}

fn long(name: &str, bytes: &[u8]) -> Long {
    long_with(name, bytes, None)
}

fn long_with(name: &str, bytes: &[u8], beside: Option<&str>) -> Long {
    let format = if name.ends_with("json") {
        "json"
    } else {
        "csv"
    };
    assert_eq!(look(bytes, true), Look::Module("tools"), "{name}");
    let taken = take_with(name, bytes.to_vec(), beside, &Choice::default()).unwrap();
    let (mut taken, warnings) = (taken.value, taken.warnings);
    assert_eq!(taken.names, COLUMNS);
    assert_eq!(taken.about.format, format);
    let mut csv = String::new();
    while let Some(piece) = taken.next().unwrap() {
        csv.push_str(std::str::from_utf8(&piece).unwrap());
    }
    // Sources and numbers of these files hold no comma and no quote.
    let mut lines = csv.lines();
    assert_eq!(lines.next().unwrap(), COLUMNS.join(","));
    let rows = lines.map(|line| line.split(',').map(String::from).collect());
    let rows = rows.collect();
    Long {
        taken,
        warnings,
        rows,
    }
}

impl Long {
    fn tool(&self) -> &str {
        &self.taken.about.tool
    }

    fn lines(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.join(",")).collect()
    }

    fn warning(&self, code: &str) -> Option<&Error> {
        self.warnings.iter().find(|warning| warning.code == code)
    }

    fn count(&self, code: &str) -> u64 {
        match self.warning(code).and_then(|it| it.params.get("count")) {
            Some(Param::Count(count)) => *count,
            _ => 0,
        }
    }

    fn values(&self, code: &str) -> Vec<String> {
        match self.warning(code).and_then(|it| it.params.get("values")) {
            Some(Param::List(values)) => values.clone(),
            _ => Vec::new(),
        }
    }

    fn label(&self, indicator: &str) -> Option<String> {
        let variable = self.taken.codebook.variable("indicator")?;
        let code = pulso::codebook::Code::Text(indicator.into());
        let label = variable.value_label(&code)?;
        Some(label.get(&pulso::locale::Locale::default()).into())
    }
}

fn shared(path: &str) -> Option<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/");
    let bytes = std::fs::read(format!("{folder}{path}")).ok();
    if bytes.is_none() {
        println!("skipped: ../shared is absent");
    }
    bytes
}

#[test]
fn the_world_bank_s_download_of_an_indicator() {
    let file = "\u{feff}\"Data Source\",\"World Development Indicators\",\n\n\
        \"Last Updated Date\",\"2024-05-30\",\n\n\
        \"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2018\",\"2019\",\"2020\",\n\
        \"Aruba\",\"ABW\",\"School enrollment, primary (% gross)\",\"SE.PRM.ENRR\",\"117.1\",\"\",\"\",\n\
        \"Latin America & Caribbean\",\"LCN\",\"School enrollment, primary (% gross)\",\"SE.PRM.ENRR\",\"108.7\",\"108.10\",\"\",\n\
        \"Peru\",\"PER\",\"School enrollment, primary (% gross)\",\"SE.PRM.ENRR\",\"106.937973022461\",\"123.00\",\"\",\n";
    let long = long("API_SE.PRM.ENRR_DS2_en_csv_v2.csv", file.as_bytes());
    assert_eq!(long.tool(), "world_bank");
    assert_eq!(
        long.lines(),
        [
            "PER,2018,SE.PRM.ENRR,106.937973022461,,,World Development Indicators (2024-05-30)",
            "PER,2019,SE.PRM.ENRR,123.00,,,World Development Indicators (2024-05-30)",
        ]
    );
    assert_eq!(
        long.label("SE.PRM.ENRR").as_deref(),
        Some("School enrollment, primary (% gross)")
    );
    assert_eq!(long.count("observations_missing"), 1);
    assert_eq!(
        long.values("areas_left_out"),
        ["Aruba", "Latin America & Caribbean"]
    );
    assert_eq!(long.count("areas_left_out"), 3);
    assert_eq!(long.taken.about.encoding.as_deref(), Some("utf-8"));
    // Blank lines are none.
    assert_eq!(long.taken.about.skipped, 2);
}

#[test]
fn databank_names_its_source_below_the_table() {
    let file = "Series Name,Series Code,Country Name,Country Code,2018 [YR2018],2019 [YR2019]\n\
        Learning poverty,SE.LPV.PRIM,\"Venezuela, RB\",VEN,..,..\n\
        Learning poverty,SE.LPV.PRIM,\"Bahamas, The\",BHS,..,33.5\n\
        ,,,,,\n\nData from database: Education Statistics,,,,,\nLast Updated: 10/24/2024,,,,,\n";
    let long = long("Data.csv", file.as_bytes());
    assert_eq!(
        long.lines(),
        ["BHS,2019,SE.LPV.PRIM,33.5,,,Education Statistics (10/24/2024)"]
    );
    assert_eq!(long.count("observations_missing"), 3);
    assert!(long.warning("areas_left_out").is_none());
}

#[test]
fn databank_has_a_column_for_each_series_too() {
    let file = "Country Name,Country Code,Time,Time Code,GDP growth (annual %) [NY.GDP.MKTP.KD.ZG],\"Labor force, total [SL.TLF.TOTL.IN]\"\n\
        Peru,PER,2019,YR2019,2.2,18000000\nPeru,PER,2020,YR2020,-10.9,..\n";
    let long = long("Data.csv", file.as_bytes());
    assert_eq!(
        long.lines(),
        [
            "PER,2019,NY.GDP.MKTP.KD.ZG,2.2,,,World Bank",
            "PER,2019,SL.TLF.TOTL.IN,18000000,,,World Bank",
            "PER,2020,NY.GDP.MKTP.KD.ZG,-10.9,,,World Bank",
        ]
    );
    assert_eq!(
        long.label("SL.TLF.TOTL.IN").as_deref(),
        Some("Labor force, total")
    );
}

#[test]
fn the_world_bank_s_api() {
    let file = r#"[{"page":1,"pages":1,"per_page":50,"total":4,"sourceid":"2","lastupdated":"2024-06-28"},
        [{"indicator":{"id":"SE.PRM.ENRR","value":"School enrollment"},"country":{"id":"PE","value":"Peru"},
          "countryiso3code":"PER","date":"2019","value":123.004560,"unit":"","obs_status":"","decimal":0},
         {"indicator":{"id":"SE.PRM.ENRR","value":"School enrollment"},"country":{"id":"PE","value":"Peru"},
          "countryiso3code":"PER","date":"2020","value":null,"unit":"","obs_status":"","decimal":0},
         {"indicator":{"id":"SE.SEC.ENRR","value":"Secondary"},"country":{"id":"DO","value":"Dominican Republic"},
          "countryiso3code":"","date":"2019","value":82,"unit":"","obs_status":"E","decimal":0},
         {"indicator":{"id":"SE.SEC.ENRR","value":"Secondary"},"country":{"id":"ZJ","value":"Latin America & Caribbean"},
          "countryiso3code":"LCN","date":"2019","value":99.5,"unit":"","obs_status":"","decimal":0}]]"#;
    let long = long("answer.json", file.as_bytes());
    assert_eq!(long.tool(), "world_bank");
    assert_eq!(
        long.lines(),
        [
            "PER,2019,SE.PRM.ENRR,123.004560,,,World Development Indicators (2024-06-28)",
            "DOM,2019,SE.SEC.ENRR,82,,E,World Development Indicators (2024-06-28)",
        ]
    );
    assert_eq!(long.label("SE.SEC.ENRR").as_deref(), Some("Secondary"));
    assert_eq!(long.count("observations_missing"), 1);
    assert_eq!(long.values("areas_left_out"), ["Latin America & Caribbean"]);
}

#[test]
fn uis_keeps_magnitude_and_qualifier() {
    let file = "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\n\
        CR.1,PER,2019,96.3,,\nCR.1,PER,2020,,,\nCR.1,CUB,2019,99.1,,UIS_EST\n\
        CR.2,URY,2019,0,NIL,NAT_EST\nCR.2,HTI,2019,,NA,\nCR.1,AGO,2019,60,,\n";
    let long = long("SDG_DATA_NATIONAL.csv", file.as_bytes());
    assert_eq!(long.tool(), "uis");
    assert_eq!(
        long.lines(),
        [
            "PER,2019,CR.1,96.3,,,UNESCO Institute for Statistics",
            "CUB,2019,CR.1,99.1,,UIS_EST,UNESCO Institute for Statistics",
            "URY,2019,CR.2,0,,NIL NAT_EST,UNESCO Institute for Statistics",
            "HTI,2019,CR.2,,,NA,UNESCO Institute for Statistics",
        ]
    );
    assert_eq!(long.count("observations_missing"), 1);
    assert_eq!(long.values("areas_left_out"), ["AGO"]);
}

#[test]
fn our_world_in_data_by_code_or_by_name() {
    let file = "Entity,Code,Year,Literacy rate,Some other\n\
        Peru,PER,2017,.941,3\nSaint Vincent and the Grenadines,,2017,.95,\nWorld,OWID_WRL,2017,.86,2\n";
    let long = long("literacy.csv", file.as_bytes());
    assert_eq!(long.tool(), "owid");
    assert_eq!(
        long.lines(),
        [
            "PER,2017,Literacy rate,.941,,,Our World in Data",
            "PER,2017,Some other,3,,,Our World in Data",
            "VCT,2017,Literacy rate,.95,,,Our World in Data",
        ]
    );
    assert_eq!(long.values("areas_left_out"), ["World"]);
}

#[test]
fn our_world_in_data_with_what_it_says_of_its_columns() {
    let file = "Entity,Code,Year,Life expectancy\nPeru,PER,2017,76.1\n";
    let metadata = r#"{"chart": {"title": "Life expectancy"},
        "columns": {"Life expectancy": {"titleShort": "Life expectancy at birth", "shortName": "life_expectancy_0",
            "lastUpdated": "2023-10-10", "citationShort": "UN WPP (2022)"}},
        "dateDownloaded": "2024-10-30"}"#;
    let long = long_with("life.csv", file.as_bytes(), Some(metadata));
    assert_eq!(
        long.lines(),
        ["PER,2017,life_expectancy_0,76.1,,,UN WPP (2022) (2023-10-10)"]
    );
    assert_eq!(
        long.label("life_expectancy_0").as_deref(),
        Some("Life expectancy at birth")
    );
    let Some(bytes) = shared("owid_education/inequality_latin_america_sedlac.csv") else {
        return;
    };
    let package = shared("owid_education/inequality_latin_america_sedlac.datapackage.json");
    let package = String::from_utf8(package.unwrap()).unwrap();
    let long = long_with("sedlac.csv", &bytes, Some(&package));
    assert_eq!(
        long.lines()[0],
        "ARG,1974,Gini index (SEDLAC),.33260202,,,Socio-Economic Database for Latin America and the Caribbean \
         (CEDLAS and The World Bank) (25/07/2018)"
    );
    let broken = take_with("a.csv", file.into(), Some("{"), &Choice::default());
    assert_eq!(broken.err().unwrap().code, "invalid_json");
}

#[test]
fn sdmx_of_the_first_version_with_labels_in_the_cells() {
    let file = "DATAFLOW,FREQ: Frequency,REF_AREA: Area,INDICATOR: Indicator,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE: Value,UNIT_MULT: Multiplier,OBS_STATUS: Status\n\
        UNICEF:EDU(1.0),A: Annual,PER: Peru,ED_CR: Completion rate,F: Female,2019-Q1,91.5,0: Units,A: Normal\n\
        UNICEF:EDU(1.0),A: Annual,PER: Peru,ED_CR: Completion rate,M: Male,2012-2014,90,3: Thousands,E: Estimated\n\
        UNICEF:EDU(1.0),A: Annual,UNICEF_LAC: Latin America,ED_CR: Completion rate,M: Male,2019,90,0: Units,A: Normal\n";
    let long = long("data.csv", file.as_bytes());
    assert_eq!(long.tool(), "sdmx");
    assert_eq!(
        long.lines(),
        [
            "PER,2019-Q1,ED_CR.F,91.5,,,UNICEF:EDU(1.0)",
            "PER,2012-2014,ED_CR.M,90,,E UNIT_MULT=3,UNICEF:EDU(1.0)",
        ]
    );
    assert_eq!(long.label("ED_CR.F").as_deref(), Some("Completion rate"));
}

#[test]
fn sdmx_of_the_second_version_with_columns_of_labels() {
    let file = "STRUCTURE;STRUCTURE_ID;ACTION;FREQ;Frequency;REF_AREA;Area;INDICATOR;Indicator;TIME_PERIOD;OBS_VALUE;DATA_SOURCE\n\
        dataflow;SPC:DF_SDG(4.3);I;A;Annual;BR;Brazil;SE_LIT;Literacy;2019;93,4;PNAD\n\
        dataflow;SPC:DF_SDG(4.3);I;A;Annual;FJ;Fiji;SE_LIT;Literacy;2019;99,1;Census\n";
    let long = long("data.csv", file.as_bytes());
    assert_eq!(long.lines(), ["BRA,2019,SE_LIT,93.4,,,PNAD"]);
    assert_eq!(long.label("SE_LIT").as_deref(), Some("Literacy"));
}

#[test]
fn sdmx_without_an_indicator_goes_by_its_flow() {
    let file = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\n\
        dataflow,EX:RATES(1.0.0),R,CL,F,2019,65.5\ndataflow,EX:RATES(1.0.0),R,CL,M,2019,60\n";
    let long = long("data.csv", file.as_bytes());
    assert_eq!(
        long.lines(),
        [
            "CHL,2019,RATES.F,65.5,,,EX:RATES(1.0.0)",
            "CHL,2019,RATES.M,60,,,EX:RATES(1.0.0)",
        ]
    );
}

#[test]
fn hxl_goes_by_its_hashtags() {
    let file = "Pays,Code pays,An,Nom,Code,Donnée,Source\n\
        #country+name,#country+code,#date+year,#indicator+name,#indicator+code,#indicator+value+num,#meta+source\n\
        Haïti,HTI,2012,Taux de scolarisation,ED.1,76.5,EMMUS\nTogo,TGO,2020,Taux de scolarisation,ED.1,90,MICS\n";
    let long = long("qc_hti.csv", file.as_bytes());
    assert_eq!(long.tool(), "hxl");
    assert_eq!(long.lines(), ["HTI,2012,ED.1,76.5,,,EMMUS"]);
    assert_eq!(long.label("ED.1").as_deref(), Some("Taux de scolarisation"));
    assert_eq!(long.taken.about.header_rows, 2);
    let wide =
        "#country+name,#date,#indicator+literacy+num,#indicator+gdp+num\nPerú,2019-05,94,6.9\n";
    let long = self::long("wide.csv", wide.as_bytes());
    assert_eq!(
        long.lines(),
        ["PER,2019-05,literacy,94,,,HXL", "PER,2019-05,gdp,6.9,,,HXL"]
    );
}

#[test]
fn a_long_table_of_the_world_bank_s_loader() {
    let Some(bytes) = shared("learning_poverty/api_1303.csv") else {
        return;
    };
    let long = long("api_1303.csv", &bytes);
    assert_eq!(long.tool(), "indicators");
    assert_eq!(long.rows.len(), LEARNING_POVERTY.0);
    let per = |row: &&Vec<String>| row[0] == "PER" && row[2] == "SE.LPV.PRIM";
    let values: Vec<String> = long
        .rows
        .iter()
        .filter(per)
        .map(|row| format!("{} {}", row[1], row[3]))
        .collect();
    assert_eq!(values, LEARNING_POVERTY.1);
    assert_eq!(long.count("areas_left_out"), LEARNING_POVERTY.2);
    assert_eq!(long.count("observations_missing"), 0);
}

#[test]
fn the_policy_dashboard_of_peru() {
    let Some(bytes) = shared("gepd_policy_dashboard/GEPD_Indicators_API_PER.csv") else {
        return;
    };
    let long = long("GEPD_Indicators_API_PER.csv", &bytes);
    assert_eq!(
        long.rows.len() as u64 + long.count("observations_missing"),
        470
    );
    assert_eq!(long.count("observations_missing"), 28);
    assert_eq!(
        long.lines()[0],
        "PER,2019,SE.GEPD.PRIM,55.7,,Needs Improvement,"
    );
}

#[test]
fn every_table_of_our_world_in_data() {
    for (file, rows, outside, missing, others) in OWID {
        let Some(bytes) = shared(&format!("owid_education/{file}.csv")) else {
            return;
        };
        let long = long(file, &bytes);
        let found = (
            long.rows.len(),
            long.count("areas_left_out"),
            long.count("observations_missing"),
            long.count("values_not_numbers") + long.count("periods_unknown"),
        );
        assert_eq!(found, (rows, outside, missing, others), "{file}");
    }
}

#[test]
fn a_survey_and_the_long_form_itself_stay_plain() {
    for file in [
        "country,year,sex,value\nPER,2019,1,3\n",
        "iso3,period,indicator,value\nPER,2019,X,3\n",
        "Entity,Weight,Age\nPER,1,30\n",
        "name,country,score\nHXL,PER,3\n",
    ] {
        assert_eq!(look(file.as_bytes(), true), Look::Plain, "{file}");
    }
}

#[test]
fn the_reader_reads_what_is_handed_over() {
    let file = "Entity,Year,Gini index\nArgentina,1974,.33260202\nArgentina,1980,.38000806\n";
    let mut taken = take("gini.csv", file.as_bytes().to_vec(), &Choice::default())
        .unwrap()
        .value;
    let csv = taken.next().unwrap().unwrap();
    let read = read("gini.csv", &csv, Options::default()).unwrap();
    assert_eq!(read.value.table.rows(), 2);
    assert_eq!(read.value.table.names(), COLUMNS);
}

#[test]
fn hostile_files_end_in_words() {
    for file in [
        "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE\n\"",
        "INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE\nA\0,PER,2019,1,\n",
    ] {
        assert!(take("a.csv", file.as_bytes().to_vec(), &Choice::default()).is_err());
    }
    // Lines of any length, periods of any spelling, and as many areas as lines.
    let mut file = String::from("Entity,Year,x\n");
    for line in 0..20_000 {
        file.push_str(&format!(
            "Area {line},é{line}–T,{line}\nPerú,20é{line},\n,,,,,,\n"
        ));
    }
    let long = long("a.csv", file.as_bytes());
    assert_eq!(long.rows.len(), 0);
    assert_eq!(long.count("areas_left_out"), 20_000);
}
