import { readFileSync } from 'node:fs'
import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BriefPolls } from '#app/pieces/brief/brief-polls.tsx'
import { Counted } from '#app/pieces/poll-count/counted.tsx'
import { Templates } from '#app/routes/consultations_.$consultationId_.polls_.new/templates.tsx'
import { Recount } from '#app/pieces/poll-count/recount.tsx'
import { count, countGreedy, countKnapsack, countShares } from '#server/ballots/counting/index.ts'
import type { BriefContent } from '#server/briefs/contract.ts'
import type { UnitResult } from '#server/polls/contract.ts'
import { answersOf, kinds, type Kind } from '#server/polls/words.ts'
import { compileCatalogue } from '#server/sentences.ts'

const titles = ['Sportello', 'Mediatori', 'Corso', 'Festa']
const budget = {
  title: '',
  budget: 50,
  unitsInCurrency: 1,
  projects: [30, 20, 20, 5].map((cost, n) => ({ id: String(n + 1), name: titles[n] ?? '', cost })),
  votes: [[0, 1, 2], [0, 1, 2], [0]],
}
const election = {
  title: '',
  candidates: titles,
  withdrawn: [],
  seats: 2,
  papers: [
    { weight: 4, positions: [0, 1] },
    { weight: 4, positions: [1] },
    { weight: 1, positions: [2, 3] },
  ],
}

function inLanguage(language: string, page: ReactNode): string {
  const messages = Object.assign(
    {},
    ...['polls', 'ballots', 'briefs'].map((area) =>
      compileCatalogue(readFileSync(`app/i18n/${area}/${language}.po`, 'utf8')),
    ),
  ) as ReturnType<typeof compileCatalogue>
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  return renderToStaticMarkup(<I18nProvider i18n={i18n}>{page}</I18nProvider>)
}

function shown(language: string, kind: Kind, counted: NonNullable<UnitResult['counted']>): string {
  const rules = {
    quorum: 50,
    majority: 'simple' as const,
    seats: 2,
    tie: 'shared' as const,
  }
  return inLanguage(
    language,
    <>
      <Counted title="Dove?" counted={counted} />
      <Recount
        address="/polls/poll/papers/seat"
        file="poll.blt"
        kind={kind}
        rules={rules}
        roll={12}
        counted={counted}
      />
    </>,
  )
}

describe.each(['it', 'en', 'fr', 'ar'])('in %s', (language) => {
  test.each([
    ['greedy', countGreedy(budget)],
    ['knapsack', countKnapsack(budget)],
    ['equal-shares', countShares(budget, { completion: 'add1', utility: 'cost' })],
    ['stv-scottish', count('stv-scottish', election, { seed: 'abc' })],
    ['stv-meek', count('stv-meek', election, { seed: 'abc' })],
  ] as const)('%s says all that was counted in words, and how to count it again', (kind, counted) => {
    const page = shown(language, kind, counted)
    expect(
      page.match(/polls\.[a-z.-]+|ballots\.[a-z.-]+/g)?.filter((id) => !id.startsWith('polls/')) ?? [],
    ).toEqual([])
    for (const title of titles) expect(page).toContain(title)
    expect(page).toContain('--roll 12 --quorum 50</code>')
    expect(page.includes('--seed abc')).toBe(kind.startsWith('stv'))
  })
})

type PollTold = NonNullable<BriefContent['polls']>[number]

test.each(['it', 'en', 'fr', 'ar'])('a brief in %s tells every kind of count as it came out', (language) => {
  const points = {
    ...election,
    papers: [{ weight: 2, positions: [], points: [3, 1, null, 0] }],
  }
  const told = (kind: Kind, counted: PollTold['units'][number]['counted']) => {
    const poll: PollTold = {
      id: kind,
      title: 'Dove?',
      language: 'it',
      kind,
      tier: 'open',
      closedOn: '2026-11-30',
      seal: null,
      units: [
        {
          unit: 'seat',
          outcome: 'counted',
          winners: [titles[0] ?? ''],
          shown: 'full',
          turnout: { roll: 12, ballots: 9 },
          figures: [],
          ...(counted ? { counted } : {}),
        },
      ],
      external: null,
    }
    const page = inLanguage(language, <BriefPolls polls={[poll]} origin="" />)
    expect(page.match(/(polls|briefs|ballots)\.[a-z.-]+/g) ?? []).toEqual([])
    return page
  }
  const scottish = told('stv-scottish', count('stv-scottish', election, { seed: 'abc' }))
  const meek = told('stv-meek', count('stv-meek', election, { seed: 'abc' }))
  const irv = told('irv', count('irv', election))
  for (const page of [scottish, meek, irv]) for (const title of titles) expect(page).toContain(title)
  if (language === 'en') {
    expect(irv).toContain('Out in round 1')
    expect(scottish).toContain('Chosen in round 1')
    expect(told('score', count('score', points))).toContain('>6</td>')
    expect(told('schulze', count('schulze', election))).toContain('How many others it beats')
    const shares = countShares(budget, { completion: 'none', utility: 'cost' })
    expect(told('equal-shares', shares)).toContain('Its supporters had €13.33 left in all')
  }
})

test('what a result that was kept earlier does not say is left out', () => {
  const { unfunded, ...before } = countGreedy(budget)
  expect(unfunded).toHaveLength(2)
  expect(shown('en', 'greedy', countGreedy(budget))).toContain('Nobody voted for it.')
  expect(shown('en', 'greedy', before)).not.toContain('Nobody voted for it.')
})

test('a person reads what moved, what is kept, what was level and what was missing', () => {
  expect(shown('en', 'stv-meek', count('stv-meek', election, { seed: 'abc' }))).toContain(
    'are elected together',
  )
  const surplus = { ...election, papers: [...election.papers, { weight: 3, positions: [0, 3] }] }
  const scottish = shown('en', 'stv-scottish', count('stv-scottish', surplus, { seed: 'abc' }))
  expect(scottish).toMatch(/Each whole paper passes on 0\.\d{5}\./)
  expect(
    shown('en', 'stv-meek', count('stv-meek', { ...surplus, seats: 3 }, { seats: 3, seed: 'abc' })),
  ).toContain('How much of each paper those already elected keep: Sportello 0.')
  const shares = shown('en', 'equal-shares', countShares(budget, { completion: 'none', utility: 'cost' }))
  expect(shares).toContain('Its supporters had €13.33 left in all: not enough.')
})

test.each(['it', 'en', 'fr', 'ar'])(
  'whoever composes reads of each of the fourteen ways what each choice means and how it is counted, in %s',
  (language) => {
    const page = inLanguage(language, <Templates consultationId="any" />)
    const parts = page.match(/<details[^>]*>.*?<\/details>/gs) ?? []

    expect(parts).toHaveLength(kinds.length)
    expect(page, 'a key without words').not.toContain('polls.')
    kinds.forEach((kind, n) => {
      const choices = kind in answersOf ? answersOf[kind as keyof typeof answersOf].length : 0
      expect(parts[n]?.split('<dd>').length, kind).toBe(choices + 1)
      expect(parts[n]?.match(/<p>[^<]{20}/g)?.length ?? 0, kind).toBe(choices > 0 ? 0 : 1)
      expect(parts[n], kind).toMatch(/<\/strong> [^<]{15}/)
    })
  },
)
