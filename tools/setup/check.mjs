// `npm run check`: types, lint, format, architecture, unit tests and laws. Needs npm packages only.
import { conclude, quickChecks } from './checks.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
conclude(await quickChecks());
