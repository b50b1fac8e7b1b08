import { useId } from 'react';
import type { ReactElement } from 'react';
import './verdict.css';

/** The grades from worst (1) to best (5). */
export const GRADES = [1, 2, 3, 4, 5] as const;
export type Grade = (typeof GRADES)[number];
/** The word for each grade, worst first. */
export type GradeWords = readonly [string, string, string, string, string];

const MOUTHS: Readonly<Record<Grade, string>> = {
  1: 'M7 15.5q3-3.5 6 0',
  2: 'M7 15q3-1.8 6 0',
  3: 'M7 14.3h6',
  4: 'M7 13.5q3 1.8 6 0',
  5: 'M6.5 12.8q3.5 4 7 0',
};

function Face({ grade }: { readonly grade: Grade }): ReactElement {
  return (
    <svg className="ui-verdict-face" viewBox="0 0 20 20" aria-hidden>
      <circle cx="10" cy="10" r="8.5" />
      <path d={`M7.2 7.5v1.2M12.8 7.5v1.2${MOUTHS[grade]}`} />
    </svg>
  );
}

/** A verdict that was given: face, five steps and the word. */
export function Verdict({
  grade,
  words,
}: {
  readonly grade: Grade;
  readonly words: GradeWords;
}): ReactElement {
  return (
    <span className={`ui-verdict ui-verdict-${grade}`}>
      <Face grade={grade} />
      <span className="ui-verdict-steps" aria-hidden>
        {GRADES.map((step) => (
          <i key={step} className={step <= grade ? 'ui-on' : ''} />
        ))}
      </span>
      {words[grade - 1]}
    </span>
  );
}

/** Asks for a verdict: five grades, one press. */
export function VerdictInput(props: {
  readonly label: string;
  readonly words: GradeWords;
  readonly value: Grade | undefined;
  readonly onChange: (grade: Grade) => void;
  readonly error?: string;
}): ReactElement {
  const name = useId();
  const best = [...GRADES].reverse();
  return (
    <fieldset
      className="ui-verdict-input"
      aria-describedby={`${name}-error`}
      data-wrong={props.error === undefined ? undefined : true}
    >
      <legend>{props.label}</legend>
      <div>
        {best.map((grade) => (
          <label key={grade} className={`ui-verdict-${grade}`}>
            <input
              type="radio"
              name={name}
              checked={props.value === grade}
              onChange={() => props.onChange(grade)}
            />
            <Face grade={grade} />
            <span>{props.words[grade - 1]}</span>
          </label>
        ))}
      </div>
      <p id={`${name}-error`} className="ui-field-error" role="alert">
        {props.error}
      </p>
    </fieldset>
  );
}
