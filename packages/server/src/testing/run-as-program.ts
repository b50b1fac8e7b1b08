import type { Actor } from '@xiaoer/domain/access/actor';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { executeCommands, type ExecuteDeps } from '../execute/execute-command.ts';
import type { Outcome } from '../execute/outcome.ts';
import type { Typed } from '../execute/store.ts';
import type { House } from '../house.ts';

export type RunAsProgram = (
  aggregate: string,
  id: string,
  command: Typed & Readonly<Record<string, unknown>>,
) => Promise<Outcome>;

type Running = {
  readonly deps: ExecuteDeps;
  readonly registry: House['registry'];
  readonly tenantId: TenantId;
  readonly now: () => Instant;
};

/** Runs commands as the program itself and insists that each is accepted. */
export const runsAsProgram =
  ({ deps, registry, tenantId, now }: Running): RunAsProgram =>
  async (aggregate, id, command) => {
    const actor: Actor = { kind: 'system', tenantId };
    const step = registry.get(aggregate)?.step(id, command);
    if (step === undefined) throw new Error(`no aggregate is called ${aggregate}`);
    const outcome = await executeCommands(deps, { scope: { tenantId }, actor, now: now() }, [step]);
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    return outcome;
  };
