import { expect } from '@playwright/test'
import { type Cast, enterByMail } from './cast.ts'
import { choose, fill, send } from './forms.ts'

/** 1. In with a code that came by mail; one sees one's devices, and signs out of another one. */
export async function enterAndLookAfterDevices(cast: Cast): Promise<void> {
  const { newcomer } = cast
  const email = cast.emailOf('presidente')
  await newcomer.goto('/sign-in')
  await enterByMail(cast, newcomer, email)
  await fill(newcomer, { name: 'Hawa Sesay' })
  await send(newcomer)
  const lost = await cast.stranger(cast.second)
  await lost.goto('/sign-in')
  await enterByMail(cast, lost, email)
  await newcomer.goto('/me/devices')
  await expect(newcomer.locator('main li')).toHaveCount(2)
  await expect(newcomer.locator('main li .badge')).toHaveCount(1)
  await newcomer.locator('main li:not(:has(.badge))').locator('button[name="sessionId"]').click()
  await expect(newcomer.locator('main li')).toHaveCount(1)
  await lost.goto('/me/devices')
  await expect(lost).toHaveURL(/\/sign-in/)
  await lost.context().close()
  await newcomer.goto('/me/notifications')
  await choose(newcomer, 'rhythm', 'at-once')
  await newcomer.locator('form[action="/me/notifications/rhythm"] button').click()
}
