//! The rows of a posting's tables.

use super::sections::{self, Section};
use super::{Reader, wording};
use crate::import::blocks::Block;
use crate::import::tally::{Part, Reason};

impl Reader {
    /// A table's row: a section with its lines in the cell behind it, a requirement with its weight, or a labelled line.
    pub(super) fn row(&mut self, block: &Block, cells: &[String]) {
        if wording::is_header(cells) {
            self.columns = cells.iter().map(|cell| wording::weight_alone(cell)).collect();
            return self.draft.used(block, Part::Headings);
        }
        if self.columns.iter().any(Option::is_some) {
            return self.weighed_row(block, cells);
        }
        let [first, rest @ ..] = cells else { return };
        if cells.iter().all(String::is_empty) {
            return self.draft.nowhere(block, &block.text);
        }
        if self.section == Section::Stages {
            return self.stage_row(block, cells);
        }
        let left_out = matches!(self.section, Section::LeftOut(_));
        if let Some(weight) =
            rest.iter().find_map(|cell| wording::weight_alone(cell)).filter(|_| !left_out && !first.is_empty())
        {
            return self.requirement(block, first, Some(weight));
        }
        let whole = rest.join("\n");
        let lines = || whole.lines().map(str::trim).filter(|line| !line.is_empty());
        let section = sections::of_heading(first).filter(|section| match section {
            Section::LeftOut(reason) => *reason != Reason::Facts,
            _ => first.split_whitespace().count() <= 6,
        });
        let says_much = lines().count() > 1 || whole.split_whitespace().count() > 2;
        let Some(section) = section.filter(|_| says_much) else {
            let first = first.trim_end_matches(':');
            let label = if first.is_empty() { String::new() } else { format!("{first}: ") };
            return self.line(block, &format!("{label}{}", rest.join(" ")), true);
        };
        if section == Section::About {
            lines().for_each(|line| self.draft.about(line));
            return self.draft.used(block, Part::About);
        }
        let outer = std::mem::replace(&mut self.section, section);
        lines().for_each(|line| self.line(block, line, true));
        self.section = outer;
    }

    /// A row of a table with a column for what is essential and one for what is desirable.
    fn weighed_row(&mut self, block: &Block, cells: &[String]) {
        let columns = std::mem::take(&mut self.columns);
        let weighed = cells.iter().zip(&columns).filter_map(|(cell, weight)| Some((cell, (*weight)?)));
        for (cell, weight) in weighed {
            cell.lines().filter(|line| !line.is_empty()).for_each(|line| self.requirement(block, line, Some(weight)));
        }
        self.columns = columns;
    }
}
