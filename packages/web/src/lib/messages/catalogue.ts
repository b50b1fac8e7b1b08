/** The languages of the product; the first is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Texts = Readonly<Record<string, string>>;

/** The names between braces: `'{unit} 于 {day} 接受'` asks for `unit` and `day`. */
export type ParamOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamOf<Rest>
  : never;

type SameParams<Zh extends Texts, En extends Texts> = {
  readonly [Key in keyof Zh]: Key extends keyof En
    ? [ParamOf<En[Key]>] extends [ParamOf<Zh[Key]>]
      ? string
      : { readonly 'unknown parameter in the English text': ParamOf<En[Key]> }
    : string;
};

/** One business word's texts in every language. */
export type Catalogue<Zh extends Texts> = Readonly<Record<Language, Readonly<Record<keyof Zh, string>>>> & {
  readonly shape?: Zh;
};

/**
 * Ties the languages together: a text that English lacks, has too much, or that names a parameter which the
 * Chinese text does not have, fails to compile. Import it where it is used: it then travels with that page only.
 */
export const catalogue = <
  const Zh extends Texts,
  const En extends { readonly [Key in keyof Zh]: string } & {
    readonly [Key in Exclude<keyof En, keyof Zh>]: never;
  },
>(
  zh: Zh,
  en: En & SameParams<Zh, En>,
): Catalogue<Zh> => ({ 'zh-CN': zh, en });

export type ParamsOf<Text extends string> = Readonly<Record<ParamOf<Text>, string | number>>;
type ParamsArgument<Text extends string> = [ParamOf<Text>] extends [never] ? [] : [ParamsOf<Text>];

/** `t('title')`, `t('openedBy', { who })`: keys and parameters are checked by the compiler. */
export type Translate<Zh extends Texts> = <Key extends keyof Zh & string>(
  key: Key,
  ...params: ParamsArgument<Zh[Key]>
) => string;

const PARAMETER = /\{(\w+)\}/g;

/** Puts the parameters in their places; a parameter that was not given stays readable as `{name}`. */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(PARAMETER, (place, name: string) => String(params[name] ?? place));

/** The texts of one catalogue in one language as a function. */
export function translator<Zh extends Texts>(texts: Catalogue<Zh>, language: Language): Translate<Zh> {
  const chosen = texts[language];
  return (key, ...[params]) => (params === undefined ? chosen[key] : fill(chosen[key], params));
}

/** The words for every member of a list, for instance one per status: `wordOf(texts, language, status)`. */
export const wordOf = <Zh extends Texts>(texts: Catalogue<Zh>, language: Language, key: keyof Zh): string =>
  texts[language][key];
