//! scratch
use rolefit::matching::Matcher; use rolefit::role::Catalogue;
fn main(){ let a:Vec<String>=std::env::args().skip(1).collect(); let role=Catalogue.find(&a[0]).unwrap(); let m=Matcher::new(&role); let mut j=m.judge();
 if a.len()<2 { for (i,c) in role.criteria().iter().enumerate(){ println!("== {}",c.item.name); for x in m.asked(i){ println!("  {}: {:?} × {:?}",x.source,x.actions,x.subjects);} } }
 for l in &a[1..]{ println!("{l}"); for (t,n) in j.mentions(l){ println!("   {t}: {}",n.join(", "));} let s=j.signals(l); for (i,(c,v)) in role.criteria().iter().zip(j.judge(l)).enumerate(){ println!("   {:.2} {:40.40} {:?}",v.score,c.item.name,s[i].values);} }
}
