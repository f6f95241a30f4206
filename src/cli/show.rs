use anyhow::Result;
use rolefit::render::{json, markdown, table, yaml};
use rolefit::report::{RoleCard, Section};

use super::args::{CardFormat, SectionName};
use super::settings::{OptionalRoleArg, Usage};
use super::{Answer, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit show back-end-developer
  rolefit show \"ux designer\" --section kpis --section stages
  rolefit show back-end-developer --format yaml > my-role.yaml")]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    role: OptionalRoleArg,
    /// Only this section; may be given more than once
    #[arg(long, value_enum, value_name = "SECTION")]
    section: Vec<SectionName>,
    /// How to write the card
    #[arg(long, value_enum, default_value_t = CardFormat::Table)]
    format: CardFormat,
}

pub(crate) fn run(args: &ShowArgs) -> Result<Answer> {
    let role = args.role.role(Usage::of_role("show"))?;
    let sections: Vec<Section> = args.section.iter().map(|section| (*section).into()).collect();
    let card = RoleCard::new(role, &sections);
    let text = match args.format {
        CardFormat::Table => table::card(&card, output::width()),
        CardFormat::Json => json(&card),
        CardFormat::Markdown => markdown::card(&card),
        CardFormat::Yaml => yaml(&card.as_spec()),
    };
    Ok(text.into())
}
