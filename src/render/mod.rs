//! Reports as text: one file or folder an output format. Every function takes a report and gives a string that ends in a
//! line break; none prints. Styles are always written as ANSI codes; who prints strips them where they are not wanted.

mod ascii;
mod bar;
/// A cohort as CSV.
pub mod csv;
mod evidence;
/// Findings for editors and continuous integration.
pub mod findings;
/// Reports as HTML pages that stand alone.
pub mod html;
mod json;
mod layout;
/// Reports as Markdown.
pub mod markdown;
mod plain;
mod reasons;
mod shared_folder;
mod style;
/// Reports for reading in a terminal: lists as tables, cards and checks as blocks.
pub mod table;
mod typed;
mod words;
mod yaml;

pub use ascii::{ascii, ascii_json, ascii_markup};
pub use json::{json, json_line};
pub use layout::Width;
pub use plain::plain;
pub use typed::typed;
pub use yaml::yaml;
