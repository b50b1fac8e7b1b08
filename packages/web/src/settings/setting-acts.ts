import { SETTINGS_CHANGES as CHANGES } from '@xiaoer/contract/settings';
import type { SettingKey } from '@xiaoer/domain/settings/state';
import { RECIPIENT_KINDS } from '@xiaoer/domain/time/ladder';
import { LIMIT_STARTS, LIMIT_UNITS } from '@xiaoer/domain/time/limits';
import { RETURN_VISIT_KINDS } from '@xiaoer/domain/demand/vocabulary';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import type { Act, Send } from '../ui/form/act.tsx';
import type { FieldSpec, FieldValues } from '../ui/form/field-spec.ts';
import type { Limit, Settings, Values } from './read.ts';

/** What was typed, before it becomes a value of its key. */
export type Typed = Readonly<Record<string, unknown>>;

/** How one value, or one part of it, is asked for. */
export type Question<Key extends SettingKey> = {
  readonly key: Key;
  /** Tells questions about parts of the same key apart. */
  readonly part?: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  readonly initial: FieldValues;
  readonly value: (typed: Typed) => unknown;
};

type Given = { readonly from?: unknown; readonly reason?: unknown };

/** Acts that set a value from a day on, with its reason. */
export function useSettingActs(settings: Settings) {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const { word } = useZoneWords();
  const change = useChange();
  const today = useToday();
  const on = { params: { id: settings.id }, ifMatch: settings.version };
  const send = change(CHANGES.ChangeSetting, on);
  const sendFor =
    <Key extends SettingKey>({ key, value }: Question<Key>): Send =>
    (typed) => {
      const { from, reason, ...rest } = typed as Typed & Given;
      return send({ from, reason, change: { key, value: value(rest) } });
    };
  const fields: readonly FieldSpec[] = [
    { kind: 'day', name: 'from', label: t('changeFrom'), required: true },
    { kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, longest: 500 },
  ];
  return {
    ask: <Key extends SettingKey>(question: Question<Key>): Act => ({
      key: `${question.key}-${question.part ?? ''}`,
      label: t('changeOf', { name: question.title }),
      fields: [...question.fields, ...fields],
      initial: { ...question.initial, from: today },
      send: sendFor(question),
    }),
    withdraw: (key: SettingKey, from: string): Act => ({
      key: `withdraw-${key}-${from}`,
      label: t('withdraw'),
      lead: `${word(`setting.${key}`)}${marks.colon}${t('withdrawLead')}`,
      grave: true,
      fields: [],
      send: change(CHANGES.WithdrawSettingChange, { ...on, fixed: { key, from } }) as Send,
    }),
  };
}

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

/** The fields for the values' own kinds. */
export function useValueFields() {
  const t = useTexts(cataloguePageTexts);
  const { choices, word } = useZoneWords();
  const unit = {
    kind: 'choice',
    name: 'unit',
    label: t('measure'),
    required: true,
    choices: choices('unit', LIMIT_UNITS),
  } as const satisfies FieldSpec;
  const amount = {
    kind: 'number',
    name: 'amount',
    label: t('amount'),
    required: true,
  } as const satisfies FieldSpec;
  const limit: readonly FieldSpec[] = [
    amount,
    unit,
    {
      kind: 'chips',
      name: 'start',
      label: t('start'),
      required: true,
      choices: choices('start', LIMIT_STARTS),
    },
    { kind: 'yes', name: 'rollForward', label: t('rollForward') },
  ];
  return {
    t,
    word,
    limit: (value: Limit) => ({ fields: limit, initial: initialLimit(value), value: limitOf }),
    count: (value: number) => ({
      fields: [amount],
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
    returnVisit: (value: Values['returnVisit'], fallback: Limit) => {
      return {
        fields: [
          { kind: 'yes', name: 'isOn', label: t('enabled') } as const,
          ...limit.map((field) => ({ ...field, when: isOn })),
          {
            kind: 'chips',
            name: 'kind',
            label: t('kind'),
            required: true,
            choices: choices('returnVisit', RETURN_VISIT_KINDS),
            when: isOn,
          } as const,
        ],
        initial: {
          ...initialLimit(value?.delay ?? fallback),
          isOn: value !== null,
          kind: value?.kind ?? 'phone',
        },
        value: (typed: Typed) =>
          typed['isOn'] === true ? { delay: limitOf(typed), kind: typed['kind'] } : null,
      };
    },
    pause: (value: Values['pauseReasons'], at: number) => {
      const reason = value[at];
      return {
        fields: [amount, unit, { kind: 'yes', name: 'proofNeeded', label: t('proofNeeded') } as const],
        initial: {
          amount: String(reason?.cap.amount ?? ''),
          unit: reason?.cap.unit ?? '',
          proofNeeded: reason?.proofNeeded ?? false,
        },
        value: (typed: Typed) =>
          value.map((each, index) =>
            index === at
              ? {
                  ...each,
                  proofNeeded: typed['proofNeeded'],
                  cap: { unit: typed['unit'], amount: typed['amount'] },
                }
              : each,
          ),
      };
    },
    onTheSpot: (value: readonly string[], nameOf: (key: string) => string) => ({
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
    }),
    rung: (ladders: Values['ladders'], promise: keyof Values['ladders'], at: number) => {
      const rung = ladders[promise].steps[at];
      const isFraction = rung?.at.kind === 'usedFraction';
      const momentFields: readonly FieldSpec[] = isFraction
        ? [{ kind: 'number', name: 'percent', label: t('moment'), required: true }]
        : limit;
      return {
        fields: [
          ...momentFields,
          {
            kind: 'ticks',
            name: 'recipients',
            label: t('toWhom'),
            required: true,
            choices: choices('recipient', RECIPIENT_KINDS),
          } as const,
        ],
        initial: {
          ...(rung?.at.kind === 'usedFraction'
            ? { percent: String(Math.round(rung.at.fraction * 100)) }
            : {}),
          ...(rung?.at.kind === 'afterDue' ? initialLimit(rung.at.limit) : {}),
          recipients: rung?.recipients ?? [],
        },
        value: (typed: Typed) => ({
          ...ladders,
          [promise]: {
            steps: ladders[promise].steps.map((each, index) =>
              index === at
                ? {
                    ...each,
                    recipients: typed['recipients'],
                    at: isFraction
                      ? { kind: 'usedFraction', fraction: Number(typed['percent']) / 100 }
                      : { kind: 'afterDue', limit: limitOf(typed) },
                  }
                : each,
            ),
          },
        }),
      };
    },
  };
}
