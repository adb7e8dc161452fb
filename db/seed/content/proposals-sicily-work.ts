import type { ProposalContent } from './shape.ts'

export const workProposals: ProposalContent[] = [
  {
    key: 'proposal:autobus-turni',
    consultation: 'consultation:casa-lavoro',
    state: 'answered',
    author: 'person:lobianco',
    title: 'Un autobus all’ora del lavoro',
    ask: 'Attivare tre corse sperimentali di dodici mesi: Vittoria campi alle 4.30, Mazara–Marsala alle 5.10, navetta notturna a Palermo fino all’una. Luce alle fermate. Poi decidere con i numeri.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione, con gli uffici dei trasporti',
    sources: ['need:bus-vittoria', 'need:bus-marsala', 'need:bus-donne', 'need:furgoni'],
    versions: [
      {
        day: -67,
        by: 'person:lobianco',
        note: 'Prima bozza.',
        text: `Chi comincia alle cinque e chi finisce a mezzanotte non ha un autobus. Va in bicicletta al buio, a piedi, oppure paga il furgone dell’intermediario.

Un autobus pubblico toglie ogni giorno potere a chi vende il passaggio insieme al lavoro, senza che nessuno debba denunciare nessuno. E conviene alle imprese corrette.

Proponiamo tre corse sperimentali: Vittoria, Mazara–Marsala e una navetta notturna a Palermo.`,
      },
      {
        day: -57,
        by: 'person:lobianco',
        note: 'Orari e chilometri dopo la seconda serata; due turni di autista per la notte.',
        text: `Chi comincia alle cinque e chi finisce a mezzanotte non ha un autobus. Va in bicicletta al buio, a piedi, oppure paga il furgone dell’intermediario.

Un autobus pubblico toglie ogni giorno potere a chi vende il passaggio insieme al lavoro, senza che nessuno debba denunciare nessuno. E conviene alle imprese corrette.

Proponiamo tre corse, per dodici mesi:
- Vittoria, zona serre: andata alle 4.30, ritorno alle 14, dal lunedì al sabato, 31 chilometri al giorno
- Mazara–Marsala: la prima corsa anticipata alle 5.10, con due fermate in più, 22 chilometri
- Palermo, navetta notturna ogni quaranta minuti dalle 22 all’una, 48 chilometri, con due turni di autisti

Ogni fermata è illuminata. L’abbonamento per la stagione costa come quello degli studenti.

Ogni tre mesi si pubblica quante persone salgono, a quali ore, e quanto costa ciascun viaggio.`,
      },
    ],
    publishedDay: -63,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'two-thirds',
      seatVotes: [
        { seat: 'seat:sicilia-donne', by: 'person:awa', choice: 'for' },
        { seat: 'seat:sicilia-campi', by: 'person:lamin', choice: 'for' },
        {
          seat: 'seat:sicilia-ninfea',
          by: 'person:rehana',
          choice: 'for',
          reason: 'Con la luce alle fermate: senza, per noi donne non cambia niente.',
        },
        { seat: 'seat:sicilia-stretto', by: 'person:grace', choice: 'for' },
        { seat: 'seat:sicilia-distretto', by: 'person:cusumano', choice: 'for' },
        { seat: 'seat:sicilia-lega', by: 'person:moussa', choice: 'for' },
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'for',
          reason:
            'Siamo pronti a contribuire alla corsa di Vittoria se le fermate sono dove stanno le aziende.',
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
        { person: 'person:criscione', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:fatou', choice: 'for' },
        { person: 'person:ahmed', choice: 'for' },
        { person: 'person:antonio', choice: 'for' },
        { person: 'person:galli', choice: 'for' },
        { person: 'person:blessing', choice: 'for' },
        { person: 'person:randazzo', choice: 'abstain' },
      ],
    },
  },
  {
    key: 'proposal:busta-paga-chiara',
    consultation: 'consultation:casa-lavoro',
    state: 'answered',
    author: 'person:lobianco',
    title: 'Giornate e ore che si vedono, busta paga che si capisce',
    ask: 'Chiedere un accordo perché ogni lavoratore riceva ogni settimana, nella sua lingua, il numero di giornate comunicate; adottare intanto un foglio settimanale firmato; stampare la busta paga spiegata in sei lingue; aprire un punto di ascolto per famiglie e assistenti.',
    addressee: 'Regione, Direzione Lavoro, Casa e Inclusione, che chiede l’accordo all’ente nazionale',
    sources: ['need:giornate', 'need:busta-paga', 'need:badanti-ore', 'need:contratto-lingua'],
    versions: [
      {
        day: -65,
        by: 'person:lobianco',
        note: 'Prima bozza.',
        text: `Chi lavora venti giornate e ne trova scritte sei lo scopre un anno dopo, quando chiede la disoccupazione. A quel punto provarlo è quasi impossibile.

Proponiamo che la Regione chieda un accordo con chi tiene i dati, perché ogni settimana la persona riceva un messaggio con le giornate comunicate a suo nome, in una lingua che legge.

Scuole e sindacati preparano insieme una busta paga spiegata.`,
      },
      {
        day: -54,
        by: 'person:lobianco',
        note: 'Aggiunti il foglio firmato e il punto di ascolto per il lavoro in casa.',
        text: `Chi lavora venti giornate e ne trova scritte sei lo scopre un anno dopo, quando chiede la disoccupazione. A quel punto provarlo è quasi impossibile.

Proponiamo che la Regione chieda un accordo con chi tiene i dati, perché ogni settimana la persona riceva un messaggio con le giornate comunicate a suo nome, in una lingua che legge.

Intanto, in ogni azienda che vuole, un foglio settimanale con giorni e ore, firmato da tutte e due le parti. Costa una penna.

Scuole e sindacati preparano insieme una busta paga spiegata. Esce in italiano, arabo, bangla, francese, inglese e romeno, e un contratto di una pagina con le parole della legge accanto a quelle di tutti.

Un punto di ascolto dove famiglia e assistente vanno insieme, per fare un contratto giusto e sapere quali aiuti esistono per chi vuole pagare il dovuto.`,
      },
      {
        day: -47,
        by: 'person:ferrante',
        note: 'Precisata la riservatezza dei dati.',
        text: `Chi lavora venti giornate e ne trova scritte sei lo scopre un anno dopo, quando chiede la disoccupazione. A quel punto provarlo è quasi impossibile.

Proponiamo che la Regione chieda un accordo con chi tiene i dati, perché ogni settimana la persona riceva un messaggio con le giornate comunicate a suo nome, in una lingua che legge. Il messaggio arriva solo alla persona: nessun intermediario, nessuna azienda e nessun ufficio della Regione può leggerlo.

Intanto, in ogni azienda che vuole, un foglio settimanale con giorni e ore, firmato da tutte e due le parti. Costa una penna.

Scuole e sindacati preparano insieme una busta paga spiegata. Esce in italiano, arabo, bangla, francese, inglese e romeno, e un contratto di una pagina con le parole della legge accanto a quelle di tutti.

Un punto di ascolto dove famiglia e assistente vanno insieme, per fare un contratto giusto e sapere quali aiuti esistono per chi vuole pagare il dovuto.`,
      },
    ],
    publishedDay: -61,
    ballot: {
      opensDay: -44,
      closesDay: -31,
      openedBy: 'person:ferrante',
      quorumPercent: 60,
      majority: 'absolute',
      seatVotes: [
        { seat: 'seat:sicilia-donne', by: 'person:awa', choice: 'for' },
        { seat: 'seat:sicilia-campi', by: 'person:youssef', choice: 'for' },
        { seat: 'seat:sicilia-ninfea', by: 'person:tariq', choice: 'for' },
        { seat: 'seat:sicilia-stretto', by: 'person:grace', choice: 'for' },
        { seat: 'seat:sicilia-lega', by: 'person:nucera', choice: 'for' },
        {
          seat: 'seat:sicilia-serre',
          by: 'person:criscione',
          choice: 'for',
          reason:
            'Chi è in regola non ha niente da nascondere. Il foglio settimanale lo usiamo già da questo mese.',
        },
        {
          seat: 'seat:sicilia-distretto',
          by: 'person:cusumano',
          choice: 'abstain',
          reason:
            'Il messaggio sul telefono può essere letto da chi controlla il telefono. Vorrei prima una prova con poche persone.',
        },
      ],
      personVotes: [
        { person: 'person:awa', choice: 'for' },
        { person: 'person:youssef', choice: 'for' },
        { person: 'person:lamin', choice: 'for' },
        { person: 'person:rehana', choice: 'for' },
        { person: 'person:tariq', choice: 'for' },
        { person: 'person:grace', choice: 'for' },
        { person: 'person:mateo', choice: 'for' },
        { person: 'person:randazzo', choice: 'for' },
        { person: 'person:criscione', choice: 'for' },
        { person: 'person:moussa', choice: 'for' },
        { person: 'person:nucera', choice: 'for' },
        { person: 'person:carmela', choice: 'for' },
        { person: 'person:ahmed', choice: 'for' },
        { person: 'person:rafiq', choice: 'for' },
        { person: 'person:elena', choice: 'for' },
        { person: 'person:viorica', choice: 'for' },
        { person: 'person:cusumano', choice: 'abstain' },
        { person: 'person:galli', choice: 'abstain' },
      ],
    },
  },
]
