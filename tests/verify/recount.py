#!/usr/bin/env python3
"""Recounts a Tavolo vote from its downloaded ballots. Python 3, standard library only, no code shared with the platform.

  recount.py FILE --method METHOD [--seats N] [--seed TEXT] [--tie lot|shared] [--completion add1|none|greedy] [--utility cost|cardinality]
  recount.py --many    reads one JSON object a line ({"name", "text", "method", ...}) and answers one a line

METHOD: plurality approval score schulze irv stv-scottish stv-meek (.blt or .csv), greedy knapsack equal-shares (.pb).
How papers are read: a rank left out is passed over (Scottish rules: the paper stops there); two names at one rank stop the paper where
a count allows none; a name marked twice counts where it is marked first. Lot: SHA-256 of seed, line feed and name; the first is preferred.
"""
import csv, hashlib, io, itertools, json, re, sys
from fractions import Fraction

def read_blt(text):
    words = re.findall(r'"[^"]*"|[^\s"]+', re.sub(r"(?m)#[^\"\n]*$", "", text))
    count, seats, at = int(words[0]), int(words[1]), 2
    withdrawn = set()
    while re.fullmatch(r"-\d+", words[at]):
        withdrawn, at = withdrawn | {-int(words[at]) - 1}, at + 1
    papers = []
    while words[at] != "0":
        weight, at, ranks = int(words[at]), at + 1, []
        while words[at] != "0":
            ranks.append([] if words[at] == "-" else [int(each) - 1 for each in words[at].split("=")])
            at += 1
        papers.append((weight, ranks))
        at += 1
    names = [word.strip('"').strip() for word in words[at + 1 : at + 1 + count]]
    return names, seats, withdrawn, papers, None

def read_csv(text):
    """Points (or ranks, as the method has it) under each name."""
    head, *rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if row]
    weight_at = next((n for n, each in enumerate(head) if each.lower() in ("weight", "count", "votes")), None)
    used = [n for n, each in enumerate(head) if n != weight_at and each.lower() not in ("voter", "voter_id", "ballot", "ballot_id")]
    points = [(1 if weight_at is None else int(row[weight_at]), [int(row[n]) if row[n] else None for n in used]) for row in rows]
    return [head[n] for n in used], 1, set(), None, points

def ranked(points):
    """From the rank of each candidate to who stands at each rank."""
    papers = []
    for weight, ranks in points:
        last = max(rank or 0 for rank in ranks)
        papers.append((weight, [[c for c, rank in enumerate(ranks) if rank == each] for each in range(1, last + 1)]))
    return papers

def read_pb(text):
    sections, name = {}, None
    for row in filter(None, csv.reader(io.StringIO(text), delimiter=";")):
        if row[0].strip() in ("META", "PROJECTS", "VOTES") and not any(row[1:]):
            sections[name := row[0].strip()] = []
        else:
            sections[name].append(row)
    table = lambda part: [dict(zip(sections[part][0], row)) for row in sections[part][1:]]
    projects = [(row["project_id"], Fraction(row["cost"])) for row in table("PROJECTS")]
    votes = [set(row["vote"].split(",")) - {""} for row in table("VOTES")]
    return Fraction({row["key"]: row["value"] for row in table("META")}["budget"]), projects, votes

class Election:
    def __init__(self, names, seats, withdrawn, papers, points, seed, tie):
        self.names, self.seats, self.papers, self.points, self.tie = names, seats, papers, points, tie
        self.standing = [c for c in range(len(names)) if c not in withdrawn]
        drawn = sorted(range(len(names)), key=lambda c: hashlib.sha256((seed + "\n" + names[c]).encode()).hexdigest())
        self.lot = {candidate: place for place, candidate in enumerate(drawn)}

    def strict(self, stops_at_gap):
        for weight, ranks in self.papers:
            ranking = []
            for rank in ranks:
                here = [c for c in rank if c in self.standing]
                if (not rank and stops_at_gap) or len(here) > 1:
                    break
                if here and here[0] not in ranking:
                    ranking.append(here[0])
            yield weight, ranking

    def pick(self, level, most, earlier):
        """Of those who are level: by the last earlier round in which they differed, else by lot."""
        for votes in reversed(earlier):
            best = (max if most else min)(votes[c] for c in level)
            level = [c for c in level if votes[c] == best]
        return (min if most else max)(level, key=self.lot.get)

    def groups(self, figures, some=None):
        some = self.standing if some is None else some
        return [[c for c in some if figures[c] == each] for each in sorted({figures[c] for c in some}, reverse=True)]

    def winners(self, groups, seats):
        winners = []
        for group in groups:
            cut = len(group) > (places := seats - len(winners)) and self.tie == "lot"
            winners += [] if places <= 0 else sorted(group, key=self.lot.get)[:places] if cut else group
        return winners

def plain(e, method):
    votes = [0] * len(e.names)
    if method == "plurality":
        for weight, ranking in e.strict(True):
            for c in ranking[:1]:
                votes[c] += weight
    elif method == "approval" and e.points is None:
        for weight, c in ((weight, c) for weight, ranks in e.papers for c in set(itertools.chain(*ranks))):
            votes[c] += weight
    else:
        for weight, c, each in ((weight, c, each or 0) for weight, points in e.points for c, each in enumerate(points)):
            votes[c] += weight * (each if method == "score" else int(each > 0))
    groups = e.groups(votes)
    return e.winners(groups, e.seats), groups

def schulze(e):
    size = len(e.names)
    pairs = [[0] * size for _ in range(size)]
    for weight, ranks in e.papers:
        place = {}
        for n, rank in enumerate(ranks):
            for c in rank:
                place.setdefault(c, n)
        for a, b in itertools.permutations(e.standing, 2):
            if place.get(a, 10**9) < place.get(b, 10**9):
                pairs[a][b] += weight
    path = [[pairs[a][b] if pairs[a][b] > pairs[b][a] else 0 for b in range(size)] for a in range(size)]
    for via, a, b in itertools.product(range(size), repeat=3):
        path[a][b] = max(path[a][b], min(path[a][via], path[via][b])) if a != b else 0
    beats = lambda a, b: path[a][b] > path[b][a]
    unbeaten = [a for a in e.standing if not any(beats(b, a) for b in e.standing)]
    return e.winners([unbeaten], 1), e.groups([sum(beats(a, b) for b in e.standing) for a in range(size)])

def irv(e):
    papers, standing, earlier, out = list(e.strict(False)), list(e.standing), [], []
    while True:
        votes = [0] * len(e.names)
        for weight, held in ((weight, [c for c in ranking if c in standing]) for weight, ranking in papers):
            votes[held[0] if held else 0] += weight if held else 0
        groups = e.groups(votes, standing)
        if not groups or sum(votes) == 0 or votes[groups[0][0]] * 2 > sum(votes):
            return groups[0][:1] if groups and sum(votes) else [], groups + out[::-1]
        last = e.pick(groups[-1], False, earlier)
        earlier, out = earlier + [votes], out + [[last]]
        standing.remove(last)

def scottish(e):
    papers = [[Fraction(1), weight, ranking, None] for weight, ranking in e.strict(True) if ranking]
    valid = sum(weight for _, weight, _, _ in papers)
    quota, votes, standing = valid // (e.seats + 1) + 1, [Fraction(0)] * len(e.names), list(e.standing)
    elected, surpluses, out, earlier = [], [], [], []

    def give(paper):
        paper[3] = next((c for c in paper[2] if c in standing), None)
        if paper[3] is not None:
            votes[paper[3]] += paper[0] * paper[1]

    def ordered(level):
        level = list(level)
        while level:
            best = e.pick([c for c in level if votes[c] == max(votes[d] for d in level)], True, earlier)
            level.remove(best)
            yield best

    def end_stage():
        for c in list(ordered([c for c in standing if votes[c] >= quota])):
            standing.remove(c)
            elected.append(c)
            if votes[c] > quota:
                surpluses.append(c)
        if len(standing) <= e.seats - len(elected):
            elected[:], standing[:] = elected + list(ordered(standing)), []
        earlier.append(list(votes))

    for paper in papers:
        give(paper)
    if papers:
        end_stage()
    while papers and len(elected) < e.seats and standing:
        if surpluses:
            surpluses.remove(c := e.pick([c for c in surpluses if votes[c] == max(votes[d] for d in surpluses)], True, earlier))
            total, over = votes[c], votes[c] - quota
            for paper in [paper for paper in papers if paper[3] == c]:
                paper[0] = Fraction(int(paper[0] * over / total * 100000), 100000)
                give(paper)
            votes[c] = Fraction(quota)
        else:
            c = e.pick([c for c in standing if votes[c] == min(votes[d] for d in standing)], False, earlier)
            standing.remove(c)
            out, votes[c] = out + [[c]], Fraction(0)
            for paper in [paper for paper in papers if paper[3] == c]:
                give(paper)
        end_stage()
    return elected, [[c] for c in elected] + e.groups(votes, standing) + out[::-1]

def meek(e):
    one, papers = 10**9, [(weight, ranking) for weight, ranking in e.strict(False) if ranking]
    up = lambda above, below: -(-above // below)
    keep = [one if c in e.standing else 0 for c in range(len(e.names))]
    hopeful, elected, out, earlier, votes = list(e.standing), [], [], [], [0] * len(e.names)

    def distribute():
        votes[:] = [0] * len(e.names)
        for weight, ranking in papers:
            left = one
            for c in ranking:
                part = up(left * keep[c], one)
                votes[c] += part * weight
                left -= part
        return sum(votes) // (e.seats + 1) + 1

    while papers and len(elected) < e.seats < len(elected) + len(hopeful):
        surplus = None
        while True:
            quota = distribute()
            newly = sorted((c for c in hopeful if votes[c] >= quota), key=lambda c: (-votes[c], e.lot[c]))[: e.seats - len(elected)]
            before, surplus = surplus, sum(max(0, votes[c] - quota) for c in elected)
            if newly or surplus < 1000 or (before is not None and surplus >= before):
                break
            for c in elected:
                keep[c] = up(up(keep[c] * quota, one) * one, votes[c])
        if newly:
            elected, hopeful = elected + newly, [c for c in hopeful if c not in newly]
        else:
            lowest = min(votes[c] for c in hopeful)
            c = e.pick([c for c in hopeful if votes[c] <= lowest + surplus], False, earlier)
            hopeful.remove(c)
            out, keep[c] = out + [[c]], 0
        earlier.append(list(votes))
    if papers and len(elected) < e.seats and hopeful:
        distribute()
        elected, hopeful = elected + sorted(hopeful, key=lambda c: (-votes[c], e.lot[c])), []
    return elected, [[c] for c in elected] + e.groups(votes, hopeful) + out[::-1]

def budget(method, text, completion="add1", utility="cost"):
    total, projects, votes = read_pb(text)
    support = [[v for v, vote in enumerate(votes) if name in vote] for name, _ in projects]
    cost, spent = [each for _, each in projects], lambda taken: sum(cost[p] for p in taken)
    first = sorted((p for p in range(len(projects)) if support[p]), key=lambda p: (-len(support[p]), cost[p], p))

    def fill(taken, left):
        for p in first:
            if p not in taken and cost[p] <= left:
                taken, left = taken + [p], left - cost[p]
        return taken

    def shares(each):
        money, taken = [each] * len(votes), []
        while True:
            priced = []
            for place, p in enumerate(first):
                have = sorted(money[v] for v in support[p])
                if p not in taken and sum(have) >= cost[p]:
                    missing, payers = cost[p], len(have)
                    while have[-payers] * payers < missing:
                        missing, payers = missing - have[-payers], payers - 1
                    price = missing / payers
                    priced.append((price / cost[p] if utility == "cost" else price, place, p, price))
            if not priced:
                return taken
            _, _, p, price = min(priced)
            taken.append(p)
            for v in support[p]:
                money[v] -= min(money[v], price)

    if method == "greedy":
        taken = fill([], total)
    elif method == "knapsack":
        sets = (s for r in range(len(first) + 1) for s in itertools.combinations(sorted(first), r) if spent(s) <= total)
        best = max(sets, key=lambda s: (sum(len(support[p]) for p in s), -spent(s), [p in s for p in range(len(projects))]))
        taken = [p for p in first if p in best]
    else:
        each = total / len(votes) if votes else Fraction(0)
        taken = shares(each)
        while completion == "add1" and len(taken) < len(first):
            each += 1
            more = shares(each)
            if spent(more) > total:
                break
            taken = more
        taken = fill(taken, total - spent(taken)) if completion == "greedy" else taken
    return {"funded": [projects[p][0] for p in taken], "spent": str(spent(taken))}

def recount(name, text, method, seats=None, seed="", tie="shared", completion="add1", utility="cost"):
    if method in ("greedy", "knapsack", "equal-shares"):
        return budget(method, text, completion, utility)
    names, in_file, withdrawn, papers, points = read_csv(text) if name.endswith(".csv") else read_blt(text)
    if papers is None and method not in ("score", "approval"):
        papers, points = ranked(points), None
    e = Election(names, seats or in_file, withdrawn, papers, points, seed, tie)
    known = {"schulze": schulze, "irv": irv, "stv-scottish": scottish, "stv-meek": meek}
    winners, order = known[method](e) if method in known else plain(e, method)
    any_paper = bool(papers or points)
    return {"winners": [names[c] for c in winners if any_paper], "order": [[names[c] for c in group] for group in order if group]}

if __name__ == "__main__":
    if sys.argv[1:] == ["--many"]:
        for line in sys.stdin:
            print(json.dumps(recount(**json.loads(line))))
    elif len(sys.argv) < 4:
        sys.exit(__doc__)
    else:
        given = dict(zip((word.lstrip("-") for word in sys.argv[2::2]), sys.argv[3::2]))
        given["seats"] = int(given.get("seats", 0))
        with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
            print(json.dumps(recount(name=sys.argv[1], text=file.read(), **given), indent=1, ensure_ascii=False))
