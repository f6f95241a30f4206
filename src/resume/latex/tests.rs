//! Tests of `latex`, apart for the length of that file.

use super::super::{Line, LineKind};

fn lines(source: &str) -> Vec<Line> {
    super::lines(source).lines
}

fn only(lines: &[Line]) -> Vec<(&str, Option<&str>, LineKind)> {
    lines.iter().map(|line| (line.text.as_str(), line.section.as_deref(), line.kind)).collect()
}

#[test]
fn the_resume_item_family() {
    let source = r"\documentclass{article}
\newcommand{\resumeItem}[1]{\item\small{#1 no}}
\begin{document}
\begin{center}\textbf{Jane Doe} \\ \href{mailto:j@example.com}{j@example.com}\end{center}
\section{Experience}
\resumeSubHeadingListStart
  \resumeSubheading{Clerk}{2019 -- 2020}{Acme \& Sons}{Rome}
  \resumeItemListStart
% \resumeItem{no}
\resumeItem{Cut \textbf{costs} by 5\% for $\sim$3 {\small shops}} % no
\resumeItem{Shop}{Sold caf\'e tables}
\resumeSubItem{Led a}
  \resumeItemListEnd
\resumeSubHeadingListEnd
\section{Projects}
\resumeProjectHeading{\textbf{Shop} $|$ \emph{Go, SQL}}{2020}
\resumeItem{Built b}
\section{Technical Skills}
\begin{itemize}[leftmargin=0.15in, label={}]
\small{\item{\textbf{Languages}{: Go, C} \\ \textbf{Tools}{: Git} \\}}
\end{itemize}
\end{document}
\resumeItem{no}";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Cut costs by 5% for ~3 shops", Some("Clerk, Acme & Sons"), LineKind::Experience),
            ("Shop: Sold café tables", Some("Clerk, Acme & Sons"), LineKind::Experience),
            ("Led a", Some("Clerk, Acme & Sons"), LineKind::Experience),
            ("Built b", Some("Shop"), LineKind::Project),
            ("Languages: Go, C", Some("Technical Skills"), LineKind::Skills),
            ("Tools: Git", Some("Technical Skills"), LineKind::Skills),
        ]
    );
    let places: Vec<_> = lines[..3].iter().map(|line| (line.place.line, line.place.column)).collect();
    assert_eq!(places, [(10, 13), (11, 13), (12, 16)]);
}

#[test]
fn moderncv_and_awesome_cv() {
    let source = r"\begin{document}\makecvtitle
\cvsection{Experience}
\cventry{2019--2020}{Clerk}{Acme}{Rome}{}{Ran the desk.\begin{itemize}\item Led a\item Cut b
  costs\end{itemize}}
\cventry{Baker}{Beta}{Rome}{2021}{\begin{cvitems}\item {Baked c}\end{cvitems}}
\cvlistitem{Won d}
\section{Activities}
\cventry{2018}{Designed}{-- posters for a club}{}{}{}
\cvlistdoubleitem{Ran e}{Taught f}
\section{Skills}\cvitem{Tools}{Go, SQL}\cvline{2020}{Excel}
\section{Education}\cventry{2010}{BSc}{University}{}{}{}";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Ran the desk.", Some("Clerk, Acme"), LineKind::Experience),
            ("Led a", Some("Clerk, Acme"), LineKind::Experience),
            ("Cut b costs", Some("Clerk, Acme"), LineKind::Experience),
            ("Baked c", Some("Baker, Beta"), LineKind::Experience),
            ("Won d", Some("Baker, Beta"), LineKind::Experience),
            ("Designed – posters for a club", Some("Activities"), LineKind::Volunteer),
            ("Ran e", Some("Activities"), LineKind::Volunteer),
            ("Taught f", Some("Activities"), LineKind::Volunteer),
            ("Tools: Go, SQL", Some("Skills"), LineKind::Skills),
            ("Excel", Some("Skills"), LineKind::Skills),
        ]
    );
}

#[test]
fn plain_lists_and_paragraphs() {
    let source = r"\section*{Work}
\textbf{Clerk} \hfill 2019--2020\\
\textit{Acme, Rome}
\begin{itemize}
  \item[--] Led a \emph{team}
  \begin{itemize} \item of five \end{itemize}
\end{itemize}

I sold hats. I \underline{won}.
\begin{comment} \item no \end{comment}
\job{Baker}{Built the oven.}";
    let texts: Vec<_> = lines(source).into_iter().map(|line| line.text).collect();
    assert_eq!(texts, ["Led a team", "of five", "I sold hats.", "I won.", "Built the oven."]);
}

#[test]
fn what_is_deep_or_open_does_no_harm() {
    for part in [
        "{",
        "\\resumeItem{",
        "\\textbf{",
        "\\begin{itemize}\\item a ",
        "\\begin{comment}",
        "\\job{a}{",
        "$",
        "\\item[",
        "\\def",
    ] {
        lines(&part.repeat(4_000));
    }
    let nested = format!("{}a b{}", "\\resumeItem{aa}{".repeat(5000), "}".repeat(5000));
    assert!(!lines(&nested).is_empty());
}

#[test]
fn tags_stand_in_comments_behind_the_text() {
    let lines = lines(
        "\\begin{document}\\section{Work} % {.all}\n\\begin{itemize}\n\\item Led a team % {.backend}\n  of five\n\
         \\item Ran a shop % not {.web}\n\\resumeItem{Sold hats} % {.web}\n% {.none}\n\\item Cut costs\n\\end{itemize}\\end{document}",
    );
    let told: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.tags.join(" "))).collect();
    let expected =
        [("Led a team of five", "backend"), ("Ran a shop", "all"), ("Sold hats", "web"), ("Cut costs", "all")];
    assert_eq!(told, expected.map(|(text, tags)| (text, tags.to_owned())));
}

#[test]
fn entries_whose_groups_stand_in_any_order() {
    let source = r"\begin{document}\section{Experience}
\begin{entrylist}
\entry{03-18 -- Now}{Head Baker}{Crumb \& Co., Lyon}{\emph{Bake bread for nine shops}\\}
\entry{2015 -- 2018}{Baker}{Old Mill, Nantes}{Ran the ovens. Taught two apprentices.}
\end{entrylist}
\twentyitem{Jun 2012 -}{May 2014}{Porter}{Grand Hotel}{Rome}{\begin{itemize}\item Carried bags\end{itemize}}
\cvevent{Waiter}{Harbour Inn}{2010 -- 2011}{Genoa}
\cvachievement{\faTrophy}{Fewer waits}{Halved the time to the first course}
\datedsubsection{Corner Shop}{2008--2009}
\jobtitle{full-time clerk}
\begin{itemize}\item Kept the till\end{itemize}
\cventry{2001}{Designed}{-- posters for a fair}{}{}{}";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Bake bread for nine shops", Some("Head Baker, Crumb & Co., Lyon"), LineKind::Experience),
            ("Ran the ovens.", Some("Baker, Old Mill, Nantes"), LineKind::Experience),
            ("Taught two apprentices.", Some("Baker, Old Mill, Nantes"), LineKind::Experience),
            ("Carried bags", Some("Porter, Grand Hotel"), LineKind::Experience),
            ("Fewer waits: Halved the time to the first course", Some("Waiter, Harbour Inn"), LineKind::Experience),
            ("Kept the till", Some("Corner Shop, full-time clerk"), LineKind::Experience),
            ("Designed – posters for a fair", Some("Corner Shop, full-time clerk"), LineKind::Experience),
        ]
    );
    let ends: Vec<_> = lines[1..6].iter().map(|line| line.job_end.map(|end| end.to_string())).collect();
    let ended = |end: &str| Some(end.to_owned());
    assert_eq!(ends, [ended("2018"), ended("2018"), ended("2014-05"), ended("2011"), ended("2009")]);
}

#[test]
fn sections_and_positions_within_each_other() {
    let source = r"\begin{document}\roottitle{Experience}\spacedhrule{0.9em}{-0.4em}
\headedsection{\href{https://example.com}{Acme}}{\textsc{Rome}} {
  \headedsubsection{Engine driver}{Sept \apo17 -- present}{
    \bodytext{Drove the night train.}

    \nobreakvspace{0.4em}\bodytext{Trained three stokers.}}}
\runsubsection{Beta}
\descript{| Stoker}
\location{Jul 2012 – Aug 2014 | Turin}
\begin{tightemize}\vspace{\topsep}\item Fed the fire\end{tightemize}";
    assert_eq!(
        only(&lines(source)),
        [
            ("Drove the night train.", Some("Engine driver, Acme"), LineKind::Experience),
            ("Trained three stokers.", Some("Engine driver, Acme"), LineKind::Experience),
            ("Fed the fire", Some("Beta, Stoker"), LineKind::Experience),
        ]
    );
}

#[test]
fn a_list_of_tools_ends_with_its_list() {
    let source = r"\section{Work}\cventry{Baker}{Acme}{Rome}{2019 -- 2020}{\begin{cvitems}
\item{Baked a}\item{Tools used:}\begin{itemize}\item{Ovens}\begin{itemize}\item Gas\end{itemize}\item{Pans}\end{itemize}
\item{Sold b}\end{cvitems}}
\cventry{Clerk}{Beta}{Rome}{2018}{\begin{cvitems}\item{Wrote c}\end{cvitems}}";
    let lines = lines(source);
    let done: Vec<_> = lines.iter().filter(|line| line.is_accomplishment()).map(|line| line.text.as_str()).collect();
    assert_eq!(done, ["Baked a", "Sold b", "Wrote c"]);
}

#[test]
fn items_that_begin_with_a_title_and_labels_in_brackets() {
    let source = r"\section{Projects}\begin{list2}
\item \textbf{[Trains] A model railway} \\ \textsl{Winter fair} \hfill \emph{March '14}\\
  Laid forty metres of track. Wired \emph{all} signals.\\ Link: \url{https://example.com/rail}\\
\item \textbf{Treasurer,} \emph{Chess club} \hfill \emph{May '13 - Apr '14}\\ Kept the books of the club.
\end{list2}
\section{Education}\begin{description}\item[Bachelor of Arts] University of Rome, with honours \item[Grade] 3.7\end{description}";
    assert_eq!(
        only(&lines(source)),
        [
            ("Laid forty metres of track.", Some("[Trains] A model railway, Winter fair"), LineKind::Project),
            ("Wired all signals.", Some("[Trains] A model railway, Winter fair"), LineKind::Project),
            ("Kept the books of the club.", Some("Treasurer, Chess club"), LineKind::Project),
            ("Bachelor of Arts: University of Rome, with honours", Some("Education"), LineKind::Education),
            ("Grade: 3.7", Some("Education"), LineKind::Education),
        ]
    );
}

#[test]
fn rows_of_a_european_form() {
    let source = r"\begin{document}\ecvpersonalinfo[5pt]
\ecvsection{Work experience}
\ecvitem{Dates}{\textbf{From May 2010 to June 2011}}
\ecvitem{Occupation or position held}{\textbf{Night} porter}
\ecvitem{Main activities and responsibilities}{Guarded the house. Wrote the log.}
\ecvitem{Name and address of employer}{Grand Hotel, Rome}
\ecvitem[10pt]{Type of business or sector}{Hotels}
\ecvitem{Dates}{2009 -- 2010}
\ecvitem{Occupation or position held}{Clerk}
\ecvitem{Main activities and responsibilities}{Sorting of letters}";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Guarded the house.", Some("Night porter"), LineKind::Experience),
            ("Wrote the log.", Some("Night porter"), LineKind::Experience),
            ("Sorting of letters", Some("Clerk"), LineKind::Experience),
        ]
    );
    let ends: Vec<_> = lines.iter().filter_map(|line| line.job_end.map(|end| end.to_string())).collect();
    assert_eq!(ends, ["2011-06", "2011-06", "2010"]);
}

#[test]
fn an_end_that_stands_apart_from_its_date_is_no_line() {
    let source = r"\newcommand{\job}[4]{\textbf{#1}, #2 \hfill #3 -- #4\par}
\begin{document}
\section{Experience}
\job{Engineer}{Acme}{2021}{present}
\begin{itemize}\item Rewrote the rate service in Go\end{itemize}
\entry{Clerk}{Corner Shop}{May 2019}{to date}
\begin{itemize}\item Counted the stock every week\end{itemize}
\end{document}";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Rewrote the rate service in Go", Some("Engineer, Acme"), LineKind::Experience),
            ("Counted the stock every week", Some("Clerk, Corner Shop"), LineKind::Experience),
        ]
    );
    let ends: Vec<_> = lines.iter().filter_map(|line| line.job_end.map(|end| end.to_string())).collect();
    assert_eq!(ends, ["open", "open"]);
}

#[test]
fn environments_of_the_authors_own() {
    let source = r"\renewenvironment{section}[2][]{#1 #2}{\par}
\begin{document}
\begin{section}{\begin{heading2} Corner Shop \end{heading2}}\end{section}
\begin{section}{\begin{heading3}\textcolor{teal}{Clerk}\end{heading3}}\end{section}
\begin{section}[\begin{body2} Jan 2014 - April 2015 \end{body2}]{\begin{body1}Kept the till. Counted\vspace{2pt} stock.\end{body1}}\end{section}
\begin{heading2}Personal Projects\end{heading2}\begin{heading3}Kites\end{heading3}
\begin{section}[\begin{body2}Silk\end{body2}]{\begin{body1}Sewed nine kites.\end{body1}}\end{section}
\end{document}";
    assert_eq!(
        only(&lines(source)),
        [
            ("Kept the till.", Some("Corner Shop, Clerk"), LineKind::Other),
            ("Counted stock.", Some("Corner Shop, Clerk"), LineKind::Other),
            ("Sewed nine kites.", Some("Kites"), LineKind::Project),
        ]
    );
}
