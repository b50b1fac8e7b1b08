import { stored } from '@xiaoer/domain/suggestion/stored-model';
import { train } from '@xiaoer/domain/suggestion/train';
import { createInterface } from 'node:readline';
import { createCutter } from '../words/cutter.ts';
import { ASPECTS, type Aspect, type Example } from './aspects.ts';

/** A process of its own: reads an example a line, answers with `{aspect, model}` a line. Training takes memory and time
 * that the server does not have. */
const MOST_FEATURES = 20_000;
/** A label of fewer texts teaches nothing but its own words. */
const LEAST_OF_A_LABEL = 3;

const cutter = createCutter();
const examples: (Example & { readonly tokens: ReturnType<typeof cutter.tokens> })[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') continue;
  const example = JSON.parse(line) as Example;
  examples.push({ ...example, tokens: cutter.tokens(example.text) });
}

const rowsFor = (aspect: Aspect) => {
  const rows = examples.flatMap(({ tokens, [aspect]: label }) =>
    label === undefined ? [] : [{ tokens, label }],
  );
  const counts = Map.groupBy(rows, ({ label }) => label);
  return rows.filter(({ label }) => (counts.get(label)?.length ?? 0) >= LEAST_OF_A_LABEL);
};

for (const aspect of ASPECTS) {
  const rows = rowsFor(aspect);
  if (new Set(rows.map(({ label }) => label)).size < 2) continue;
  const model = stored(train(rows, { mostFeatures: MOST_FEATURES }));
  process.stdout.write(`${JSON.stringify({ aspect, model })}\n`);
}
