import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { chmod, link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import { sha256 } from './merkle.ts';

/** Where the keys lie, outside the database: `folder` is DATA_DIR/keys, `keyFile` is SEAL_KEY_FILE when it is set. */
export type KeyPlace = { readonly folder: string; readonly keyFile?: string | undefined };

/** Public keys by id: today's and every one that signed before. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

export type SealKeys = {
  readonly keyId: string;
  readonly sign: (root: Buffer) => Buffer;
  readonly publicKeys: PublicKeys;
};

const PUBLIC_NAME = /^seal-[0-9a-f]{16}\.pub\.pem$/;

export const keyIdOf = (key: KeyObject): string =>
  sha256(key.export({ type: 'spki', format: 'der' }))
    .toString('hex')
    .slice(0, 16);

export const publicPem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

const keyPath = ({ folder, keyFile }: KeyPlace): string => keyFile ?? path.join(folder, 'seal-ed25519.pem');

const isEd25519 = (key: KeyObject): boolean => key.asymmetricKeyType === 'ed25519';

const readPrivateKey = async (file: string): Promise<KeyObject | undefined> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new OperatorError(`The seal key ${file} cannot be read (${errorCode(error) ?? 'unknown error'}).`);
  });
  if (text === undefined) return undefined;
  try {
    const key = createPrivateKey(text);
    if (isEd25519(key)) return key;
  } catch (error) {
    throw new OperatorError(`The seal key ${file} is not a private key in PEM.`, { cause: error });
  }
  throw new OperatorError(`The seal key ${file} is not an Ed25519 key.`);
};

/** Puts a whole file in place or leaves the one that is there; a crash leaves nothing half written. */
const placeFile = async (file: string, text: string, mode: number): Promise<void> => {
  const making = `${file}.making-${randomUUID()}`;
  const handle = await open(making, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(making, mode);
  await link(making, file).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  await unlink(making);
};

const createKey = async (file: string): Promise<KeyObject> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  await placeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600);
  const placed = await readPrivateKey(file);
  if (placed === undefined) throw new OperatorError(`The seal key ${file} could not be created.`);
  return placed;
};

/** Keeps a public key for later, so that what it signed can be checked after the key was changed. */
export const keepPublicKey = async (folder: string, key: KeyObject): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await placeFile(path.join(folder, `seal-${keyIdOf(key)}.pub.pem`), publicPem(key), 0o644);
};

/** Every public key at hand; creates nothing. */
export const readPublicKeys = async (place: KeyPlace): Promise<PublicKeys> => {
  const names = await readdir(place.folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const kept = await Promise.all(
    names
      .filter((name) => PUBLIC_NAME.test(name))
      .map(async (name) => createPublicKey(await readFile(path.join(place.folder, name), 'utf8'))),
  );
  const own = await readPrivateKey(keyPath(place));
  const all = own === undefined ? kept : [...kept, createPublicKey(own)];
  return new Map(all.map((key) => [keyIdOf(key), key]));
};

/** The key that signs. In DATA_DIR it is made on first use; a SEAL_KEY_FILE that is named must be there. */
export const openSealKeys = async (place: KeyPlace): Promise<SealKeys> => {
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const file = keyPath(place);
  const found = await readPrivateKey(file);
  if (found === undefined && place.keyFile !== undefined)
    throw new OperatorError(`SEAL_KEY_FILE names ${file}, which is not there.`);
  const key = found ?? (await createKey(file));
  const publicKey = createPublicKey(key);
  await keepPublicKey(place.folder, publicKey);
  return {
    keyId: keyIdOf(publicKey),
    sign: (root) => sign(null, root, key),
    publicKeys: await readPublicKeys(place),
  };
};

export const isSignedBy = (key: KeyObject, root: Buffer, signature: Buffer): boolean =>
  verify(null, root, key, signature);
