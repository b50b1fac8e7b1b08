import { useState } from 'react';

/** Storage may be forbidden (a private window): then nothing is remembered, and nothing fails. */
function recall<Value>(key: string, fallback: Value): Value {
  try {
    const text = localStorage.getItem(key);
    return text === null ? fallback : (JSON.parse(text) as Value);
  } catch {
    return fallback;
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Not remembered.
  }
}

/** A value that this browser remembers. */
export function useRemembered<Value>(key: string, fallback: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => recall(key, fallback));
  const change = (next: Value): void => {
    setValue(next);
    keep(key, next);
  };
  return [value, change];
}
