//! scratch
use rolefit::matching::{Matcher,Strength}; use rolefit::role::Catalogue;
fn main(){ let v=std::env::args().nth(1).is_some(); let (mut s,mut p,mut n)=(0,0,0); for r in Catalogue.roles(){ let role=Catalogue.find(r.id).unwrap(); let m=Matcher::new(&role); let mut j=m.judge(); let (mut a,mut b,mut c)=(0,0,0);
 for (i,cr) in role.criteria().iter().enumerate(){ if let Some(e)=&cr.item.example { let x=&j.judge(e)[i]; match x.strength { Strength::Strong=>a+=1, Strength::Partial=>b+=1, Strength::None=>c+=1 } if v && x.strength!=Strength::Strong { println!("{:.2} {} | {} | {}",x.score,r.id,cr.item.name,e);} } }
 println!("{:30} strong {a} partial {b} none {c}",r.id); s+=a;p+=b;n+=c; } println!("{s} {p} {n}"); }
