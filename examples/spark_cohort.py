#!/usr/bin/env python3
"""Checks a cohort of resumes with Spark: every partition is piped through `rolefit kpi-check --jsonl-input -`.

    pip install pyspark                        # and Java 17
    cargo build --release
    python examples/spark_cohort.py --generate 100000
    python examples/spark_cohort.py records.jsonl --role data-analyst

Records are lines {"id": "...", "text": "..."} or {"id": "...", "lines": ["..."]}. On a cluster, ship the program with
`spark-submit --files target/release/rolefit` and give `--rolefit ./rolefit`.
"""

import argparse
import json
import os
import random
import shlex
import sys
import tempfile
import time

from pyspark.sql import SparkSession

ACTIONS = [
    "Cut", "Raised", "Built", "Led", "Wrote", "Reviewed", "Automated", "Designed", "Fixed", "Trained", "Planned",
    "Moved",
]
SUBJECTS = [
    "response times of the booking service", "unit test coverage of the billing code", "a REST API for partner shops",
    "nightly backups of the customer database", "the stock of spare parts in three depots",
    "pull requests of a team of six", "the release of the mobile client", "slow PostgreSQL queries",
    "access rights of internal tools", "a course on safe lifting for new drivers", "error reports of two call centres",
    "the move of forty servers to the cloud", "weekly plans with the front-end team", "a canteen menu for 300 guests",
]
ENDINGS = [
    "by 35% within a year", "with Redis and Kafka", "for 12 countries", "ahead of plan", "after an audit found gaps",
    "together with product and design", "so that nobody works at night", "and kept it so for two years",
]


def record(number: int, seed: int) -> str:
    """One made-up resume of 10 lines in Markdown; the same for the same number and seed."""
    pick = random.Random(seed * 1_000_003 + number)
    lines = (f"- {pick.choice(ACTIONS)} {pick.choice(SUBJECTS)} {pick.choice(ENDINGS)}" for _ in range(10))
    text = "# Person\n\n## Experience\n\n" + "\n".join(lines) + "\n"
    return json.dumps({"id": f"P{number:07}", "text": text})


def summary(line: str) -> tuple:
    """(resumes, failures, covered KPIs, strong KPIs, {KPI: resumes that evidence it}) of one line of output."""
    report = json.loads(line)
    if "error" in report:
        return 0, 1, 0, 0, {}
    kpis = report["coverage"]["kpis"]
    covered = {c["name"]: 1 for c in report["criteria"] if c["kind"] == "kpi" and c["strength"] != "none"}
    return 1, 0, kpis["covered"], kpis["strong"], covered


def together(one: tuple, other: tuple) -> tuple:
    covered = dict(one[4])
    for name, count in other[4].items():
        covered[name] = covered.get(name, 0) + count
    return tuple(a + b for a, b in zip(one[:4], other[:4])) + (covered,)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("records", nargs="?", help="a file of records, or anything else that Spark's textFile takes")
    parser.add_argument("--generate", type=int, metavar="N", help="make up N resumes")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--role", default="back-end-developer")
    parser.add_argument("--rolefit", default="target/release/rolefit", help="the program")
    parser.add_argument("--master", default="local[*]")
    parser.add_argument("--partitions", type=int, default=16)
    parser.add_argument("--output", help="a new folder to keep the reports in, one JSON object a line")
    options = parser.parse_args()
    if (options.records is None) == (options.generate is None):
        parser.error("give a file of records, or --generate N")
    return options


def main() -> int:
    options = arguments()
    spark = (
        SparkSession.builder.master(options.master).appName("rolefit-cohort")
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as scratch:
        status = run(spark, options, scratch)
    spark.stop()
    return status


def run(spark: SparkSession, options: argparse.Namespace, scratch: str) -> int:
    context = spark.sparkContext
    begun = time.monotonic()
    source = options.records
    if options.generate is not None:
        source = os.path.join(scratch, "records")
        seed = options.seed
        numbers = context.parallelize(range(options.generate), options.partitions)
        numbers.map(lambda number: record(number, seed)).saveAsTextFile(source)
    records = context.textFile(source, options.partitions).filter(lambda line: line.strip())
    given = records.count()
    print(f"{given} records in {records.getNumPartitions()} partitions, ready after {time.monotonic() - begun:.1f} s")

    # Spark runs a partition a core, so each program keeps to one thread. Strengths and coverage do not depend on
    # --min-score; at 1 the lines carry almost no matches, and far less text goes through the pipe.
    command = [options.rolefit, "kpi-check", options.role, "--jsonl-input", "-"]
    if not options.output:
        command += ["--min-score", "1"]
    begun = time.monotonic()
    # A bad record is a line of its own and a status of 2; the lines are counted below.
    reports = records.pipe(shlex.join(command), env={**os.environ, "RAYON_NUM_THREADS": "1"}, checkCode=False)
    if options.output:
        reports.saveAsTextFile(options.output)
        reports = context.textFile(options.output)
    read, failed, covered, strong, kpis = reports.map(summary).treeReduce(together)
    seconds = time.monotonic() - begun

    print(f"{read} read + {failed} failed = {read + failed} of {given} given")
    print(f"{seconds:.1f} s, {given / seconds:.0f} records a second on {context.defaultParallelism} cores")
    print(f"KPIs evidenced a resume: {covered / max(read, 1):.2f}, strongly: {strong / max(read, 1):.2f}")
    for name, count in sorted(kpis.items(), key=lambda kpi: -kpi[1]):
        print(f"  {100 * count / max(read, 1):5.1f}%  {name}")
    return 0 if read + failed == given else 1


if __name__ == "__main__":
    sys.exit(main())
