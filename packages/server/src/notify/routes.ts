import { chooseNotices, noticeChoices, notices, noticeStream, readNotices } from '@xiaoer/contract/notices';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { read, transact, type ReadDb, type RowScope } from '../db/transact.ts';
import { serve, type ServeDeps, type SignedIn } from '../http/serve.ts';
import type { Announcements } from './announcements.ts';
import { freshNotices } from './fresh-notices.ts';
import { newestNoticeId, newestNotices, unreadCount } from './notice-rows.ts';
import { withEnterprises, type AddressedNotice } from './with-enterprises.ts';

export type NoticeDeps = ServeDeps & { readonly pool: Pool; readonly announcements: Announcements };

const HEARTBEAT_MS = 20_000;
/** After a read that failed. */
const LOOK_AGAIN_MS = 1_000;

type Stream = {
  readonly scope: RowScope;
  readonly personId: PersonId;
  readonly write: (text: string) => void;
  /** Whose session it still is: whoever signed out or was put out is told nothing more. */
  readonly signedIn: () => Promise<SignedIn | undefined>;
  readonly end: () => void;
};

const frameOf = (notice: AddressedNotice): string =>
  `id: ${notice.noticeId}\nevent: notice\ndata: ${JSON.stringify(notice)}\n\n`;

/** Follows one person's notices from the one last seen; reads the table, never the notification. */
const follow = (
  deps: NoticeDeps & { readonly fresh: ReturnType<typeof freshNotices> },
  { scope, personId, write, signedIn, end }: Stream,
  from: number,
): (() => void) => {
  let last = from;
  let reading = false;
  let asked = false;
  let ended = false;
  let again: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    asked = true;
    if (reading) return;
    reading = true;
    try {
      while (asked) {
        asked = false;
        const fresh = await deps.fresh({ scope, personId, after: last });
        if (fresh.length === 0) continue;
        const reader = await signedIn();
        if (reader === undefined) return end();
        const of = { tenantId: scope.tenantId, enterpriseIds: reader.enterpriseIds };
        for (const notice of await withEnterprises(deps.pool, of, fresh)) write(frameOf(notice));
        last = fresh.at(-1)?.noticeId ?? last;
      }
    } catch {
      clearTimeout(again);
      if (!ended) again = setTimeout(() => void look(), LOOK_AGAIN_MS);
    } finally {
      reading = false;
    }
  };
  void look();
  const unsubscribe = deps.announcements.subscribe(() => void look());
  return () => {
    ended = true;
    clearTimeout(again);
    unsubscribe();
  };
};

const seenBefore = (header: string | string[] | undefined): number | undefined => {
  const seen = typeof header === 'string' && header !== '' ? Number(header) : Number.NaN;
  return Number.isSafeInteger(seen) ? seen : undefined;
};

const serveStream = (app: FastifyInstance, deps: NoticeDeps): void => {
  const fresh = freshNotices(deps.pool);
  const open = new Set<() => void>();
  app.addHook('preClose', async () => open.forEach((end) => end()));
  serve(app, { deps, route: noticeStream }, async ({ actor, scope, query, request, reply }) => {
    const from =
      seenBefore(request.headers['last-event-id']) ??
      query.lastEventId ??
      (await read(deps.pool, scope, (db) => newestNoticeId(db, actor.personId)));
    reply.hijack();
    // Whoever has gone meanwhile closes no stream: it would be followed for ever.
    if (reply.raw.destroyed) return { sent: true };
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(`retry: 2000\nid: ${from}\n\n`);
    const end = (): void => void reply.raw.end();
    const stream = {
      scope,
      personId: actor.personId,
      write: (text: string) => void reply.raw.write(text),
      signedIn: () => deps.signedIn(request),
      end,
    };
    const stop = follow({ ...deps, fresh }, stream, from);
    const heartbeat = setInterval(() => reply.raw.write(':\n\n'), HEARTBEAT_MS);
    open.add(end);
    reply.raw.once('close', () => {
      clearInterval(heartbeat);
      stop();
      open.delete(end);
    });
    return { sent: true };
  });
};

const emailChosen = async (db: ReadDb, personId: PersonId): Promise<boolean> => {
  const [row] = await db.query<{ chosen: boolean }>(
    "select chosen from notice_choice where tenant_id = $1 and person_id = $2 and channel = 'email'",
    [db.scope.tenantId, personId],
  );
  return row?.chosen ?? false;
};

const serveChoices = (app: FastifyInstance, deps: NoticeDeps): void => {
  serve(app, { deps, route: noticeChoices }, async ({ actor, scope }) => ({
    body: { email: await read(deps.pool, scope, (db) => emailChosen(db, actor.personId)) },
  }));
  serve(app, { deps, route: chooseNotices }, async ({ actor, scope, body }) => {
    await transact(deps.pool, scope, async (tx) => {
      await tx.query(
        `insert into notice_choice (tenant_id, person_id, channel, chosen) values ($1, $2, 'email', $3)
         on conflict (tenant_id, person_id, channel) do update set chosen = excluded.chosen`,
        [scope.tenantId, actor.personId, body.email],
      );
      return { answer: undefined, keep: true };
    });
    return { body };
  });
};

/** My notices: a page of them, reading them, and the live stream. */
export const noticeRoutes = (app: FastifyInstance, deps: NoticeDeps): void => {
  serve(app, { deps, route: notices }, async ({ actor, scope, enterpriseIds, query }) => {
    const { newest, unread } = await read(deps.pool, scope, async (db) => ({
      newest: await newestNotices(db, actor.personId, { before: query.before, limit: query.limit }),
      unread: await unreadCount(db, actor.personId),
    }));
    const of = { tenantId: scope.tenantId, enterpriseIds };
    return { body: { notices: [...(await withEnterprises(deps.pool, of, newest))], unread } };
  });
  serve(app, { deps, route: readNotices }, async ({ actor, scope, body, now }) => ({
    body: {
      unread: await transact(deps.pool, scope, async (tx) => {
        await tx.query(
          `update notice set read_at = $4
           where tenant_id = $1 and person_id = $2 and notice_id between $5 and $3 and read_at is null`,
          [scope.tenantId, actor.personId, body.upTo, now, body.from ?? 0],
        );
        const [row] = await tx.query<{ unread: number }>(
          'select count(*) as unread from notice where tenant_id = $1 and person_id = $2 and read_at is null',
          [scope.tenantId, actor.personId],
        );
        return { answer: row?.unread ?? 0, keep: true };
      }),
    },
  }));
  serveChoices(app, deps);
  serveStream(app, deps);
};
