import { isIP } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/** What lies outside the program: who sends our mail and messages, and what stands before us. */
export type OutsideSettings = {
  /** `smtp://user:password@host:port` and the sender's address; none sends no mail. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** The SMS gateway; none writes codes to the log. */
  readonly sms: { readonly url: string; readonly token: string } | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-* is believed. */
  readonly trustedProxies: readonly string[];
  /** Behind HTTPS cookies are Secure and browsers are told to stay on HTTPS. */
  readonly secure: boolean;
};

const valueOf = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

type Complain = (line: string) => void;

const pairOf = (env: Environment, complain: Complain, names: readonly [string, string]) => {
  const [first, second] = names.map((name) => valueOf(env, name));
  if ((first === undefined) !== (second === undefined))
    complain(`${names[0]} and ${names[1]} belong together.`);
  return first === undefined || second === undefined ? undefined : ([first, second] as const);
};

/** An address, or a network such as 10.0.0.0/8. */
const isNetwork = (word: string): boolean => {
  const [address = '', bits, ...more] = word.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const isWidth = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most);
  return version !== 0 && isWidth && more.length === 0;
};

const proxiesOf = (env: Environment, complain: Complain): readonly string[] => {
  const proxies = (valueOf(env, 'TRUSTED_PROXIES') ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = proxies.filter((proxy) => !isNetwork(proxy));
  if (wrong.length > 0)
    complain(`TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, not "${wrong.join(', ')}".`);
  return proxies;
};

/** Reads SMTP_URL + MAIL_FROM, SMS_URL + SMS_TOKEN, TRUSTED_PROXIES and SECURE. */
export const outsideSettings = (env: Environment, complain: Complain): OutsideSettings => {
  const mail = pairOf(env, complain, ['SMTP_URL', 'MAIL_FROM']);
  const sms = pairOf(env, complain, ['SMS_URL', 'SMS_TOKEN']);
  if (mail && !/^smtps?:\/\/./.test(mail[0]))
    complain('SMTP_URL must look like smtp://user:password@host:port.');
  if (sms && !/^https?:\/\/./.test(sms[0])) complain('SMS_URL must be an http or https address.');
  const secure = valueOf(env, 'SECURE') ?? 'no';
  if (secure !== 'yes' && secure !== 'no') complain(`SECURE must be yes or no, not "${secure}".`);
  return {
    mail: mail && { url: mail[0], from: mail[1] },
    sms: sms && { url: sms[0], token: sms[1] },
    trustedProxies: proxiesOf(env, complain),
    secure: secure === 'yes',
  };
};
