/** What the code words in a result's `rules` say, for whoever reads a count at a terminal. */
const explained: Record<string, Record<string, string>> = {
  overvote: {
    exhausts: 'a paper counts until a rank that holds several names, and no further',
    'passed-over': 'a rank that holds several names is left out, and the next is read',
  },
  skipped: {
    exhausts: 'a paper counts until a rank that was left out, and no further',
    'passed-over': 'a rank that was left out is passed over',
  },
  duplicate: {
    'first-mark': 'a name marked twice counts where it is marked first',
    'counted-once': 'a name marked twice is counted once',
  },
  withdrawn: {
    'as-if-absent': 'a withdrawn name is read as if it were not on the paper, also where it shares a rank',
  },
  named: { approved: 'everybody named on a paper, at whatever rank, is approved by it' },
  blank: {
    zero: 'no points are zero points',
    'has-money-too': 'who approved nothing has a share of the money too, and it is not spent',
  },
  vote: { approvals: 'each project named is approved' },
  unranked: { last: 'whoever is not ranked comes after everybody who is' },
  equalRanks: { 'no-preference': 'equal ranks prefer neither' },
  strength: { 'winning-votes': 'a victory is as strong as the papers that prefer the winner' },
  order: {
    'how-many-each-beats': 'ordered by how many each beats along the strongest paths',
    'most-votes-that-fit': 'most votes first, passing over what no longer fits',
    'most-votes-together': 'the set within the budget with the most votes together',
  },
  quota: {
    droop: 'the quota is papers ÷ (seats + 1) cut, plus 1, fixed at the first stage',
    'votes-over-places-plus-one':
      'the quota is votes ÷ (seats + 1), cut after nine decimals and one last digit more, anew each time',
  },
  transfer: {
    'weighted-inclusive-gregory':
      'a surplus moves on all papers of the elected, each at value × surplus ÷ votes',
    meek: 'the elected keep of every paper only the part that brings the quota',
  },
  precision: {
    'cut-after-5-decimals': 'values are cut after five decimals',
    '9-decimals-kept-parts-rounded-up': 'nine decimals; kept parts are rounded up',
  },
  tie: {
    shared: 'equals are all named; nothing sets them apart',
    lot: 'equals are told apart by lot',
    'earlier-round-then-lot':
      'equals are told apart by the last earlier round in which they differed, then by lot',
    'votes-cost-list': 'equals: more votes, then the lower cost, then the place in the list',
    'lower-cost-then-list': 'equals: the set that costs less, then the one with the earlier project',
  },
  passes: {
    simple: 'passes with more in favour than against',
    absolute: 'passes with more than half of all who could vote in favour',
    'two-thirds': 'passes with two thirds of those for or against in favour',
    consent: 'passes when at least one agrees and nobody objects',
    consensus: 'passes when at least one agrees and nobody blocks',
    gradients: 'decides nothing by itself: half of the papers are at the median answer or before it',
  },
  lot: { 'sha-256': 'the lot is the order of SHA-256(seed, line feed, name); the first is preferred' },
}

export function ruleInWords(name: string, value: string): string {
  return explained[name]?.[value] ?? `${name}: ${value === '' ? '(empty)' : value}`
}
