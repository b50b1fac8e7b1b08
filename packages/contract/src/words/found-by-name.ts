type Named = {
  /** As people see it, in their language. */
  readonly shown: string;
  /** First letters of the pinyin, as the server reads the name. */
  readonly letters: string;
};

const LETTERS = /^[a-z0-9]+$/;

/** Whether a name is found by what was typed: by part of it, or of its letters (cqk finds 重庆科). Lists and their files agree. */
export const isFoundByName = ({ shown, letters }: Named, typed: string): boolean => {
  const asked = typed.trim().toLowerCase();
  return shown.toLowerCase().includes(asked) || (LETTERS.test(asked) && letters.includes(asked));
};
