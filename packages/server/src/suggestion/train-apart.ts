import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredModel } from '@xiaoer/domain/suggestion/stored-model';
import type { Aspect, Example, LearnedModels } from './aspects.ts';

const PROGRAM = path.join(import.meta.dirname, 'training-process.ts');
const MOST_MEGABYTES = 1_024;

function* linesOf(examples: Iterable<Example>): Generator<string> {
  for (const example of examples) yield `${JSON.stringify(example)}\n`;
}

/** Learns from examples in a child process; aborting kills it. */
export const trainApart = async (
  examples: Iterable<Example>,
  signal: AbortSignal,
): Promise<LearnedModels> => {
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEGABYTES}`, PROGRAM], {
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  const complaint: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk.toString('utf8').slice(0, 2_000)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const models: Partial<Record<Aspect, StoredModel>> = {};
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const { aspect, model } = JSON.parse(line) as { aspect: Aspect; model: StoredModel };
      models[aspect] = model;
    }
  })();
  const [code] = await Promise.all([ended, reading, pipeline(Readable.from(linesOf(examples)), child.stdin)]);
  if (code !== 0)
    throw new Error(`The training process ended with ${code}: ${complaint.join('').slice(0, 2_000)}`);
  return models;
};
