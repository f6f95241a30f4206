#!/usr/bin/env python3
"""Measured points: the program's size and start, and how its time grows with lines, criteria, roles and files.

usage: cargo build --release && benches/points.py [PROGRAM]

Every figure is processor time of a whole run (user and system, all threads), the least of some runs, and the most memory
of one, so other work on the machine changes little. Prints the tables of docs/speed.md.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/rolefit").resolve()
# Four times as much, time after time; beyond this, a file is refused or a table is of no use.
LINES, CRITERIA, ROLES, FILES = (100, 400, 1_600, 6_400), (20, 80, 320, 1_280), (20, 80, 320, 1_280), (100, 400, 1_600, 6_400)
DONE = ["Cut", "Raised", "Built", "Moved", "Led", "Wrote", "Reviewed", "Designed", "Fixed", "Planned", "Taught"]
ON = ["the response time of the booking service", "unit test coverage of the billing code", "a REST API for partner shops",
      "nightly backups of the customer database", "the stock of spare parts", "pull requests of a team of six",
      "slow PostgreSQL queries", "access rights of internal tools", "a course on safe lifting", "the weekly plan of two wards",
      "error reports from two call centres", "the menu for a canteen", "a queue that takes 2,000 orders an hour"]
HOW = ["by 35% within a year", "with Redis and Kafka", "for 12 countries", "below budget", "after an audit found gaps"]


def line(number):
    return f"{DONE[number % 11]} {ON[number % 13]} {HOW[number % 5]} in project {number}"


def resume(lines, first=0):
    return "# Jane Doe\n\n## Work\n\n### Developer, Acme\n\n" + "".join(f"- {line(first + at)}\n" for at in range(lines))


def role(criteria, number=0):
    items = "".join(f"  - name: {DONE[at % 11]} {ON[(at + number) % 13]} {at}\n    keywords: [keyword {at} of {number}]\n"
                    f"    description: Looks after {ON[at % 13]} {HOW[at % 5]}.\n" for at in range(criteria))
    return f"title: Role {number}\nkpis:\n{items}"


def measure(arguments, runs=5, **settings):
    """The least processor time in seconds, and the most memory in MiB."""
    least, most = float("inf"), 0.0
    for _ in range(runs):
        process = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   cwd=ROOT, env=dict(os.environ, **settings))
        _, status, used = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) in (0, 1), arguments
        least, most = min(least, used.ru_utime + used.ru_stime), max(most, used.ru_maxrss / 1024)
    return least, most


def start(folder):
    print(f"The program is {PROGRAM.stat().st_size / 2**20:.1f} MiB.\n\n| Command | ms | MiB |\n|---|---:|---:|")
    page = folder / "page.md"
    page.write_text(resume(30))
    for shown, arguments in (
        ("--version", ["--version"]),
        ("show back-end-developer", ["show", "back-end-developer"]),
        ("questions back-end-developer", ["questions", "back-end-developer"]),
        ("kpi-check back-end-developer, one page", ["kpi-check", "back-end-developer", page]),
        ("the same of a PDF", ["kpi-check", "back-end-developer", "tests/fixtures/engineer-two-columns.pdf"]),
        ("advise, one page", ["advise", page]),
        ("fit, one page, all built-in roles", ["fit", page]),
    ):
        seconds, memory = measure(arguments, runs=20)
        print(f"| `{shown}` | {seconds * 1000:.1f} | {memory:.0f} |")
    print()


def grow(what, unit, counts, arguments_of):
    """A table: the time for each count, for one more of it, and how many times as long it takes as the count before."""
    print(f"| {what} | ms | µs {unit} | for four times as many | MiB |\n|---:|---:|---:|---:|---:|")
    before = None
    for count in counts:
        arguments, settings = arguments_of(count)
        seconds, memory = measure(arguments, runs=5 if count < counts[-1] else 3, **settings)
        times = f"× {seconds / before:.1f}" if before else ""
        print(f"| {count:,} | {seconds * 1000:.1f} | {seconds * 1e6 / count:,.0f} | {times} | {memory:.0f} |", flush=True)
        before = seconds
    print()


def main():
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
          f"{subprocess.check_output([PROGRAM, '--version'], text=True).strip()}\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        start(folder)

        def lines(count):
            (folder / f"{count}.md").write_text(resume(count))
            return ["kpi-check", "back-end-developer", folder / f"{count}.md"], {}

        def listed(count):
            (folder / f"{count}.md").write_text(resume(count))
            return ["lines", folder / f"{count}.md"], {}

        def criteria(count):
            (folder / f"role-{count}.yaml").write_text(role(count))
            return ["kpi-check", folder / f"role-{count}.yaml", "examples/resume.md"], {}

        def roles(count):
            own = folder / f"roles-{count}"
            own.mkdir()
            for number in range(count):
                (own / f"role-{number}.yaml").write_text(role(20, number))
            return ["fit", "examples/resume.md"], {"ROLEFIT_ROLES": str(own)}

        def files(count):
            own = folder / f"files-{count}"
            own.mkdir()
            for number in range(count):
                (own / f"{number}.md").write_text(resume(30, number))
            return ["kpi-check", "back-end-developer", own, "--format", "csv"], {}

        for title, what, unit, counts, arguments_of in (
            ("Lines of one resume, `kpi-check`", "Lines", "a line", LINES, lines),
            ("Lines of one resume, `lines`", "Lines", "a line", LINES, listed),
            ("Criteria of a role, `kpi-check` of a page", "Criteria", "a criterion", CRITERIA, criteria),
            ("Roles of one's own, `fit` of a page", "Roles", "a role", ROLES, roles),
            ("Files of a page each, `kpi-check --format csv`", "Files", "a file", FILES, files),
        ):
            print(f"### {title}\n")
            grow(what, unit, counts, arguments_of)


main()
