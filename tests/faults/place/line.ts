import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Chance } from '../chance.ts'

/** What is wrong with a line. All at once is allowed. */
export type Trouble = {
  /** Milliseconds each way, and up to how many more or fewer. */
  latency?: { milliseconds: number; jitter: number }
  /** Bytes a second, shared by everything that goes through, as on one phone. */
  rate?: number
  /** The most bytes that go in one piece. */
  slice?: number
  /** Nothing passes and nothing is lost: it comes when the line is back, as the network would send it again. */
  blackhole?: boolean
  /** Closing on one side is not told to the other: a phone that went out of reach. */
  halfOpen?: boolean
  /** The share of answers after which, instead of the answer, comes the end of the connection. */
  cutAnswers?: number
}

export type Target = { host: string; port: number }

export type FaultyLine = {
  port: number
  url: string
  trouble(trouble: Trouble): void
  /** Ends every connection at once, without a goodbye. */
  cut(): number
  connections(): number
  close(): Promise<void>
}

/** A TCP proxy of our own. `targets` says where to go, best first; whoever refuses is passed over. */
export async function openLine(targets: () => Target[], chance: Chance): Promise<FaultyLine> {
  const pairs = new Set<Socket[]>()
  let trouble: Trouble = {}
  const turns = new Set<() => void>()
  const budget = { freeAt: 0 }

  const server = createServer({ allowHalfOpen: false, noDelay: true }, (near) => {
    near.on('error', () => {})
    reach(targets(), (far) => {
      if (!far || near.destroyed) {
        near.destroy()
        far?.destroy()
        return
      }
      const pair = [near, far]
      pairs.add(pair)
      for (const [from, to, isAnswer] of [
        [near, far, false],
        [far, near, true],
      ] as const) {
        carry(from, to, isAnswer)
        from.once('close', () => pairs.delete(pair))
      }
    })
  })

  function carry(from: Socket, to: Socket, isAnswer: boolean): void {
    let last = 0
    const turn = () => void (trouble.blackhole ? from.pause() : from.resume())
    turns.add(turn)
    turn()
    from.once('close', () => {
      turns.delete(turn)
      // What is still on its way comes before the end.
      if (!trouble.halfOpen) setTimeout(() => to.destroySoon(), Math.max(0, last - performance.now()))
    })
    from.on('data', (bytes) => {
      if (isAnswer && trouble.cutAnswers !== undefined && chance.happens(trouble.cutAnswers)) {
        from.resetAndDestroy()
        to.resetAndDestroy()
        return
      }
      const { latency, rate, slice } = trouble
      if (!latency && !rate && !slice && last <= performance.now()) {
        to.write(bytes)
        return
      }
      for (const piece of sliced(bytes, slice)) {
        const wait = latency ? latency.milliseconds + (chance.next() * 2 - 1) * latency.jitter : 0
        if (rate) budget.freeAt = Math.max(budget.freeAt, performance.now()) + (piece.length * 1000) / rate
        // In order, however much later a piece before it was allowed to go.
        last = Math.max(last, performance.now() + wait, rate ? budget.freeAt + wait : 0)
        setTimeout(() => to.write(piece), last - performance.now())
      }
    })
  }

  await listening(server)
  const { port } = server.address() as AddressInfo
  const cut = () => {
    const count = pairs.size
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    return count
  }
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    trouble: (now) => {
      trouble = now
      for (const turn of turns) turn()
    },
    cut,
    connections: () => pairs.size,
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The first of these that answers. */
function reach(targets: Target[], reached: (far: Socket | undefined) => void): void {
  const [target, ...others] = targets
  if (!target) return reached(undefined)
  const far = connect({ ...target, noDelay: true })
  const refused = () => reach(others, reached)
  far.once('error', refused)
  far.once('connect', () => {
    far.off('error', refused)
    far.on('error', () => {})
    reached(far)
  })
}

function sliced(bytes: Buffer, size: number | undefined): Buffer[] {
  if (!size) return [bytes]
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
}

async function listening(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}
