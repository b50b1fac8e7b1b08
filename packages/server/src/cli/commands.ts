import type { CommandModule } from './command-call.ts';

export type CommandRow = {
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
  /** Loaded only when it is called, so that a small command does not wait for the web server's libraries. */
  readonly load: () => Promise<CommandModule>;
};

/** Every command there is. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  serve: {
    usage: 'serve',
    summary: 'Start the database and the web server.',
    details: ['Settings come from the environment: see README.md.', 'Ctrl-C drains and stops everything.'],
    load: () => import('./serve.ts'),
  },
  migrate: {
    usage: 'migrate',
    summary: 'Bring the database to the newest schema and stop.',
    details: ['Prints the name of each migration it applied.'],
    load: () => import('./migrate-command.ts'),
  },
  scenario: {
    usage: 'scenario list | load ID',
    summary: 'List the sample zones, or load one into the database.',
    details: [
      'Loading replays the whole story of a zone through the same commands that clicks send.',
      'A scenario that is loaded already is refused and nothing is changed.',
    ],
    load: () => import('./scenario.ts'),
  },
  host: {
    usage: 'host CODE NAME',
    summary: 'Give a zone a host name of its own.',
    details: [
      'CODE is the sign-in code of the zone, NAME a host name such as east.example.cn, or none.',
      'Whoever comes by that name signs in to that zone and to no other, and needs no code for it.',
      'A running server goes by it at once.',
    ],
    load: () => import('./host.ts'),
  },
  'set-aside': {
    usage: 'set-aside list | again',
    summary: 'Events from which nothing could follow: list them, or have them tried again.',
    details: [
      'What follows from an event (notices, the package of a demand) is tried six times within an hour and a quarter.',
      'Then the event is set aside, and later events of the same record wait for it; everything else goes on.',
      'again has all of them tried anew, also by a server that is running.',
    ],
    load: () => import('./set-aside.ts'),
  },
  figures: {
    usage: 'figures ID [--json] [--as-of DATE]',
    summary: 'Compute the figures of a loaded scenario from its records.',
    details: [
      '--as-of is a day, YYYY-MM-DD, and counts up to 24:00 of it; the freeze date when it is left out.',
      '--json prints a list of {id, name, relation, reported, period, freezeDate, asOf, definition, numerator, denominator, exclusions, rows, value}.',
    ],
    load: () => import('./figures.ts'),
  },
  calendar: {
    usage: 'calendar FROM TO [--json]',
    summary: 'Which days are working days, and why.',
    details: [
      'FROM and TO are days, YYYY-MM-DD, both included.',
      '--json prints a list of {date, workday, source}.',
      'A day for which no state notice is known is refused, not guessed.',
    ],
    load: () => import('./calendar.ts'),
  },
  schedule: {
    usage: 'schedule FILE [--json]',
    summary: 'Compute a plan: when each task starts and ends, at the earliest and at the latest.',
    details: [
      'FILE is a network as JSON: docs/schedule-json.md says what may stand in it.',
      '--json prints {project, tasks: [{id, uid, name, start, finish, earlyStart, earlyFinish, lateStart, lateFinish, totalFloatMinutes, freeFloatMinutes, critical}]}.',
      'What cannot be computed is refused, with the tasks named.',
    ],
    load: () => import('./schedule.ts'),
  },
  classify: {
    usage: 'classify --train FILE --test FILE [--json]',
    summary: 'Learn labels from one file of texts and name those of another.',
    details: [
      'Both files hold rows {text, label}: .jsonl, or .xlsx with the titles text and label in row 1.',
      'In the test file the label may be missing; where it stands, the score is printed too.',
      '--json prints {trained, rows: [{index, label, best, confidence, truth?}], macroF1, accuracy, ece, perClass, ...};',
      'label is null where the program would suggest nothing, best is its guess all the same.',
    ],
    load: () => import('./classify.ts'),
  },
  verify: {
    usage: 'verify [--root HASH] [--json]',
    summary: 'Check that nothing that was logged has been altered, dropped or slipped in.',
    details: [
      'Checks every event against the seal, refolds every stream and compares it with what is saved.',
      '--root also checks that a root printed earlier, by a backup or a bulletin, still belongs to the chain.',
      'Exit code 0 when everything agrees, else 1 and a line for each difference.',
    ],
    load: () => import('./verify.ts'),
  },
  backup: {
    usage: 'backup DIR',
    summary: 'Write everything that is kept into a new folder.',
    details: [
      'DIR must not exist or be empty. It can be restored into any supported PostgreSQL.',
      'It holds neither sessions nor the private key of the seal: keep DATA_DIR/keys (or SEAL_KEY_FILE) elsewhere.',
    ],
    load: () => import('./backup.ts'),
  },
  restore: {
    usage: 'restore DIR',
    summary: 'Fill an empty database from a backup, and verify it.',
    details: ['Restores everything or, when anything is wrong with the backup, nothing.'],
    load: () => import('./restore.ts'),
  },
};
