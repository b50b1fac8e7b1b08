import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '@xiaoer/contract/problem';
import type { Route } from '@xiaoer/contract/route';
import { useState } from 'react';
import type { z } from 'zod';
import { useProblemWords } from '../messages/problem-words.ts';
import { call, newIdempotencyKey } from './call.ts';
import type { Answer, AnswerBody, AnyRoute } from './call.ts';

type Path<Value> = Value extends readonly unknown[]
  ? never
  : Value extends object
    ? { [Key in keyof Value & string]: Key | `${Key}.${Path<Exclude<Value[Key], undefined>>}` }[keyof Value &
        string]
    : never;

/** The names that a form for this route may use: `name`, `site.address`. */
export type BodyField<R> =
  R extends Route<z.ZodType, z.ZodType, infer Body, z.ZodType> ? Path<z.input<Body>> : never;

/** Why it was not done, in the person's words. */
export type RefusedChange = {
  readonly title: string;
  readonly reference?: string;
  /** Somebody else changed the record since its form was opened; sent again, it is sent at the version of now. */
  readonly isStale?: true;
  readonly errors: readonly { readonly pointer: string; readonly text: string }[];
};

export type SendChange<Name extends string> = ((
  body: object,
  opened?: object,
) => Promise<RefusedChange | undefined>) & {
  readonly fields?: Name;
};

type With<R> = {
  readonly params?: Readonly<Record<string, string>>;
  readonly ifMatch?: number;
  /** Sent beside what the form holds: which contact, which grant. */
  readonly fixed?: object;
  readonly after?: (answer: AnswerBody<R>) => void;
};

/**
 * The key of an intention. A form has one from its opening to its closing, whatever is pressed how often; without a
 * form, the same words sent again after a lost answer have the same key.
 */
export function intentKeys(mint: () => string) {
  const ofForms = new WeakMap<object, string>();
  let last = { sent: '', key: '' };
  return {
    keyFor: (sent: string, opened: object | undefined): string => {
      if (opened !== undefined) {
        const key = ofForms.get(opened) ?? mint();
        ofForms.set(opened, key);
        return key;
      }
      if (last.sent !== sent) last = { sent, key: mint() };
      return last.key;
    },
    /** What was sent without a form is done: the same words are another intention now. */
    done: (): void => {
      last = { sent: '', key: '' };
    },
  };
}

/**
 * The version a form is sent at: the one its page showed, or a newer one that the server named when it refused that. Who
 * presses again has been told of the change.
 */
export function versionsOfForms() {
  const told = new WeakMap<object, number>();
  return {
    tell: (opened: object | undefined, problem: Problem): void => {
      if (opened !== undefined && problem.version !== undefined) told.set(opened, problem.version);
    },
    versionFor: (shown: number | undefined, opened: object | undefined): number | undefined => {
      const later = opened === undefined ? undefined : told.get(opened);
      return shown === undefined || later === undefined ? shown : Math.max(shown, later);
    },
  };
}

type Words = ReturnType<typeof useProblemWords>;

function refusedWith(problem: Problem, words: Words): RefusedChange {
  const { title, reference } = words.ofProblem(problem);
  // A refusal of the domain may name its field as well.
  const field = problem.facts?.['field'];
  const errors = (problem.errors ?? []).map((error) => ({
    pointer: error.pointer,
    text: words.ofField(error),
  }));
  const named = typeof field === 'string' ? [{ pointer: `/${field.replaceAll('.', '/')}`, text: title }] : [];
  return {
    title,
    ...(reference === undefined ? {} : { reference }),
    ...(problem.code === 'request.stale' ? { isStale: true } : {}),
    errors: errors.length > 0 ? errors : named,
  };
}

/**
 * Sends commands: `change(renameEnterprise, { params, ifMatch })` gives what a form calls with its body. One key per
 * intention: see `intentKeys`. Afterwards every page asks anew.
 */
export function useChange() {
  const client = useQueryClient();
  const words = useProblemWords();
  const [keys] = useState(() => intentKeys(newIdempotencyKey));
  const [versions] = useState(versionsOfForms);
  return <const R extends AnyRoute>(route: R, given: With<R> = {}): SendChange<BodyField<R> & string> =>
    async (typed, opened) => {
      const { after, fixed, ...shown } = given;
      const ifMatch = versions.versionFor(shown.ifMatch, opened);
      const parts = ifMatch === undefined ? shown : { ...shown, ifMatch };
      const hasBody = route.body !== undefined;
      const body = { ...fixed, ...typed };
      const sent = JSON.stringify([route.method, route.path, parts, body]);
      const key = keys.keyFor(sent, opened);
      const ask = call as (route: AnyRoute, input: unknown) => Promise<Answer<AnswerBody<R>>>;
      const answer = await ask(route, { ...parts, ...(hasBody ? { body } : {}), idempotencyKey: key });
      if (answer.ok) keys.done();
      if (answer.ok || answer.problem.status === 412) await client.invalidateQueries();
      if (!answer.ok) {
        versions.tell(opened, answer.problem);
        return refusedWith(answer.problem, words);
      }
      after?.(answer.body);
      return undefined;
    };
}
