import type { ConsultationKey, Day, PersonKey, SeatKey } from './shape.ts'

export type PollContent = {
  key: string
  consultation: ConsultationKey
  by: PersonKey
  /** Who confirmed what it promises; left out while it waits. */
  confirmedBy?: PersonKey
  kind: 'schulze' | 'equal-shares' | 'approval' | 'consent'
  tier: 'open' | 'confidential'
  title: string
  text: string
  options: { title: string; cost?: number }[]
  /** Proposals that are options too, after the others. */
  proposals?: string[]
  budget?: number
  opensDay: Day
  closesDay: Day
  seatVotes: { seat: SeatKey; by: PersonKey; ranks?: (number | '')[]; chosen?: number[]; reason?: string }[]
  personVotes: { person: PersonKey; chosen: number[]; reason?: string }[]
}

const casaLavoro = 'consultation:casa-lavoro'

export const polls: PollContent[] = [
  {
    key: 'poll:prime-proposte',
    consultation: casaLavoro,
    by: 'person:ferrante',
    confirmedBy: 'person:lobianco',
    kind: 'approval',
    tier: 'open',
    title: 'Quali proposte portiamo per prime all’assessorato?',
    text: 'All’incontro c’è tempo per due proposte. Ogni posto segna quelle da portare subito.',
    options: [],
    proposals: ['proposal:alloggi-stagione', 'proposal:autobus-turni', 'proposal:busta-paga-chiara'],
    opensDay: -42,
    closesDay: -30,
    seatVotes: [
      { seat: 'seat:sicilia-donne', by: 'person:awa', chosen: [0, 1] },
      {
        seat: 'seat:sicilia-campi',
        by: 'person:youssef',
        chosen: [0, 2],
        reason: 'La stagione comincia a marzo: gli alloggi non possono aspettare.',
      },
      { seat: 'seat:sicilia-ninfea', by: 'person:rehana', chosen: [1] },
      { seat: 'seat:sicilia-stretto', by: 'person:grace', chosen: [0, 1] },
      { seat: 'seat:sicilia-distretto', by: 'person:cusumano', chosen: [0] },
    ],
    personVotes: [],
  },
  {
    key: 'poll:primo-sportello',
    consultation: casaLavoro,
    by: 'person:ferrante',
    confirmedBy: 'person:lobianco',
    kind: 'schulze',
    tier: 'open',
    title: 'Dove si ferma per primo lo sportello mobile?',
    text: 'Il furgone è uno solo. Nel primo mese fa una fermata fissa, poi ne aggiunge una al mese.',
    options: [
      { title: 'Vittoria, mercato' },
      { title: 'Palermo, Ballarò' },
      { title: 'Trapani, stazione' },
      { title: 'Catania, Librino' },
    ],
    opensDay: -24,
    closesDay: -14,
    seatVotes: [
      { seat: 'seat:sicilia-donne', by: 'person:awa', ranks: [2, 1, '', 3] },
      {
        seat: 'seat:sicilia-campi',
        by: 'person:youssef',
        ranks: [1, 3, 2, 3],
        reason: 'Nelle serre si lavora fino a sera: il furgone deve fermarsi dove la gente torna.',
      },
      { seat: 'seat:sicilia-ninfea', by: 'person:rehana', ranks: [1, 2, 4, 3] },
      { seat: 'seat:sicilia-stretto', by: 'person:grace', ranks: [2, 3, '', 1] },
      { seat: 'seat:sicilia-distretto', by: 'person:cusumano', ranks: [1, 2, 3, ''] },
      { seat: 'seat:sicilia-lega', by: 'person:moussa', ranks: ['', 1, '', 2] },
    ],
    personVotes: [],
  },
  {
    key: 'poll:scuola-sera',
    consultation: casaLavoro,
    by: 'person:ferrante',
    confirmedBy: 'person:lobianco',
    kind: 'equal-shares',
    tier: 'open',
    title: 'Come usiamo 40.000 euro per imparare l’italiano la sera?',
    text: 'I progetti li hanno scritti le associazioni. Ogni posto segna tutti quelli che sostiene.',
    options: [
      { title: 'Corso serale a Palermo, con spazio per i bambini', cost: 14_000 },
      { title: 'Corso nelle aziende agricole di Vittoria', cost: 12_000 },
      { title: 'Gruppi di conversazione nelle biblioteche', cost: 5_000 },
      { title: 'Aula con computer a Trapani', cost: 18_000 },
      { title: 'Corso per la patente', cost: 8_000 },
    ],
    budget: 40_000,
    opensDay: -22,
    closesDay: -12,
    seatVotes: [
      { seat: 'seat:sicilia-donne', by: 'person:awa', chosen: [0, 2] },
      { seat: 'seat:sicilia-campi', by: 'person:youssef', chosen: [1, 4] },
      { seat: 'seat:sicilia-ninfea', by: 'person:rehana', chosen: [0, 2, 3] },
      { seat: 'seat:sicilia-stretto', by: 'person:grace', chosen: [2, 4] },
      { seat: 'seat:sicilia-distretto', by: 'person:cusumano', chosen: [0, 1, 2] },
      { seat: 'seat:sicilia-lega', by: 'person:moussa', chosen: [1, 2, 4] },
    ],
    personVotes: [],
  },
  {
    key: 'poll:orari',
    consultation: casaLavoro,
    by: 'person:ferrante',
    confirmedBy: 'person:lobianco',
    kind: 'approval',
    tier: 'confidential',
    title: 'In quali ore ti serve lo sportello?',
    text: 'Segna tutte le ore in cui potresti venire.',
    options: [
      { title: 'La mattina' },
      { title: 'La pausa pranzo' },
      { title: 'La sera' },
      { title: 'Il sabato' },
    ],
    opensDay: -3,
    closesDay: 9,
    seatVotes: [],
    personVotes: [
      { person: 'person:nadia', chosen: [2, 3] },
      { person: 'person:youssef', chosen: [2] },
      { person: 'person:rehana', chosen: [0, 3] },
      { person: 'person:tariq', chosen: [2, 3] },
      { person: 'person:grace', chosen: [1] },
      { person: 'person:mateo', chosen: [3] },
      { person: 'person:carmela', chosen: [0] },
    ],
  },
  {
    key: 'poll:calendario',
    consultation: casaLavoro,
    by: 'person:lobianco',
    kind: 'consent',
    tier: 'open',
    title: 'Il tavolo si riunisce il primo giovedì del mese, alle 18?',
    text: 'Oggi la data cambia ogni volta, e chi lavora a turni la sa tardi.',
    options: [],
    opensDay: 4,
    closesDay: 14,
    seatVotes: [],
    personVotes: [],
  },
]
