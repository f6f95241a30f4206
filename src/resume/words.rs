//! Words by which `wording` knows titles, dates, addresses and lists: data, to be added to.

use std::sync::LazyLock;

/// A list of words in one string.
macro_rules! words {
    ($words:literal) => {
        LazyLock::new(|| $words.split_ascii_whitespace().collect())
    };
}

/// Words in small letters.
pub(super) type Words = LazyLock<Vec<&'static str>>;

/// Words that are written small in titles.
pub(super) static SMALL: Words = words!(
    "a an and as at by de del der des di du en et for from im in la le of on or per the to und van von vs \
     with y"
);
/// Words with which no line ends.
pub(super) static OPEN: Words =
    words!("a an and as at between by for from in including into its of or our that the their to via which while with");
/// Verbs whose past does not end in "ed".
pub(super) static PASTS: Words = words!(
    "began bought brought built came chose cut did drew drove found gave got grew held helped hit kept laid \
     led left made met oversaw paid put ran rebuilt rewrote rose sang saw sent set sold spearheaded spent \
     spoke stood taught took upheld was went were won wrote"
);
/// What looks like a verb and begins titles.
pub(super) static NO_VERBS: Words = words!(
    "accredited advanced allied applied associated certified chartered dedicated distributed embedded \
     integrated licensed limited red registered related retired united unified"
);
/// Labels of lists: "Technologies used: Java, Spring".
pub(super) static LABELS: Words = words!(
    "apis competencies courses coursework databases devops environment expertise familiar frameworks \
     infrastructure keywords languages libraries methodologies methods os platforms proficiencies proficient \
     skills software stack systems tech techniques technologies technology toolkit tools"
);
/// What streets are called.
pub(super) static STREETS: Words = words!(
    "ave avenue blvd boulevard court ct dr drive highway hwy lane ln place platz rd road rue sq square st \
     straße street suite terrace way"
);
/// Labels of contact data.
pub(super) static CONTACTS: Words = words!(
    "address cell e-mail email github gitlab home linkedin location mail mobile phone portfolio skype tel \
     telephone twitter web website x blog"
);
/// Months and seasons.
pub(super) static MONTHS: Words = words!(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august \
     september october november december spring summer autumn fall winter q1 q2 q3 q4"
);
/// What stands in spans of dates beside months and years.
pub(super) static NOW: Words =
    words!("present current currently now today ongoing date to until since till from expected");
/// What a span of dates ends with that goes on.
pub(super) static OPEN_ENDS: Words = words!("present presently current currently now today ongoing");
/// What stands before that.
pub(super) static UNTIL: Words = words!("to until till");
/// Forms of companies, which follow a comma in their names.
pub(super) static COMPANIES: Words = words!("ag co corp gmbh inc llc llp ltd plc pty sa sarl");
/// How a job is held.
pub(super) static ASIDES: Words =
    words!("contract freelance full-time fulltime hybrid on-site onsite part-time permanent remote temporary");
/// Abbreviations whose point ends no sentence.
pub(super) static SHORT: Words =
    words!("approx cf co corp dept dr e.g eg est etc i.e ie inc jr ltd mr mrs ms no prof sr st u.k u.s vs");
