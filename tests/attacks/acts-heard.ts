import type { Command } from '#server/command.ts'
import { actsByCapability } from '#server/platform.ts'
import { isRefusal } from '#server/refusal.ts'

export type Heard = {
  act: string
  contract: Command['contract']
  asked: unknown
  /** Whether what was asked had everything the contract wants: only then is it judged who asked. */
  isWhole: boolean
  /** `done`, or how it was refused. */
  outcome: string
}

/** Listens to which commands are asked, with what, and what becomes of it, whatever the page then shows. */
export function hearActs(): { heard: Heard[]; stop: () => void } {
  const heard: Heard[] = []
  const before = [...actsByCapability.values()].map((acts) => [acts, new Map(acts)] as const)
  for (const [capability, acts] of actsByCapability) {
    for (const [name, act] of acts) {
      if (act.kind !== 'command') continue
      const listened = async (...[ground, actor, asked]: Parameters<Command>): Promise<unknown> => {
        const { contract } = act as Command
        const it: Heard = {
          act: `${capability}/${name}`,
          contract,
          asked,
          isWhole: contract.safeParse(asked).success,
          outcome: 'done',
        }
        heard.push(it)
        try {
          return await (act as Command)(ground, actor, asked)
        } catch (thrown) {
          it.outcome = isRefusal(thrown)
            ? `${thrown.kind} ${thrown.reason} ${JSON.stringify(thrown.fields)}`
            : 'defect'
          throw thrown
        }
      }
      acts.set(name, Object.assign(listened, { kind: act.kind, contract: act.contract }))
    }
  }
  return {
    heard,
    stop: () => {
      for (const [acts, kept] of before) for (const [name, act] of kept) acts.set(name, act)
    },
  }
}
