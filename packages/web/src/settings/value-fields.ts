import { RETURN_VISIT_KINDS } from '@xiaoer/domain/demand/vocabulary';
import { RECIPIENT_KINDS } from '@xiaoer/domain/time/ladder';
import { LIMIT_STARTS, LIMIT_UNITS } from '@xiaoer/domain/time/limits';
import { sources } from '../lib/directory/sources.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import type { FieldSpec, FieldValues } from '../ui/form/field-spec.ts';
import type { Limit, Values } from './read.ts';

/** What was typed, before it becomes a value of its key. */
export type Typed = Readonly<Record<string, unknown>>;

const limitOf = (typed: Typed): Limit =>
  ({
    unit: typed['unit'],
    amount: typed['amount'],
    start: typed['start'],
    rollForward: typed['rollForward'],
  }) as Limit;

const initialLimit = (value: Limit): FieldValues => ({
  amount: String(value.amount),
  unit: value.unit,
  start: value.start,
  rollForward: value.rollForward,
});

const isOn = (values: FieldValues): boolean => values['isOn'] === true;

function useWords() {
  const t = useTexts(cataloguePageTexts);
  const { choices, word } = useZoneWords();
  return { t, choices, word };
}
type Words = ReturnType<typeof useWords>;

const unitField = ({ t, choices }: Words) =>
  ({
    kind: 'choice',
    name: 'unit',
    label: t('measure'),
    required: true,
    choices: choices('unit', LIMIT_UNITS),
  }) as const satisfies FieldSpec;

const amountField = ({ t }: Words) =>
  ({ kind: 'number', name: 'amount', label: t('amount'), required: true }) as const satisfies FieldSpec;

const limitFields = (words: Words): readonly FieldSpec[] => [
  amountField(words),
  unitField(words),
  {
    kind: 'chips',
    name: 'start',
    label: words.t('start'),
    required: true,
    choices: words.choices('start', LIMIT_STARTS),
  },
  { kind: 'yes', name: 'rollForward', label: words.t('rollForward') },
];

/** One number, one yes or no, several of either. */
const plainFields = (words: Words) => ({
  limit: (value: Limit) => ({ fields: limitFields(words), initial: initialLimit(value), value: limitOf }),
  count: (value: number) => ({
    fields: [amountField(words)],
    initial: { amount: String(value) },
    value: (typed: Typed) => typed['amount'],
  }),
  yes: (label: string, value: boolean) => ({
    fields: [{ kind: 'yes', name: 'on', label } as const],
    initial: { on: value },
    value: (typed: Typed) => typed['on'],
  }),
  numbers: <Name extends string>(
    labels: Readonly<Record<Name, string>>,
    value: Readonly<Record<Name, number>>,
  ) => ({
    fields: Object.entries<string>(labels).map(
      ([name, label]) => ({ kind: 'number', name, label, required: true }) as const,
    ),
    initial: Object.fromEntries(Object.entries<number>(value).map(([name, each]) => [name, String(each)])),
    value: (typed: Typed) => typed,
  }),
  flags: <Name extends string>(
    labels: Readonly<Record<Name, string>>,
    value: Readonly<Record<Name, boolean>>,
  ) => ({
    fields: Object.entries<string>(labels).map(([name, label]) => ({ kind: 'yes', name, label }) as const),
    initial: value as FieldValues,
    value: (typed: Typed) => typed,
  }),
});

const returnVisitFields = (words: Words) => (value: Values['returnVisit'], fallback: Limit) => ({
  fields: [
    { kind: 'yes', name: 'isOn', label: words.t('enabled') } as const,
    ...limitFields(words).map((field) => ({ ...field, when: isOn })),
    {
      kind: 'chips',
      name: 'kind',
      label: words.t('kind'),
      required: true,
      choices: words.choices('returnVisit', RETURN_VISIT_KINDS),
      when: isOn,
    } as const,
  ],
  initial: {
    ...initialLimit(value?.delay ?? fallback),
    isOn: value !== null,
    kind: value?.kind ?? 'phone',
  },
  value: (typed: Typed) => (typed['isOn'] === true ? { delay: limitOf(typed), kind: typed['kind'] } : null),
});

const typedPause = (typed: Typed) => ({
  proofNeeded: typed['proofNeeded'],
  cap: { unit: typed['unit'], amount: typed['amount'] },
});

const pauseFields = (words: Words) => (value: Values['pauseReasons'], at: number) => {
  const reason = value[at];
  const proofNeeded = { kind: 'yes', name: 'proofNeeded', label: words.t('proofNeeded') } as const;
  return {
    fields: [amountField(words), unitField(words), proofNeeded],
    initial: {
      amount: String(reason?.cap.amount ?? ''),
      unit: reason?.cap.unit ?? '',
      proofNeeded: reason?.proofNeeded ?? false,
    },
    value: (typed: Typed, now: Values['pauseReasons']) =>
      now.map((each) => (each.key === reason?.key ? { ...each, ...typedPause(typed) } : each)),
  };
};

const onTheSpotFields =
  ({ t }: Words) =>
  (value: readonly string[], nameOf: (key: string) => string) => ({
    fields: [
      {
        kind: 'several',
        name: 'keys',
        label: t('category'),
        source: sources.categories,
        known: value.map((key) => ({ value: key, label: nameOf(key) })),
      } as const,
    ],
    initial: { keys: value },
    value: (typed: Typed) => typed['keys'],
  });

type Rung = Values['ladders'][keyof Values['ladders']]['steps'][number] | undefined;

const initialRung = (rung: Rung): FieldValues => ({
  ...(rung?.at.kind === 'usedFraction' ? { percent: String(Math.round(rung.at.fraction * 100)) } : {}),
  ...(rung?.at.kind === 'afterDue' ? initialLimit(rung.at.limit) : {}),
  recipients: rung?.recipients ?? [],
});

const typedRung = (rung: Rung, typed: Typed) => ({
  recipients: typed['recipients'],
  at:
    rung?.at.kind === 'usedFraction'
      ? { kind: 'usedFraction', fraction: Number(typed['percent']) / 100 }
      : { kind: 'afterDue', limit: limitOf(typed) },
});

const rungFields =
  (words: Words) => (ladders: Values['ladders'], promise: keyof Values['ladders'], at: number) => {
    const rung = ladders[promise].steps[at];
    const momentFields: readonly FieldSpec[] =
      rung?.at.kind === 'usedFraction'
        ? [{ kind: 'number', name: 'percent', label: words.t('moment'), required: true }]
        : limitFields(words);
    const recipients = {
      kind: 'ticks',
      name: 'recipients',
      label: words.t('toWhom'),
      required: true,
      choices: words.choices('recipient', RECIPIENT_KINDS),
    } as const;
    return {
      fields: [...momentFields, recipients],
      initial: initialRung(rung),
      value: (typed: Typed, now: Values['ladders']) => ({
        ...now,
        [promise]: {
          steps: now[promise].steps.map((each) =>
            each.step === rung?.step ? { ...each, ...typedRung(rung, typed) } : each,
          ),
        },
      }),
    };
  };

/** The fields for the values' own kinds. */
export function useValueFields() {
  const words = useWords();
  return {
    t: words.t,
    word: words.word,
    ...plainFields(words),
    returnVisit: returnVisitFields(words),
    pause: pauseFields(words),
    onTheSpot: onTheSpotFields(words),
    rung: rungFields(words),
  };
}
