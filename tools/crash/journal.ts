import { existsSync, readFileSync } from 'node:fs';
import type { JournalLine } from './clients.ts';
import type { Intent } from './intents.ts';

export type Reply = Extract<JournalLine, { readonly key: string }>;
/** A command with its final answer. */
export type Sent = { readonly intent: Intent; readonly reply: Reply };

export type Journal = { readonly sent: readonly Sent[]; readonly unanswered: readonly Intent[] };

/** What the clients wrote down: what they meant to send, and what was answered. */
export const readJournal = (file: string): Journal => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const intents = new Map<string, Intent>();
  const sent: Sent[] = [];
  for (const text of lines) {
    const line = JSON.parse(text) as JournalLine;
    if ('intent' in line) {
      intents.set(line.intent.key, line.intent);
      continue;
    }
    const intent = intents.get(line.key);
    if (intent === undefined) throw new Error(`an answer to nothing: ${line.key}`);
    intents.delete(line.key);
    sent.push({ intent, reply: line });
  }
  return { sent, unanswered: [...intents.values()] };
};
