import { schoolMessages } from './room-campania-school.ts'
import { openingMessages } from './room-sicily-opening.ts'
import { lodgingMessages } from './room-sicily-lodging.ts'
import { rentMessages } from './room-sicily-rent.ts'
import { waterMessages } from './room-sicily-water.ts'
import { busMessages } from './room-sicily-bus.ts'
import { daysMessages } from './room-sicily-days.ts'
import { labelMessages } from './room-sicily-label.ts'
import { languageMessages } from './room-sicily-language.ts'
import { draftsMessages } from './room-sicily-drafts.ts'
import type { RoomContent } from './shape.ts'

export const rooms: RoomContent[] = [
  {
    key: 'room:casa-lavoro',
    consultation: 'consultation:casa-lavoro',
    openedDay: -104,
    messages: [
      ...openingMessages,
      ...lodgingMessages,
      ...rentMessages,
      ...waterMessages,
      ...busMessages,
      ...daysMessages,
      ...labelMessages,
      ...languageMessages,
      ...draftsMessages,
    ],
  },
  {
    key: 'room:scuola-di-tutti',
    consultation: 'consultation:scuola-di-tutti',
    openedDay: -27,
    messages: schoolMessages,
  },
]
