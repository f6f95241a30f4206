//! scratch
use rolefit::matching::Matcher;
use rolefit::role::Catalogue;
use std::io::BufRead;
fn main() {
    let role = Catalogue.find("back-end-developer").unwrap();
    let m = Matcher::new(&role);
    let mut j = m.judge();
    for l in std::io::stdin().lock().lines() {
        let l = l.unwrap();
        let x: Vec<String> = j.mentions(&l).into_iter().map(|(t, n)| format!("{t} = {}", n.join(", "))).collect();
        println!("{l}\n     {}", x.join("\n     "));
    }
}
