import { uploadFile } from '@xiaoer/contract/files';
import { addressOf, headersOf } from './call.ts';
import type { Answer, AnswerBody, AnyRoute } from './call.ts';
import { clientProblem, problemOf } from './problem-of.ts';
import '../messages/file-problem-texts.ts';

type Stored = AnswerBody<typeof uploadFile>;

/** One file stays one upload, however often the form around it is sent. */
const stored = new WeakMap<File, Stored>();

/** Sends a file's bytes to a route that takes them; every call is a sending of its own. */
export async function sendBytes<const R extends AnyRoute>(
  route: R,
  params: unknown,
  file: File,
): Promise<Answer<AnswerBody<R>>> {
  const address = addressOf(route.path, { params, query: { name: file.name.slice(-200) } });
  try {
    const response = await fetch(address, {
      method: route.method,
      headers: { ...headersOf(route.method, {}), 'content-type': 'application/octet-stream' },
      body: file,
      credentials: 'same-origin',
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, body: (await response.json()) as AnswerBody<R> };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, problem: clientProblem('client.offline') };
    throw error;
  }
}

/** Stores a file with a route that answers with it; the same file is sent once. */
export async function uploadTo(route: AnyRoute, params: unknown, file: File): Promise<Answer<Stored>> {
  const before = stored.get(file);
  if (before !== undefined) return { ok: true, body: before };
  const answer = (await sendBytes(route, params, file)) as Answer<Stored>;
  if (answer.ok) stored.set(file, answer.body);
  return answer;
}

/** Stores several files one after the other; stops at the first that is refused. */
export async function uploadAll(files: readonly File[]): Promise<Answer<readonly string[]>> {
  const ids: string[] = [];
  for (const file of files) {
    const answer = await uploadTo(uploadFile, {}, file);
    if (!answer.ok) return answer;
    ids.push(answer.body.fileId);
  }
  return { ok: true, body: ids };
}

/** Where a stored file is opened. */
export const fileAddress = (fileId: string): string => `/api/files/${fileId}`;
