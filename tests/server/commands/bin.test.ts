import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#db/root.ts'

test('the command that the package installs runs the sources, and ends as it should', () => {
  const entry = join(projectRoot(), 'server/commands/tavolo.js')
  const asked = spawnSync(process.execPath, [entry, 'nothing'], { encoding: 'utf8' })
  expect([asked.stdout, asked.status]).toEqual(['', 2])
  expect(asked.stderr).toContain('No command "nothing".\n\nUsage:\n  tavolo opinions ')
})
