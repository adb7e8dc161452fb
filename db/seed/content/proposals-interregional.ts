import type { ProposalContent } from './shape.ts'

export const interregionalProposals: ProposalContent[] = [
  {
    key: 'proposal:mediazione-cinque-regioni',
    consultation: 'consultation:mestiere-mediazione',
    state: 'in-vote',
    author: 'person:monteleone',
    title: 'Un solo profilo per chi fa mediazione, riconosciuto in cinque regioni',
    ask: 'Riconoscere nelle cinque regioni lo stesso corso e la stessa paga minima; contratti di almeno un anno nei servizi pubblici; una lista comune per lingua e per orario, anche di notte; nessun minore come interprete negli uffici.',
    addressee: 'Le cinque Regioni, uffici Lavoro e Formazione',
    sources: [
      'need:mediatrice-contratti',
      'need:titolo-cinque-regioni',
      'need:mediazione-notte',
      'need:figli-interpreti',
    ],
    versions: [
      {
        day: -24,
        by: 'person:lobianco',
        note: 'Prima bozza.',
        text: `Chi fa mediazione tiene insieme ospedali, scuole e Comuni, ma lavora a ore e con titoli che valgono solo nella regione dove li ha presi.

Proponiamo che le cinque Regioni riconoscano lo stesso percorso di formazione e la stessa paga minima.

Nei servizi pubblici il contratto dura almeno un anno.`,
      },
      {
        day: -11,
        by: 'person:monteleone',
        note: 'Aggiunte la lista comune e la regola sui minori; corretto il passaggio su chi lavora già.',
        text: `Chi fa mediazione tiene insieme ospedali, scuole e Comuni, ma lavora a ore e con titoli che valgono solo nella regione dove li ha presi.

Proponiamo che le cinque Regioni riconoscano lo stesso percorso di formazione e la stessa paga minima. Chi lavora già da tre anni dimostra quello che sa fare con un colloquio e una prova, senza ricominciare da zero.

Nei servizi pubblici il contratto dura almeno un anno.

Una lista comune, per lingua e per orario, aggiornata ogni mese, con il servizio in video di notte e una tariffa giusta.

Negli uffici pubblici delle cinque regioni nessun minore fa da interprete per la propria famiglia.`,
      },
    ],
    publishedDay: -20,
    ballot: {
      opensDay: -5,
      closesDay: 7,
      openedBy: 'person:monteleone',
      quorumPercent: 60,
      majority: 'absolute',
      seatVotes: [
        { seat: 'seat:interregionale-doina', by: 'person:elena', choice: 'for' },
        {
          seat: 'seat:interregionale-lega',
          by: 'person:nucera',
          choice: 'for',
          reason: 'Ma la paga minima va scritta nei contratti, non solo in un documento delle Regioni.',
        },
      ],
      personVotes: [
        { person: 'person:elena', choice: 'for' },
        { person: 'person:viorica', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:blessing', choice: 'for' },
        { person: 'person:randazzo', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:oksana', choice: 'for' },
        {
          person: 'person:antonio',
          choice: 'against',
          reason:
            'Un unico elenco per cinque regioni rischia di lasciare fuori i paesi piccoli, dove basta conoscere chi c’è.',
        },
      ],
    },
  },
]
