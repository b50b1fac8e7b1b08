import {
  holdPolicySession,
  POLICY_SESSION_CHANGES as CHANGES,
  policySession,
  policySessions,
} from '@xiaoer/contract/policy-session';
import type { Role } from '@xiaoer/domain/access/role';
import type { AnswerBody } from '../lib/client/call.ts';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { policySessionTexts } from '../lib/messages/policy-session-texts.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { usePersonWords } from '../ui/words.tsx';

export type SessionRow = AnswerBody<typeof policySessions>['items'][number];
export type SessionRecord = AnswerBody<typeof policySession>;

/** Who is offered to record sessions; the server decides. */
export const HOLDERS: readonly Role[] = ['desk', 'officer', 'guide', 'unit-head', 'handler'];

const knownOf = (entries: readonly { readonly id: string; readonly name: string }[]) =>
  entries.map(({ id, name }) => ({ value: id, label: name }));

function useParticulars(record?: SessionRecord) {
  const t = useTexts(policySessionTexts);
  const named = usePersonWords();
  const speakers = (record?.speakers ?? []).map(({ id, name }) => ({ id, name: named(name) }));
  return {
    about: [
      { kind: 'text', name: 'topic', label: t('topic'), required: true, longest: 200 },
      { kind: 'day', name: 'on', label: t('on'), required: true },
      { kind: 'text', name: 'place', label: t('place'), longest: 200 },
    ],
    heldBy: [
      { kind: 'one', name: 'organiserUnitId', label: t('organiser'), required: true, source: sources.units },
      {
        kind: 'several',
        name: 'speakerIds',
        label: t('speakers'),
        source: sources.staff,
        known: knownOf(speakers),
      },
    ],
    reached: [
      { kind: 'number', name: 'attendees', label: t('attendees'), required: true },
      {
        kind: 'several',
        name: 'enterpriseIds',
        label: t('enterprises'),
        source: sources.enterprises,
        known: knownOf(record?.attended ?? []),
      },
      { kind: 'yes', name: 'handbookGiven', label: t('handbookGiven') },
    ],
  } as const;
}

/** Recording a session that was held; afterwards its page opens. */
export function useHoldAct(): Act {
  const t = useTexts(policySessionTexts);
  const change = useChange();
  const go = useNavigateTo();
  const today = useToday();
  const { about, heldBy, reached } = useParticulars();
  return act({
    key: 'hold',
    label: t('hold'),
    fields: [...about, ...heldBy, ...reached],
    initial: { on: today },
    send: change(holdPolicySession, { after: ({ id }) => go(`/policy-sessions/${id}`) }),
  });
}

/** Correcting and striking a session. */
export function useSessionActs(record: SessionRecord): readonly [Act, Act] {
  const t = useTexts(policySessionTexts);
  const change = useChange();
  const on = { params: { id: record.id }, ifMatch: record.version };
  const { about, heldBy, reached } = useParticulars(record);
  return [
    act({
      key: 'correct',
      label: t('correct'),
      fields: [...about, ...heldBy, ...reached],
      initial: {
        topic: record.topic,
        on: record.on,
        place: record.place ?? '',
        organiserUnitId: record.organiserUnitId,
        speakerIds: record.speakers.map(({ id }) => id),
        attendees: String(record.attendees),
        enterpriseIds: record.attended.map(({ id }) => id),
        handbookGiven: record.handbookGiven,
      },
      send: change(CHANGES.CorrectPolicySession, on),
    }),
    act({
      key: 'strike',
      label: t('strike'),
      lead: t('strikeLead'),
      grave: true,
      fields: [{ kind: 'text', name: 'reason', label: t('reason'), required: true, longest: 500 }],
      send: change(CHANGES.StrikePolicySession, on),
    }),
  ];
}
