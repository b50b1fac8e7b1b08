import { readdirSync, readFileSync } from 'node:fs';

const field = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const parentOf = (pid: string): string => /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '';

/** The process and those of its children that run Node too: the database is a child of its own kind. */
const family = (pid: number): readonly string[] => {
  const children = readdirSync('/proc').filter(
    (entry) =>
      /^\d+$/.test(entry) && parentOf(entry) === String(pid) && /node/.test(read(`/proc/${entry}/cmdline`)),
  );
  return [String(pid), ...children];
};

/** Proportional set size of a server and its helpers in MB: what the kernel says they cost the machine. */
export const proportionalMegabytes = (pid: number): number =>
  family(pid).reduce((sum, one) => sum + field(read(`/proc/${one}/smaps_rollup`), 'Pss'), 0) / 1_024;

/** Samples until it is stopped; answers with the highest and the last. */
export const watchMemory = (pid: number): (() => { readonly peak: number; readonly last: number }) => {
  let peak = 0;
  let last = 0;
  const look = (): void => {
    last = proportionalMegabytes(pid);
    peak = Math.max(peak, last);
  };
  const timer = setInterval(look, 500);
  return () => {
    look();
    clearInterval(timer);
    return { peak, last };
  };
};
