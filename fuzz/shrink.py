#!/usr/bin/env python3
"""Picks the few files of a fuzzer's corpus that reach most of the program, for tests/corpus.

usage: fuzz/shrink.py TARGET...        (all of them built with `cargo fuzz build`)

libFuzzer lists what each file reaches; files are taken one by one, each time the one that reaches most that none before
it did, a byte, until the files or the bytes are used up. Files kept under a name that is not a hash stay.
"""
import hashlib, pathlib, re, subprocess, sys, tempfile

MOST_FILES, MOST_BYTES, MOST_BYTES_A_FILE = 48, 36_000, 4_096
ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "fuzz/target/x86_64-unknown-linux-gnu/release"


def reached(target, folders):
    """What each file reaches, by path."""
    with tempfile.TemporaryDirectory() as scratch:
        list_file = pathlib.Path(scratch) / "list"
        merged = pathlib.Path(scratch) / "merged"
        merged.mkdir()
        subprocess.run([PROGRAMS / target, "-merge=1", f"-merge_control_file={list_file}", merged, *folders],
                       check=True, capture_output=True, cwd=scratch)
        rows = list_file.read_text().splitlines()
    count = int(rows[0])
    names, features = rows[2:2 + count], {}
    for row in rows[2 + count:]:
        kind, number, *found = row.split()
        if kind == "FT":
            features[names[int(number)]] = set(map(int, found))
    return features


def pick(features):
    """The paths to keep, the most telling first."""
    size = lambda path: pathlib.Path(path).stat().st_size
    left = {path: set(found) for path, found in features.items() if 0 < size(path) <= MOST_BYTES_A_FILE}
    kept, bytes_left = [], MOST_BYTES
    while left and len(kept) < MOST_FILES:
        best = max(left, key=lambda path: (len(left[path]) / (200 + size(path)), path))
        found = left.pop(best)
        if not found:
            break
        if size(best) > bytes_left:
            continue
        kept.append(best)
        bytes_left -= size(best)
        for others in left.values():
            others -= found
    return kept


for target in sys.argv[1:]:
    kept_folder, grown = ROOT / "tests/corpus" / target, ROOT / "fuzz/corpus" / target
    kept_folder.mkdir(parents=True, exist_ok=True)
    features = reached(target, [folder for folder in (grown, kept_folder) if folder.is_dir()])
    files = {hashlib.sha1(data).hexdigest()[:16]: data for data in
             (pathlib.Path(path).read_bytes() for path in pick(features))}
    for old in kept_folder.iterdir():
        if re.fullmatch("[0-9a-f]{16}", old.name) and old.name not in files:
            old.unlink()
    for name, data in files.items():
        (kept_folder / name).write_bytes(data)
    print(f"{target}: {len(features)} files, {len(files)} kept, {sum(map(len, files.values()))} bytes")
