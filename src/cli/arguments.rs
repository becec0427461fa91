//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use pulso::chart::{Preset, Theme};
use std::path::PathBuf;

/// Surveys, policies and theories of change: estimated, drawn, published.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
pub struct Cli {
    /// How errors are written to standard error.
    #[arg(long, global = true, value_enum, default_value_t = ErrorFormat::Text)]
    pub errors: ErrorFormat,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
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
        /// Colours for what the picture is for.
        #[arg(long, value_enum, default_value_t = Theme::Light)]
        theme: Theme,
        /// How many times larger text is drawn, from 0.75 to 4.
        #[arg(long, default_value_t = 1.0)]
        text_scale: f64,
        /// PNG: pixels of the image for each of the picture; as the preset says, or 2.
        #[arg(long)]
        scale: Option<f64>,
        /// `csv` and `json` are the numbers behind the picture.
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
pub struct Open {
    /// The document, `*.pulso.json`.
    pub document: PathBuf,
    /// Folder of the data files; beside the document without it.
    #[arg(long)]
    pub data: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ErrorFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum RunFormat {
    Json,
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PictureFormat {
    Svg,
    Png,
    Csv,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum DescribeFormat {
    Text,
    Json,
}
