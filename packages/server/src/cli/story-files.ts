import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { FileId, PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { transact } from '../db/transact.ts';
import { writeBatch, type Write } from '../db/write-batch.ts';
import { chineseDate } from '../documents/chinese-date.ts';
import { letterPdf } from '../documents/letter-pdf.ts';
import type { FileStorage } from '../files/file-storage.ts';
import { fileWrite } from '../files/file-rows.ts';
import type { StoryStep } from '../replay/story.ts';

export type StoryFile = {
  readonly fileId: FileId;
  readonly name: string;
  readonly at: Instant;
  readonly by: PersonId | undefined;
  readonly bytes: Buffer;
};

const commandOf = ({ aggregate, command }: StoryStep): DemandCommand | undefined =>
  aggregate === 'demand' ? (command as DemandCommand) : undefined;

/** The letters that a story says were scanned: each shows the answer it was filed with. */
export const storyFiles = (steps: readonly StoryStep[]): readonly StoryFile[] => {
  const asked = new Map<string, { readonly letterNumber: string; readonly body: string }>();
  return steps.flatMap((step) => {
    const command = commandOf(step);
    if (command?.type === 'ReferDemand')
      asked.set(step.id, { letterNumber: command.letterNumber, body: command.body.name });
    if (command?.type !== 'FileOutsideAnswer') return [];
    const { letterNumber = '', body = '' } = asked.get(step.id) ?? {};
    const bytes = letterPdf({
      title: '复　函',
      paragraphs: [`贵方${letterNumber}工作联系函收悉，现函复如下：`, command.text, '特此函复。'],
      signature: [body, chineseDate(command.answeredOn)],
    });
    const by = step.by === 'founder' || step.by === 'oneTimeLink' ? undefined : step.by;
    return command.files.map((fileId) => ({ fileId, name: `${body}复函.pdf`, at: step.at, by, bytes }));
  });
};

const inOne = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
};

/** Puts the story's files where uploads are kept, so that the records that name them open. */
export const storeStoryFiles = async (
  { pool, storage }: { readonly pool: Pool; readonly storage: FileStorage },
  tenantId: TenantId,
  files: readonly StoryFile[],
): Promise<void> => {
  const writes: Write[] = [];
  for (const { fileId, name, at, by, bytes } of files) {
    const stored = await storage.put(inOne(bytes));
    const received = { ...stored, kind: 'pdf' as const };
    writes.push(fileWrite({ tenantId, fileId, received, name, now: at }, { uploadedBy: by }));
  }
  await transact(pool, { tenantId }, async (tx) => {
    await writeBatch(tx, writes);
    return { answer: undefined, keep: true };
  });
};
