"""Holds rolefit and ready-made matchers against the same labelled lines; benches/peers/run starts it.

A set has one JSON object a line, {"text", "labels": {"A1": 2, "K3": 1}}: A1… are the role's activities and K1… its KPIs
in the role file's order; what has a grade is evidence. All pairs of a line and a criterion of all sets count together.

rolefit says itself what is evidence. The others give numbers alone: their F1 is that of the limit which is best on these
very lines, so it flatters them. Each matcher runs in a process of its own; its start is what it takes before the first
line, its speed that of all lines behind it, both in seconds of processor time.
"""
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter

ROLEFIT = pathlib.Path(os.environ.get("ROLEFIT", "target/release/rolefit"))
OTHERS = ["RapidFuzz, token_set_ratio", "TF-IDF, cosine", "BM25", "all-MiniLM-L6-v2, cosine"]


def read_sets(arguments):
    """For each set the role's id, its criteria as (label, text), and its lines."""
    sets = []
    for argument in arguments:
        role, path = argument.split("=", 1)
        shown = json.loads(subprocess.run([ROLEFIT, "show", role, "--format", "json"], check=True, capture_output=True).stdout)
        criteria = []
        for letter, kind in (("A", "activities"), ("K", "kpis")):
            for number, item in enumerate(shown.get(kind) or [], 1):
                criteria.append((f"{letter}{number}", f"{item['name']}: {item.get('description') or ''}".rstrip(": ")))
        lines = [json.loads(line) for line in pathlib.Path(path).read_text().splitlines() if line.strip()]
        sets.append((role, criteria, lines))
    return sets


def words(text):
    return re.findall(r"[a-z0-9+#]+", text.lower())


def rapidfuzz(criteria):
    from rapidfuzz import fuzz, process
    texts = [text for _, text in criteria]
    return lambda lines: process.cdist(lines, texts, scorer=fuzz.token_set_ratio, workers=1).tolist()


def tf_idf(criteria):
    texts = [Counter(words(text)) for _, text in criteria]
    held = Counter(word for text in texts for word in text)
    rarity = lambda word: math.log((1 + len(texts)) / (1 + held[word])) + 1

    def vector(counts):
        weights = {word: (1 + math.log(count)) * rarity(word) for word, count in counts.items()}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    vectors = [vector(text) for text in texts]
    similar = lambda one, other: sum(weight * other.get(word, 0.0) for word, weight in one.items())
    return lambda lines: [[similar(line, text) for text in vectors] for line in (vector(Counter(words(l))) for l in lines)]


def bm25(criteria, k1=1.5, b=0.75):
    texts = [Counter(words(text)) for _, text in criteria]
    mean = sum(sum(text.values()) for text in texts) / len(texts)
    held = Counter(word for text in texts for word in text)
    rarity = {word: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for word, n in held.items()}

    def score(line, text):
        norm = k1 * (1 - b + b * sum(text.values()) / mean)
        return sum(rarity[word] * text[word] * (k1 + 1) / (text[word] + norm) for word in line if word in text)

    return lambda lines: [[score(line, text) for text in texts] for line in map(words, lines)]


def minilm(model, criteria):
    texts = model.encode([text for _, text in criteria])
    return lambda lines: (model.encode(lines) @ texts.T).tolist()


def other(name, sets):
    """In a process of its own: prints the scores, the start and the seconds for all lines."""
    begun = time.process_time()
    if name.startswith("all-MiniLM"):
        from minilm import Model
        model = Model()
        make = lambda criteria: minilm(model, criteria)
    else:
        make = {"RapidFuzz": rapidfuzz, "TF-IDF": tf_idf, "BM25": bm25}[re.split("[, ]", name)[0]]
    matchers = [make(criteria) for _, criteria, _ in sets]
    started = time.process_time()
    scores = [matcher([line["text"] for line in lines]) for matcher, (_, _, lines) in zip(matchers, sets)]
    seconds = time.process_time() - started
    json.dump({"start": started, "seconds": seconds, "scores": scores}, sys.stdout)


def run(command):
    """What a command says, the processor time it takes in seconds, and the most memory it holds in MiB."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0, command
        out.seek(0)
        return out.read(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def rolefit(sets):
    """The same of rolefit: a run a set, and one with a line alone for what the start takes."""
    start = seconds = memory = 0.0
    pairs = []
    for role, criteria, lines in sets:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as records:
            check = [ROLEFIT, "kpi-check", role, "--jsonl-input", records.name, "--min-score", "0"]

            def write(lines):
                records.seek(0)
                records.truncate()
                json.dump({"id": "set", "lines": [line["text"] for line in lines]}, records)
                records.write("\n")
                records.flush()

            write(lines[:1])
            first = min(run(check)[1] for _ in range(5))
            write(lines)
            runs = [run(check) for _ in range(5)]
            seconds += min(used for _, used, _ in runs) - first
            start, memory = max(start, first), max(memory, *(most for _, _, most in runs))
            pairs += rolefit_pairs(json.loads(runs[0][0].splitlines()[0]), criteria, lines)
    return pairs, start, seconds, memory


def rolefit_pairs(report, criteria, lines):
    count, label = Counter(), {}
    for criterion in report["criteria"]:
        letter = {"activity": "A", "kpi": "K"}.get(criterion["kind"], "R")
        count[letter] += 1
        label[criterion["id"]] = f"{letter}{count[letter]}"
    read = {line["text"]: {label[m["criterion"]]: m for m in line["matches"]} for line in report["lines"]}
    for line in lines:
        found = read.get(" ".join(line["text"].split()), read.get(line["text"], {}))
        for name, _ in criteria:
            match = found.get(name, {"score": 0.0, "strength": "none"})
            yield match["score"], match["strength"] != "none", name in line["labels"]


def f1(pairs):
    """Of (said, true) pairs."""
    right = sum(said and true for said, true in pairs)
    wrong = sum(said != true for said, true in pairs)
    return 2 * right / (2 * right + wrong) if right else 0.0


def levels(pairs):
    """From the highest score to the lowest: how many right and wrong pairs have at least it."""
    right = wrong = 0
    by_score = {}
    for score, true in pairs:
        by_score.setdefault(score, [0, 0])[0 if true else 1] += 1
    for score in sorted(by_score, reverse=True):
        right, wrong = right + by_score[score][0], wrong + by_score[score][1]
        yield right, wrong


def average_precision(pairs):
    total, before, area = sum(true for _, true in pairs), 0, 0.0
    for right, wrong in levels(pairs):
        area += (right - before) / total * right / (right + wrong)
        before = right
    return area


def best_f1(pairs):
    total = sum(true for _, true in pairs)
    return max(2 * right / (right + wrong + total) for right, wrong in levels(pairs))


def main():
    if sys.argv[1] == "--one":
        return other(sys.argv[2], read_sets(sys.argv[3:]))
    sets = read_sets(sys.argv[1:])
    count = sum(len(lines) for _, _, lines in sets)
    pairs, start, seconds, memory = rolefit(sets)
    rows = [("rolefit", count / seconds, start, memory, f1([(said, true) for _, said, true in pairs]),
             average_precision([(score, true) for score, _, true in pairs]))]
    for name in OTHERS:
        out, _, memory = run([sys.executable, __file__, "--one", name, *sys.argv[1:]])
        found = json.loads(out)
        pairs = [(score, label in line["labels"]) for (_, criteria, lines), scores in zip(sets, found["scores"])
                 for line, row in zip(lines, scores) for score, (label, _) in zip(row, criteria)]
        rows.append((name, count / found["seconds"], found["start"], memory, best_f1(pairs), average_precision(pairs)))
    print(f"{count} lines of {len(sets)} roles, {len(pairs):,} pairs, {sum(true for _, true in pairs)} of them evidence; "
          f"load {os.getloadavg()[0]:.1f}\n")
    print("| Matcher | Lines a second | Start, s | Memory, MiB | F1 | Average precision |\n|---|---:|---:|---:|---:|---:|")
    for name, rate, start, memory, score, precision in rows:
        print(f"| {name} | {rate:,.0f} | {start:.3f} | {memory:.0f} | {score:.2f} | {precision:.2f} |")


if __name__ == "__main__":
    main()
