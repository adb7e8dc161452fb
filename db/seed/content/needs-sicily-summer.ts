import type { NeedContent } from './shape.ts'

export const sicilySummerNeeds: NeedContent[] = [
  {
    key: 'need:ombra-cantieri',
    consultation: 'consultation:estate-al-riparo',
    language: 'it',
    title: 'Quando suona l’allerta caldo, chi lavora non lo sa',
    text: `L’allerta esce la sera sul sito della Regione. Chi lavora nei campi e nei cantieri la scopre quando è già sul posto, o non la scopre.

Nella nostra zona l’estate scorsa ci sono stati diciannove giorni di allerta. Abbiamo chiesto a trenta persone quanti ne sapevano: nessuna ne aveva sentito parlare più di due volte.

Un messaggio sul telefono la sera prima, in più lingue, con una frase sola: domani dalle 11 alle 16 non si lavora al sole.`,
    territory: '081006',
    areas: ['work', 'health'],
    concerns: ['workers', 'seasonal-workers'],
    urgency: 'high',
    sinceMonths: -5,
    tried: 'Abbiamo attaccato i fogli nei bar. La mattina dopo c’era già un’altra allerta.',
    author: 'person:cusumano',
    organisation: 'org:distretto-sociale',
    supporters: { people: ['person:antonio', 'person:nucera'], organisations: ['org:lega-terra'] },
    postedDay: -7,
  },
  {
    key: 'need:fontane',
    consultation: 'consultation:estate-al-riparo',
    language: 'fr',
    title: 'Trois fontaines sur quatre ne donnent pas d’eau',
    text: `Dans nos quartiers, beaucoup de familles vivent au dernier étage, sous le toit. L’été, il fait plus de trente-cinq degrés dans la chambre des enfants, la nuit aussi.

Nous avons fait le tour des fontaines publiques avec les mamans : sur seize, quatre fonctionnent. Nous pouvons donner la carte.

Nous demandons aussi qu’une salle fraîche reste ouverte l’après-midi, avec des chaises et de l’eau, sans rien demander à personne.`,
    territory: '082053',
    areas: ['health', 'social-services'],
    concerns: ['families', 'older-people', 'children'],
    urgency: 'medium',
    sinceMonths: -16,
    author: 'person:awa',
    organisation: 'org:donne-palermo',
    supporters: { people: ['person:fatou', 'person:carmela'], organisations: ['org:ninfea-catania'] },
    postedDay: -5,
  },
  {
    key: 'need:serre-orario',
    consultation: 'consultation:estate-al-riparo',
    language: 'en',
    title: 'If we start at five we can finish before the heat, but the warehouse opens at eight',
    text: `We are ready to start at five and finish at eleven. The problem is at the other end. The warehouse that takes the vegetables opens at eight and closes at five, so the farm wants people there until five.

If the warehouse opened earlier in July and August, nobody would lose money and nobody would faint.`,
    territory: '088012',
    areas: ['work', 'health'],
    concerns: ['workers'],
    urgency: 'critical',
    sinceMonths: -6,
    tried: 'We asked one farmer. He said yes, but he cannot do it alone.',
    author: 'person:lamin',
    organisation: 'org:campi-vittoria',
    supporters: {
      people: ['person:youssef', 'person:grace'],
      organisations: ['org:stretto-studia', 'org:lega-terra'],
    },
    postedDay: -4,
  },
  {
    key: 'need:notte-bottega',
    consultation: 'consultation:estate-al-riparo',
    language: 'bn',
    title: 'দুপুরে রান্নাঘরে পঞ্চাশ ডিগ্রি',
    text: `রেস্তোরাঁর রান্নাঘরে গরমে কেউ তাপমাত্রা মাপে না। আমরা মেপেছি: দুপুর একটায় পঞ্চাশ ডিগ্রি। সতর্কতার নিয়ম মাঠের জন্য, রান্নাঘরের জন্য নয়।

রান্নাঘরের জন্যও একটা নিয়ম চাই: প্রতি ঘণ্টায় দশ মিনিট বিরতি, ঠান্ডা পানি, আর একটা কাজের পাখা।`,
    territory: '087015',
    areas: ['work', 'health'],
    concerns: ['workers', 'families'],
    urgency: 'low',
    sinceMonths: -14,
    author: 'person:tariq',
    organisation: 'org:ninfea-catania',
    supporters: { people: ['person:rafiq', 'person:rehana'], organisations: ['org:donne-palermo'] },
    postedDay: -2,
  },
]
