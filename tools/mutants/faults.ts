import { PLATFORM } from './platform-faults.ts';
import { DOMAIN, planted, type Fault } from './planted.ts';

const TIME = planted(
  `${DOMAIN}/time`,
  ['clock', 'limits', 'work-time', 'workdays', 'ladder', 'effective-dated'],
  [
    [
      'exactly at the due time is late',
      'clock.ts',
      'runningUntil(clock, now) > clock.dueAt',
      'runningUntil(clock, now) >= clock.dueAt',
    ],
    [
      'a stopped clock can be stopped again',
      'clock.ts',
      'clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock',
      '({ ...clock, stoppedAt: at })',
    ],
    ['a paused clock keeps its colour', 'clock.ts', "if (isPaused(clock, now)) return 'grey';", ''],
    [
      'overlapping pauses count twice',
      'pause.ts',
      'last === undefined || pause.from > last.to',
      'last === undefined || pause.from >= last.from',
    ],
    [
      'a pause lasts beyond its cap',
      'pause.ts',
      'return minInstant(pause.until, pause.to);',
      'return pause.to;',
    ],
    [
      'the first day counts where it should not',
      'limits.ts',
      "limit.start === 'nextDay' ? limit.amount : Math.max(0, limit.amount - 1)",
      "limit.start === 'nextDay' ? limit.amount - 1 : Math.max(0, limit.amount - 1)",
    ],
    [
      'a limit ending on a day off stays there',
      'limits.ts',
      'limit.rollForward ? workdayOnOrAfter(calendar, day) : covered(day)',
      'covered(day)',
    ],
    [
      'a holiday is worked',
      'calendar-index.ts',
      "if (exception.kind === 'holiday') return {};",
      "if (exception.kind === 'holiday') return weekday;",
    ],
    [
      'beyond the coverage the calendar guesses',
      'workdays.ts',
      'if (!reaches(index, day)) return outsideOn(date);\n  const hours',
      'const hours',
    ],
    [
      'working time ends at the start of the next span',
      'work-time.ts',
      'forward ? rest <= length : rest < length',
      'forward ? rest < length : rest <= length',
    ],
    [
      'a later policy touches running promises',
      'ladder.ts',
      'dateOf(clock.startedAt)',
      'dateOf(clock.dueAt)',
    ],
    ['a value lapses a day early', 'effective-dated.ts', 'date <= entry.to', 'date < entry.to'],
  ],
);

const DEMAND = planted(
  `${DOMAIN}/demand`,
  ['demand.test', 'refusals.test', 'permissions.test', 'outward.test', 'projections', 'liangjiang.test'],
  [
    [
      'a denied solution closes the demand',
      'commands/judgement.ts',
      "(CLAIMS.includes(conclusion) && verdict.solved === 'unsolved')",
      'false',
    ],
    [
      'a rejection needs no words',
      'commands/judgement.ts',
      "isRejection(answer, verdict) && verdict.words.trim() === ''",
      'false',
    ],
    [
      'a partly solved demand counts as solved',
      'commands/judgement.ts',
      "satisfaction.solved === 'solved' ? 'solved' : 'partlySolved'",
      "'solved'",
    ],
    [
      'a handler calls back for the own answer',
      'commands/verdict.ts',
      'handled.some(({ personId }) => personId !== undefined && persons.includes(personId)) ||',
      '',
    ],
    [
      'the unit that handled it calls back',
      'commands/verdict.ts',
      'demand.handledBy.some(({ unitId }) => units.includes(unitId))',
      'false',
    ],
    [
      'calls that nobody answers count as often as they are made',
      'call-attempts.ts',
      'covered(dateOf(now) <= day.value)',
      'covered(false)',
    ],
    [
      'the last rejection calls no consultation',
      'commands/verdict.ts',
      'round >= context.settings.rejectionsBeforeConsultation',
      'round > context.settings.rejectionsBeforeConsultation',
    ],
    [
      'a unit declines when it is too late',
      'commands/routing.ts',
      'declineUntil !== undefined && now > declineUntil',
      'false',
    ],
    [
      'a unit that declined gets it again',
      'commands/routing.ts',
      'when(demand.declinedBy.includes(lead.unitId)',
      'when(false',
    ],
    [
      "a handler's answer goes out unapproved",
      'commands/answer.ts',
      'context.settings.answerApproval &&',
      'false &&',
    ],
    [
      'what was referred is answered without the other body',
      'commands/answer.ts',
      "demand.status === 'referred' && demand.referral.outsideAnswer === undefined",
      'false',
    ],
    ['a pause needs no proof', 'commands/clocks.ts', 'configured.proofNeeded && proof.length === 0', 'false'],
    [
      'extensions never run out',
      'commands/clocks.ts',
      'demand.extensions >= settings.extension.maxTimes',
      'false',
    ],
    [
      'a withdrawal forgets the words of the asker',
      'folds/closing.ts',
      'askersWords: event.askersWords',
      "askersWords: '' as typeof event.askersWords",
    ],
    ['the asker reads an internal note', 'outward.ts', "NoteAdded: 'hidden'", 'NoteAdded: []'],
    [
      'a confidential demand is shown to the unit it is about',
      'permissions.ts',
      "if (isKeptFrom(actor, demand)) return 'hidden';",
      '',
    ],
    [
      'everybody may give the verdict',
      'permissions.ts',
      'GiveVerdict: asker',
      'GiveVerdict: any(asker, desk)',
    ],
    [
      'a paused demand climbs the ladder',
      'ladder.ts',
      "demand.pause !== undefined || demand.status === 'closed'",
      "demand.status === 'closed'",
    ],
    [
      'nobody asks when the verdict stays out',
      'projections/due-moments.ts',
      "demand.status === 'answered'\n",
      "demand.status === ('never' as string)\n",
    ],
  ],
);

const PEOPLE = [
  ...planted(
    `${DOMAIN}/person`,
    ['actor-for', 'decide.test'],
    [
      [
        'a stand-in acts while nobody is absent',
        'actor-for.ts',
        'principal.absences.some((absence) => covers(absence, day)) &&',
        '',
      ],
      [
        'what was lent is lent on to a contact',
        'actor-for.ts',
        "grant.role !== 'enterprise' && (standsIn",
        '(standsIn',
      ],
      [
        'a person no longer active keeps their roles',
        'actor-for.ts',
        "person.standing.kind === 'active' ? person.grants.filter((grant) => covers(grant, day)) : []",
        'person.grants.filter((grant) => covers(grant, day))',
      ],
      [
        'one person stands in for themselves',
        'decide-cover.ts',
        "if (personId === state.id) return refused('person.stand-in-self');",
        '',
      ],
    ],
  ),
  ...planted(
    `${DOMAIN}/enterprise`,
    ['credit-code', 'size-class', 'decide.test'],
    [
      [
        'the letter I is taken for a digit of the code',
        'credit-code.ts',
        "'0123456789ABCDEFGHJKLMNPQRTUWXY'",
        "'0123456789ABCDEFGHIJKLMNPQRTUWX'",
      ],
      [
        'one figure is enough for a size class',
        'size-class.ts',
        'needed.every((figure) => (figures',
        'needed.some((figure) => (figures',
      ],
      [
        'the last site is closed',
        'decide-sites.ts',
        'return others ? accepted',
        'return others || known.open ? accepted',
      ],
    ],
  ),
];

const CONFIGURATION = [
  ...planted(
    `${DOMAIN}/catalogue`,
    ['unit-for', 'decide.test'],
    [
      [
        'the whole zone comes before the place',
        'unit-for.ts',
        '[...asked.territoryPath, undefined]',
        '[undefined, ...asked.territoryPath]',
      ],
      [
        'a category becomes its own parent',
        'decide.ts',
        "if (parent.path.includes(key)) return refused('category.would-be-circular');",
        '',
      ],
    ],
  ),
  ...planted(
    `${DOMAIN}/settings`,
    ['decide.test'],
    [
      [
        'a setting is changed in the past',
        'decide.ts',
        "if (from < today) return refused('settings.from-in-past', { today });",
        '',
      ],
    ],
  ),
  ...planted(
    DOMAIN,
    ['permissions.test'],
    [
      [
        'the administrator reads the audit',
        'permissions.ts',
        "judge(actor.kind === 'system' || hasRole(actor, 'inspector'), isStaff(actor))",
        "judge(actor.kind === 'system' || hasRole(actor, 'inspector', 'admin'), isStaff(actor))",
      ],
    ],
  ),
];

const PACKAGE = planted(
  `${DOMAIN}/package`,
  ['package'],
  [
    [
      'a package closed by hand keeps its open demands',
      'decide.ts',
      '...openParts.map((demandId) => takenOut(demandId, reason)),',
      '',
    ],
    [
      'one that was closed by hand opens again with a demand',
      'decide.ts',
      'closedBecause === undefined ? { type',
      'true ? { type',
    ],
  ],
);

/** Forty and more faults, each of which a test must notice. */
export const FAULTS: readonly Fault[] = [
  ...TIME,
  ...DEMAND,
  ...PACKAGE,
  ...PEOPLE,
  ...CONFIGURATION,
  ...PLATFORM,
];
