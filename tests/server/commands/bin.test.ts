import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#db/root.ts'
import { burlingtonBlt, electionPath } from '../ballots/counting/elections/elections.ts'

const entry = join(projectRoot(), 'server/commands/tavolo.js')

function typed(...words: string[]): unknown {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...words, '--json'], {
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return JSON.parse(stdout)
}

test('the command that the package installs runs the sources, and ends as it should', () => {
  const asked = spawnSync(process.execPath, [entry, 'nothing'], { encoding: 'utf8' })
  expect([asked.stdout, asked.status]).toEqual(['', 2])
  expect(asked.stderr).toContain('No command "nothing".\n\nUsage:\n  tavolo administrator ')
})

describe('elections of elsewhere, at the terminal', () => {
  let folder = ''
  let burlington = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-bin-'))
    burlington = join(folder, 'burlington.blt')
    writeFileSync(burlington, burlingtonBlt())
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([
    ['irv', 'Kiss'],
    ['schulze', 'Montroll'],
    ['plurality', 'Wright'],
  ])('Burlington 2009 by %s: %s', (method, winner) => {
    expect(typed('count', burlington, '--method', method)).toMatchObject({ method, winners: [winner] })
  })

  test('Debian 2020: the whole order', () => {
    expect(typed('count', electionPath('debian-leader-2020.tally.txt'), '--method', 'schulze')).toMatchObject(
      {
        winners: ['Jonathan Carter'],
        order: [['Jonathan Carter'], ['Sruthi Chandran'], ['Brian Gupta'], ['None Of The Above']],
      },
    )
  })

  test('Assen 2024: the official nine', () => {
    expect(typed('shares', electionPath('assen-2024.pb'))).toMatchObject({
      funded: ['3', '9', '2', '11', '13', '14', '5', '6', '12'],
      spent: 76_700,
    })
  })
})
