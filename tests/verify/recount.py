#!/usr/bin/env python3
"""Recounts a Tavolo vote from its downloaded ballots. Python 3, standard library only, no code shared with the platform.

  recount.py FILE --method METHOD [--seats N] [--seed TEXT] [--tie lot|shared] [--completion add1|none|greedy] [--utility cost|cardinality]
             [--majority simple|absolute|two-thirds] [--roll N] [--quorum PERCENT]
  recount.py --many    reads one JSON object a line ({"name", "text", "method", ...}) and answers one a line
METHOD: plurality approval score schulze irv stv-scottish stv-meek (.blt or .csv), greedy knapsack equal-shares (.pb),
favour consent consensus gradients (.csv of answers). --roll: how many could vote; a quorum and an absolute majority are of them.
How papers are read: a rank left out is passed over (Scottish rules: the paper stops there); two names at one rank stop the paper where
a count allows none; a name marked twice counts where it is marked first. Lot: SHA-256 of seed, line feed and name; the first is preferred.
"""
import collections, csv, hashlib, io, itertools, json, re, sys
from fractions import Fraction
FEWEST, MOST = 1, -1

def read_blt(text):
    words = [word for word in re.findall(r'"(?:[^"]|"")*"|#[^\n]*|[^\s"#]+', text) if word[0] != "#"]
    count, seats, at, withdrawn, papers = int(words[0]), int(words[1]), 2, set(), []
    while re.fullmatch(r"-\d+", words[at]):
        withdrawn, at = withdrawn | {-int(words[at]) - 1}, at + 1
    while words[at] != "0":
        end = words.index("0", at)
        ranks = [[] if word == "-" else [int(each) - 1 for each in word.split("=")] for word in words[at + 1 : end]]
        papers, at = papers + [(int(words[at]), ranks)], end + 1
    names = [word[1:-1].replace('""', '"').strip() for word in words[at + 1 : at + 1 + count]]
    return names, seats, withdrawn, papers, None

def rows_of(text, separator=","):
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]

def read_csv(text):
    """Points (or ranks, as the method has it) under each name. An apostrophe kept a spreadsheet from running a name."""
    head, *rows = rows_of(text)
    counts, voters = ("papers", "weight", "count", "votes"), ("voter", "voter_id", "ballot", "ballot_id")
    weight_at = 0 if head[0].lower() == "papers" else next((n for n, each in enumerate(head) if each.lower() in counts[1:]), None)
    used = [n for n, each in enumerate(head) if n != weight_at and (head[0].lower() == "papers" or each.lower() not in voters)]
    points = [(1 if weight_at is None else int(row[weight_at]), [int(row[n]) if row[n] else None for n in used]) for row in rows]
    return [re.sub(r"^'(?='*\s*[=+\-@|%＝＋－＠])", "", head[n]) for n in used], 1, set(), None, points

def read_pb(text):
    sections, name = {}, None
    for row in rows_of(text, ";"):
        if row[0] in ("META", "PROJECTS", "VOTES") and not any(row[1:]):
            sections[name := row[0]] = []
        else:
            sections[name].append(row)
    table = lambda part: [dict(zip(sections[part][0], row)) for row in sections[part][1:]]
    projects = [(row["project_id"], Fraction(row["cost"].replace(",", "."))) for row in table("PROJECTS")]
    votes = [{each.strip() for each in row["vote"].split(",")} - {""} for row in table("VOTES")]
    return Fraction({row["key"]: row["value"] for row in table("META")}["budget"].replace(",", ".")), projects, votes

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
                ranking += [c for c in here if c not in ranking]
            yield weight, ranking

    def first(self, sign, rounds):
        """The key to sort by, fewest votes first or MOST: the last round, then the last earlier one that differs, then the lot."""
        return lambda c: ([sign * votes[c] for votes in reversed(rounds)], -sign * self.lot[c])

    def groups(self, figures, some):
        return [[c for c in some if figures[c] == each] for each in sorted({figures[c] for c in some}, reverse=True)]

    def winners(self, groups, seats):
        winners = []
        for group in groups:
            cut = len(group) > (places := max(seats - len(winners), 0)) and (places == 0 or self.tie == "lot")
            winners += sorted(group, key=self.lot.get)[:places] if cut else group
        return winners

def plain(e, method):
    votes = [0] * len(e.names)
    if method == "plurality":
        given = [(weight, c, 1) for weight, ranking in e.strict(True) for c in ranking[:1]]
    elif method == "approval" and e.papers is not None:
        given = [(weight, c, 1) for weight, ranks in e.papers for c in set(itertools.chain(*ranks))]
    else:
        given = [(weight, c, each or 0) for weight, points in e.points for c, each in enumerate(points)]
    for weight, c, each in given:
        votes[c] += weight * (each if method == "score" else each > 0)
    return e.winners(groups := e.groups(votes, e.standing), e.seats), groups

def schulze(e):
    pairs = [[0] * (size := len(e.names)) for _ in e.names]
    for weight, ranks in e.papers:
        place = {c: n for n, rank in reversed(list(enumerate(ranks))) for c in rank}
        for a, b in itertools.permutations(e.standing, 2):
            pairs[a][b] += weight * (place.get(a, 10**9) < place.get(b, 10**9))
    path = [[pairs[a][b] if pairs[a][b] > pairs[b][a] else 0 for b in range(size)] for a in range(size)]
    for via, a, b in itertools.product(range(size), repeat=3):
        path[a][b] = max(path[a][b], min(path[a][via], path[via][b])) if a != b else 0
    beats = lambda a, b: path[a][b] > path[b][a]
    unbeaten = [a for a in e.standing if not any(beats(b, a) for b in e.standing)]
    return e.winners([unbeaten], 1), e.groups([sum(beats(a, b) for b in e.standing) for a in range(size)], e.standing)

def irv(e):
    papers, standing, earlier, out = list(e.strict(False)), list(e.standing), [], []
    while True:
        votes = [0] * len(e.names)
        for weight, c in ((weight, c) for weight, ranking in papers for c in [c for c in ranking if c in standing][:1]):
            votes[c] += weight
        groups = e.groups(votes, standing)
        if not groups or sum(votes) == 0 or votes[groups[0][0]] * 2 > sum(votes):
            return groups[0][:1] if groups and sum(votes) else [], groups + out[::-1]
        earlier.append(votes)
        standing.remove(last := min(standing, key=e.first(FEWEST, earlier)))
        out.append([last])

def scottish(e):
    papers = [[Fraction(1), weight, ranking, None] for weight, ranking in e.strict(True) if ranking]
    quota = sum(weight for _, weight, _, _ in papers) // (e.seats + 1) + 1
    votes, standing, elected, surpluses, out, earlier = [Fraction(0)] * len(e.names), list(e.standing), [], [], [], []

    def stage(moving, worth):
        for paper in moving:
            paper[0], paper[3] = worth(paper[0]), next((c for c in paper[2] if c in standing), None)
            if paper[3] is not None:
                votes[paper[3]] += paper[0] * paper[1]
        earlier.append(list(votes))
        standing.sort(key=e.first(MOST, earlier))
        surpluses.extend(c for c in standing if votes[c] > quota)
        elected.extend(c for c in standing if votes[c] >= quota)
        if len(standing) <= e.seats - len([c for c in elected if c not in standing]):
            elected.extend(c for c in standing if c not in elected)
        standing[:] = [c for c in standing if c not in elected]

    if papers:
        stage(papers, lambda value: value)
    while papers and len(elected) < e.seats and standing:
        if surpluses:
            surpluses.remove(c := min(surpluses, key=e.first(MOST, earlier)))
            total, votes[c] = votes[c], Fraction(quota)
            cut = lambda value: Fraction(int(value * (total - quota) / total * 100000), 100000)
            stage([paper for paper in papers if paper[3] == c], cut)
        else:
            standing.remove(c := min(standing, key=e.first(FEWEST, earlier)))
            out, votes[c] = out + [[c]], Fraction(0)
            stage([paper for paper in papers if paper[3] == c], lambda value: value)
    return elected, [[c] for c in elected] + e.groups(votes, sorted(standing)) + out[::-1]

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
            level = [c for c in hopeful if votes[c] <= min(votes[c] for c in hopeful) + surplus]
            hopeful.remove(c := min(level, key=e.first(FEWEST, earlier)))
            out, keep[c] = out + [[c]], 0
        earlier.append(list(votes))
    if papers and len(elected) < e.seats and hopeful:
        distribute()
        elected, hopeful = elected + sorted(hopeful, key=lambda c: (-votes[c], e.lot[c])), []
    return elected, [[c] for c in elected] + e.groups(votes, hopeful) + out[::-1]

class Money:
    """So much now, and so much more with each step of add1. A comparison notes for how many more steps it comes out the same."""
    def __init__(self, now, more=0):
        self.now, self.more = Fraction(now), Fraction(more)

    def less(self, other, times=1):
        return Money(self.now - other.now * times, self.more - other.more * times)

    def over(self, parts):
        return Money(self.now / parts, self.more / parts)

    def __lt__(self, other):
        now, more = other.now - self.now, other.more - self.more
        if (now > 0 and more < 0) or (now <= 0 and more > 0):
            Money.idle = min(Money.idle, -(now // more) - 1 if now > 0 else -now // more)
        return now > 0

def shares(cost, support, first, start, utility):
    """One run. Money only falls, so a project only gets dearer: one that cost too much before need not be asked again."""
    Money.idle, nothing, rho, taken, left = float("inf"), Money(0), {}, [], list(first)
    money = dict.fromkeys(itertools.chain(*support), start)
    while True:
        best = None
        for p in [*left]:
            if best and p in rho and not rho[p] < rho[best[0]]:
                continue
            missing, payers, have = Money(cost[p]), len(support[p]), collections.Counter(money[v] for v in support[p])
            for each in sorted(have):
                if payers and each < missing.over(payers):
                    missing, payers = missing.less(each, have[each]), payers - have[each]
            if payers:
                rho[p] = missing.over(payers * (cost[p] if utility == "cost" else 1))
                best = (p, missing.over(payers), have) if not best or rho[p] < rho[best[0]] else best
            else:
                left.remove(p)
        if not best:
            return taken
        p, price, have = best
        paid = {each: nothing if each < price else each.less(price) for each in have}
        money.update((v, paid[money[v]]) for v in support[p])
        left.remove(p)
        taken.append(p)

def knapsack(cost, support, total):
    """Of all sums that can be spent, the most votes for each; what costs no less than another without more votes is left."""
    sets = [(0, 0, ())]
    for p in range(len(cost)):
        more = [(c + cost[p], v + len(support[p]), s + (1,)) for c, v, s in sets if support[p] and c + cost[p] <= total]
        both = sorted([(c, v, s + (0,)) for c, v, s in sets] + more, key=lambda s: (s[0], -s[1], [-each for each in s[2]]))
        sets = [s for s, before in zip(both, itertools.accumulate([-1] + [v for _, v, _ in both], max)) if s[1] > before]
    return [p for p, is_in in enumerate(sets[-1][2]) if is_in]

def budget(method, text, completion, utility):
    total, projects, votes = read_pb(text)
    support = [[v for v, vote in enumerate(votes) if name in vote] for name, _ in projects]
    cost, spent = [each for _, each in projects], lambda taken: sum(cost[p] for p in taken)
    first = sorted((p for p in range(len(projects)) if support[p]), key=lambda p: (-len(support[p]), cost[p], p))
    run = lambda each: shares(cost, support, first, Money(each, 1), utility)
    each, taken = total / max(len(votes), 1), sorted(knapsack(cost, support, total), key=first.index) if method == "knapsack" else []
    if method == "equal-shares":
        taken = run(each)
        while completion == "add1" and len(taken) < len(first) and spent(more := run(each := each + Money.idle + 1)) <= total:
            taken = more
    for p in first if "greedy" in (method, completion) else []:
        taken += [p] if p not in taken and cost[p] <= total - spent(taken) else []
    return {"funded": [projects[p][0] for p in taken], "spent": str(spent(taken)), "outcome": "counted"}, len(votes)

ANSWERS = {"favour": "for against abstain", "consent": "agree stand-aside object", "consensus": "agree stand-aside block",
           "gradients": " ".join(f"step-{n}" for n in range(1, 9))}

def assent(method, text, majority, roll):
    head, *rows = rows_of(text)
    votes, known = [row[head.index("vote")] for row in rows], ANSWERS[method].split()
    yes, no, *_, last = figures = [votes.count(answer) for answer in known]
    enough = {"simple": yes > no, "absolute": yes * 2 > (roll or 0), "two-thirds": yes > 0 and yes * 3 >= (yes + no) * 2}[majority]
    passes = enough if method == "favour" else yes > 0 and last == 0
    outcome = "counted" if method == "gradients" else "adopted" if passes else "not-adopted"
    middle = [each for n, each in enumerate(known) if method == "gradients" and sum(figures[: n + 1]) * 2 >= len(votes) > 0]
    return {"tally": dict(zip(known, figures)), "median": middle[0] if middle else None, "outcome": outcome}, len(votes)

def recount(name, text, method, seats=0, seed="", tie="shared", completion="add1", utility="cost", majority="simple", roll=None, quorum=0):
    if method in ANSWERS:
        result, ballots = assent(method, text, majority, roll)
    elif method in ("greedy", "knapsack", "equal-shares"):
        result, ballots = budget(method, text, completion, utility)
    else:
        names, in_file, withdrawn, papers, points = read_csv(text) if name.endswith(".csv") else read_blt(text)
        if papers is None and method not in ("score", "approval"):
            at = lambda ranks, place: [c for c, rank in enumerate(ranks) if rank == place + 1]
            papers = [(weight, [at(ranks, place) for place in range(max(each or 0 for each in ranks))]) for weight, ranks in points]
        e = Election(names, seats or in_file, withdrawn, papers, points, seed, tie)
        known = {"schulze": schulze, "irv": irv, "stv-scottish": scottish, "stv-meek": meek}
        (winners, order), ballots = known.get(method, lambda e: plain(e, method))(e), sum(paper[0] for paper in papers or points or [])
        order = [[names[c] for c in group] for group in order if group]
        result = {"winners": [names[c] for c in winners if ballots], "order": order, "outcome": "counted"}
    if roll is not None and (ballots == 0 or ballots * 100 < roll * quorum):
        result.update({"outcome": "no-quorum"}, **{key: [] for key in ("winners", "funded") if key in result})
    return result

if __name__ == "__main__":
    if sys.argv[1:] == ["--many"]:
        for line in sys.stdin:
            print(json.dumps(recount(**json.loads(line))))
    elif len(sys.argv) < 4:
        sys.exit(__doc__)
    else:
        given = dict(zip((word.lstrip("-") for word in sys.argv[2::2]), sys.argv[3::2]))
        given.update((key, int(given[key])) for key in ("seats", "roll", "quorum") if key in given)
        with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
            print(json.dumps(recount(name=sys.argv[1], text=file.read(), **given), indent=1, ensure_ascii=False))
