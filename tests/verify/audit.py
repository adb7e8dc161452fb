#!/usr/bin/env python3
"""Verifies a Tavolo audit chain from its download. Python 3, standard library only, no code shared with the platform.

  audit.py FILE.json|FILE.csv [N:HASH ...]

Each N:HASH is a head that was published elsewhere (a mail, a log, a newspaper). Without one nobody can tell that a chain was cut short or
brought back from an old copy. Ends with 0 when the chain holds, with 1 when it does not, and says where.
"""
import csv, hashlib, io, json, sys


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    if text.lstrip().startswith("{"):
        whole = json.loads(text)
        return whole["entries"], {head["seq"]: head["hash"] for head in whole["published"]}
    rows = [dict(row, seq=int(row["seq"])) for row in csv.DictReader(io.StringIO(text))]
    return rows, {}


def faults(entries, heads):
    last, before, hashes = 0, "0" * 64, {}
    for entry in entries:
        number = entry["seq"]
        if number != last + 1:
            yield number, "number"
        if sha256("\n".join([before, str(number), entry["at"], entry["act"], entry["commitment"]])) != entry["hash"]:
            yield number, "hash"
        if entry.get("salt") and sha256(entry["salt"] + "\n" + entry["content"]) != entry["commitment"]:
            yield number, "content"
        last, before = number, entry["hash"]
        hashes[number] = before
    for number, published in heads:
        if number > last:
            yield number, "cut"
        elif hashes.get(number) != published:
            yield number, "other-past"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    entries, published = read(sys.argv[1])
    given = [(int(number), head) for number, head in (word.split(":") for word in sys.argv[2:])]
    found = list(faults(entries, [*published.items(), *given]))
    for number, fault in found:
        print(number, fault)
    print(len(entries), "entries:", "the chain holds" if not found else "the chain does not hold")
    sys.exit(1 if found else 0)
