//! The command line: the same engine, natively, for publishing in a build. It converts and never computes.

use clap::{Args, Parser, Subcommand, ValueEnum};
use pulso::chart::{self, Request};
use pulso::document::{Document, Publication, Sources};
use pulso::error::{Error, Warned};
use pulso::estimate::Results;
use pulso::locale::catalogue::description as words;
use pulso::locale::format::integer;
use pulso::locale::{self, Locale};
use pulso::read::{Description, Options, Read, Reader};
use pulso::{paint, report};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Surveys, policies and theories of change: estimated, drawn, published.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    /// How errors are written to standard error.
    #[arg(long, global = true, value_enum, default_value_t = ErrorFormat::Text)]
    errors: ErrorFormat,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Says all that is wrong with a document before any data are read.
    Check {
        /// The document, `*.pulso.json`.
        document: PathBuf,
    },
    /// Runs the queries of a document; results on standard output.
    Run {
        #[command(flatten)]
        open: Open,
        /// Only this query.
        #[arg(long)]
        query: Option<String>,
        #[arg(long, value_enum, default_value_t = RunFormat::Json)]
        format: RunFormat,
    },
    /// Draws a chart of a document; the picture on standard output.
    Chart {
        #[command(flatten)]
        open: Open,
        /// The chart's id.
        #[arg(long)]
        chart: String,
        /// Language and number habits, such as `es-PE`; the document's without it.
        #[arg(long)]
        locale: Option<String>,
        /// Width and height for a medium.
        #[arg(long, value_enum)]
        preset: Option<Preset>,
        /// Width in pixels.
        #[arg(long)]
        width: Option<f64>,
        /// Height in pixels; as high as the content without it.
        #[arg(long)]
        height: Option<f64>,
        #[arg(long, value_enum, default_value_t = PictureFormat::Svg)]
        format: PictureFormat,
    },
    /// Writes the report of a document as one self-contained file.
    Report {
        #[command(flatten)]
        open: Open,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
        /// Language and number habits; the document's without it.
        #[arg(long)]
        locale: Option<String>,
        /// Folder of the built page (`www`), whose viewer makes the report interactive; without it the report is still whole.
        #[arg(long)]
        page: Option<PathBuf>,
    },
    /// Says what a data file holds.
    Describe {
        /// The data file.
        file: PathBuf,
        #[arg(long, value_enum, default_value_t = DescribeFormat::Text)]
        format: DescribeFormat,
    },
    /// Prints the JSON Schema of documents, for `cargo xtask schema`.
    #[cfg(feature = "schema")]
    #[command(hide = true)]
    Schema,
}

#[derive(Args)]
struct Open {
    /// The document, `*.pulso.json`.
    document: PathBuf,
    /// Folder of the data files; beside the document without it.
    #[arg(long)]
    data: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ErrorFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum RunFormat {
    Json,
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum PictureFormat {
    Svg,
    Png,
}

#[derive(Clone, Copy, ValueEnum)]
enum DescribeFormat {
    Text,
    Json,
}

/// Sizes for media, in pixels.
#[derive(Clone, Copy, ValueEnum)]
enum Preset {
    /// 850 × 600.
    Web,
    /// 1920 × 1080.
    Slide,
    /// 1080 × 1080.
    Square,
    /// 1080 × 1350.
    Portrait,
    /// 1200 × 630.
    Card,
}

impl Preset {
    fn size(self) -> (f64, f64) {
        match self {
            Preset::Web => (850.0, 600.0),
            Preset::Slide => (1920.0, 1080.0),
            Preset::Square => (1080.0, 1080.0),
            Preset::Portrait => (1080.0, 1350.0),
            Preset::Card => (1200.0, 630.0),
        }
    }
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command, cli.errors) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            complain(&failures, cli.errors);
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command, errors: ErrorFormat) -> Result<(), Vec<Error>> {
    match command {
        Command::Check { document } => {
            let found = parse(document)?.check();
            if found.is_empty() { Ok(()) } else { Err(found) }
        }
        Command::Run {
            open,
            query,
            format,
        } => {
            let mut document = parse(&open.document)?;
            if let Some(id) = query {
                keep_query(&mut document, id)?;
            }
            let results = results(open, &document, errors)?;
            let failures = results.errors.clone();
            print(match format {
                RunFormat::Json => results.to_json() + "\n",
                RunFormat::Csv => paint::csv(&chart::tidy_results(&results.results)),
            })?;
            if failures.is_empty() {
                Ok(())
            } else {
                Err(failures)
            }
        }
        Command::Chart {
            open,
            chart,
            locale,
            preset,
            width,
            height,
            format,
        } => {
            let publication = publication(open, errors)?;
            let size = preset.map(Preset::size);
            let request = Request {
                chart: chart.clone(),
                locale: locale
                    .clone()
                    .map_or_else(|| publication.document.locale.clone(), Locale),
                width_px: width.or(size.map(|(width, _)| width)).unwrap_or(850.0),
                height_px: height.or(size.map(|(_, height)| height)),
                ..Request::default()
            };
            let svg =
                paint::svg(&chart::draw(&publication, &request).map_err(|error| vec![error])?);
            match format {
                PictureFormat::Svg => print(svg),
                PictureFormat::Png => {
                    write_out(&paint::png(&svg, 2.0).map_err(|error| vec![error])?)
                }
            }
        }
        Command::Report {
            open,
            out,
            locale,
            page,
        } => {
            let publication = publication(open, errors)?;
            let locale = locale
                .clone()
                .map_or_else(|| publication.document.locale.clone(), Locale);
            let script = page
                .as_deref()
                .map(|page| text(&page.join("pkg/report.js")))
                .transpose()?;
            let html = report::report(&publication, &report::Options { locale, script })
                .map_err(|error| vec![error])?;
            std::fs::write(out, html).map_err(|failure| vec![cannot("cannot_write", out, &failure)])
        }
        Command::Describe { file, format } => {
            let read = read(file)?;
            warn(&read.warnings, errors);
            print(match format {
                DescribeFormat::Json => {
                    serde_json::to_string_pretty(&read.value.description).unwrap_or_default() + "\n"
                }
                DescribeFormat::Text => described(&read.value.description, &system_locale()),
            })
        }
        #[cfg(feature = "schema")]
        Command::Schema => print(
            serde_json::to_string_pretty(&pulso::document::schema()).unwrap_or_default() + "\n",
        ),
    }
}

fn parse(path: &Path) -> Result<Document, Vec<Error>> {
    Document::parse(&text(path)?)
}

/// A document that asks one query only.
fn keep_query(document: &mut Document, id: &str) -> Result<(), Vec<Error>> {
    if !document.queries.iter().any(|query| query.id == id) {
        let known = document.queries.iter().map(|query| query.id.as_str());
        return Err(vec![Error::unknown("unknown_query", id, known)]);
    }
    document.queries.retain(|query| query.id == id);
    document.charts.clear();
    document.report.clear();
    document.theory = None;
    Ok(())
}

fn publication(open: &Open, errors: ErrorFormat) -> Result<Publication, Vec<Error>> {
    let document = parse(&open.document)?;
    let results = results(open, &document, errors)?;
    if results.errors.is_empty() {
        Ok(Publication { document, results })
    } else {
        Err(results.errors)
    }
}

/// Reads every file that the document names and runs it.
fn results(open: &Open, document: &Document, errors: ErrorFormat) -> Result<Results, Vec<Error>> {
    let beside = open.document.parent().unwrap_or(Path::new(".")).to_owned();
    let folder = open.data.clone().unwrap_or(beside);
    let mut sources = Sources::default();
    for dataset in &document.datasets {
        sources.hold(&dataset.source, read(&folder.join(&dataset.source))?);
        for companion in dataset.codebook.iter().chain(&dataset.taxonomy) {
            sources.attach(companion, &text(&folder.join(companion))?);
        }
    }
    let results = sources.run(document);
    warn(&results.warnings, errors);
    Ok(results)
}

/// Streams a data file through the reader.
fn read(path: &Path) -> Result<Warned<Read>, Vec<Error>> {
    let unreadable = |failure: &std::io::Error| vec![cannot("cannot_read", path, failure)];
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut file = std::fs::File::open(path).map_err(|failure| unreadable(&failure))?;
    let mut reader = Reader::new(&name, Options::default());
    let mut chunk = vec![0; 1 << 20];
    loop {
        let length = file
            .read(&mut chunk)
            .map_err(|failure| unreadable(&failure))?;
        if length == 0 {
            return reader.finish().map_err(|error| vec![error]);
        }
        reader.push(&chunk[..length]).map_err(|error| vec![error])?;
    }
}

/// What a file holds, a line a column: name, type, values with their counts.
fn described(description: &Description, locale: &Locale) -> String {
    let count = |n: u64| integer(n, locale);
    let dialect = &description.dialect;
    let mut out = words::FILE.with(
        locale,
        &[
            ("file", &description.file),
            ("rows", &count(description.rows)),
            ("columns", &count(description.columns.len() as u64)),
            ("encoding", &name_of(&description.encoding)),
            (
                "delimiter",
                &dialect.delimiter.to_string().replace('\t', "tab"),
            ),
            ("decimal", &dialect.decimal.to_string()),
        ],
    );
    for column in &description.columns {
        let label = column.label.as_ref().map_or("", |label| label.get(locale));
        let blank = words::BLANK.with(locale, &[("n", &count(column.missing))]);
        let values: Vec<String> = column
            .values
            .iter()
            .map(|value| format!("{} ({})", value.code.to_text(), count(value.n)))
            .collect();
        let line = [
            column.name.clone(),
            label.into(),
            name_of(&column.type_),
            blank,
            values.join(", "),
        ];
        out.push_str("\n  ");
        out.push_str(
            &line
                .iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" · "),
        );
    }
    out + "\n"
}

/// The name that a value has in JSON.
fn name_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|name| name.as_str().map(String::from))
        .unwrap_or_default()
}

fn text(path: &Path) -> Result<String, Vec<Error>> {
    std::fs::read_to_string(path).map_err(|failure| vec![cannot("cannot_read", path, &failure)])
}

fn cannot(code: &str, path: &Path, failure: &std::io::Error) -> Error {
    Error::new(code)
        .in_file(path.to_string_lossy())
        .with("value", failure.to_string())
}

fn print(text: String) -> Result<(), Vec<Error>> {
    write_out(text.as_bytes())
}

fn write_out(bytes: &[u8]) -> Result<(), Vec<Error>> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
        Err(failure) if failure.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(vec![cannot("cannot_write", Path::new("-"), &failure)])
        }
        _ => Ok(()),
    }
}

fn complain(errors: &[Error], format: ErrorFormat) {
    match format {
        ErrorFormat::Json => eprintln!(
            "{}",
            serde_json::to_string_pretty(errors).unwrap_or_default()
        ),
        ErrorFormat::Text => errors
            .iter()
            .for_each(|error| eprintln!("{}", locale::explain(error, &system_locale()))),
    }
}

fn warn(warnings: &[Error], format: ErrorFormat) {
    // As JSON they stand in the results; standard error then holds errors alone.
    if matches!(format, ErrorFormat::Text) {
        complain(warnings, format);
    }
}

/// The language of the terminal, where it is one of ours.
fn system_locale() -> Locale {
    let spoken = std::env::var("LC_ALL")
        .or_else(|_| std::env::var("LANG"))
        .unwrap_or_default();
    let tag = spoken
        .split('.')
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let ours = ["es", "pt", "en", "fr"]
        .iter()
        .any(|language| tag.starts_with(language));
    Locale(if ours { tag } else { "en".into() })
}
