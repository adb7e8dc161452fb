import type { NeedContent } from './shape.ts'

export const basilicataDeskNeeds: NeedContent[] = [
  {
    key: 'need:quattro-viaggi',
    consultation: 'consultation:sportello',
    language: 'it',
    title: 'Quattro viaggi a Potenza per una tessera',
    text: `Da Lavello a Potenza sono settanta chilometri e due autobus. Per la tessera sanitaria: un viaggio per sapere che cosa serve, uno per portare le carte, uno perché ne mancava una, uno per ritirare.

Ogni viaggio è una giornata di lavoro persa e diciotto euro. Moltiplicate per una famiglia.`,
    territory: '076043',
    areas: ['documents', 'work'],
    concerns: ['workers', 'families'],
    urgency: 'high',
    sinceMonths: -36,
    tried: 'Una volta al mese andiamo noi con dieci cartelline. Non possiamo firmare per gli altri.',
    author: 'person:elena',
    organisation: 'org:casa-doina',
    supporters: {
      people: ['person:viorica', 'person:schirinzi', 'person:nucera'],
      organisations: ['org:lega-terra', 'org:largo-fico'],
    },
    postedDay: -139,
  },
  {
    key: 'need:spid-telefon',
    consultation: 'consultation:sportello',
    language: 'ro',
    title: 'Fără identitate digitală nu mai exiști',
    text: `Alocația copilului, școala, medicul: totul cere identitate digitală. Ca să o faci îți trebuie un telefon bun, un e-mail, o adresă și răbdare. Cine nu știe plătește cincizeci de euro la agenție, iar agenția păstrează parola.

Parola noastră trebuie să rămână a noastră. Avem nevoie de o persoană care să ne arate, nu care să facă în locul nostru.`,
    territory: '076095',
    areas: ['documents'],
    concerns: ['older-people', 'families'],
    urgency: 'medium',
    sinceMonths: -28,
    tried: 'Am făcut trei seri cu tinerii din asociație. Au venit 22 de oameni.',
    author: 'person:viorica',
    organisation: 'org:casa-doina',
    supporters: { people: ['person:elena'], organisations: ['org:largo-fico'] },
    postedDay: -136,
  },
  {
    key: 'need:palazzo-estate',
    consultation: 'consultation:sportello',
    language: 'fr',
    title: 'À Palazzo San Gervasio, l’été, le guichet ferme quand nous arrivons',
    text: `La récolte des tomates commence en août. En août, le bureau est ouvert deux matinées par semaine. Nous sommes alors mille de plus dans la commune.

Un guichet mobile, six semaines par an, sur la place, après 17 heures. Voilà tout.`,
    territory: '076057',
    areas: ['documents', 'housing'],
    concerns: ['seasonal-workers'],
    urgency: 'high',
    sinceMonths: -50,
    tried:
      'Il y a deux étés, un fourgon de l’association est venu quatre soirs. Il y avait la queue à chaque fois.',
    author: 'person:moussa',
    organisation: 'org:lega-terra',
    supporters: {
      people: ['person:nucera', 'person:elena'],
      organisations: ['org:casa-doina', 'org:campi-vittoria'],
    },
    postedDay: -133,
  },
  {
    key: 'need:appuntamenti-persi',
    consultation: 'consultation:sportello',
    language: 'ro',
    title: 'Programarea vine prin mesaj, în limba birocrației',
    text: `Mesajul spune: „convocazione, a pena di decadenza”. Cine înțelege? Mulți pierd programarea pentru că nu știu că era o programare.

Rugăm să fie scris simplu: ziua, ora, locul, ce trebuie să aduci. Și un singur cuvânt: important.`,
    territory: '077021',
    areas: ['documents', 'language'],
    concerns: ['workers', 'families'],
    urgency: 'medium',
    sinceMonths: -20,
    author: 'person:elena',
    organisation: 'org:casa-doina',
    supporters: { people: ['person:viorica'], organisations: ['org:lega-terra'] },
    postedDay: -130,
  },
  {
    key: 'need:sportello-matera',
    consultation: 'consultation:sportello',
    language: 'it',
    title: 'Chi lavora allo sportello è solo',
    text: `Abbiamo parlato anche con chi sta dall’altra parte del vetro. Una persona sola, trenta pratiche al giorno, regole che cambiano ogni mese e nessuna formazione. Quando non sa, dice: torni domani.

Un numero da chiamare per i dubbi, condiviso tra tutti gli sportelli della regione, aiuterebbe loro e noi.`,
    territory: '077014',
    areas: ['documents', 'participation'],
    concerns: ['newcomers', 'whole-community'],
    urgency: 'medium',
    sinceMonths: -15,
    author: 'person:schirinzi',
    organisation: 'org:largo-fico',
    supporters: { people: ['person:elena', 'person:nucera'], organisations: ['org:casa-doina'] },
    postedDay: -126,
  },
  {
    key: 'need:bambini-pediatra',
    consultation: 'consultation:sportello',
    language: 'ro',
    title: 'Fără rezidență, fără pediatru',
    text: `La Scanzano, familiile care vin pentru căpșuni stau cinci-șase luni. Copiii merg la școală, dar nu au pediatru, pentru că rezidența se face în opt luni.

Copilul pleacă înainte să vină hârtia. Vrem un pediatru temporar din prima zi de școală.`,
    territory: '077031',
    areas: ['documents', 'health'],
    concerns: ['children', 'families'],
    urgency: 'high',
    sinceMonths: -11,
    tried: 'Un medic din Policoro îi vede gratuit vinerea. Nu poate scrie rețete.',
    author: 'person:viorica',
    organisation: 'org:casa-doina',
    supporters: {
      people: ['person:elena', 'person:schirinzi'],
      organisations: ['org:lega-terra', 'org:largo-fico'],
    },
    postedDay: -122,
  },
]
