declare const value: unique symbol;

/** A value that is written as JSON already. What many requests answer with is written once and put together as text. */
export type JsonOf<Value> = string & { readonly [value]: Value };

type ValueOf<Text> = Text extends JsonOf<infer Value> ? Value : never;

export const jsonOf = <Value>(plain: Value): JsonOf<Value> => JSON.stringify(plain) as JsonOf<Value>;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The same in ASCII, with escapes for all other characters: it is read from the database, put together and sent as single bytes,
 * without being widened to two and encoded again.
 */
export const asciiJsonOf = <Value>(plain: Value): JsonOf<Value> =>
  JSON.stringify(plain).replaceAll(/[\u0080-\uffff]/g, escaped) as JsonOf<Value>;

/** Joined by adding: a long text is then copied once, when it is sent. */
export const jsonArray = <Item>(items: readonly JsonOf<Item>[]): JsonOf<Item[]> => {
  let text = '[';
  for (const item of items) text += text === '[' ? item : `,${item}`;
  return `${text}]` as JsonOf<Item[]>;
};

/** An object of written parts; its keys are names of ours and need no escaping. */
export const jsonObject = <Parts extends Readonly<Record<string, JsonOf<unknown>>>>(
  parts: Parts,
): JsonOf<{ -readonly [Name in keyof Parts]: ValueOf<Parts[Name]> }> => {
  let text = '';
  for (const name in parts) text += `${text === '' ? '{' : ','}"${name}":${parts[name]}`;
  return (text === '' ? '{}' : `${text}}`) as JsonOf<{
    -readonly [Name in keyof Parts]: ValueOf<Parts[Name]>;
  }>;
};

/** An object that is not empty with further written parts. Only the first is cut, so it is the small one of two. */
export const jsonWith = <One extends object, Parts extends Readonly<Record<string, JsonOf<unknown>>>>(
  one: JsonOf<One>,
  parts: Parts,
): JsonOf<One & { -readonly [Name in keyof Parts]: ValueOf<Parts[Name]> }> => {
  let text = one.slice(0, -1);
  for (const name in parts) text += `,"${name}":${parts[name]}`;
  return `${text}}` as JsonOf<One & { -readonly [Name in keyof Parts]: ValueOf<Parts[Name]> }>;
};
