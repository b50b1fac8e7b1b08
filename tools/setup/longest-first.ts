import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, of each kind. One of them begun last leaves a core idle for as long as it takes. */
const LONGEST = [
  'e2e/sweep.e2e.ts',
  'e2e/lists.e2e.ts',
  'e2e/closed-loop.e2e.ts',
  'e2e/package-of-36.e2e.ts',
  'e2e/sign-in.e2e.ts',
  'e2e/out-of-reach.e2e.ts',
  'tools/crash/crash.int.test.ts',
  // Whichever begins first loads the zone that both look at, beside the crash test, which waits more than it works.
  'packages/server/src/cli/scenario-commands.int.test.ts',
  'packages/server/src/cli/load-scenario.int.test.ts',
  'packages/server/src/workers/exactly-once.int.test.ts',
  'packages/server/src/cli/no-room.int.test.ts',
  'tools/permissions/permissions.int.test.ts',
  'packages/server/src/backup/backup.int.test.ts',
  'packages/server/src/embedded/other-users.int.test.ts',
  'packages/server/src/documents/official-docx.office.int.test.ts',
  'tools/contract/contract.int.test.ts',
  'packages/server/src/cli/command-line.int.test.ts',
  'packages/server/src/documents/list-write.office.int.test.ts',
  'packages/domain/src/demand/demand.laws.test.ts',
  'packages/server/src/documents/list-sheet.laws.test.ts',
  'packages/server/src/cli/classify.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return at < 0 ? LONGEST.length : at;
};

/** A fresh clone does not know yet which files take long; vitest would begin with the largest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
