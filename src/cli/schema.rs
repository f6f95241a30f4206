use rolefit::lint::SCHEMA;

use super::Answer;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  rolefit schema > role-spec.schema.json

Many editors complete and check a role spec that has this as its first line:
  # yaml-language-server: $schema=role-spec.schema.json")]
pub(crate) struct SchemaArgs {}

pub(crate) fn run() -> Answer {
    SCHEMA.to_owned().into()
}
