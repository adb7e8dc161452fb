import type { MeetingContent } from './shape.ts'

/** Next week's meeting on what was answered: its third paper still waits for its Arabic. */
export const sicilyMeeting: MeetingContent = {
  key: 'meeting:dopo-le-risposte',
  consultation: 'consultation:casa-lavoro',
  calledBy: 'person:ferrante',
  calledDay: -6,
  day: 7,
  minutes: 150,
  title: {
    it: 'Dopo le risposte: che cosa parte prima della raccolta',
    en: 'After the answers: what starts before the harvest',
    fr: 'Après les réponses : ce qui commence avant la récolte',
    ar: 'بعد الإجابات: ما الذي يبدأ قبل القطف',
  },
  place: 'Palermo, via Trinacria 34, sala al piano terra (senza scale)',
  languages: ['it', 'ar', 'fr'],
  quorumPercent: 50,
  seatMinutes: 8,
  items: [
    {
      title: 'Gli autobus dei turni: la prova parte a Vittoria',
      minutes: 30,
      about: 'proposal:autobus-turni',
      papers: [
        {
          it: {
            title: 'Orari della prova',
            text: 'La prova dura tre mesi. Due corse la mattina, alle 4:40 e alle 5:20, da Vittoria alle serre. Due corse la sera, alle 16:30 e alle 18:00. Il biglietto costa come quello urbano.\n\nAl tavolo chiediamo: le fermate vanno bene? Chi avvisa i lavoratori, e in quali lingue?',
          },
          ar: {
            title: 'مواعيد التجربة',
            text: 'تستمر التجربة ثلاثة أشهر. رحلتان صباحا، الساعة 4:40 والساعة 5:20، من فيتوريا إلى البيوت البلاستيكية. ورحلتان مساء، الساعة 16:30 والساعة 18:00. سعر التذكرة مثل تذكرة المدينة.\n\nنسأل الطاولة: هل المحطات مناسبة؟ من يخبر العمال، وبأي لغات؟',
          },
          fr: {
            title: 'Horaires de l’essai',
            text: 'L’essai dure trois mois. Deux bus le matin, à 4 h 40 et à 5 h 20, de Vittoria aux serres. Deux bus le soir, à 16 h 30 et à 18 h. Le billet coûte comme en ville.\n\nNous demandons à la table : les arrêts conviennent-ils ? Qui prévient les travailleurs, et en quelles langues ?',
          },
        },
      ],
    },
    {
      title: 'Il fondo di garanzia per gli affitti: le regole',
      minutes: 35,
      about: 'proposal:garanzia-affitto',
      papers: [
        {
          it: {
            title: 'Le regole del fondo, bozza',
            text: 'Il fondo copre fino a sei mesi di affitto nel primo anno. Chiede la garanzia chi affitta, non chi cerca casa. Il contratto deve essere registrato.\n\nDa decidere: chi controlla la casa, e in quanti giorni il fondo risponde.',
          },
          ar: {
            title: 'قواعد الصندوق، مسودة',
            text: 'يغطي الصندوق حتى ستة أشهر من الإيجار في السنة الأولى. يطلب الضمان المؤجر، لا من يبحث عن بيت. يجب أن يكون العقد مسجلا.\n\nما يجب تقريره: من يعاين البيت، وفي كم يوم يجيب الصندوق.',
          },
          fr: {
            title: 'Les règles du fonds, projet',
            text: 'Le fonds couvre jusqu’à six mois de loyer la première année. C’est le propriétaire qui demande la garantie, non celui qui cherche un logement. Le contrat doit être enregistré.\n\nÀ décider : qui visite le logement, et en combien de jours le fonds répond.',
          },
        },
      ],
    },
    {
      title: 'Capire la busta paga: gli sportelli nei paesi',
      minutes: 25,
      about: 'need:busta-paga',
      papers: [
        {
          it: {
            title: 'Sportelli: dove e quando',
            text: 'Tre sportelli, una sera alla settimana ciascuno: Vittoria, Campobello, Paternò. Uno sportello è una persona del sindacato e una persona che media la lingua.\n\nServe un elenco di chi può mediare, con lingue e sere libere.',
          },
          fr: {
            title: 'Guichets : où et quand',
            text: 'Trois guichets, un soir par semaine chacun : Vittoria, Campobello, Paternò. Un guichet, c’est une personne du syndicat et une personne qui fait la médiation.\n\nIl faut une liste de qui peut le faire, avec langues et soirs libres.',
          },
        },
      ],
    },
    {
      title: 'I posti letto prima della raccolta: chi fa che cosa',
      minutes: 40,
      about: 'proposal:alloggi-stagione',
      papers: [],
    },
    {
      title: 'Quando ci rivediamo, e chi invitiamo',
      minutes: 10,
      papers: [],
    },
  ],
}
