import type { PersonContent } from './shape.ts'

export const officials: PersonContent[] = [
  {
    key: 'person:ferrante',
    name: 'Giulia Ferrante',
    email: 'giulia.ferrante@esempio.test',
    language: 'it',
    persona: 'table-chair',
  },
  { key: 'person:lobianco', name: 'Salvo Lo Bianco', email: 'salvo.lobianco@esempio.test', language: 'it' },
  {
    key: 'person:alaimo',
    name: 'Marta Alaimo',
    email: 'marta.alaimo@esempio.test',
    language: 'it',
    persona: 'regional-official',
    officialOf: ['19'],
  },
  {
    key: 'person:monteleone',
    name: 'Chiara Monteleone',
    email: 'chiara.monteleone@esempio.test',
    language: 'it',
    persona: 'coordinator',
    coordinator: true,
  },
  {
    key: 'person:desantis',
    name: 'Nicola De Santis',
    email: 'nicola.desantis@esempio.test',
    language: 'it',
    officialOf: ['16'],
  },
  { key: 'person:ruggiero', name: 'Ilaria Ruggiero', email: 'ilaria.ruggiero@esempio.test', language: 'it' },
  {
    key: 'person:improta',
    name: 'Rosa Improta',
    email: 'rosa.improta@esempio.test',
    language: 'it',
    officialOf: ['15'],
  },
  { key: 'person:scala', name: 'Gennaro Scala', email: 'gennaro.scala@esempio.test', language: 'it' },
  {
    key: 'person:lagana',
    name: 'Domenico Laganà',
    email: 'domenico.lagana@esempio.test',
    language: 'it',
    officialOf: ['18'],
  },
  { key: 'person:morabito', name: 'Elisa Morabito', email: 'elisa.morabito@esempio.test', language: 'it' },
  {
    key: 'person:lovallo',
    name: 'Teresa Lovallo',
    email: 'teresa.lovallo@esempio.test',
    language: 'it',
    officialOf: ['17'],
  },
  {
    key: 'person:santarsiero',
    name: 'Rocco Santarsiero',
    email: 'rocco.santarsiero@esempio.test',
    language: 'it',
  },
]

export const mediators: PersonContent[] = [
  {
    key: 'person:samira',
    name: 'Samira Haddad',
    email: 'samira.haddad@esempio.test',
    language: 'ar',
    persona: 'mediator',
  },
  { key: 'person:bohdan', name: 'Bohdan Melnyk', email: 'bohdan.melnyk@esempio.test', language: 'uk' },
]

export const representatives: PersonContent[] = [
  {
    key: 'person:awa',
    name: 'Awa Diarra',
    email: 'awa.diarra@esempio.test',
    language: 'fr',
    persona: 'association-president',
  },
  { key: 'person:nadia', name: 'Nadia Bensaid', email: 'nadia.bensaid@esempio.test', language: 'ar' },
  { key: 'person:youssef', name: 'Youssef Mansouri', email: 'youssef.mansouri@esempio.test', language: 'ar' },
  {
    key: 'person:lamin',
    name: 'Lamin Ceesay',
    email: 'lamin.ceesay@esempio.test',
    language: 'en',
    persona: 'other-association-member',
  },
  { key: 'person:rehana', name: 'Rehana Sultana', email: 'rehana.sultana@esempio.test', language: 'bn' },
  { key: 'person:tariq', name: 'Tariq Hossain', email: 'tariq.hossain@esempio.test', language: 'bn' },
  { key: 'person:grace', name: 'Grace Amoah', email: 'grace.amoah@esempio.test', language: 'en' },
  { key: 'person:mateo', name: 'Mateo Quispe', email: 'mateo.quispe@esempio.test', language: 'es' },
  {
    key: 'person:cusumano',
    name: 'Paola Cusumano',
    email: 'paola.cusumano@esempio.test',
    language: 'it',
    persona: 'social-worker',
  },
  { key: 'person:randazzo', name: 'Fabio Randazzo', email: 'fabio.randazzo@esempio.test', language: 'it' },
  { key: 'person:criscione', name: 'Enza Criscione', email: 'enza.criscione@esempio.test', language: 'it' },
  { key: 'person:petrosino', name: 'Lucia Petrosino', email: 'lucia.petrosino@esempio.test', language: 'it' },
  { key: 'person:schirinzi', name: 'Marco Schirinzi', email: 'marco.schirinzi@esempio.test', language: 'it' },
  { key: 'person:blessing', name: 'Blessing Okafor', email: 'blessing.okafor@esempio.test', language: 'en' },
  { key: 'person:oksana', name: 'Oksana Kovalchuk', email: 'oksana.kovalchuk@esempio.test', language: 'uk' },
  { key: 'person:iryna', name: 'Iryna Bondar', email: 'iryna.bondar@esempio.test', language: 'uk' },
  { key: 'person:elena', name: 'Elena Munteanu', email: 'elena.munteanu@esempio.test', language: 'ro' },
  { key: 'person:viorica', name: 'Viorica Rusu', email: 'viorica.rusu@esempio.test', language: 'ro' },
  { key: 'person:moussa', name: 'Moussa Traoré', email: 'moussa.traore@esempio.test', language: 'fr' },
  { key: 'person:nucera', name: 'Caterina Nucera', email: 'caterina.nucera@esempio.test', language: 'it' },
  { key: 'person:capuano', name: 'Luisa Capuano', email: 'luisa.capuano@esempio.test', language: 'it' },
  { key: 'person:safiya', name: 'Safiya Warsame', email: 'safiya.warsame@esempio.test', language: 'en' },
  { key: 'person:lenti', name: 'Dario Lenti', email: 'dario.lenti@esempio.test', language: 'it' },
]

/** People who speak for themselves: some are members of an association, none represents it. */
export const individuals: PersonContent[] = [
  {
    key: 'person:galli',
    name: 'Pietro Galli',
    email: 'pietro.galli@esempio.test',
    language: 'it',
    persona: 'reader',
  },
  { key: 'person:kwame', name: 'Kwame Mensah', email: 'kwame.mensah@esempio.test', language: 'en' },
  { key: 'person:ahmed', name: 'Ahmed Elsayed', email: 'ahmed.elsayed@esempio.test', language: 'ar' },
  { key: 'person:carmela', name: 'Carmela Puglisi', email: 'carmela.puglisi@esempio.test', language: 'it' },
  { key: 'person:fatou', name: 'Fatou Ndiaye', email: 'fatou.ndiaye@esempio.test', language: 'fr' },
  { key: 'person:rafiq', name: 'Rafiq Miah', email: 'rafiq.miah@esempio.test', language: 'bn' },
  {
    key: 'person:antonio',
    name: 'Antonio Sferrazza',
    email: 'antonio.sferrazza@esempio.test',
    language: 'it',
  },
]

export const people: PersonContent[] = [...officials, ...mediators, ...representatives, ...individuals]
