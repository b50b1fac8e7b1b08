import type { ImportCode } from '@xiaoer/contract/imports';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { bareText } from '@xiaoer/domain/suggestion/text';
import type { ReadDb } from '../../db/transact.ts';
import { exactMark } from '../fingerprint.ts';
import { parameterList, visibleTo } from '../visible.ts';
import type { ReadyRow } from './read-rows.ts';
import { messageOf, type ImportMessage } from './report.ts';

const AT_A_TIME = 500;

type KnownText = { readonly number: string; readonly text: string };

/** Demands the actor may read whose text is one of these but for spaces and punctuation. */
const knownTexts = async (
  db: ReadDb,
  actor: PersonActor,
  texts: readonly string[],
): Promise<readonly KnownText[]> => {
  const parameters = parameterList([db.scope.tenantId, texts.map(exactMark), AT_A_TIME]);
  return db.query<KnownText>(
    `select d.number, d.state->'particulars'->>'text' as text
     from like_demands($2, $3) l join demand d on d.tenant_id = $1 and d.demand_id = l.demand_id
     where ${visibleTo(actor, parameters)}`,
    parameters.values,
  );
};

/** Notes on rows whose text stands in the sheet above, or in a demand already. */
export const sameTexts = async (
  db: ReadDb,
  actor: PersonActor,
  rows: readonly ReadyRow[],
): Promise<readonly ImportMessage[]> => {
  const messages: ImportMessage[] = [];
  const note = (rowNumber: number, code: ImportCode, facts: Readonly<Record<string, string | number>>) =>
    messages.push(messageOf('note', { rowNumber, key: 'text' }, { code, facts }));
  const above = new Map<string, number>();
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME);
    const texts = some.map(({ input }) => input.particulars.text);
    const known = new Map(
      (await knownTexts(db, actor, texts)).map(({ number, text }) => [bareText(text), number]),
    );
    for (const { rowNumber, input } of some) {
      const bare = bareText(input.particulars.text);
      const first = above.get(bare);
      if (first === undefined) above.set(bare, rowNumber);
      else note(rowNumber, 'import.same-text-in-sheet', { first });
      const number = known.get(bare);
      if (number !== undefined) note(rowNumber, 'import.same-text-known', { number });
    }
  }
  return messages;
};
