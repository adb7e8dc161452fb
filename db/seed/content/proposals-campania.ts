import type { ProposalContent } from './shape.ts'

export const campaniaProposals: ProposalContent[] = [
  {
    key: 'proposal:classe-due-settimane',
    consultation: 'consultation:scuola-di-tutti',
    state: 'published',
    author: 'person:improta',
    title: 'Un posto in classe entro due settimane',
    ask: 'Un elenco dei posti aggiornato ogni mese e un solo numero da chiamare per ogni provincia; otto settimane di italiano al mattino dentro la scuola; interpreti nei giorni dei colloqui; una squadra provinciale per capire i bambini che non parlano.',
    addressee: 'Regione, Ufficio Scuola e Famiglie',
    sources: [
      'need:iscrizione-febbraio',
      'need:alfabeto',
      'need:doppia-scuola',
      'need:colloqui-interprete',
      'need:sostegno-diagnosi',
    ],
    versions: [
      {
        day: -12,
        by: 'person:scala',
        note: 'Prima bozza.',
        text: `Chi arriva a febbraio telefona a venti scuole. Nessuna sa dove c’è posto, perché il quadro dei posti si aggiorna una volta l’anno.

Proponiamo un elenco aggiornato ogni mese e un numero unico per provincia. La risposta arriva entro due settimane.

Nei giorni dei colloqui con i genitori c’è un interprete, anche in video. Il figlio non traduce.`,
      },
      {
        day: -3,
        by: 'person:scala',
        note: 'Aggiunte le otto settimane di italiano, con un limite scritto, e la squadra provinciale.',
        text: `Chi arriva a febbraio telefona a venti scuole. Nessuna sa dove c’è posto, perché il quadro dei posti si aggiorna una volta l’anno.

Proponiamo un elenco aggiornato ogni mese e un numero unico per provincia. La risposta arriva entro due settimane.

Per chi ha più di dieci anni e comincia da zero: otto settimane di italiano ogni mattina, dentro la stessa scuola. Musica, sport e mensa con la propria classe. Dopo otto settimane si entra in classe per tutte le ore, senza proroghe.

Nei giorni dei colloqui con i genitori c’è un interprete, anche in video. Il figlio non traduce.

Una squadra per provincia, con neuropsichiatra, mediatrice e insegnante esperta, incontra entro un mese i bambini che non parlano, per capire se serve tempo, lingua o sostegno.

Le materie studiate online nella scuola di prima possono essere riconosciute con una regola uguale per tutti.`,
      },
    ],
    publishedDay: -9,
  },
  {
    key: 'proposal:fermata-vicina',
    consultation: 'consultation:scuola-di-tutti',
    state: 'draft',
    author: 'person:scala',
    title: 'La fermata dove abitano i bambini',
    ask: 'Ridisegnare ogni settembre le fermate dello scuolabus sulla mappa di dove vivono gli alunni, fare la domanda per la mensa a scuola, tenere aperta una palestra nel pomeriggio.',
    addressee: 'Regione, Ufficio Scuola e Famiglie, con i Comuni del litorale',
    sources: ['need:scuolabus-litorale', 'need:mensa-moduli', 'need:pomeriggio-adolescenti'],
    versions: [
      {
        day: -5,
        by: 'person:scala',
        note: 'Prima bozza, da discutere con i Comuni.',
        text: `Lo scuolabus si ferma dove si fermava trent’anni fa. Le case nel frattempo si sono spostate, e i bambini camminano sul bordo di una strada veloce.

Proponiamo di rifare le fermate ogni settembre con la mappa delle scuole: punti senza nomi, non elenchi.

La domanda per la riduzione della mensa si fa anche a scuola, con una seconda scadenza a febbraio.`,
      },
      {
        day: -2,
        by: 'person:improta',
        note: 'Aggiunta la palestra, da verificare con i Comuni.',
        text: `Lo scuolabus si ferma dove si fermava trent’anni fa. Le case nel frattempo si sono spostate, e i bambini camminano sul bordo di una strada veloce.

Proponiamo di rifare le fermate ogni settembre con la mappa delle scuole: punti senza nomi, non elenchi.

La domanda per la riduzione della mensa si fa anche a scuola, con una seconda scadenza a febbraio.

Una palestra scolastica per comune resta aperta due pomeriggi alla settimana, affidata ai ragazzi con un adulto responsabile.`,
      },
    ],
  },
  {
    key: 'proposal:interpreti-scuola',
    consultation: 'consultation:scuola-di-tutti',
    state: 'withdrawn',
    author: 'person:scala',
    title: 'Un interprete nei giorni dei colloqui',
    ask: 'Un interprete, anche in video, in ogni scuola nei giorni dei colloqui con i genitori.',
    addressee: 'Regione, Ufficio Scuola e Famiglie',
    sources: ['need:colloqui-interprete'],
    versions: [
      {
        day: -11,
        by: 'person:scala',
        note: 'Prima bozza.',
        text: 'Nei giorni dei colloqui i genitori parlano con gli insegnanti con l’aiuto dei figli. Chiediamo un interprete, anche in video. Il figlio non traduce.',
      },
    ],
    publishedDay: -8,
    withdrawn: {
      day: -4,
      reason:
        'È entrata nella proposta «Un posto in classe entro due settimane»: la stessa richiesta non va scritta due volte.',
    },
  },
]
