import type { NeedContent } from './shape.ts'

export const sicilyRentNeeds: NeedContent[] = [
  {
    key: 'need:affitto-telefono',
    consultation: 'consultation:casa-lavoro',
    language: 'fr',
    title: 'L’appartement est libre jusqu’à ce qu’ils entendent mon accent',
    text: `Dans notre association, nous avons fait un essai. Douze annonces à Palerme. D’abord c’est moi qui téléphone : neuf fois, « c’est déjà loué ». Une heure après, une amie sicilienne appelle : sept de ces neuf appartements sont libres.

Nous avons des femmes avec un contrat à durée indéterminée, qui paient tout, toujours. Elles vivent à cinq dans une chambre parce que personne ne leur loue deux pièces.

Nous demandons que quelqu’un puisse appeler avec nous, se porter garant, et répondre au propriétaire quand il a une peur vraie : les dégâts, les retards, les papiers du bail. Les peurs vraies, on peut les traiter. Le reste, c’est de la discrimination et il faut l’appeler par son nom.`,
    territory: '082053',
    areas: ['housing', 'anti-discrimination'],
    concerns: ['families', 'women'],
    urgency: 'high',
    sinceMonths: -36,
    tried: 'Nous avons accompagné 14 familles à pied, agence par agence. Trois ont trouvé.',
    author: 'person:awa',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:fatou', 'person:nadia', 'person:rehana', 'person:carmela'],
      organisations: ['org:ninfea-catania', 'org:stretto-studia', 'org:distretto-sociale'],
    },
    postedDay: -148,
  },
  {
    key: 'need:affitto-garante',
    consultation: 'consultation:casa-lavoro',
    language: 'bn',
    title: 'ভাড়া দিতে পারি, কিন্তু জামিনদার কোথায় পাব',
    text: `কাতানিয়ায় আমাদের অনেক পরিবারের দোকান বা চাকরি আছে। মাসে মাসে ভাড়া দেওয়ার সামর্থ্যও আছে। কিন্তু বাড়িওয়ালা একজন ইতালীয় জামিনদার চান, অথবা একসঙ্গে ছয় মাসের অগ্রিম।

এত টাকা একবারে কারও কাছে থাকে না। তাই এক বাসায় দুই-তিন পরিবার থাকে, বাচ্চাদের পড়ার জায়গা থাকে না।

আমাদের প্রস্তাব:
- একটি আঞ্চলিক তহবিল, যা প্রথম বছরের জন্য জামিন দেবে
- বাড়িওয়ালার জন্য সহজ নিয়ম ও দ্রুত ক্ষতিপূরণ
- চুক্তির কাগজ এমন ভাষায় যা আমরা বুঝি`,
    territory: '087015',
    areas: ['housing'],
    concerns: ['families', 'workers'],
    urgency: 'high',
    sinceMonths: -28,
    tried: 'সমিতির ভেতর থেকে চাঁদা তুলে চারটি পরিবারের অগ্রিম দেওয়া হয়েছে। সবার জন্য সম্ভব নয়।',
    author: 'person:rehana',
    organisation: 'org:ninfea-catania',
    supporters: {
      people: ['person:rafiq', 'person:tariq', 'person:awa'],
      organisations: ['org:donne-palermo'],
    },
    postedDay: -145,
  },
  {
    key: 'need:affitto-studenti',
    consultation: 'consultation:casa-lavoro',
    language: 'es',
    title: 'Los estudiantes de fuera pagan más por el mismo cuarto',
    text: `En Messina un compañero italiano paga 190 euros por una habitación. A nosotros nos piden 260 por la de al lado, y tres meses de fianza en efectivo, sin recibo y sin contrato registrado.

Sin contrato registrado no hay domicilio, y sin domicilio se complica todo lo demás: la beca, el médico, el banco.

Pedimos una lista de propietarios que aceptan contratos registrados a un precio acordado, y alguien de la universidad o del ayuntamiento que acompañe la primera visita.`,
    territory: '083048',
    areas: ['housing', 'anti-discrimination'],
    concerns: ['students', 'young-people'],
    urgency: 'medium',
    sinceMonths: -20,
    tried: 'Hicimos una hoja compartida con los precios reales de 61 habitaciones.',
    author: 'person:mateo',
    organisation: 'org:stretto-studia',
    supporters: { people: ['person:grace'], organisations: ['org:ninfea-catania'] },
    postedDay: -139,
  },
  {
    key: 'need:affitto-nero',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Senza contratto registrato la casa c’è ma non esiste',
    text: `A Ballarò e alla Zisa moltissime famiglie pagano ogni mese, in contanti, per una casa senza contratto. Per il Comune non abitano da nessuna parte.

Da lì viene tutto il resto: il pediatra, l’iscrizione al nido, il bonus della luce. Quando chiediamo il contratto, il proprietario dice che alza l’affitto o che ci manda via.

Non vogliamo denunciare nessuno e perdere il tetto. Vogliamo che registrare convenga: uno sconto sulle tasse spiegato bene al proprietario, e qualcuno che faccia la pratica gratis con lui.`,
    territory: '082053',
    areas: ['housing', 'documents'],
    concerns: ['families', 'whole-community'],
    urgency: 'high',
    sinceMonths: -48,
    tried:
      'Siamo andate con i proprietari al sindacato inquilini. Due hanno registrato, dopo avere capito che pagavano meno di prima.',
    author: 'person:nadia',
    organisation: 'org:donne-palermo',
    supporters: {
      people: ['person:awa', 'person:carmela', 'person:fatou'],
      organisations: ['org:scuola-terrazza', 'org:lega-terra'],
    },
    postedDay: -140,
  },
  {
    key: 'need:anziana-affitto',
    consultation: 'consultation:casa-lavoro',
    language: 'it',
    title: 'Dopo vent’anni di lavoro nelle case degli altri, non trova una casa per sé',
    text: `Le donne che per vent’anni hanno vissuto con la persona che curavano, quando questa muore hanno trenta giorni per andare via. Hanno sessant’anni, una piccola pensione e nessun contratto di affitto mai intestato.

I proprietari chiedono una busta paga. La busta paga è finita con la persona che curavano.

Basterebbe qualche mese di tempo e un posto dove aspettare senza vergogna.`,
    territory: '087015',
    areas: ['housing', 'anti-discrimination'],
    concerns: ['older-people', 'women'],
    urgency: 'medium',
    sinceMonths: -9,
    author: 'person:tariq',
    organisation: 'org:ninfea-catania',
    supporters: { people: ['person:rehana'], organisations: ['org:donne-palermo'] },
    postedDay: -124,
  },
  {
    key: 'need:agenzie-domande',
    consultation: 'consultation:casa-lavoro',
    language: 'en',
    title: 'Agencies should ask everybody the same questions',
    text: `One agency asked me how many people I would "bring in", what I cook, and whether my cousins would come. My Italian classmate was asked for an ID and a deposit.

I do not want to fight with the agency. I want a short list of questions that everybody gets asked, printed on the wall, the same for all.`,
    territory: '083048',
    areas: ['housing', 'anti-discrimination'],
    concerns: ['students', 'families'],
    urgency: 'low',
    sinceMonths: -12,
    author: 'person:grace',
    organisation: 'org:stretto-studia',
    supporters: { people: ['person:mateo'], organisations: ['org:donne-palermo'] },
    postedDay: -115,
  },
]
