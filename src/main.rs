//! The command line: the same engine, natively, for publishing in a build. It converts and never computes.

mod cli;

use clap::Parser;
use cli::arguments::{Cli, Command, DescribeFormat, ErrorFormat, PictureFormat, RunFormat};
use cli::codebook::{codebook_described, codebook_json};
use cli::describe::{described, description_json};
use cli::files::{File, cannot, parse, publication, read, results, text};
use cli::terminal::{complain, print, system_locale, to_the_end, warn, write_out};
use pulso::chart::{self, Request};
use pulso::document::Document;
use pulso::error::Error;
use pulso::locale::Locale;
use pulso::{paint, report};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    to_the_end(|| match run(&cli.command, cli.errors) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            complain(&failures, cli.errors);
            ExitCode::FAILURE
        }
    })
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
            theme,
            text_scale,
            scale,
            format,
        } => {
            let publication = publication(open, errors)?;
            let page = Request::default();
            let request = Request {
                chart: chart.clone(),
                locale: locale
                    .clone()
                    .map_or_else(|| publication.document.locale.clone(), Locale),
                width_px: width.unwrap_or(page.width_px),
                height_px: *height,
                preset: *preset,
                theme: *theme,
                text_scale: *text_scale,
                ..page
            };
            let scene = chart::draw(&publication, &request).map_err(one)?;
            match format {
                PictureFormat::Svg => print(paint::svg(&scene)),
                PictureFormat::Csv => print(paint::csv(&scene.data)),
                PictureFormat::Json => print(paint::json(&scene) + "\n"),
                PictureFormat::Png => {
                    let scale = scale.unwrap_or(scene.density);
                    let dots = preset.and_then(|preset| preset.medium().dots_per_inch);
                    let image = paint::png(&paint::svg(&scene), scale as f32, dots);
                    write_out(&image.map_err(one)?)
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
            let kinds = publication.document.charts.iter().map(|chart| chart.kind);
            let script = report::script_of(kinds);
            let script = page
                .as_deref()
                .map(|page| text(&page.join("pkg").join(script)))
                .transpose()?;
            let html = report::report(&publication.into(), &report::Options { locale, script })
                .map_err(|error| vec![error])?;
            std::fs::write(out, html).map_err(|failure| vec![cannot("cannot_write", out, &failure)])
        }
        Command::Describe { file, format } => {
            let found = read(file, Vec::new())?;
            warn(found.warnings(), errors);
            let locale = system_locale();
            print(match (&found, format) {
                (File::Data(opened), DescribeFormat::Json) => description_json(opened),
                (File::Data(opened), DescribeFormat::Text) => described(opened, &locale),
                (File::Codebook(book), DescribeFormat::Json) => codebook_json(file, &book.value),
                (File::Codebook(book), DescribeFormat::Text) => {
                    codebook_described(file, &book.value, &locale)
                }
            })
        }
        #[cfg(feature = "schema")]
        Command::Schema => print(
            serde_json::to_string_pretty(&pulso::document::schema()).unwrap_or_default() + "\n",
        ),
    }
}

fn one(error: Error) -> Vec<Error> {
    vec![error]
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
