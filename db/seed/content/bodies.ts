import type { OrganisationContent } from './shape.ts'

/** The offices that answer: each speaks for its region, and was registered when the first table was founded. */
const answering = [
  {
    key: 'org:lavoro-casa',
    name: 'Regione, Direzione Lavoro, Casa e Inclusione',
    territory: '19',
    representatives: ['person:alaimo'],
  },
  {
    key: 'org:salute-comunita',
    name: 'Regione, Dipartimento Salute di comunità',
    territory: '16',
    representatives: ['person:desantis'],
  },
  {
    key: 'org:scuola-famiglie',
    name: 'Regione, Ufficio Scuola e Famiglie',
    territory: '15',
    representatives: ['person:improta'],
  },
  {
    key: 'org:lavoro-tutele',
    name: 'Regione, Settore Lavoro e Tutele',
    territory: '18',
    representatives: ['person:lagana'],
  },
  {
    key: 'org:servizi-cittadino',
    name: 'Regione, Ufficio Servizi al cittadino',
    territory: '17',
    representatives: ['person:lovallo'],
  },
  {
    key: 'org:cinque-regioni',
    name: 'Le cinque Regioni, uffici Lavoro e Formazione',
    territory: '19',
    representatives: ['person:alaimo', 'person:desantis'],
  },
] as const

export const bodies: OrganisationContent[] = answering.map((body) => ({
  ...body,
  kind: 'public-body',
  languages: ['it'],
  communities: [],
  representatives: [...body.representatives],
  members: [],
  registeredDay: -564,
  verification: { state: 'verified', by: 'person:monteleone', day: -562 },
}))
