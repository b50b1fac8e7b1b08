import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from './events.ts';
import type { RecordedDemandEvent } from './evolve.ts';
import { outwardEvent, OUTWARD_FIELDS } from './outward.ts';
import { outwardView } from './projections/outward-view.ts';
import { randomHistory } from './testing/random-history.ts';
import { INSIDE, OUTSIDE } from './testing/well-formed.ts';

/** One event of each type, from as many histories as it takes. */
const samples = (): ReadonlyMap<string, RecordedDemandEvent> => {
  const found = new Map<string, RecordedDemandEvent>();
  for (let seed = 1; found.size < EVENT_TYPES.length && seed < 1_000; seed += 1) {
    for (const event of randomHistory(seed, 42).at(-1)?.after.log ?? []) found.set(event.type, event);
  }
  return found;
};
const SAMPLES = samples();

/** Kept by hand from product section 3: the asker is not even told that these happened. */
const INSIDE_ONLY = [
  'RemitDecided',
  'DemandDeclined',
  'ConsultationOpened',
  'OptionsCompared',
  'NoteAdded',
  'TaskGiven',
  'TaskCompleted',
  'TaskCancelled',
  'ReportedUpwards',
  'InstructionGiven',
  'InstructionCarriedOut',
  'DemandSeen',
  'ExtensionAsked',
  'ExtensionRefused',
  'AnswerSubmitted',
  'AnswerReturned',
  'LadderStepReached',
  'ReminderSent',
  'SupervisionNoticeIssued',
  'SupervisionNoticeAnswered',
  'NoticeAcknowledged',
  'ConfidentialitySet',
  'ConfidentialityLifted',
];

test('what happens inside alone is hidden from the asker, and nothing else is', () => {
  expect(EVENT_TYPES.filter((type) => OUTWARD_FIELDS[type] === 'hidden')).toEqual(INSIDE_ONLY);
});

describe.each(EVENT_TYPES)('%s towards the asker', (type) => {
  const event = SAMPLES.get(type);

  test('shows its listed fields and nothing marked as internal', () => {
    expect(event).toBeDefined();
    if (event === undefined) return;
    const listed = OUTWARD_FIELDS[type];
    const shown = outwardEvent(event);
    if (listed === 'hidden') {
      expect(shown).toBeUndefined();
      return;
    }
    expect(
      Object.keys(shown?.fields ?? {}).filter((key) => !(listed as readonly string[]).includes(key)),
    ).toEqual([]);
    for (const [field, value] of Object.entries(event)) {
      const text = JSON.stringify(value);
      if (text.includes(INSIDE)) expect(shown?.fields).not.toHaveProperty(field);
      if (text.includes(OUTSIDE)) expect(shown?.fields).toHaveProperty(field);
    }
  });
});

describe("the asker's view of a demand", () => {
  test('carries outward words and no field that staff keep for themselves', () => {
    const demand = randomHistory(7, 42).at(-1)?.after.demand;
    expect(demand).toBeDefined();
    if (demand === undefined) return;
    const view = outwardView(demand);
    expect(JSON.stringify(view)).toContain(OUTSIDE);
    for (const kept of ['notices', 'declinedBy', 'handledBy', 'hiding', 'source', 'seenBy', 'reports']) {
      expect(view).not.toHaveProperty(kept);
    }
  });
});
