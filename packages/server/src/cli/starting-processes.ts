import { readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: number): number =>
  Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

/** Empty for a process that has ended, also while nobody has waited for it. */
const argumentsOf = (pid: number): string => read(`/proc/${pid}/cmdline`);

/** The processes from our parent up to the npm that started us; none when npm is not among them. */
function startingProcesses(): readonly number[] {
  const chain: number[] = [];
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    chain.push(pid);
    if (/^npm[\s\0]|[/\\]npm(-cli\.js)?\0/.test(argumentsOf(pid))) return chain;
  }
  return [];
}

/** Calls back when npm, or what it started us through, was killed: nobody is left then who could stop us. */
export function watchStartingProcesses(onGone: () => void, everyMs = 500): void {
  const watched = startingProcesses();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every((pid) => argumentsOf(pid) !== '')) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}
