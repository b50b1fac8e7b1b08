import { resolve } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { outsideSettings, type OutsideSettings } from './outside-settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the data is: our own PostgreSQL in DATA_DIR, or somebody else's. */
export type DatabaseSettings =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly ownerUrl: string; readonly appUrl: string | undefined };

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Where the metrics are apart from everything else; undefined serves them to this machine alone. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
  /** Absolute. Holds the files and, unless DATABASE_URL is set, the database. */
  readonly dataDir: string;
  readonly database: DatabaseSettings;
  /** The zone to load into an empty database; undefined for an empty zone with a set-up page. */
  readonly scenario: string | undefined;
  readonly logLevel: LogLevel;
  /** Absolute. The private key of the seal, when it is not DATA_DIR/keys/seal-ed25519.pem. */
  readonly sealKeyFile: string | undefined;
  readonly outside: OutsideSettings;
  /** The bucket for files; none keeps them in DATA_DIR/files. */
  readonly bucket: BucketSettings | undefined;
};

export type BucketSettings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly addressing: 'path' | 'host';
  readonly prefix: string;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
type Complain = (line: string) => void;

const defaultDataDir = () => (process.getuid?.() === 0 ? '/var/lib/xiaoer' : 'var');

/** An empty value counts as absent, as in most shells' and containers' settings. */
const valueOf = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

function portOf(name: string, text: string, complain: Complain): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) complain(`${name} must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function metricsOf(env: Environment, complain: Complain): Settings['metrics'] {
  const port = valueOf(env, 'METRICS_PORT');
  const host = valueOf(env, 'METRICS_HOST');
  if (port !== undefined) return { port: portOf('METRICS_PORT', port, complain), host: host ?? 'localhost' };
  if (host !== undefined) complain('METRICS_HOST needs METRICS_PORT.');
  return undefined;
}

function checkUrl(name: string, text: string | undefined, complain: Complain): void {
  if (text === undefined) return;
  const scheme = /^postgres(ql)?:\/\//.test(text);
  // The text may hold a password, so it is not repeated.
  if (!scheme || !URL.canParse(text))
    complain(`${name} must look like postgres://user:password@host:5432/database.`);
}

function databaseOf(env: Environment, complain: Complain): DatabaseSettings {
  const ownerUrl = valueOf(env, 'DATABASE_URL');
  const appUrl = valueOf(env, 'DATABASE_APP_URL');
  checkUrl('DATABASE_URL', ownerUrl, complain);
  checkUrl('DATABASE_APP_URL', appUrl, complain);
  if (ownerUrl !== undefined) return { kind: 'external', ownerUrl, appUrl };
  if (appUrl !== undefined) complain('DATABASE_APP_URL needs DATABASE_URL, the owner of the same database.');
  return { kind: 'embedded' };
}

function scenarioOf(env: Environment, complain: Complain): string | undefined {
  const name = valueOf(env, 'SCENARIO') ?? 'liangjiang';
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    complain(`SCENARIO must be the name of a scenario or none, not "${name}".`);
  return name === 'none' ? undefined : name;
}

const pathOf = (text: string | undefined) => (text === undefined ? undefined : resolve(text));

function logLevelOf(env: Environment, complain: Complain): LogLevel {
  const text = valueOf(env, 'LOG_LEVEL') ?? 'warn';
  const level = LOG_LEVELS.find((one) => one === text);
  if (level === undefined) complain(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`);
  return level ?? 'warn';
}

const BUCKET_NAMES = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_KEY', 'S3_SECRET'] as const;

/** All four names or none; region, addressing and prefix have defaults. */
function bucketOf(env: Environment, complain: Complain): BucketSettings | undefined {
  const [endpoint, bucket, accessKeyId, secretAccessKey] = BUCKET_NAMES.map((name) => valueOf(env, name));
  if ([endpoint, bucket, accessKeyId, secretAccessKey].every((value) => value === undefined))
    return undefined;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    complain(`${BUCKET_NAMES.join(', ')} belong together: set all of them or none.`);
    return undefined;
  }
  if (!/^https?:\/\/[^/]+\/?$/.test(endpoint) || !URL.canParse(endpoint))
    complain('S3_ENDPOINT must look like https://s3.example.cn, without a path.');
  const addressing = valueOf(env, 'S3_ADDRESSING') ?? 'path';
  if (addressing !== 'path' && addressing !== 'host') complain('S3_ADDRESSING must be path or host.');
  const prefix = valueOf(env, 'S3_PREFIX') ?? '';
  if (prefix !== '' && !prefix.endsWith('/')) complain('S3_PREFIX must end with a slash.');
  return {
    endpoint,
    bucket,
    accessKeyId,
    secretAccessKey,
    region: valueOf(env, 'S3_REGION') ?? 'us-east-1',
    addressing: addressing === 'host' ? 'host' : 'path',
    prefix,
  };
}

/** Reads the environment. Throws one OperatorError that holds a line for each setting that is wrong. */
export function readSettings(env: Environment): Settings {
  const complaints: string[] = [];
  const complain = (line: string) => void complaints.push(line);
  const settings: Settings = {
    port: portOf('PORT', valueOf(env, 'PORT') ?? '3000', complain),
    host: valueOf(env, 'HOST') ?? 'localhost',
    metrics: metricsOf(env, complain),
    dataDir: resolve(valueOf(env, 'DATA_DIR') ?? defaultDataDir()),
    database: databaseOf(env, complain),
    scenario: scenarioOf(env, complain),
    logLevel: logLevelOf(env, complain),
    sealKeyFile: pathOf(valueOf(env, 'SEAL_KEY_FILE')),
    outside: outsideSettings(env, complain),
    bucket: bucketOf(env, complain),
  };
  if (complaints.length > 0) throw new OperatorError(complaints.join('\n'));
  return settings;
}
