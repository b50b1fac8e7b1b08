import {
  answerOutside,
  createOutsideLink,
  MOST_OUTSIDE_FILES,
  outsideLetter,
  uploadOutsideFile,
} from '@xiaoer/contract/outside';
import type { Problem } from '@xiaoer/contract/problem';
import { demandAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand, DemandIn } from '@xiaoer/domain/demand/state';
import type { FileId, TenantId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { nowInZone } from '../../db/zone-clock.ts';
import { read, transact, type ReadDb } from '../../db/transact.ts';
import { writeBatch } from '../../db/write-batch.ts';
import { executeCommand } from '../../execute/execute-command.ts';
import { stepOf } from '../../execute/step.ts';
import type { FileRoom } from '../../files/file-room.ts';
import { fileName, fileWrite } from '../../files/file-rows.ts';
import { receiveUpload } from '../../files/receive-upload.ts';
import { problemOfOutcome } from '../../http/command-answer.ts';
import { problemOf, problemOfRefusal } from '../../http/problem.ts';
import { withRawBodies } from '../../http/raw-body.ts';
import { serve, servePublic } from '../../http/serve.ts';
import { issuerOf } from '../lists/issuer.ts';
import type { DemandRouteDeps } from '../routes.ts';
import type { DemandStore } from '../store.ts';
import {
  answerable,
  expiryOf,
  letterOf,
  linkOf,
  newToken,
  tenantOf,
  replaceLink,
  type LinkRow,
} from './link.ts';

export type OutsideDeps = DemandRouteDeps & { readonly files: FileRoom };

type DemandRow = { readonly state: Demand; readonly version: number; readonly enterprise: string };

const demandRow = async (db: ReadDb, id: string): Promise<DemandRow | undefined> => {
  const [row] = await db.query<DemandRow>(
    `select d.state, d.version, e.name as enterprise from demand d
     join enterprise e on e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id
     where d.tenant_id = $1 and d.demand_id = $2`,
    [db.scope.tenantId, id],
  );
  return row;
};

type Open = {
  /** On the zone's own clock. */
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly link: LinkRow;
  readonly demand: DemandIn<'referred'>;
  readonly row: DemandRow;
};

const NOT_FOUND = { problem: problemOf('request.not-found') };
const OVER = { problem: problemOf('outside.link-over') };

/** What a token opens now: a letter to be answered, or the problem that says why not. */
const openBy = async (
  deps: OutsideDeps,
  token: string,
  realNow: Instant,
): Promise<Open | { readonly problem: Problem }> => {
  const tenantId = tenantOf(token);
  if (tenantId === undefined) return NOT_FOUND;
  const now = await nowInZone(deps.pool, tenantId, realNow);
  return read(deps.pool, { tenantId }, async (db) => {
    const link = await linkOf(db, token);
    const row = link && (await demandRow(db, link.demand_id));
    if (link === undefined || row === undefined) return NOT_FOUND;
    const demand = answerable(link, row.state, now);
    return demand === undefined ? OVER : { tenantId, link, demand, row, now };
  });
};

const serveMaking = (app: FastifyInstance, deps: OutsideDeps): void =>
  serve(app, { deps, route: createOutsideLink }, async ({ actor, scope, params, now }) => {
    const row = await read(deps.pool, scope, (db) => demandRow(db, params.id));
    const access = demandAccess(actor, 'FileOutsideAnswer', row?.state);
    if (row === undefined || access === 'hidden') return NOT_FOUND;
    if (access === 'forbidden') return { problem: problemOf('access.forbidden') };
    const { state } = row;
    if (state.status !== 'referred' || state.referral.outsideAnswer !== undefined)
      return { problem: problemOf('demand.wrong-status', { facts: { status: state.status } }) };
    const { tenantId } = scope;
    const token = newToken(tenantId);
    const expiresAt = expiryOf(state, now);
    await transact(deps.pool, { tenantId }, async (tx) => {
      const made = { linkId: deps.newId(), token, personId: actor.personId, now, expiresAt };
      await replaceLink(tx, state, made);
      return { answer: undefined, keep: true };
    });
    return { body: { token, expiresAt } };
  });

const serveReading = (app: FastifyInstance, deps: OutsideDeps): void =>
  servePublic(app, { deps, route: outsideLetter }, async ({ params, now }) => {
    const open = await openBy(deps, params.token, now);
    if ('problem' in open) return open;
    const { tenantId, demand, link, row } = open;
    const { letter, issuer } = await read(deps.pool, { tenantId }, async (db) => ({
      letter: await letterOf(db, demand),
      issuer: issuerOf(await deps.configuration(db)),
    }));
    if (letter === undefined) return NOT_FOUND;
    const { number, particulars } = demand;
    return {
      body: {
        issuer,
        number,
        enterprise: row.enterprise,
        body: letter.body.name,
        title: particulars.title,
        content: particulars.text,
        request: letter.letter,
        letterNumber: letter.letterNumber,
        due: letter.due,
        expiresAt: link.expires_at,
      },
    };
  });

const filesOf = (db: ReadDb, linkId: string): Promise<readonly { readonly file_id: string }[]> =>
  db.query('select file_id from file where tenant_id = $1 and outside_link_id = $2', [
    db.scope.tenantId,
    linkId,
  ]);

const serveUploading = (app: FastifyInstance, deps: OutsideDeps): Promise<void> =>
  withRawBodies(app, (raw) =>
    servePublic(raw, { deps, route: uploadOutsideFile }, async ({ params, query, request, now }) => {
      const open = await openBy(deps, params.token, now);
      if ('problem' in open) return open;
      const { tenantId, link } = open;
      const before = await read(deps.pool, { tenantId }, (db) => filesOf(db, link.link_id));
      if (before.length >= MOST_OUTSIDE_FILES) return { problem: problemOf('request.too-large') };
      const received = await receiveUpload(deps.files, request.raw, { keepPosition: false });
      if (!received.accepted) return { problem: problemOfRefusal(received.refusal) };
      const fileId = deps.newId() as FileId;
      const { kind, mediaType, bytes } = received.value;
      const file = { tenantId, fileId, received: received.value, name: query.name, now };
      await transact(deps.pool, { tenantId }, async (tx) => {
        await writeBatch(tx, [fileWrite(file, { outsideLinkId: link.link_id })]);
        return { answer: undefined, keep: true };
      });
      return { body: { fileId, name: fileName(query.name, kind), type: mediaType, bytes } };
    }),
  );

const ATTEMPTS = 3;
const ANSWERED = { body: { answered: true } } as const;

const serveAnswering = (app: FastifyInstance, deps: OutsideDeps, store: DemandStore): void =>
  servePublic(app, { deps, route: answerOutside }, async ({ params, body, now: realNow }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const open = await openBy(deps, params.token, realNow);
      if ('problem' in open) return open;
      const { tenantId, link, row, demand, now } = open;
      const known = await read(deps.pool, { tenantId }, (db) => filesOf(db, link.link_id));
      const unknown = body.files.filter((id) => !known.some(({ file_id }) => file_id === id));
      if (unknown.length > 0) {
        const error = { pointer: '/body/files', code: 'field.unknown-file', facts: { files: unknown } };
        return { problem: problemOf('request.invalid', { errors: [error] }) };
      }
      const answer = { type: 'FileOutsideAnswer', via: 'oneTimeLink', answeredOn: dateOf(now) } as const;
      const step = stepOf(store, {
        id: demand.id,
        command: { ...answer, text: body.text, files: body.files },
        // The link stands for this referral: whatever changed since is looked at anew.
        expectedVersion: row.version,
      });
      const actor = { kind: 'system', tenantId } as const;
      const outcome = await executeCommand(deps, { scope: { tenantId }, actor, now }, step);
      if (outcome.kind === 'done') return ANSWERED;
      if (outcome.kind !== 'stale') return { problem: problemOfOutcome(outcome) };
    }
    return { problem: problemOf('request.busy') };
  });

/** The one-time link: made by staff, read and answered by whoever holds it. */
export const outsideRoutes = async (
  app: FastifyInstance,
  deps: OutsideDeps,
  store: DemandStore,
): Promise<void> => {
  serveMaking(app, deps);
  serveReading(app, deps);
  await serveUploading(app, deps);
  serveAnswering(app, deps, store);
};
