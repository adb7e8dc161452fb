import { expect, onTestFinished, test, vi } from 'vitest'
import { chanceFrom } from '#tests/faults/chance.ts'
import { openLine } from '#tests/faults/place/line.ts'
import { asked } from './scratch.ts'

const url = process.env['TEST_DATABASE_URL']

test.skipIf(!url)(
  'a server that dies during an errand refuses the errand, and ends nothing else',
  async () => {
    const direct = new URL(url ?? '')
    const line = await openLine(
      () => [{ host: direct.hostname, port: Number(direct.port || 5432) }],
      chanceFrom(1),
    )
    onTestFinished(() => line.close())
    const through = new URL(direct)
    through.host = `127.0.0.1:${line.port}`
    const underWay = vi.fn()
    const errand = asked(through.href, (client) => {
      underWay()
      return client.query('select pg_sleep(20)')
    })
    const refused = expect(errand).rejects.toThrow(/terminat|ECONNRESET/)
    await vi.waitFor(() => expect(underWay).toHaveBeenCalled())
    line.cut()
    await refused
  },
)
