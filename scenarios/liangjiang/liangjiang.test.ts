import { createHash } from 'node:crypto';
import { creditCodeProblem } from '@xiaoer/domain/enterprise/credit-code';
import { minuteOfDay } from '@xiaoer/domain/time/instant';
import { describe, expect, it } from 'vitest';
import type { IdOf, ScenarioStep } from '../scenario.ts';
import { CASES } from './cases/cases.ts';
import { demandsOf, liangjiang } from './liangjiang.ts';
import { zoneOf } from './zone.ts';

const idOf = ((name: string) => createHash('sha256').update(name).digest('hex')) as unknown as IdOf;
const story = liangjiang.story(idOf);
const zone = zoneOf(idOf);
const demands = demandsOf(zone);

const registrations = story.steps.flatMap(({ command }) =>
  command.type === 'RegisterDemand' || command.type === 'SettleOnTheSpot' ? [command] : [],
);

describe('the story of liangjiang', () => {
  it('is the same every time it is told', () => {
    expect(liangjiang.story(idOf)).toEqual(story);
  });

  it('has 476 demands, each with its own text, number and id', () => {
    expect(registrations).toHaveLength(476);
    for (const of of [
      registrations.map(({ particulars }) => particulars.text),
      registrations.map(({ number }) => number),
      registrations.map(({ demandId }) => demandId),
    ])
      expect(new Set(of).size).toBe(476);
  });

  it('leaves no blank of a phrase unfilled', () => {
    const said = JSON.stringify(story.steps);
    expect(said).not.toMatch(/\{[ndbg]\}/);
    expect(said).not.toMatch(/undefined|\[object/);
  });

  it('settles 198 of 309 of its own and refers 167', () => {
    const own = demands.filter(({ matter }) => matter.body === undefined);
    expect(own).toHaveLength(309);
    expect(own.filter(({ isSettled }) => isSettled)).toHaveLength(198);
    expect(demands.length - own.length).toBe(167);
  });

  it('runs forward in time and ends on the freeze date', () => {
    const moments = story.steps.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    expect(moments.at(-1)! < story.until).toBe(true);
  });

  it('works in office hours, but for emergencies', () => {
    const atNight = story.steps.filter(
      ({ at }) => minuteOfDay(at) < 8 * 60 || minuteOfDay(at) > 18 * 60 + 15,
    );
    const urgent = new Set(
      registrations.filter(({ urgency }) => urgency === 'critical').map(({ demandId }) => String(demandId)),
    );
    expect(urgent.size).toBe(5);
    expect(atNight.every(({ id }: ScenarioStep) => urgent.has(id))).toBe(true);
  });

  it('writes out the seven cases', () => {
    expect(CASES.map(([name, rows]) => [name, rows.length])).toEqual([
      ['case 1 policy', 1],
      ['case 1 which policies', 5],
      ['case 2 parking', 1],
      ['case 3 shared road', 1],
      ['case 4 market access', 1],
      ['case 5 need', 36],
      ['case 7 life service', 3],
    ]);
  });
});

/** Every text that a command carries, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('the words of liangjiang', () => {
  it('leave no gap where a phrase is missing', () => {
    const gaps = story.steps
      .flatMap(({ command }) => textsIn(command))
      .filter((text) => /[：，、；“（][。，；、！？”）]|^[，。：]/.test(text));
    expect(gaps).toEqual([]);
  });
});

describe('the zone of liangjiang', () => {
  it('gives every enterprise a name and a valid credit code of its own', () => {
    for (const { creditCode } of zone.enterprises) expect(creditCodeProblem(creditCode)).toBeUndefined();
    expect(new Set(zone.enterprises.map(({ name }) => name)).size).toBe(zone.enterprises.length);
    expect(new Set(zone.enterprises.map(({ creditCode }) => creditCode)).size).toBe(zone.enterprises.length);
  });

  it('gives nobody a phone that could be somebody’s', () => {
    const phones = story.steps.flatMap(({ command }) =>
      command.type === 'RegisterPerson' ? [command.personal.phone ?? ''] : [],
    );
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every((phone) => /^1990000\d{4}$/.test(phone))).toBe(true);
  });

  it('has a sample sign-in for every role and two enterprises', () => {
    expect(story.signIns.map(({ role }) => role).sort()).toEqual(
      [
        'admin',
        'desk',
        'enterprise',
        'enterprise',
        'guide',
        'handler',
        'inspector',
        'leader',
        'officer',
        'unit-head',
      ].sort(),
    );
  });
});
