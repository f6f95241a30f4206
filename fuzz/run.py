#!/usr/bin/env python3
"""Runs fuzz targets one after the other, each for some seconds of its own processor time, and adds a row a target to a table.

usage: fuzz/run.py [--seconds 620] [--table FILE] [TARGET...]     (built with `cargo fuzz build -s none`)

A run goes on after a finding; what brought it out lies in fuzz/artifacts/TARGET. How busy the machine is changes how long
this takes, not how much is done. Without targets all are run.
"""
import argparse, os, pathlib, re, signal, subprocess, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = pathlib.Path(os.environ.get("FUZZ_PROGRAMS", ROOT / "fuzz/target/x86_64-unknown-linux-gnu/release"))
# The longest input, in bytes: enough for every construct of a format, and little enough to try many.
LONGEST = {"docx": 4096, "pdf": 4096, "role_spec": 4096, "kpi_check": 2048, "sheets": 4096}
USUAL_LONGEST = 2048
TICKS = os.sysconf("SC_CLK_TCK")
HEAD = "| Target | Seconds | Executions | A second | Edges | Findings |\n|---|---:|---:|---:|---:|---:|\n"


def used(process):
    """The processor time that a process has used, in seconds."""
    try:
        fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def once(target, seconds, log):
    """One run, ended by a finding or when its time is used up: the seconds it used."""
    grown, artifacts = ROOT / "fuzz/corpus" / target, ROOT / "fuzz/artifacts" / target
    for folder in (grown, artifacts):
        folder.mkdir(parents=True, exist_ok=True)
    command = [PROGRAMS / target, grown, ROOT / "tests/corpus" / target, f"-artifact_prefix={artifacts}/",
               f"-max_len={LONGEST.get(target, USUAL_LONGEST)}", "-rss_limit_mb=2048", "-timeout=20", "-print_final_stats=1"]
    dictionary = ROOT / "fuzz/dict" / f"{target}.dict"
    if dictionary.exists():
        command.append(f"-dict={dictionary}")
    process, spent = subprocess.Popen(command, stderr=log, stdout=log, cwd=ROOT), 0.0
    while process.poll() is None:
        spent = max(spent, used(process))
        if spent >= seconds:
            process.send_signal(signal.SIGINT)
            process.wait()
        time.sleep(0.5)
    return spent


def fuzz(target, seconds):
    """A target's row."""
    log_file = ROOT / "fuzz" / f"{target}.log"
    artifacts = ROOT / "fuzz/artifacts" / target
    before = set(artifacts.iterdir()) if artifacts.is_dir() else set()
    spent = 0.0
    with log_file.open("w") as log:
        while spent < seconds:
            spent += max(once(target, seconds - spent, log), 1.0)
    text = log_file.read_text(errors="replace")
    executions = sum(map(int, re.findall(r"stat::number_of_executed_units:\s+(\d+)", text)))
    edges = max(map(int, re.findall(r"cov: (\d+)", text)), default=0)
    found = len(set(artifacts.iterdir()) - before)
    return f"| {target} | {spent:.0f} | {executions:,} | {executions / spent:,.0f} | {edges:,} | {found} |\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=620)
    parser.add_argument("--table", type=pathlib.Path, default=ROOT / "fuzz/table.md")
    parser.add_argument("targets", nargs="*")
    arguments = parser.parse_args()
    targets = arguments.targets or sorted(path.stem for path in (ROOT / "fuzz/fuzz_targets").glob("*.rs"))
    if not arguments.table.exists():
        arguments.table.write_text(HEAD)
    for target in targets:
        row = fuzz(target, arguments.seconds)
        with arguments.table.open("a") as table:
            table.write(row)
        print(row, end="", flush=True)


main()
