//! One file of the O*NET database: fields behind tabs, their names in the first line.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::OnetError;

/// A file that was read.
pub(super) struct Table {
    /// Its name, such as "Task Statements.txt".
    pub(super) name: &'static str,
    header: Vec<String>,
    text: String,
}

/// One row of a table.
pub(super) struct Row<'t> {
    /// Its line in the file, from 1.
    pub(super) line: usize,
    fields: Vec<&'t str>,
}

/// Where a column stands.
#[derive(Clone, Copy)]
pub(super) struct Column(usize);

impl Table {
    /// Reads the file `name` of `folder`. A missing file is an error.
    pub(super) fn read(folder: &Path, name: &'static str) -> Result<Self, OnetError> {
        Self::read_if_there(folder, name)?.ok_or_else(|| OnetError::MissingFile { folder: folder.to_owned(), name })
    }

    /// The same; none where there is no such file.
    pub(super) fn read_if_there(folder: &Path, name: &'static str) -> Result<Option<Self>, OnetError> {
        let bytes = match fs::read(folder.join(name)) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(OnetError::Unreadable { path: folder.join(name), why: error.to_string() }),
        };
        let Ok(text) = String::from_utf8(bytes) else {
            let why = "it is no UTF-8 text. Take the database's text files, not those for Excel".to_owned();
            return Err(OnetError::Unreadable { path: folder.join(name), why });
        };
        let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        let header = first.split('\t').map(|field| field.trim().to_owned()).collect();
        Ok(Some(Self { name, header, text }))
    }

    /// Where the column `name` stands. A missing column is an error.
    pub(super) fn column(&self, folder: &Path, name: &'static str) -> Result<Column, OnetError> {
        self.column_if_there(name).ok_or_else(|| OnetError::MissingColumn {
            path: folder.join(self.name),
            column: name,
            found: self.header.join(", "),
        })
    }

    /// The same; none where there is no such column.
    pub(super) fn column_if_there(&self, name: &str) -> Option<Column> {
        self.header.iter().position(|known| known.eq_ignore_ascii_case(name)).map(Column)
    }

    /// All rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let lines = (1..).zip(self.text.lines()).skip(1).filter(|(_, text)| !text.trim().is_empty());
        lines.map(|(line, text)| Row { line, fields: text.split('\t').collect() })
    }
}

impl<'t> Row<'t> {
    /// The field in a column; empty where the row ends before, and for what O*NET does not know ("n/a").
    pub(super) fn get(&self, column: Column) -> &'t str {
        let field = self.fields.get(column.0).map_or("", |field| field.trim());
        if field.eq_ignore_ascii_case("n/a") { "" } else { field }
    }
}
