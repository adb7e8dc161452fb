/** What is being typed, by survey; what waits to be sent, by its own id. Both live on this phone alone. */
export type Typed = { surveyId: string; clientId: string; fields: Record<string, string | string[]> }
export type Waiting = Typed & {
  language: string
  as: { by: string; seatId?: string; code?: string }
  /** Set once the server said no: it is mended before it is sent again. */
  refusal?: Refusal
}
export type Refusal = {
  reason: string
  fields: Record<string, { reason: string; values?: Record<string, string | number> }>
}

type Stores = { typed: Typed; waiting: Waiting }
const keys = { typed: 'surveyId', waiting: 'clientId' } as const

export function find<Name extends keyof Stores>(name: Name, key: string): Promise<Stores[Name] | undefined> {
  return within(name, 'readonly', (store) => store.get(key) as IDBRequest<Stores[Name] | undefined>)
}

export function listWaiting(): Promise<Waiting[]> {
  return within('waiting', 'readonly', (store) => store.getAll() as IDBRequest<Waiting[]>)
}

export function keep<Name extends keyof Stores>(name: Name, value: Stores[Name]): Promise<IDBValidKey> {
  return within(name, 'readwrite', (store) => store.put(value))
}

export function drop(name: keyof Stores, key: string): Promise<undefined> {
  return within(name, 'readwrite', (store) => store.delete(key))
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open('surveys', 1)
  asked.addEventListener('upgradeneeded', () => {
    for (const name of ['typed', 'waiting'] as const)
      asked.result.createObjectStore(name, { keyPath: keys[name] })
  })
  return answerOf(asked)
}

async function within<Answer>(
  name: keyof Stores,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const transaction = (await (opened ??= open())).transaction(name, mode)
  const answer = await answerOf(run(transaction.objectStore(name)))
  // Kept is what is on the disk, not what was asked to be.
  if (mode === 'readwrite')
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('error', () => reject(new Error('not kept')))
    })
  return answer
}

function answerOf<Answer>(asked: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('not kept')))
  })
}
