import { describe, expect, test } from 'vitest';
import type { ProjectId } from '../kernel/ids.ts';
import { factsNeeded } from './facts-needed.ts';
import { after, SITUATIONS, tried, type Act } from './testing/story.ts';
import type { Play } from './testing/play.ts';
import { ACTORS, FACTS, person, SETTINGS, unit } from './testing/zone.ts';

const { clerk, leader, officer } = ACTORS;
const { nothing, registered, handling, declinedTwice } = SITUATIONS;
const LINE = 'project-line' as ProjectId;
const facts = { ...FACTS, projectIds: [LINE] };

type Case = {
  readonly by: Act['by'];
  readonly does: Act['does'];
  readonly given: Play;
  readonly field: string;
  readonly naming: (id: string) => object;
  readonly there: string;
};

const CASES: readonly Case[] = [
  {
    by: clerk,
    does: 'RegisterDemand',
    given: nothing,
    field: 'projectId',
    naming: (projectId) => ({ projectId }),
    there: LINE,
  },
  {
    by: clerk,
    does: 'RegisterDemand',
    given: nothing,
    field: 'hiding.unitIds.0',
    naming: (id) => ({ hiding: { unitIds: [id], personIds: [] } }),
    there: unit('water'),
  },
  {
    by: clerk,
    does: 'RegisterDemand',
    given: nothing,
    field: 'hiding.personIds.1',
    naming: (id) => ({ hiding: { unitIds: [], personIds: [person('officer'), id] } }),
    there: person('head-water'),
  },
  {
    by: clerk,
    does: 'SetConfidential',
    given: registered,
    field: 'hiding.personIds.0',
    naming: (id) => ({ hiding: { unitIds: [], personIds: [id] } }),
    there: person('head-water'),
  },
  {
    by: leader,
    does: 'ConcludeConsultation',
    given: declinedTwice,
    field: 'unitIds.0',
    naming: (id) => ({ unitIds: [id] }),
    there: unit('water'),
  },
  {
    by: officer,
    does: 'RecordSiteVisit',
    given: handling,
    field: 'personIds.0',
    naming: (id) => ({ personIds: [id] }),
    there: person('officer'),
  },
  {
    by: clerk,
    does: 'GiveInstruction',
    given: handling,
    field: 'leaderId',
    naming: (leaderId) => ({ leaderId }),
    there: person('leader'),
  },
  {
    by: clerk,
    does: 'ReferDemand',
    given: registered,
    field: 'body.organisationId',
    naming: (organisationId) => ({ body: { name: '供电公司', organisationId } }),
    there: unit('power'),
  },
];

describe.each(CASES)('$does names at $field', ({ by, does, given, field, naming, there }) => {
  test('what is there', () => {
    expect(tried(given, { by, does, other: naming(there), context: { facts } })).toMatchObject({
      accepted: true,
    });
  });

  test('nobody and nothing else', () => {
    const unknown = tried(given, { by, does, other: naming('nobody'), context: { facts } });
    expect(unknown).toMatchObject({ refusal: { code: 'demand.reference-unknown', facts: { field } } });
  });

  test('only what is looked up before', () => {
    const needed = factsNeeded(given.demand, {
      type: does,
      enterpriseId: 'e',
      particulars: { territoryId: 't' },
      source: {},
      lead: { unitId: 'u' },
      ...naming('nobody'),
    } as never);
    expect(JSON.stringify(needed)).toContain('nobody');
  });
});

test('a demand stays hidden from a unit that was closed since, whoever else it is hidden from', () => {
  const hiding = { unitIds: [unit('water')], personIds: [] };
  const hide = { by: clerk, does: 'SetConfidential' } as const;
  const hidden = after(registered, { ...hide, other: { hiding } });
  const activeUnitIds = FACTS.activeUnitIds.filter((id) => id !== unit('water'));
  const more = { hiding: { ...hiding, personIds: [person('officer')] } };
  const context = { facts: { ...FACTS, activeUnitIds } };
  expect(tried(hidden, { ...hide, other: more, context })).toMatchObject({ accepted: true });
});

describe('a demand whose category was retired since', () => {
  const of = registered.demand?.particulars.category ?? '';
  const [other] = SETTINGS.categories.filter((key) => key !== of);
  const settings = { ...SETTINGS, categories: SETTINGS.categories.filter((key) => key !== of) };
  const edited = (changes: object) =>
    tried(registered, { by: clerk, does: 'EditDemand', other: { changes }, context: { settings } });

  test('keeps it when something else is corrected', () => {
    expect(edited({ title: '改', category: of })).toMatchObject({
      accepted: true,
      events: [{ type: 'DemandEdited', changes: { title: '改' } }],
    });
  });

  test('is moved to one in use, and to no other', () => {
    expect(edited({ category: other })).toMatchObject({ accepted: true });
    expect(edited({ category: 'weather' })).toMatchObject({
      refusal: { code: 'demand.category-unknown', facts: { field: 'changes.category' } },
    });
  });

  test('is changed by nothing that repeats what it says', () => {
    expect(edited({ category: of })).toMatchObject({ refusal: { code: 'demand.nothing-changed' } });
  });
});
