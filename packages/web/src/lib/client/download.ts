import { addressOf } from './call.ts';
import type { Answer, AnyRoute, CallInput } from './call.ts';
import { clientProblem, problemOf } from './problem-of.ts';
import '../messages/file-problem-texts.ts';

const nameOf = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded === undefined
    ? (/filename="?([^";]+)/i.exec(disposition ?? '')?.[1] ?? 'download')
    : decodeURIComponent(encoded);
};

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fetches a file and saves it under the name that the server gives; a refusal is a value. */
export async function download<const R extends AnyRoute>(
  route: R,
  input: Pick<CallInput<R>, 'params' | 'query'>,
): Promise<Answer<undefined>> {
  try {
    const response = await fetch(addressOf(route.path, input), { credentials: 'same-origin' });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    save(await response.blob(), nameOf(response.headers.get('content-disposition')));
    return { ok: true, body: undefined };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, problem: clientProblem('client.offline') };
    throw error;
  }
}
