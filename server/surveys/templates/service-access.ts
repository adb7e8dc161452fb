import { ask, choices, satisfaction, together, yesNo, type TemplateRows } from './rows.ts'

/** How people come to services, what stops them there, and how they are treated. */
export const serviceAccess: TemplateRows = {
  survey: [
    ...together(
      'which',
      ['I servizi', 'The services', 'Les services', 'الخدمات'],
      'field-list',
      ask(
        'select_multiple services or_other',
        'used',
        [
          'Quali servizi hai usato negli ultimi dodici mesi?',
          'Which services have you used in the last twelve months?',
          'Quels services avez-vous utilisés ces douze derniers mois ?',
          'ما الخدمات التي استخدمتها في الأشهر الاثني عشر الأخيرة؟',
        ],
        { required: 'yes' },
      ),
      ask(
        'select_one yes_no',
        'gave_up',
        [
          'Ti è successo di rinunciare a un servizio che ti serviva?',
          'Have you ever given up on a service that you needed?',
          'Avez-vous déjà renoncé à un service dont vous aviez besoin ?',
          'هل سبق أن تخلّيت عن خدمة كنت بحاجة إليها؟',
        ],
        { required: 'yes' },
      ),
      ask('select_multiple reasons or_other', 'why', ['Perché?', 'Why?', 'Pourquoi ?', 'لماذا؟'], {
        relevant: "${gave_up} = 'yes'",
        required: 'yes',
      }),
    ),
    ...together(
      'last_time',
      ['L’ultima volta', 'The last time', 'La dernière fois', 'آخر مرة'],
      'field-list',
      ask(
        'select_one services',
        'last_service',
        [
          'Qual è l’ultimo servizio a cui sei andato?',
          'Which service did you go to last?',
          'À quel service êtes-vous allé en dernier ?',
          'ما آخر خدمة ذهبت إليها؟',
        ],
        { required: 'yes' },
      ),
      ask(
        'integer',
        'waited_days',
        [
          'Quanti giorni hai aspettato l’appuntamento?',
          'How many days did you wait for the appointment?',
          'Combien de jours avez-vous attendu le rendez-vous ?',
          'كم يومًا انتظرت الموعد؟',
        ],
        {
          constraint: '. >= 0 and . <= 1000',
          hint: [
            'Scrivi 0 se non serviva.',
            'Write 0 if you needed none.',
            'Écrivez 0 si ce n’était pas nécessaire.',
            'اكتب 0 إن لم يكن لازمًا.',
          ],
          message: [
            'Scrivi un numero tra 0 e 1000.',
            'Write a number from 0 to 1000.',
            'Écrivez un nombre entre 0 et 1000.',
            'اكتب رقمًا بين 0 و1000.',
          ],
        },
      ),
      ask('select_one yes_no', 'interpreter', [
        'C’era qualcuno che parlava la tua lingua?',
        'Was there somebody who spoke your language?',
        'Y avait-il quelqu’un qui parlait votre langue ?',
        'هل كان هناك من يتحدث لغتك؟',
      ]),
      ask(
        'range',
        'clear',
        [
          'Quanto hai capito di quello che ti hanno detto?',
          'How much did you understand of what you were told?',
          'Qu’avez-vous compris de ce qu’on vous a dit ?',
          'كم فهمت مما قيل لك؟',
        ],
        {
          parameters: 'start=0 end=10 step=1',
          hint: ['0 niente, 10 tutto', '0 nothing, 10 everything', '0 rien, 10 tout', '0 لا شيء، 10 كل شيء'],
        },
      ),
    ),
    ...together(
      'treated',
      [
        'Quanto sei d’accordo? L’ultima volta…',
        'How much do you agree? The last time…',
        'Êtes-vous d’accord ? La dernière fois…',
        'إلى أي حد توافق؟ في آخر مرة…',
      ],
      'table-list',
      ask('select_one satisfaction', 'respect', [
        'mi hanno trattato con rispetto',
        'I was treated with respect',
        'on m’a traité avec respect',
        'عاملوني باحترام',
      ]),
      ask('select_one satisfaction', 'time', [
        'mi hanno dato il tempo che serviva',
        'I was given the time I needed',
        'on m’a donné le temps nécessaire',
        'أعطوني الوقت اللازم',
      ]),
      ask('select_one satisfaction', 'solved', [
        'ho risolto il mio problema',
        'my problem was solved',
        'mon problème a été résolu',
        'حُلّت مشكلتي',
      ]),
    ),
    ...ask(
      'text',
      'better',
      [
        'Che cosa ti avrebbe aiutato?',
        'What would have helped you?',
        'Qu’est-ce qui vous aurait aidé ?',
        'ما الذي كان سيساعدك؟',
      ],
      {
        appearance: 'multiline quotable',
        hint: [
          'Senza nomi e senza particolari che fanno riconoscere qualcuno.',
          'No names, and nothing by which somebody can be recognised.',
          'Sans noms ni détails qui permettent de reconnaître quelqu’un.',
          'من دون أسماء ومن دون تفاصيل تكشف هوية أحد.',
        ],
      },
    ),
    ...together(
      'about_you',
      ['Qualcosa di te', 'Something about you', 'Quelque chose sur vous', 'شيء عنك'],
      'field-list background',
      ask('text', 'place', ['Dove vivi?', 'Where do you live?', 'Où habitez-vous ?', 'أين تسكن؟'], {
        appearance: 'place',
      }),
      ask('select_one ages', 'age', [
        'Quanti anni hai?',
        'How old are you?',
        'Quel âge avez-vous ?',
        'كم عمرك؟',
      ]),
      ask('select_one genders', 'gender', ['Sei', 'You are', 'Vous êtes', 'أنت']),
    ),
  ],
  choices: [
    ...yesNo,
    ...satisfaction,
    ...choices('services', {
      registry: ['Anagrafe del comune', 'Municipal registry', 'État civil de la mairie', 'سجل البلدية'],
      doctor: ['Medico o ospedale', 'Doctor or hospital', 'Médecin ou hôpital', 'الطبيب أو المستشفى'],
      counselling: [
        'Consultorio',
        'Family health centre',
        'Centre de planification familiale',
        'مركز صحة الأسرة',
      ],
      school: ['Scuola o asilo', 'School or nursery', 'École ou crèche', 'المدرسة أو الحضانة'],
      employment: ['Centro per l’impiego', 'Employment centre', 'Agence pour l’emploi', 'مركز التشغيل'],
      social: ['Servizi sociali', 'Social services', 'Services sociaux', 'الخدمات الاجتماعية'],
      police: ['Questura', 'Police headquarters', 'Préfecture de police', 'مديرية الشرطة'],
    }),
    ...choices('reasons', {
      unknown: [
        'Non sapevo dove andare',
        'I did not know where to go',
        'Je ne savais pas où aller',
        'لم أعرف إلى أين أذهب',
      ],
      language: [
        'Non capivo la lingua',
        'I did not understand the language',
        'Je ne comprenais pas la langue',
        'لم أفهم اللغة',
      ],
      hours: [
        'Negli orari di apertura lavoro',
        'I work during opening hours',
        'Je travaille aux heures d’ouverture',
        'أعمل في ساعات الدوام',
      ],
      distance: ['È troppo lontano', 'It is too far', 'C’est trop loin', 'المكان بعيد جدًا'],
      cost: ['Costa troppo', 'It costs too much', 'C’est trop cher', 'التكلفة مرتفعة'],
      papers: ['Mi mancava un documento', 'I lacked a paper', 'Il me manquait un papier', 'كانت تنقصني ورقة'],
      fear: ['Avevo paura', 'I was afraid', 'J’avais peur', 'كنت خائفًا'],
    }),
    ...choices('ages', {
      under_25: ['Meno di 25', 'Under 25', 'Moins de 25', 'أقل من 25'],
      from_25: ['Da 25 a 34', '25 to 34', 'De 25 à 34', 'من 25 إلى 34'],
      from_35: ['Da 35 a 49', '35 to 49', 'De 35 à 49', 'من 35 إلى 49'],
      from_50: ['50 o più', '50 or more', '50 ou plus', '50 أو أكثر'],
    }),
    ...choices('genders', {
      woman: ['Donna', 'A woman', 'Une femme', 'امرأة'],
      man: ['Uomo', 'A man', 'Un homme', 'رجل'],
      other: ['Altro', 'Other', 'Autre', 'غير ذلك'],
    }),
  ],
}
