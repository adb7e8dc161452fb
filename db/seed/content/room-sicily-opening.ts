import type { MessageContent } from './shape.ts'

export const openingMessages: MessageContent[] = [
  {
    key: 'message:casa-lavoro-001',
    author: 'person:ferrante',
    language: 'it',
    minute: 35,
    text: 'Buongiorno a tutte e a tutti, la stanza è aperta. Qui parliamo dei bisogni che avete scritto, prima che diventino proposte. Ognuno scrive nella sua lingua.',
  },
  {
    key: 'message:casa-lavoro-002',
    author: 'person:samira',
    language: 'it',
    minute: 37,
    text: 'Sono Samira, modero insieme a Bohdan. Se qualcosa non si capisce, scrivetemi: riassumo in italiano, francese, inglese e arabo.',
  },
  {
    key: 'message:casa-lavoro-003',
    author: 'person:samira',
    language: 'ar',
    minute: 39,
    text: 'مرحبا بالجميع. اكتبوا بالعربية كما تحبون، وسأكتب ملخصا بالإيطالية.',
  },
  {
    key: 'message:casa-lavoro-004',
    author: 'person:lobianco',
    language: 'it',
    minute: 41,
    text: 'Gli incontri sono tre, alle 18.30: prima la casa, poi trasporti e contratti, infine lingua e servizi. Chi non può esserci legge dopo e risponde quando vuole.',
  },
  {
    key: 'message:casa-lavoro-005',
    author: 'person:awa',
    language: 'fr',
    minute: 43,
    text: 'Merci. Six heures et demie, pour nous, c’est juste avant le travail. Je resterai tant que je peux, ensuite Nadia continuera.',
    replyTo: 'message:casa-lavoro-004',
  },
  {
    key: 'message:casa-lavoro-006',
    author: 'person:youssef',
    language: 'ar',
    minute: 45,
    text: 'شكرا. الجمعة والسبت أفضل لعمال البيوت البلاستيكية، لكن سنحاول الحضور.',
    replyTo: 'message:casa-lavoro-004',
  },
  {
    key: 'message:casa-lavoro-007',
    author: 'person:ferrante',
    language: 'it',
    minute: 46,
    text: 'Youssef, ha ragione. Il terzo incontro lo spostiamo di qualche giorno, così cade lontano dalla raccolta.',
    replyTo: 'message:casa-lavoro-006',
  },
]
