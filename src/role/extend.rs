//! A spec that builds on another role: what it names anew takes the other's place, what it leaves out goes.

use crate::text::{nearest, same_name, stem, tokens};
use crate::yaml::Placed;

use super::file::SpecFile;
use super::spec::{Item, Question, RoleSpec, Stage};

/// A name in `without` that the base does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NothingToLeaveOut {
    /// The name, where it stands.
    pub(super) name: Placed<String>,
    /// What the base has that is most like it.
    pub(super) nearest: Option<String>,
}

/// What is told from its like by a name.
trait Named {
    fn name(&self) -> &str;
}

impl Named for Item {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Stage {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Question {
    fn name(&self) -> &str {
        &self.text
    }
}

/// `file` as it stands, without a base.
pub(super) fn alone(file: SpecFile) -> RoleSpec {
    RoleSpec {
        title: file.title.unwrap_or_default(),
        aliases: file.aliases,
        function: file.function,
        about: file.about,
        activities: file.activities,
        kpis: file.kpis,
        requirements: file.requirements,
        stages: file.stages,
        questions: file.questions,
    }
}

/// `base` with what `file` adds, replaces and leaves out. The other names of `base` stay only where the role `takes_its_place`.
pub(super) fn extended(
    mut base: RoleSpec,
    file: SpecFile,
    takes_its_place: bool,
) -> Result<RoleSpec, NothingToLeaveOut> {
    for name in &file.without {
        leave_out(&mut base, name)?;
    }
    let inherited = if takes_its_place { base.aliases } else { Vec::new() };
    Ok(RoleSpec {
        title: file.title.unwrap_or(base.title),
        aliases: if file.aliases.is_empty() { inherited } else { file.aliases },
        function: file.function.or(base.function),
        about: file.about.or(base.about),
        activities: joined(base.activities, file.activities),
        kpis: joined(base.kpis, file.kpis),
        requirements: joined(base.requirements, file.requirements),
        stages: joined(base.stages, file.stages),
        questions: joined(base.questions, file.questions),
    })
}

fn leave_out(base: &mut RoleSpec, name: &Placed<String>) -> Result<(), NothingToLeaveOut> {
    let dropped = [
        drop_called(&mut base.activities, &name.value),
        drop_called(&mut base.kpis, &name.value),
        drop_called(&mut base.requirements, &name.value),
        drop_called(&mut base.stages, &name.value),
        drop_called(&mut base.questions, &name.value),
    ];
    if dropped.contains(&true) {
        return Ok(());
    }
    let name_of_base = sharing_words(&name.value, names(base))
        .or_else(|| nearest(&name.value, names(base)))
        .or_else(|| nearest(&name.value, short_questions(base, &name.value)));
    let nearest = name_of_base.map(str::to_owned);
    Err(NothingToLeaveOut { name: name.clone(), nearest })
}

/// The first of those that have most of the words of `name`, in any inflection; none where they have fewer than half.
fn sharing_words<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let stems = |text: &str| -> Vec<String> {
        let words = tokens(text).into_iter().filter(|token| token.text.chars().count() > 2);
        words.map(|token| stem(&token.text)).collect()
    };
    let wanted = stems(name);
    let mut best = (0, None);
    for candidate in candidates {
        let has = stems(candidate);
        let shared = wanted.iter().filter(|word| has.contains(word)).count();
        if shared > best.0 && 2 * shared >= wanted.len() {
            best = (shared, Some(candidate));
        }
    }
    best.1
}

/// The names that one in `without` can stand for.
fn names(spec: &RoleSpec) -> impl Iterator<Item = &str> {
    let items = spec.activities.iter().chain(&spec.kpis).chain(&spec.requirements);
    items.map(Named::name).chain(spec.stages.iter().map(Named::name))
}

/// The questions that it can stand for: a word is in many, and means none of them.
fn short_questions<'a>(spec: &'a RoleSpec, name: &str) -> impl Iterator<Item = &'a str> {
    let longest = 2 * name.chars().count();
    spec.questions.iter().map(Named::name).filter(move |question| question.chars().count() <= longest)
}

/// Whether anything was called so.
fn drop_called<T: Named>(things: &mut Vec<T>, name: &str) -> bool {
    let before = things.len();
    things.retain(|thing| !same_name(thing.name(), name));
    things.len() < before
}

/// Those of the base, each replaced by the one of its name where there is one, then what is new.
fn joined<T: Named>(mut base: Vec<T>, own: Vec<T>) -> Vec<T> {
    for thing in own {
        match base.iter_mut().find(|known| same_name(known.name(), thing.name())) {
            Some(known) => *known = thing,
            None => base.push(thing),
        }
    }
    base
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::load::{parse, read};

    const BASE: &str = "title: Beekeeper\naliases: [Apiarist]\nfunction: Agriculture\nactivities:\n  - name: Inspecting hives\n  \
                        - name: Selling honey\nkpis:\n  - name: Honey yield\n    keywords: [honey]\nstages:\n  - name: Talk\nquestions:\n  - text: Why bees?\n";

    fn on_base(file: &str) -> Result<RoleSpec, NothingToLeaveOut> {
        extended(parse(BASE, "base.yaml").expect("a spec"), read(file, "own.yaml").expect("a file"), false)
    }

    #[test]
    fn what_has_a_known_name_takes_its_place_and_what_is_new_comes_last() {
        let file = "extends: b\nactivities:\n  - name: Queen rearing\n  - name: inspecting-hives\n    example: E\n";
        let spec = on_base(file).expect("a spec");
        let names: Vec<&str> = spec.activities.iter().map(Named::name).collect();
        assert_eq!(names, ["inspecting-hives", "Selling honey", "Queen rearing"]);
        assert_eq!(spec.activities[0].example.as_deref(), Some("E"));
        assert_eq!((spec.title.as_str(), spec.function.as_deref()), ("Beekeeper", Some("Agriculture")));
        assert!(spec.aliases.is_empty(), "the base keeps its other names");
    }

    #[test]
    fn without_leaves_out_whatever_is_called_so() {
        let file = "extends: b\ntitle: T\nwithout: [selling honey, Talk, why bees, Honey Yield]\n";
        let spec = on_base(file).expect("a spec");
        assert_eq!(spec.activities.len(), 1);
        assert!(spec.kpis.is_empty() && spec.stages.is_empty() && spec.questions.is_empty());
    }

    #[test]
    fn a_name_that_the_base_does_not_have_is_told_with_its_place() {
        let error = on_base("extends: b\nwithout:\n  - Sellin honey\n").expect_err("unknown");
        assert_eq!((error.name.line, error.name.column), (3, 5));
        assert_eq!(error.nearest.as_deref(), Some("Selling honey"));
    }
}
