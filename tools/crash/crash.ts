import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fromEpochMilliseconds } from '@xiaoer/domain/time/instant';
import { freePort } from '../../packages/server/src/testing/free-port.ts';
import { stopAbandoned } from '../../packages/server/src/embedded/start-embedded.ts';
import { verificationOf } from '../../packages/server/src/cli/verification.ts';
import { readPublicKeys } from '../../packages/server/src/seal/seal-keys.ts';
import { LONGEST_COMMAND_MS, verifyDatabase } from '../../packages/server/src/seal/verify-database.ts';
import { makeScratchZone } from '../../packages/server/src/testing/scratch-zone.ts';
import { diskFullRound } from './disk-full.ts';
import { migrationRound } from './migration-round.ts';
import { closeWorld, look, openWorld, planOf, runRound, untilIdle, type World } from './rounds.ts';
import { at } from './simulated-time.ts';

// npm run crash [-- --rounds N]: kill -9 of server and database under write load, then a disk that is full.
// Every fifth round kills the database; every tenth kills a migration too.

const CLIENTS = 8;
const SPEED = 3_000;
const VERIFY_EVERY = 50;

const totals = new Map<string, number>();
const count = (what: string, n = 1): void => void totals.set(what, (totals.get(what) ?? 0) + n);

/** What `xiaoer verify` checks, the whole log, on a clock on which every command takes thousands of times as long. */
const verifyAll = async ({ zone, clock }: World): Promise<readonly string[]> => {
  const superuser = await zone.openSuperuser();
  try {
    const keys = await readPublicKeys({ folder: path.join(zone.dataDir, 'keys') });
    const longestCommandMs = LONGEST_COMMAND_MS * clock.speed;
    const report = await verifyDatabase(superuser, { ...verificationOf(keys), longestCommandMs });
    count('runs of verify');
    count('events verified', report.tenants[0]?.events);
    return report.tenants.flatMap(({ findings }) => findings.map(({ message }) => `verify: ${message}`));
  } finally {
    await superuser.end();
  }
};

const oneRound = async (world: World, round: number): Promise<readonly string[]> => {
  const plan = planOf(round);
  const found = await runRound(world, plan);
  count(plan.target === 'server' ? `server killed: ${plan.point}` : `database killed: ${plan.which}`);
  count('streams looked at', found.streams);
  const findings = [...found.findings];
  if (round % 10 === 7) {
    const migration = await migrationRound(world.zone);
    findings.push(...migration.findings);
    count('migrations killed');
    count(`migrations killed with ${migration.applied} files applied`);
  }
  if (round % VERIFY_EVERY === VERIFY_EVERY - 1) findings.push(...(await verifyAll(world)));
  return findings;
};

const crashRounds = async (rounds: number, folder: string): Promise<readonly string[]> => {
  const clock = { since: Date.now(), speed: SPEED };
  const dataDir = path.join(folder, 'zone');
  const zone = await makeScratchZone(dataDir, fromEpochMilliseconds(at(clock.since, clock)));
  const journal = path.join(folder, 'journal.jsonl');
  const findings: string[] = [];
  let world: World | undefined;
  try {
    world = await openWorld({ zone, port: await freePort(), clock, journal, clients: CLIENTS });
    for (let round = 0; round < rounds && findings.length === 0; round += 1) {
      const found = await oneRound(world, round);
      findings.push(...found.map((finding) => `round ${round + 1}: ${finding}`));
      if ((round + 1) % 10 === 0)
        console.log(`${round + 1} rounds, ${Math.round(performance.now() / 1_000)} s`);
    }
    if (findings.length === 0) {
      await untilIdle(world);
      world.since = clock.since;
      world.checkedUpTo = 0;
      const whole = await look(world);
      findings.push(...whole.findings, ...(await verifyAll(world)));
      count('events in the end', whole.events);
      count('notices in the end', whole.notices);
    }
    for (const [what, n] of Object.entries(world.clients.tallies)) count(`commands ${what}`, n);
    await closeWorld(world);
  } finally {
    world?.program.child.kill('SIGKILL');
    await stopAbandoned(dataDir);
  }
  return findings;
};

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '250' }, 'disk-full': { type: 'string', default: 'yes' } },
});
const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-crash-'));
// PostgreSQL runs as an ordinary user and must get through.
chmodSync(folder, 0o711);
try {
  const rounds = Number(values.rounds);
  const findings = [...(await crashRounds(rounds, folder))];
  const disk = values['disk-full'] === 'yes' ? await diskFullRound(path.join(folder, 'small')) : undefined;
  findings.push(...(disk?.findings ?? []));
  for (const [what, n] of [...totals].sort(([one], [other]) => (one < other ? -1 : 1)))
    console.log(`${String(n).padStart(8)}  ${what}`);
  if (disk !== undefined) console.log(disk.said);
  findings.slice(0, 20).forEach((finding) => console.log(finding));
  const seconds = Math.round(performance.now() / 1_000);
  console.log(
    `${rounds} rounds in ${seconds} s: ${findings.length === 0 ? 'nothing lost, nothing doubled' : 'FAILED'}`,
  );
  process.exitCode = findings.length === 0 && disk?.ran !== false ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
// Clients of a run that was broken off would go on for ever.
process.exit();
