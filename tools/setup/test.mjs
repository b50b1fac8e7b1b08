// `npm test`: sets itself up and runs everything.
import { conclude, inTurn, quickChecks, runProject } from './checks.mjs';
import { ensureInstalled, ensureWebBuilt } from './install.mjs';
import { ensurePrograms, findChromium } from './programs.mjs';

ensureInstalled();
const missing = ensurePrograms();
ensureWebBuilt();

const lacks = (part) => missing.some(({ without }) => without === part);
const integration = { args: lacks('office') ? ['--exclude', '**/*.office.int.test.ts'] : [] };
const nothing = async () => ({ passed: 0, failed: 0 });

const results = await inTurn(
  quickChecks,
  () => runProject('integration', integration),
  () => runProject('oldest'),
  lacks('stories') ? nothing : () => runProject('stories', { environment: { CHROMIUM: findChromium() } }),
);
for (const { name, without } of missing) {
  console.log(
    `not run: ${without === 'stories' ? 'browser stories' : 'office documents'} (${name} is missing)`,
  );
}
conclude(results, missing.length > 0);
