import { planVisit, recordVisit, VISIT_CHANGES as CHANGES } from '@xiaoer/contract/visit';
import { demands } from '@xiaoer/contract/demand-views';
import { VISIT_PURPOSES, VISIT_TARGET_KINDS } from '@xiaoer/domain/visit/visit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../lib/client/query.ts';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { visitTexts } from '../lib/messages/visit-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { useMe } from '../lib/session/use-me.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { FieldValues } from '../ui/form/field-spec.ts';
import type { VisitRecord } from './words.ts';

const kindIs =
  (...kinds: readonly (typeof VISIT_TARGET_KINDS)[number][]) =>
  (values: FieldValues): boolean =>
    kinds.some((kind) => kind === values['target.kind']);

/** A site is chosen on the enterprise's page: its form comes from there. */
const ASKED_KINDS = VISIT_TARGET_KINDS.filter((kind) => kind !== 'site');

function useParticulars() {
  const t = useTexts(visitTexts);
  const { choices } = useZoneWords();
  return [
    {
      kind: 'chips',
      name: 'target.kind',
      label: t('targetKind'),
      required: true,
      choices: choices('target', ASKED_KINDS),
    },
    {
      kind: 'one',
      name: 'target.enterpriseId',
      label: t('enterprise'),
      required: true,
      source: sources.enterprises,
      when: kindIs('enterprise', 'workshop', 'institute'),
    },
    {
      kind: 'one',
      name: 'target.projectId',
      label: t('project'),
      required: true,
      source: sources.projects,
      when: kindIs('project'),
    },
    {
      kind: 'one',
      name: 'target.territoryId',
      label: t('territory'),
      required: true,
      source: sources.territories,
      when: kindIs('territory'),
    },
    {
      kind: 'text',
      name: 'target.name',
      label: t('targetName'),
      required: true,
      longest: 200,
      when: kindIs('workshop', 'team'),
    },
    { kind: 'day', name: 'on', label: t('on'), required: true },
    {
      kind: 'ticks',
      name: 'purposes',
      label: t('purposes'),
      required: true,
      choices: choices('purpose', VISIT_PURPOSES),
    },
  ] as const;
}

/** Planning a visit and recording one that was made; the signed-in person is a visitor unless taken away. */
export function useNewVisits(enterprise?: string): readonly [Act, Act] {
  const t = useTexts(visitTexts);
  const me = useMe();
  const today = useToday();
  const change = useChange();
  const go = useNavigateTo();
  const particulars = useParticulars();
  const known = me === undefined ? [] : [{ value: me.personId, label: me.name }];
  const visitors = {
    kind: 'several',
    name: 'visitorIds',
    label: t('visitors'),
    required: true,
    source: sources.staff,
    known,
  } as const;
  const initial: FieldValues = {
    'target.kind': 'enterprise',
    ...(enterprise === undefined ? {} : { 'target.enterpriseId': enterprise }),
    on: today,
    visitorIds: known.map(({ value }) => value),
    purposes: ['service'],
  };
  const after = ({ id }: { readonly id: string }): void => go(`/visits/${id}`);
  return [
    act({
      key: 'plan',
      label: t('plan'),
      icon: 'plus',
      fields: [...particulars, visitors],
      initial,
      send: change(planVisit, { after }),
    }),
    act({
      key: 'record',
      label: t('record'),
      icon: 'check',
      fields: [...particulars, visitors, { kind: 'area', name: 'note', label: t('note'), longest: 2_000 }],
      initial,
      send: change(recordVisit, { after }),
    }),
  ];
}

/** Demands by number or words, for linking a finding. */
function useDemandSource() {
  const [q, onType] = useState('');
  const query = {
    limit: 20,
    show: 'all' as const,
    sort: 'raisedAt' as const,
    order: 'desc' as const,
    ...(q ? { q } : {}),
  };
  const { data } = useQuery({ ...reading(demands, { query }), placeholderData: keepPreviousData });
  const options = (data?.body.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: title,
    note: number,
  }));
  return { options, onType, matches: () => true };
}

/** Called by the field that shows it. */
const demandSource = useDemandSource;

function useTools(record: VisitRecord) {
  const change = useChange();
  return {
    t: useTexts(visitTexts),
    words: useZoneWords(),
    today: useToday(),
    change,
    on: { params: { id: record.id }, ifMatch: record.version },
  };
}

/** What may be done with a visit as it stands. */
export function useVisitActs(record: VisitRecord): readonly Act[] {
  const { t, words, today, change, on } = useTools(record);
  const note = { kind: 'area', name: 'note', label: t('note'), longest: 2_000 } as const;
  const make = act({
    key: 'make',
    label: t('make'),
    icon: 'check',
    fields: [{ kind: 'day', name: 'on', label: t('on'), required: true }, note],
    initial: { on: record.on > today ? today : record.on },
    send: change(CHANGES.MakeVisit, on),
  });
  const find = act({
    key: 'find',
    label: t('addFinding'),
    icon: 'plus',
    fields: [{ kind: 'area', name: 'text', label: t('finding'), required: true, longest: 2_000 }],
    send: change(CHANGES.AddFinding, on),
  });
  const correct = act({
    key: 'correct',
    label: t('correct'),
    fields: [
      {
        kind: 'ticks',
        name: 'purposes',
        label: t('purposes'),
        required: true,
        choices: words.choices('purpose', VISIT_PURPOSES),
      },
      note,
    ],
    initial: { purposes: record.purposes, note: record.note ?? '' },
    send: change(CHANGES.CorrectVisit, on),
  });
  const cancel = act({
    key: 'cancel',
    label: t('cancel'),
    lead: t('cancelLead'),
    grave: true,
    fields: [{ kind: 'text', name: 'reason', label: t('reason'), required: true, longest: 500 }],
    send: change(CHANGES.CancelVisit, on),
  });
  if (record.progress === 'cancelled') return [];
  return record.progress === 'planned' ? [make, correct, cancel] : [find, correct];
}

/** Saying which demand a finding became. */
export function useLinkAct(record: VisitRecord): (findingId: string) => Act {
  const { t, change, on } = useTools(record);
  return (findingId) =>
    act({
      key: `link-${findingId}`,
      label: t('linkFinding'),
      fields: [{ kind: 'one', name: 'demandId', label: t('demand'), required: true, source: demandSource }],
      send: change(CHANGES.LinkFinding, { ...on, fixed: { findingId } }),
    });
}
