import * as fc from 'fast-check';
import { stdout } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { isOverdue } from '../time/clock.ts';
import { RULES } from './decide.ts';
import { refold } from './evolve.ts';
import { EVENT_TYPES, type DemandEventType } from './events.ts';
import { outwardEvent } from './outward.ts';
import { demandReadAccess, isKeptFrom } from './permissions.ts';
import { demandRow, periodOf } from './projections/demand-row.ts';
import { dueMoments } from './projections/due-moments.ts';
import { figureContributions, type FigureDelta } from './projections/figure-contributions.ts';
import { outwardView } from './projections/outward-view.ts';
import { workItems } from './projections/work-items.ts';
import { REFUSAL_CODES, type DemandRefusalCode } from './refusals.ts';
import { runningPromises } from './terms.ts';
import { randomHistory, type Attempt } from './testing/random-history.ts';
import { INSIDE } from './testing/well-formed.ts';
import { colleague, contextOf } from './testing/zone.ts';
import { CONCLUSIONS, OUTCOMES, STATUSES } from './vocabulary.ts';

const HISTORIES = 2_000;
const STEPS = 42;
const AT_LEAST = 20;

const seen = { events: new Map<string, number>(), refusals: new Map<string, number>() };
const sources = { allowed: 0, spoilt: 0, anything: 0 };
const outcomes = new Map<string, number>();
const statuses = new Map<string, number>();

const count = (tally: Map<string, number>, key: string): void => {
  tally.set(key, (tally.get(key) ?? 0) + 1);
};

const few = (keys: readonly string[], tally: ReadonlyMap<string, number>): readonly string[] =>
  keys.filter((key) => (tally.get(key) ?? 0) < AT_LEAST).map((key) => `${key}: ${tally.get(key) ?? 0}`);

const table = (tally: ReadonlyMap<string, number>): string =>
  [...tally]
    .sort((a, b) => a[1] - b[1])
    .map(([key, n]) => `${key} ${n}`)
    .join(', ');

const accepted = (attempt: Attempt): boolean => attempt.decision.accepted;

const tellThem = (attempts: readonly Attempt[]): void => {
  for (const { decision, from, after } of attempts) {
    sources[from] += 1;
    if (decision.accepted) for (const { type } of decision.events) count(seen.events, type);
    else count(seen.refusals, decision.refusal.code);
    if (decision.accepted && after.demand?.status === 'closed') {
      count(outcomes, after.demand.closing.outcome);
    }
    if (after.demand !== undefined) count(statuses, after.demand.status);
  }
};

/** Allowed iff not refused: what is allowed is accepted when well formed; what is blocked is refused whatever it carries. */
const checkAllowedIffNotRefused = (attempt: Attempt): void => {
  const { from, wasAllowed, decision, command, before, actor } = attempt;
  if (from === 'spoilt') return;
  if (wasAllowed && !decision.accepted) expect.fail(`${command.type}: ${JSON.stringify(decision)}`);
  const blocked = RULES[command.type].blocked(before.demand, contextOf(actor, before.now));
  if (blocked !== undefined && decision.accepted) expect.fail(`${command.type}, though ${blocked.code}`);
};

/** Whoever owes something on a demand can open it, unless it is about them. */
const checkWorkersMayRead = ({ after: { demand } }: Attempt): void => {
  if (demand === undefined) return;
  for (const { kind, holder } of workItems(demand)) {
    if (holder === undefined) continue;
    const worker = colleague(holder);
    const access = isKeptFrom(worker, demand) ? 'hidden' : 'allowed';
    expect([kind, demandReadAccess(worker, demand)]).toEqual([kind, access]);
  }
};

const checkClosed = ({ before, after }: Attempt): void => {
  const { demand, log } = after;
  if (demand?.status !== 'closed' || before.demand?.status === 'closed') return;
  const { closing } = demand;
  expect(runningPromises(demand)).toEqual([]);
  expect(OUTCOMES).toContain(closing.outcome);
  const types = log.map(({ type }) => type);
  if ('answer' in closing) {
    expect(CONCLUSIONS).toContain(closing.outcome);
    expect(types).toContain('DemandAnswered');
    const judged = closing.satisfaction.kind === 'verdict' ? 'VerdictGiven' : 'CallBackMade';
    expect(types).toContain(judged);
    expect(closing.outcome === 'conditionsLacking').toBe(closing.reviewDueAt !== undefined);
  }
  if (closing.outcome === 'withdrawn') expect(closing.askersWords).not.toBe('');
  if (closing.outcome === 'merged') expect(closing.into).not.toBe(demand.id);
  if (closing.outcome === 'finalDetermination') {
    expect(closing.legalBasis).not.toBe('');
    expect(demand.rejections).toBeGreaterThanOrEqual(2);
  }
};

const checkStepKeepsTime = ({ before, after, command }: Attempt): void => {
  if (command.type !== 'EditDemand' || before.demand === undefined) return;
  expect(after.demand?.clocks).toEqual(before.demand.clocks);
  expect(after.demand?.registeredAt).toBe(before.demand.registeredAt);
};

const checkFirstResponseStands = ({ before, after }: Attempt): void => {
  const first = before.demand?.response;
  if (first !== undefined && !isDeepStrictEqual(first, after.demand?.response)) {
    expect.fail('the first response was overwritten');
  }
};

const checkNothingInternalGoesOut = ({ after }: Attempt): void => {
  if (after.demand === undefined) return;
  expect(JSON.stringify(outwardView(after.demand))).not.toContain(INSIDE);
  expect(JSON.stringify(after.log.map(outwardEvent))).not.toContain(INSIDE);
};

const checkCallerIndependent = ({ before, command, actor, decision }: Attempt): void => {
  if (command.type !== 'RecordCallBack' || !decision.accepted || actor.kind === 'system') return;
  const handled = before.demand?.handledBy ?? [];
  const units = actor.grants.map(({ unitId }) => unitId);
  expect(handled.some(({ unitId }) => units.includes(unitId))).toBe(false);
  expect(handled.some(({ personId }) => personId === actor.personId)).toBe(false);
};

const checkAnswerStopsTheClock = ({ before, after }: Attempt): void => {
  const { demand } = after;
  if (demand?.status !== 'answered' || before.demand?.status === 'answered') return;
  expect(demand.response?.at).toBeDefined();
  expect(demand.clocks.settle.stoppedAt).toBeDefined();
  expect(isOverdue(demand.clocks.settle, after.now)).toBe(demandRow(demand).settledLate);
};

/** The form shows a refusal at its field: the name must lead there through the command. */
const checkFieldIsOfTheCommand = ({ decision, command }: Attempt): void => {
  if (decision.accepted || typeof decision.refusal.facts['field'] !== 'string') return;
  const { field } = decision.refusal.facts;
  const path = field.split('.');
  let holder: unknown = command;
  for (const part of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[part];
  const leads = path.length > 1 ? typeof holder === 'object' && holder !== null : field in command;
  if (!leads) expect.fail(`${command.type} has no ${field}`);
};

const sum = (deltas: readonly FigureDelta[]): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>();
  for (const { n, ...cell } of deltas) {
    const key = JSON.stringify(cell);
    totals.set(key, (totals.get(key) ?? 0) + n);
  }
  return new Map([...totals].filter(([, n]) => n !== 0));
};

describe('the closed loop of a demand', () => {
  test('keeps its laws in every random history', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const attempts = randomHistory(seed, STEPS);
        tellThem(attempts);
        for (const attempt of attempts) {
          checkAllowedIffNotRefused(attempt);
          checkWorkersMayRead(attempt);
          checkStepKeepsTime(attempt);
          checkFirstResponseStands(attempt);
          checkCallerIndependent(attempt);
          checkAnswerStopsTheClock(attempt);
          checkClosed(attempt);
          checkFieldIsOfTheCommand(attempt);
        }
        const last = attempts.at(-1);
        if (last === undefined) return;
        checkNothingInternalGoesOut(last);
        const { demand, log, now } = last.after;
        expect(isDeepStrictEqual(refold(log), demand)).toBe(true);
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(log)), log)).toBe(true);
        if (demand === undefined) return;
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(demand)), demand)).toBe(true);
        expect(dueMoments(demand, contextOf(last.actor, now)).map(({ kind }) => kind)).not.toContain(
          'ladderBeyond',
        );
        expect(periodOf(demand).dueAt).toBe(demandRow(demand).dueAt);
        const deltas = attempts
          .filter(accepted)
          .flatMap(({ before, after }) =>
            after.demand === undefined ? [] : figureContributions(before.demand, after.demand),
          );
        expect(sum(deltas)).toEqual(sum(figureContributions(undefined, demand)));
      }),
      { numRuns: HISTORIES, seed: 20_220_601 },
    );
  });

  test('has met every event, refusal, outcome and status often enough', () => {
    expect({
      events: few(EVENT_TYPES satisfies readonly DemandEventType[], seen.events),
      refusals: few(REFUSAL_CODES satisfies readonly DemandRefusalCode[], seen.refusals),
      outcomes: few(OUTCOMES, outcomes),
      statuses: few(STATUSES, statuses),
    }).toEqual({ events: [], refusals: [], outcomes: [], statuses: [] });
  });

  test('was drawn from the allowed actions four times in five', () => {
    const all = sources.allowed + sources.spoilt + sources.anything;
    expect(sources.allowed / all).toBeGreaterThanOrEqual(0.8);
  });
});

afterAll(() => {
  stdout.write(
    [
      `steps ${JSON.stringify(sources)}`,
      `events ${table(seen.events)}`,
      `refusals ${table(seen.refusals)}`,
      `outcomes ${table(outcomes)}`,
      `statuses ${table(statuses)}`,
      '',
    ].join('\n'),
  );
});
