/** ARCHITECTURE.md's table "who may import whom" as data. The first rule whose `from` matches a file applies to it. */
export type ImportRule = { readonly name: string; readonly from: RegExp; readonly may: readonly RegExp[] };

const DOMAIN = 'packages/domain/src';
const SERVER = 'packages/server/src';
const WEB = 'packages/web/src';

/** Aggregates of the domain; slices of server and web carry the same words. */
export const WORDS = [
  'catalogue',
  'demand',
  'duty-roster',
  'enterprise',
  'organisation',
  'package',
  'person',
  'policy-session',
  'project',
  'settings',
  'territory',
  'visit',
] as const;

/** Slices and features that compute or show, and keep nothing of their own. */
const READING = ['audit', 'calendar', 'figures', 'sessions'] as const;

const KERNEL = new RegExp(`^${DOMAIN}/kernel/`);
const TIME = new RegExp(`^${DOMAIN}/time/`);
const SCHEDULE = new RegExp(`^${DOMAIN}/schedule/`);
const ACCESS = new RegExp(`^${DOMAIN}/access/`);
const AGGREGATE = new RegExp(`^${DOMAIN}/(${WORDS.join('|')})/`);
const ANY_DOMAIN = new RegExp(`^${DOMAIN}/`);
const CONTRACT = /^packages\/contract\/src\//;
const PLATFORM = new RegExp(
  `^${SERVER}/(audit|auth|backup|cli|configuration|db|documents|embedded|execute|files|http|notify|openapi|replay|seal|suggestion|testing|words|workers)/`,
);

const aggregateRule = (word: string): ImportRule => ({
  name: `domain/${word}`,
  from: new RegExp(`^${DOMAIN}/${word}/`),
  may: [KERNEL, TIME, SCHEDULE, ACCESS, new RegExp(`^${DOMAIN}/${word}/`)],
});

const sliceRule = (word: string): ImportRule => ({
  name: `server/${word}`,
  from: new RegExp(`^${SERVER}/${word}/`),
  may: [ANY_DOMAIN, CONTRACT, PLATFORM, new RegExp(`^${SERVER}/${word}/`)],
});

const featureRule = (word: string): ImportRule => ({
  name: `web/${word}`,
  from: new RegExp(`^${WEB}/${word}/`),
  may: [ANY_DOMAIN, CONTRACT, new RegExp(`^${WEB}/(ui|lib|${word})/`)],
});

export const IMPORT_RULES: readonly ImportRule[] = [
  { name: 'tests of any room', from: /\.(test|laws\.test|int\.test|e2e)\.ts$/, may: [/./] },
  { name: 'domain/kernel', from: KERNEL, may: [KERNEL, TIME] },
  { name: 'domain/time', from: TIME, may: [KERNEL, TIME] },
  { name: 'domain/schedule', from: SCHEDULE, may: [KERNEL, TIME, SCHEDULE] },
  { name: 'domain/access', from: ACCESS, may: [KERNEL, TIME, ACCESS] },
  // The tenant's dated settings hold the settings of the aggregates they configure.
  {
    name: 'domain/settings',
    from: new RegExp(`^${DOMAIN}/settings/`),
    may: [KERNEL, TIME, ACCESS, new RegExp(`^${DOMAIN}/(settings|demand/(settings|vocabulary))`)],
  },
  ...WORDS.map(aggregateRule),
  {
    name: 'domain/suggestion',
    from: new RegExp(`^${DOMAIN}/suggestion/`),
    may: [KERNEL, TIME, new RegExp(`^${DOMAIN}/suggestion/`)],
  },
  {
    name: 'domain/figures',
    from: new RegExp(`^${DOMAIN}/figures/`),
    may: [KERNEL, TIME, AGGREGATE, new RegExp(`^${DOMAIN}/figures/`)],
  },
  { name: 'domain/reactions and permissions', from: ANY_DOMAIN, may: [ANY_DOMAIN] },
  { name: 'contract', from: CONTRACT, may: [ANY_DOMAIN, CONTRACT] },
  ...WORDS.map(sliceRule),
  sliceRule('figures'),
  // The program's own entrances compose slices; the rest of the platform knows none of them.
  {
    name: 'server/cli and entrances',
    from: new RegExp(`^${SERVER}/(cli/|[a-z-]+\\.(ts|mjs)$)`),
    may: [/^packages\/(domain|contract|server)\//, /^(scenarios|templates)\//],
  },
  // What tests lean on composes the whole program.
  { name: 'server/testing', from: new RegExp(`^${SERVER}/testing/`), may: [/./] },
  // Set-up that several slices lean on is read in one place.
  {
    name: 'server/configuration',
    from: new RegExp(`^${SERVER}/configuration/`),
    may: [ANY_DOMAIN, PLATFORM],
  },
  {
    name: 'server platform',
    from: PLATFORM,
    may: [
      KERNEL,
      TIME,
      ACCESS,
      new RegExp(`^${DOMAIN}/(reactions|suggestion|permissions|person/(actor-for|state))`),
      CONTRACT,
      PLATFORM,
      /^templates\//,
    ],
  },
  { name: 'server slices', from: new RegExp(`^${SERVER}/`), may: [ANY_DOMAIN, CONTRACT, PLATFORM] },
  { name: 'web/ui', from: new RegExp(`^${WEB}/ui/`), may: [new RegExp(`^${WEB}/ui/`)] },
  {
    name: 'web/lib',
    from: new RegExp(`^${WEB}/lib/`),
    may: [ANY_DOMAIN, CONTRACT, new RegExp(`^${WEB}/lib/`)],
  },
  ...[...WORDS, ...READING].map(featureRule),
  { name: 'web/app', from: new RegExp(`^${WEB}/`), may: [ANY_DOMAIN, CONTRACT, new RegExp(`^${WEB}/`)] },
  { name: 'scenarios', from: /^scenarios\//, may: [ANY_DOMAIN, CONTRACT, /^(scenarios|templates)\//] },
  { name: 'templates', from: /^templates\//, may: [ANY_DOMAIN, /^templates\//] },
  { name: 'tools, bench, stories', from: /^(tools|bench|e2e)\//, may: [/./] },
];

/** npm packages a room may use; rooms that are not named may use any that package.json lists. */
export const PACKAGES_ALLOWED: readonly { readonly from: RegExp; readonly may: RegExp }[] = [
  { from: ANY_DOMAIN, may: /^$/ },
  { from: CONTRACT, may: /^zod$/ },
  {
    from: new RegExp(`^${WEB}/`),
    may: /^(react|react-dom|antd|@ant-design\/|@tanstack\/|zod|dayjs|virtual:|pinyin-pro|uqr)/,
  },
];

export const BANNED_NAMES = /(^|[-/])(utils?|helpers?|common|misc|manager|base|data|info)([./]|$)/;
