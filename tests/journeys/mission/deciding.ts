import { expect, type Locator, type Page } from '@playwright/test'
import type { Cast } from './cast.ts'
import { choose, confirm, fill, hour, idOnceAt, press, send, write } from './forms.ts'

/** 7. The chair makes a proposal from the needs, and a second version of it whose differences are shown. */
export async function propose(cast: Cast, consultation: string, needs: string[]): Promise<string> {
  const { chair, newcomer } = cast
  await chair.goto(`/proposals/new?consultation=${consultation}`)
  for (const need of needs) await choose(chair, 'need', need)
  await chair.locator('main button[name="step"][value="write"]').click()
  await fill(chair, {
    title: 'Un punto d’acqua in ogni campo con più di venti persone',
    ask: 'Cisterne o allacci prima del primo giugno, pagati dal fondo per il lavoro agricolo.',
    addressee: 'Regione, Direzione Lavoro',
  })
  await write(chair, 'Chi raccoglie deve poter bere senza lasciare il campo.')
  await send(chair)
  const proposal = await idOnceAt(chair, 'proposals')
  await chair.goto(`/proposals/${proposal}/edit`)
  await fill(chair, {
    ask: 'Cisterne o allacci prima del primo maggio, pagati dal fondo per il lavoro agricolo.',
    note: 'Un mese prima',
  })
  await send(chair)
  await chair.waitForURL(/done=revised/)
  await chair.goto(`/proposals/${proposal}/versions`)
  await expect(chair.locator('main del').first()).toContainText('giugno')
  await expect(chair.locator('main ins').first()).toContainText('maggio')
  await expect(chair.locator('main')).toContainText('Un mese prima')
  await chair.goto(`/proposals/${proposal}`)
  await press(chair, `/proposals/${proposal}/publication`)
  await chair.waitForURL(/done=published/)
  // From each need to the proposal, and from the proposal to each need.
  for (const need of needs) {
    await newcomer.goto(`/needs/${need}`)
    await newcomer.locator(`main a[href^="/proposals/${proposal}"]`).first().click()
    await expect(
      newcomer.locator(`section[aria-labelledby="sources"] a[href="/needs/${need}"]`),
    ).toBeVisible()
  }
  return proposal
}

/** What a ballot's page, and the brief after it, say: in favour, against, abstained. */
export type Counted = { seats: number[]; persons: number[]; roll: number }

/**
 * 8. Seats and persons vote, and are counted apart: the alternate votes for the seat until the holder does, votes are changed
 * before the close, and whose mandate is over votes for no seat.
 */
export async function voteAndCount(
  cast: Cast,
  proposal: string,
  { ida, musa }: Record<'ida' | 'musa', Page>,
) {
  const { chair, newcomer, other } = cast
  const ballot = await openBallot(chair, proposal)
  const lanterne = await vote(ida, ballot, 'seat', 'against')
  await expect(lanterne).toContainText('Ida Kamara')
  await expect(lanterne).toContainText('Se vota chi è titolare, vale il suo voto.')
  await vote(newcomer, ballot, 'seat', 'against')
  const changed = await vote(newcomer, ballot, 'seat', 'for')
  await expect(changed).toContainText('Hawa Sesay')
  await vote(other, ballot, 'seat', 'abstain')
  await vote(newcomer, ballot, 'person', 'for')
  await vote(ida, ballot, 'person', 'for')
  await vote(other, ballot, 'person', 'against')
  await vote(musa, ballot, 'person', 'against')

  // The seat has its holder's vote, and the alternate's button does not take it away.
  const seat = voting(ida, 'seat')
  await expect(ida.locator('section.vote', { has: seat })).toContainText('Hawa Sesay')
  const form = { unit: 'seat', choice: 'against', seatId: await valueOf(seat, 'seatId') }
  await seat.locator('button[value="against"]').click()
  await expect(ida.locator('main .error-summary, main .notice').first()).toContainText('titolare')

  // Musa's page has no vote for a seat; and where a page of before is still open, its button does nothing.
  await expect(voting(musa, 'person')).toHaveCount(1)
  await expect(voting(musa, 'seat')).toHaveCount(0)
  const late = await musa.request.post(`/ballots/${ballot}/vote`, { form, headers: { Origin: origin(musa) } })
  expect(late.status()).toBe(403)

  await chair.goto(`/ballots/${ballot}`)
  await confirm(chair, `/ballots/${ballot}/closing`)
  await chair.waitForURL(/done=closed/)
  await newcomer.goto(`/ballots/${ballot}`)
  await expect(newcomer.locator('main')).toContainText('Le Lanterne')
  await expect(newcomer.locator('form:has(input[name="unit"])')).toHaveCount(0)
  const counted = await countedOn(newcomer)
  expect(counted).toMatchObject({ seats: [1, 0, 1], persons: [2, 2, 0] })
  return { ballot, counted }
}

async function openBallot(chair: Page, proposal: string): Promise<string> {
  await chair.goto(`/proposals/${proposal}/ballots/new`)
  await fill(chair, { quorum: '1' })
  await choose(chair, 'majority', 'simple')
  await fill(chair, { opensAt: hour(3), closesAt: hour(24 * 60) })
  await send(chair)
  const ballot = await idOnceAt(chair, 'ballots')
  await confirm(chair, `/ballots/${ballot}/opening`)
  await chair.waitForURL(/done=opened/)
  return ballot
}

/** Votes, and answers the part of the page that says what stands. */
async function vote(page: Page, ballot: string, unit: 'seat' | 'person', choice: string): Promise<Locator> {
  await page.goto(`/ballots/${ballot}`)
  await voting(page, unit).locator(`button[value="${choice}"]`).click()
  await page.waitForURL(/done=voted/)
  const chosen = voting(page, unit).locator(`button[value="${choice}"]`)
  await expect(chosen).toHaveAttribute('aria-pressed', 'true')
  return page.locator('section.vote', { has: voting(page, unit) })
}

function voting(page: Page, unit: 'seat' | 'person'): Locator {
  return page.locator(`form:has(input[name="unit"][value="${unit}"])`)
}

async function valueOf(form: Locator, name: string): Promise<string> {
  return form.locator(`input[name="${name}"]`).first().inputValue()
}

function origin(page: Page): string {
  return new URL(page.url()).origin
}

async function countedOn(page: Page): Promise<Counted> {
  const numbers = async (nth: number) => {
    const shown = await page
      .locator('section[aria-labelledby="result"] figure')
      .nth(nth)
      .locator('.bar-value')
      .allInnerTexts()
    return shown.map(Number)
  }
  const turnout = await page.locator('section[aria-labelledby="result"] h3 + p').first().innerText()
  const [, roll = 0] = (turnout.match(/\d+/g) ?? []).map(Number)
  return { seats: await numbers(0), persons: await numbers(1), roll }
}
