import { ask, choices, satisfaction, together, yesNo, type TemplateRows } from './rows.ts'

/** What those who work with foreign citizens would learn, and how they could. */
export const operatorsTraining: TemplateRows = {
  survey: [
    ...together(
      'work',
      ['Il tuo lavoro', 'Your work', 'Votre travail', 'عملك'],
      'field-list',
      ask(
        'select_one sectors or_other',
        'sector',
        ['Dove lavori?', 'Where do you work?', 'Où travaillez-vous ?', 'أين تعمل؟'],
        {
          required: 'yes',
        },
      ),
      ask(
        'text',
        'place',
        ['In quale territorio?', 'In which territory?', 'Dans quel territoire ?', 'في أي منطقة؟'],
        { appearance: 'place' },
      ),
      ask(
        'integer',
        'years',
        [
          'Da quanti anni lavori anche con cittadini stranieri?',
          'For how many years have you worked with foreign citizens too?',
          'Depuis combien d’années travaillez-vous aussi avec des citoyens étrangers ?',
          'منذ كم سنة تعمل أيضًا مع مواطنين أجانب؟',
        ],
        {
          required: 'yes',
          constraint: '. >= 0 and . <= 60',
          message: [
            'Scrivi un numero tra 0 e 60.',
            'Write a number from 0 to 60.',
            'Écrivez un nombre entre 0 et 60.',
            'اكتب رقمًا بين 0 و60.',
          ],
        },
      ),
      ask('select_one often', 'how_often', [
        'Quanto spesso ti capita?',
        'How often does it happen?',
        'À quelle fréquence ?',
        'كم مرة يحدث ذلك؟',
      ]),
    ),
    ...together(
      'skills',
      [
        'Quanto ti senti preparato?',
        'How prepared do you feel?',
        'Vous sentez-vous préparé ?',
        'ما مدى استعدادك؟',
      ],
      'table-list',
      ask('select_one satisfaction', 'law', [
        'Norme su soggiorno e diritti',
        'Rules on residence and rights',
        'Règles sur le séjour et les droits',
        'قواعد الإقامة والحقوق',
      ]),
      ask('select_one satisfaction', 'talk', [
        'Parlare con chi sa poco l’italiano',
        'Talking with people who know little Italian',
        'Parler avec qui connaît peu l’italien',
        'التحدث مع من يعرف القليل من الإيطالية',
      ]),
      ask('select_one satisfaction', 'mediators', [
        'Lavorare con i mediatori',
        'Working with mediators',
        'Travailler avec les médiateurs',
        'العمل مع الوسطاء',
      ]),
      ask('select_one satisfaction', 'vulnerable', [
        'Riconoscere chi è in pericolo',
        'Recognising who is in danger',
        'Reconnaître qui est en danger',
        'التعرّف على من هو في خطر',
      ]),
    ),
    ...together(
      'training',
      ['La formazione', 'Training', 'La formation', 'التدريب'],
      'field-list',
      ask(
        'select_one yes_no',
        'trained',
        [
          'Hai seguito corsi su questi temi negli ultimi tre anni?',
          'Have you taken courses on these subjects in the last three years?',
          'Avez-vous suivi des cours sur ces sujets ces trois dernières années ?',
          'هل حضرت دورات في هذه المواضيع خلال السنوات الثلاث الأخيرة؟',
        ],
        { required: 'yes' },
      ),
      ask(
        'range',
        'useful',
        [
          'Quanto ti sono serviti?',
          'How useful were they?',
          'À quel point ont-ils été utiles ?',
          'ما مدى فائدتها لك؟',
        ],
        {
          relevant: "${trained} = 'yes'",
          parameters: 'start=1 end=5 step=1',
          hint: [
            '1 per niente, 5 molto',
            '1 not at all, 5 very',
            '1 pas du tout, 5 beaucoup',
            '1 إطلاقًا، 5 كثيرًا',
          ],
        },
      ),
      ask('rank subjects', 'subjects', [
        'Quali temi ti servono di più? Mettili in ordine.',
        'Which subjects do you need most? Put them in order.',
        'Quels sujets vous sont le plus utiles ? Mettez-les en ordre.',
        'ما المواضيع التي تحتاج إليها أكثر؟ رتّبها.',
      ]),
      ask('select_multiple ways', 'ways', [
        'Come potresti seguirli?',
        'How could you attend?',
        'Comment pourriez-vous les suivre ?',
        'كيف يمكنك حضورها؟',
      ]),
      ask(
        'decimal',
        'hours',
        [
          'Quante ore al mese puoi dedicarci?',
          'How many hours a month can you give to it?',
          'Combien d’heures par mois pouvez-vous y consacrer ?',
          'كم ساعة في الشهر يمكنك تخصيصها؟',
        ],
        {
          constraint: '. >= 0 and . <= 100',
          message: [
            'Scrivi un numero tra 0 e 100.',
            'Write a number from 0 to 100.',
            'Écrivez un nombre entre 0 et 100.',
            'اكتب رقمًا بين 0 و100.',
          ],
        },
      ),
      ask(
        'text',
        'case',
        [
          'Quale situazione ti ha messo più in difficoltà?',
          'Which situation did you find hardest?',
          'Quelle situation vous a mis le plus en difficulté ?',
          'ما الحالة التي كانت الأصعب عليك؟',
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
    ),
  ],
  choices: [
    ...yesNo,
    ...satisfaction,
    ...choices('sectors', {
      health: ['Sanità', 'Health', 'Santé', 'الصحة'],
      social: ['Servizi sociali', 'Social services', 'Services sociaux', 'الخدمات الاجتماعية'],
      school: ['Scuola e formazione', 'School and training', 'École et formation', 'المدرسة والتدريب'],
      police: ['Forze dell’ordine', 'Police', 'Forces de l’ordre', 'قوى الأمن'],
      employment: ['Servizi per il lavoro', 'Employment services', 'Services pour l’emploi', 'خدمات التشغيل'],
      third_sector: ['Terzo settore', 'Third sector', 'Associations', 'القطاع الثالث'],
    }),
    ...choices('often', {
      daily: ['Ogni giorno', 'Every day', 'Chaque jour', 'كل يوم'],
      weekly: ['Ogni settimana', 'Every week', 'Chaque semaine', 'كل أسبوع'],
      monthly: ['Ogni mese', 'Every month', 'Chaque mois', 'كل شهر'],
      rarely: ['Più di rado', 'Less often', 'Plus rarement', 'أقل من ذلك'],
    }),
    ...choices('subjects', {
      law: ['Norme', 'Rules', 'Règles', 'القواعد'],
      language: ['Lingua facile', 'Plain language', 'Langue facile', 'اللغة السهلة'],
      mediation: ['Mediazione', 'Mediation', 'Médiation', 'الوساطة'],
      trafficking: [
        'Tratta e sfruttamento',
        'Trafficking and exploitation',
        'Traite et exploitation',
        'الاتجار والاستغلال',
      ],
      health: ['Salute e traumi', 'Health and trauma', 'Santé et traumatismes', 'الصحة والصدمات'],
    }),
    ...choices('ways', {
      here: [
        'In presenza, vicino a me',
        'In person, near me',
        'Sur place, près de chez moi',
        'حضوريًا قرب مكاني',
      ],
      online: [
        'In rete, quando posso',
        'Online, when I can',
        'En ligne, quand je peux',
        'عبر الإنترنت متى أستطيع',
      ],
      team: ['Con tutta la mia squadra', 'With all of my team', 'Avec toute mon équipe', 'مع فريقي كله'],
      work_hours: [
        'Solo in orario di lavoro',
        'Only in working hours',
        'Seulement aux heures de travail',
        'في ساعات العمل فقط',
      ],
    }),
  ],
}
