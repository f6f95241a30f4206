//! What a person wrote into a generated block: its lines that are not those of the block as it is now.

use std::collections::HashMap;

use super::marks::is_record;

/// The lines of `edited` that are not also lines of `fresh`, in order. A line that stands in both is generated.
pub(super) fn leftover<'t>(edited: &'t str, fresh: &str) -> Vec<&'t str> {
    let mut generated: HashMap<&str, usize> = HashMap::new();
    for line in fresh.lines() {
        *generated.entry(line.trim()).or_default() += 1;
    }
    let own = |line: &&str| {
        if is_record(line) {
            return false;
        }
        match generated.get_mut(line.trim()) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        }
    };
    let lines: Vec<&str> = edited.lines().filter(own).collect();
    let first = lines.iter().position(|line| !line.trim().is_empty());
    let last = lines.iter().rposition(|line| !line.trim().is_empty());
    match (first, last) {
        (Some(first), Some(last)) => lines[first..=last].to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::leftover;

    #[test]
    fn lines_of_the_block_go_and_all_others_stay_in_order() {
        assert_eq!(leftover("a\nmine\n\nb\nb\n", "a\nb\n"), ["mine", "", "b"]);
        assert!(leftover("a\r\nb\r\n", "a\nb\n").is_empty());
        assert!(leftover("\n\na\n", "a").is_empty());
    }
}
