import { expect, type Page } from '@playwright/test'
import { type Cast, enterByMail } from './cast.ts'
import { choose, day, fill, idIn, idOnceAt, press, send } from './forms.ts'

/** 2. An association is registered, turned down with a reason, registered again and verified. */
export async function registerAndBeVerified(cast: Cast): Promise<string> {
  const { newcomer, official, association } = cast
  const rejected = await register(newcomer, association)
  await expect(newcomer.locator('main')).toContainText('Da verificare')
  await official.goto('/organisations/to-verify')
  await official.locator(`main a[href="/organisations/${rejected}"]`).first().click()
  await official.locator(`main a[href="/organisations/${rejected}/rejection"]`).click()
  await fill(official, { reason: 'Manca lo statuto: mandatelo e registratevi di nuovo.' })
  await send(official)
  await official.waitForURL(/done=rejected/)
  await newcomer.reload()
  await expect(newcomer.locator('main .notice', { hasText: 'Manca lo statuto' })).toBeVisible()

  const organisation = await register(newcomer, association)
  expect(organisation).not.toBe(rejected)
  await official.goto(`/organisations/${organisation}`)
  await press(official, `/organisations/${organisation}/verification`)
  await official.waitForURL(/done=verified/)
  await newcomer.reload()
  await expect(newcomer.locator('main .badge', { hasText: 'Verificata' })).toBeVisible()
  return organisation
}

async function register(page: Page, name: string): Promise<string> {
  await page.goto('/organisations/new')
  await fill(page, { name })
  await page
    .locator('main select[name="kind"]')
    .or(page.locator('main input[name="kind"][value="association"]'))
    .first()
    .waitFor()
  const kind = page.locator('main select[name="kind"]')
  if (await kind.count()) await kind.selectOption('association')
  else await choose(page, 'kind', 'association')
  await page
    .locator('main select[name="territoryCode"], main select[name="regionCode"]')
    .first()
    .selectOption('19')
  await send(page)
  return idOnceAt(page, 'organisations')
}

/** Invited by mail: the link is followed by who has no account yet, and by nobody else. */
export async function joinByInvitation(
  cast: Cast,
  organisation: string,
  who: { mailbox: string; name: string },
) {
  const { newcomer } = cast
  const email = cast.emailOf(who.mailbox)
  await newcomer.goto(`/organisations/${organisation}/invitations`)
  await fill(newcomer, { email })
  await choose(newcomer, 'role', 'member')
  await send(newcomer)
  await newcomer.waitForURL(/done=invited/)
  const link = /\/invitations\/\S+/.exec(await cast.mailTo(email, cast.association))?.[0] ?? ''
  const invited = await cast.stranger(cast.second)
  await invited.goto(link)
  await invited.locator('main a[href^="/sign-in"]').click()
  await enterByMail(cast, invited, email)
  await fill(invited, { name: who.name })
  await send(invited)
  await invited.goto(link)
  await send(invited)
  await invited.waitForURL(/done=joined/)
  await expect(invited.locator('main')).toContainText(who.name)
  return invited
}

/**
 * The chair gives the association a seat with a vote, by an act with its number and date: one whose term is over, which
 * Musa Bah held, and one of today with a holder and an alternate.
 */
export async function giveSeats(cast: Cast, organisation: string): Promise<string> {
  const { chair } = cast
  await chair.goto('/tables')
  await chair.locator('main a[href^="/tables/"]', { hasText: 'Sicilia' }).first().click()
  const table = idIn(chair, 'tables')
  await appoint(chair, table, organisation, {
    act: { actNumber: 'DDG 700', actDate: day(-31), startsOn: day(-30), endsOn: day(-1) },
    holder: 'Musa Bah',
  })
  await appoint(chair, table, organisation, {
    act: { actNumber: 'DDG 901', actDate: day(-1), startsOn: day(0) },
    holder: 'Hawa Sesay',
    alternate: 'Ida Kamara',
  })
  await expectSitting(cast, table, day(0), ['Hawa Sesay', 'Ida Kamara', 'DDG 901'], ['Musa Bah', 'DDG 700'])
  await expectSitting(cast, table, day(-1), ['Musa Bah', 'DDG 700'], ['Hawa Sesay', 'Ida Kamara'])
  await expectSitting(cast, table, day(-31), [], ['Musa Bah', 'Hawa Sesay'])
  return table
}

async function appoint(
  chair: Page,
  table: string,
  organisation: string,
  seat: { act: Record<string, string>; holder: string; alternate?: string },
): Promise<void> {
  await chair.goto(`/tables/${table}/seats/new`)
  await fill(chair, { organisationId: organisation })
  await send(chair)
  await choose(chair, 'kind', 'voting')
  await fill(chair, seat.act)
  await chair.locator('select[name="holderId"]').selectOption({ label: seat.holder })
  if (seat.alternate)
    await chair.locator('select[name="alternateId"]').selectOption({ label: seat.alternate })
  await send(chair)
  await chair.waitForURL(/done=seated/)
}

/** Who represented whom on a day: asked by the table's own page, as anybody may. */
async function expectSitting(
  { chair }: Cast,
  table: string,
  on: string,
  there: string[],
  notThere: string[],
) {
  await chair.goto(`/tables/${table}`)
  await chair.locator('main form [name="on"]').fill(on)
  await chair.locator('main form:has([name="on"]) button').click()
  await chair.waitForURL(new RegExp(`on=${on}`))
  const seats = chair.locator('main .seat-list')
  for (const each of there) await expect(seats).toContainText(each)
  for (const each of notThere) await expect(seats).not.toContainText(each)
}
