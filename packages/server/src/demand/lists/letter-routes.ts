import { liaisonLetterFile, referralSheetFile } from '@xiaoer/contract/lists';
import { isStaff } from '@xiaoer/domain/access/judge';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { read, type ReadDb } from '../../db/transact.ts';
import { sendFile } from '../../files/send-file.ts';
import { problemOf } from '../../http/problem.ts';
import { originOf } from '../../http/send-list.ts';
import { serve } from '../../http/serve.ts';
import { answerable, letterOf, linkOf } from '../outside/link.ts';
import type { DemandRouteDeps } from '../routes.ts';
import { letterFor, sheetFor, type LetterFacts } from './letters.ts';

const NOT_FOUND = { problem: problemOf('request.not-found') };

type Row = { readonly state: Demand; readonly enterprise: EnterpriseState };
type Asked = { readonly id: string; readonly actor: PersonActor; readonly now: Instant };

const contactOf = async (db: ReadDb, { contacts }: EnterpriseState, now: Instant): Promise<string> => {
  const today = dateOf(now);
  const current = contacts.filter(({ from, to }) => from <= today && (to === undefined || today <= to));
  const chosen = current.find(({ role }) => role === 'liaison') ?? current[0];
  if (chosen === undefined) return '';
  const [person] = await db.query<{ personal: { name: string; phone?: string } | null }>(
    'select personal from person where tenant_id = $1 and person_id = $2',
    [db.scope.tenantId, chosen.personId],
  );
  return [person?.personal?.name, person?.personal?.phone].filter(Boolean).join(' ');
};

const readFor = async (db: ReadDb, deps: DemandRouteDeps, { id, actor, now }: Asked) => {
  const [row] = await db.query<Row>(
    `select d.state, e.state as enterprise from demand d
     join enterprise e on e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id
     where d.tenant_id = $1 and d.demand_id = $2`,
    [db.scope.tenantId, id],
  );
  if (row === undefined || !isStaff(actor) || demandReadAccess(actor, row.state) !== 'allowed')
    return undefined;
  const facts: LetterFacts = {
    configuration: await deps.configuration(db),
    enterprise: row.enterprise.name,
    contact: await contactOf(db, row.enterprise, now),
    now,
  };
  return { demand: row.state, facts };
};

/** Who routed the demand last, and with which words. */
const routingOf = async (db: ReadDb, id: string) => {
  const [row] = await db.query<{ note: string; actor_id: PersonId | null }>(
    `select data->>'note' as note, actor_id from event_log
     where tenant_id = $1 and stream_id = $2 and type = 'DemandRouted' order by version desc limit 1`,
    [db.scope.tenantId, id],
  );
  return { note: row?.note ?? '', clerkId: row?.actor_id ?? undefined };
};

/** One demand's papers: 转办单 for the unit, 工作联系函 for the body outside. */
export const letterRoutes = (app: FastifyInstance, deps: DemandRouteDeps): void => {
  serve(app, { deps, route: referralSheetFile }, async ({ actor, scope, params, now, reply }) => {
    const sheet = await read(deps.pool, scope, async (db) => {
      const found = await readFor(db, deps, { id: params.id, actor, now });
      return found && sheetFor(found.demand, found.facts, await routingOf(db, params.id));
    });
    if (sheet === undefined) return NOT_FOUND;
    const name = `转办单-${sheet.demandNumber}.docx`;
    const { referralSheet } = await import('../../documents/referral-sheet.ts');
    sendFile(reply, { name, mediaType: referralSheetFile.gives ?? '' }, await referralSheet(sheet));
    return { sent: true };
  });
  serve(app, { deps, route: liaisonLetterFile }, async ({ actor, scope, params, query, now, ...http }) => {
    const { token } = query;
    const letter = await read(deps.pool, scope, async (db) => {
      const found = await readFor(db, deps, { id: params.id, actor, now });
      if (found?.demand.status !== 'referred') return undefined;
      const referral = await letterOf(db, found.demand);
      const link = token === undefined ? undefined : await linkOf(db, token);
      const isLive = link?.demand_id === params.id && answerable(link, found.demand, now) !== undefined;
      const replyLink = isLive ? `${originOf(http.request)}/outside/${token}` : undefined;
      return referral && letterFor(found.demand, found.facts, { referral, replyLink });
    });
    if (letter === undefined) return NOT_FOUND;
    const name = `工作联系函-${letter.demand.number}.docx`;
    const { liaisonLetter } = await import('../../documents/liaison-letter.ts');
    sendFile(http.reply, { name, mediaType: liaisonLetterFile.gives ?? '' }, await liaisonLetter(letter));
    return { sent: true };
  });
};
