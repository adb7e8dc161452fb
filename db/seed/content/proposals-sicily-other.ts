import type { ProposalContent } from './shape.ts'

export const otherProposals: ProposalContent[] = [
  {
    key: 'proposal:bollino-imprese',
    consultation: 'consultation:casa-lavoro',
    state: 'not-approved',
    author: 'person:ferrante',
    title: 'Un bollino per le imprese corrette nei bandi della Regione',
    ask: 'Riservare i contributi regionali all’agricoltura alle imprese con un bollino di correttezza, rilasciato dalla Regione e rinnovato ogni anno.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione',
    sources: ['need:imprese-alloggi', 'need:furgoni', 'need:giornate', 'need:medico-campi'],
    versions: [
      {
        day: -64,
        by: 'person:ferrante',
        note: 'Prima bozza, come proposta nella stanza dalle imprese.',
        text: `Chi paga tutte le giornate vende allo stesso banco di chi ne scrive sei. Senza un vantaggio per chi è corretto, i corretti chiudono.

Proponiamo un bollino regionale, rinnovato ogni anno, per le imprese che dimostrano giornate, sicurezza, visite mediche e trasporto. Solo chi ce l’ha accede ai contributi.`,
      },
      {
        day: -52,
        by: 'person:lobianco',
        note: 'Aggiunte le visite senza preavviso, dopo i dubbi dei sindacati.',
        text: `Chi paga tutte le giornate vende allo stesso banco di chi ne scrive sei. Senza un vantaggio per chi è corretto, i corretti chiudono.

Proponiamo un bollino regionale, rinnovato ogni anno, per le imprese che dimostrano giornate, sicurezza, visite mediche e trasporto. Solo chi ce l’ha accede ai contributi.

Il bollino si perde al primo controllo non superato. I controlli sono senza preavviso e ci va anche una persona indicata dal Tavolo.`,
      },
    ],
    publishedDay: -60,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'absolute',
      seatVotes: [
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'for',
          reason: 'Le imprese corrette hanno bisogno di un segno che si veda.',
        },
        { seat: 'seat:sicilia-ninfea', by: 'person:rehana', choice: 'for' },
        {
          seat: 'seat:sicilia-lega',
          by: 'person:moussa',
          choice: 'against',
          reason:
            'Les étiquettes existent déjà, et elles n’ont pas empêché les journées volées. Il faut des contrôles dans les champs.',
        },
        {
          seat: 'seat:sicilia-campi',
          by: 'person:youssef',
          choice: 'against',
          reason: 'العامل لا يرى الملصق. يرى فقط من يدفع له ومن لا يدفع. نخاف أن يصير الملصق سببا للسكوت.',
        },
        {
          seat: 'seat:sicilia-donne',
          by: 'person:awa',
          choice: 'against',
          reason:
            'Qui perd le label perd l’aide, et c’est l’ouvrière qui perd son travail. Le texte ne dit rien pour elle.',
        },
        { seat: 'seat:sicilia-stretto', by: 'person:grace', choice: 'abstain' },
        {
          seat: 'seat:sicilia-distretto',
          by: 'person:cusumano',
          choice: 'abstain',
          reason: 'L’idea può servire, ma mancano gli ispettori per fare i controlli che promette.',
        },
      ],
      personVotes: [
        { person: 'person:criscione', choice: 'for' },
        { person: 'person:rehana', choice: 'for' },
        { person: 'person:tariq', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:galli', choice: 'for' },
        { person: 'person:rafiq', choice: 'for' },
        {
          person: 'person:moussa',
          choice: 'against',
          reason: 'La position du syndicat est aussi la mienne.',
        },
        { person: 'person:nucera', choice: 'against' },
        { person: 'person:youssef', choice: 'against' },
        {
          person: 'person:lamin',
          choice: 'against',
          reason: 'If the farm hides a problem to keep the label, we are the ones who must stay quiet.',
        },
        { person: 'person:awa', choice: 'against' },
        { person: 'person:fatou', choice: 'against' },
        { person: 'person:ahmed', choice: 'against' },
        { person: 'person:nadia', choice: 'against' },
        { person: 'person:grace', choice: 'abstain' },
        { person: 'person:mateo', choice: 'abstain' },
        { person: 'person:cusumano', choice: 'abstain' },
        { person: 'person:randazzo', choice: 'abstain' },
        { person: 'person:antonio', choice: 'abstain' },
      ],
    },
  },
  {
    key: 'proposal:corsi-sera',
    consultation: 'consultation:casa-lavoro',
    state: 'approved',
    author: 'person:lobianco',
    title: 'Italiano la sera, la domenica, e con i bambini accanto',
    ask: 'Finanziare per due anni scolastici dieci classi serali o domenicali nelle province di Palermo, Catania e Ragusa, ognuna con uno spazio per i bambini, e una classe in piazza a Vittoria.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione, con l’ufficio scolastico',
    sources: [
      'need:italiano-sera',
      'need:italiano-campagna',
      'need:italiano-mamme',
      'need:nido-orari',
      'need:busta-paga',
    ],
    versions: [
      {
        day: -63,
        by: 'person:lobianco',
        note: 'Prima bozza.',
        text: `La scuola per adulti ha banchi vuoti la mattina e centocinquanta persone in lista la sera. Gli orari seguono il personale, non le persone che devono imparare.

Proponiamo dieci classi la sera o la domenica, per due anni, a Palermo, Catania e Ragusa.`,
      },
      {
        day: -53,
        by: 'person:lobianco',
        note: 'Aggiunti lo spazio per i bambini e la classe in piazza.',
        text: `La scuola per adulti ha banchi vuoti la mattina e centocinquanta persone in lista la sera. Gli orari seguono il personale, non le persone che devono imparare.

Proponiamo dieci classi la sera o la domenica, per due anni, a Palermo, Catania e Ragusa.

Accanto a ogni classe una stanza e una persona con contratto vero, che sta con i bambini nelle due ore di lezione. Nessuna madre deve più scegliere chi delle due viene a scuola questa settimana.

La domenica, dalle dieci alle dodici, una classe in piazza a Vittoria con le parole del lavoro: ore, paga, pericolo, busta paga.`,
      },
    ],
    publishedDay: -59,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'simple',
      seatVotes: [
        { seat: 'seat:sicilia-donne', by: 'person:nadia', choice: 'for' },
        { seat: 'seat:sicilia-campi', by: 'person:youssef', choice: 'for' },
        { seat: 'seat:sicilia-ninfea', by: 'person:rehana', choice: 'for' },
        { seat: 'seat:sicilia-stretto', by: 'person:mateo', choice: 'for' },
        { seat: 'seat:sicilia-distretto', by: 'person:cusumano', choice: 'for' },
        { seat: 'seat:sicilia-lega', by: 'person:nucera', choice: 'for' },
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'abstain',
          reason:
            'Siamo favorevoli, ma chiediamo che una parte delle ore valga come formazione sulla sicurezza.',
        },
      ],
      personVotes: [
        { person: 'person:awa', choice: 'for' },
        { person: 'person:nadia', choice: 'for' },
        { person: 'person:youssef', choice: 'for' },
        { person: 'person:lamin', choice: 'for' },
        { person: 'person:rehana', choice: 'for' },
        { person: 'person:tariq', choice: 'for' },
        { person: 'person:grace', choice: 'for' },
        { person: 'person:mateo', choice: 'for' },
        { person: 'person:cusumano', choice: 'for' },
        { person: 'person:randazzo', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:fatou', choice: 'for' },
        { person: 'person:rafiq', choice: 'for' },
        { person: 'person:viorica', choice: 'for' },
        { person: 'person:criscione', choice: 'abstain' },
      ],
    },
  },
]
