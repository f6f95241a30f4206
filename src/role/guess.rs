//! Which roles somebody may mean who names one that is not there.

use std::collections::{BTreeSet, HashMap};

use strsim::normalized_damerau_levenshtein;

use super::catalogue::RoleSummary;

/// How many roles are offered at most.
const MOST: usize = 3;
/// How alike a name must be to be offered, 0 to 1: half of the words that tell jobs apart.
const LIKENESS: f64 = 0.45;
/// Roles are offered beside the best whose likeness is at least this share of its.
const BESIDE_BEST: f64 = 0.7;
/// How alike whole names must be to be taken for slips of each other: one slip in seven letters.
const WHOLE_LIKENESS: f64 = 0.85;
/// How alike two words must be: one slip in five letters.
const WORD_LIKENESS: f64 = 0.8;
/// Shorter words are only like themselves.
const SHORTEST_SLIP: usize = 4;
/// Shorter words are no beginnings of others ("dev" is one of "developer").
const SHORTEST_BEGINNING: usize = 3;
/// Words that tell a rank and not a job.
const RANKS: [&str; 22] = [
    "senior",
    "sr",
    "junior",
    "jr",
    "lead",
    "head",
    "chief",
    "principal",
    "staff",
    "director",
    "vp",
    "intern",
    "trainee",
    "graduate",
    "entry",
    "level",
    "mid",
    "experienced",
    "of",
    "the",
    "a",
    "and",
];

/// The ids of the roles with a name most like `name`, the likest first. Words that few roles have in their names count
/// more than "manager" and "engineer", and a word of the job counts where one of the rank does not.
pub(super) fn guesses(name: &str, roles: &[RoleSummary]) -> Vec<String> {
    let rarity = Rarity::of(roles);
    let wanted = words(name);
    let job: Vec<String> = wanted.iter().filter(|word| !RANKS.contains(&word.as_str())).cloned().collect();
    let wanted = if job.is_empty() { wanted } else { job };
    let likeness =
        |role: &RoleSummary| role.names().map(|known| rarity.likeness(&wanted, &words(known))).fold(0.0, f64::max);
    let mut alike: Vec<(f64, &RoleSummary)> = roles.iter().map(|role| (likeness(role), role)).collect();
    alike.retain(|(likeness, _)| *likeness >= LIKENESS);
    alike.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.id.cmp(&other.id)));
    let best = alike.first().map_or(0.0, |(likeness, _)| *likeness);
    let near = alike.into_iter().take_while(|(likeness, _)| *likeness >= best * BESIDE_BEST).take(MOST);
    near.map(|(_, role)| role.id.clone()).collect()
}

/// How much a word tells of a job: the fewer roles have it in their names, the more.
struct Rarity {
    roles: f64,
    with_word: HashMap<String, f64>,
}

impl Rarity {
    fn of(roles: &[RoleSummary]) -> Self {
        let mut with_word = HashMap::new();
        for role in roles {
            for word in role.names().flat_map(words).collect::<BTreeSet<String>>() {
                *with_word.entry(word).or_insert(0.0) += 1.0;
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "there are no 2^52 roles")]
        Self { roles: roles.len() as f64, with_word }
    }

    fn weight(&self, word: &str) -> f64 {
        ((self.roles + 1.0) / self.with_word.get(word).copied().unwrap_or(1.0)).ln()
    }

    /// 0 to 1: how much of what two names say is the same, or how much of all their letters.
    fn likeness(&self, wanted: &[String], known: &[String]) -> f64 {
        let (mut same, mut asked) = (0.0, 0.0);
        for word in wanted {
            let like = known.iter().map(|known| (like(word, known), known));
            match like.filter(|(like, _)| *like >= WORD_LIKENESS).max_by(|(a, _), (b, _)| a.total_cmp(b)) {
                Some((like, known)) => {
                    let weight = self.weight(known).min(self.weight(word));
                    same += like * weight;
                    asked += weight;
                }
                None => asked += self.weight(word),
            }
        }
        let told: f64 = known.iter().map(|word| self.weight(word)).sum();
        let whole = normalized_damerau_levenshtein(&wanted.concat(), &known.concat());
        let shared = if asked + told > 0.0 { 2.0 * same / (asked + told) } else { 0.0 };
        if whole >= WHOLE_LIKENESS { shared.max(whole) } else { shared }
    }
}

/// 0 to 1: how alike two words are.
fn like(word: &str, known: &str) -> f64 {
    let length = word.chars().count();
    if word == known {
        1.0
    } else if length >= SHORTEST_BEGINNING && known.starts_with(word) {
        WORD_LIKENESS
    } else if length >= SHORTEST_SLIP {
        normalized_damerau_levenshtein(word, known)
    } else {
        0.0
    }
}

fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::Catalogue;
    use super::guesses;

    fn guessed(name: &str) -> Vec<String> {
        guesses(name, &Catalogue::built_in().roles())
    }

    #[test]
    fn slips_ranks_and_halves_of_names_find_their_roles() {
        for (name, id) in [
            ("sofware enginer", "back-end-developer"),
            ("senior java developer", "back-end-developer"),
            ("full stack dev", "full-stack-developer"),
            ("marketing director", "digital-marketing-manager"),
            ("nurse manager", "registered-nurse"),
            ("techer", "teacher"),
            ("book keeper", "accountant"),
            ("senior lawyer", "corporate-counsel"),
            ("enginering manager", "engineering-manager"),
        ] {
            assert_eq!(guessed(name).first().map(String::as_str), Some(id), "{name}: {:?}", guessed(name));
        }
    }

    #[test]
    fn what_is_alike_for_several_roles_offers_them() {
        assert_eq!(guessed("business analyst"), ["data-analyst", "business-intelligence-developer"]);
    }

    #[test]
    fn a_word_that_every_other_role_has_is_no_likeness() {
        for name in ["truck driver", "chef", "receptionist", "zoo manager", "zzyzx", "sushi specialist", ""] {
            assert_eq!(guessed(name), Vec::<String>::new(), "{name}");
        }
    }
}
