// `npm test`: sets itself up and runs everything.
import { conclude, inTurn, quickChecks, runProject } from './checks.mjs';
import { ensureInstalled, ensureWebBuilt } from './install.mjs';
import { ensurePrograms, findChromium } from './programs.mjs';

ensureInstalled();
const missing = ensurePrograms();
ensureWebBuilt();

const lacks = (part) => missing.some(({ without }) => without.includes(part));
const integration = { args: lacks('office') ? ['--exclude', '**/*.office.int.test.ts'] : [] };
const nothing = async () => ({ passed: 0, failed: 0 });

const results = await inTurn(
  quickChecks,
  () => runProject('integration', integration),
  () => runProject('oldest'),
  lacks('stories') ? nothing : () => runProject('stories', { environment: { CHROMIUM: findChromium() } }),
);
const parts = { stories: 'browser stories', office: 'office documents' };
for (const { name, without } of missing)
  console.log(`not run: ${without.map((part) => parts[part]).join(', ')} (${name} is missing)`);
conclude(results, missing.length > 0);
