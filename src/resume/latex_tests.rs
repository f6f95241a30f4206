//! Tests of `latex`, apart for the length of that file.

use super::{Line, LineKind, latex};

fn lines(source: &str) -> Vec<Line> {
    latex::lines(source).lines
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
