import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useMarks } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ChangedNote } from '../../ui/form/changed-note.tsx';
import type { ChangeTold } from '../../ui/form/changed-note.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useWords } from '../../ui/words.tsx';
import { tellerOf, toldEvent, whoOf } from '../story/story-items.tsx';
import { useDemandWords } from '../words.ts';
import type { Asked } from './field.ts';
import { FieldControl } from './field-control.tsx';
import './forms.css';
import { FORMS } from './forms.ts';
import { useActionForm } from './use-action-form.ts';

/** What others did after the version that the form was opened at, up to the one it is sent at. */
function useChanges(opened: number, sentAt: number, { detail, today }: Asked): readonly ChangeTold[] {
  const words = useDemandWords();
  const marks = useMarks();
  const teller = tellerOf(detail, words, today);
  return detail.story
    .filter(({ version }) => version > opened && version <= sentAt)
    .map((event) => ({
      key: event.version,
      text: `${whoOf(event, teller)}${marks.colon}${toldEvent(event, teller).text}`,
    }));
}

/** The form of one command, with its explanation, its fields, and what stood in the way. */
export function ActionForm({
  type,
  asked,
  onDone,
  renew,
  ...given
}: {
  readonly type: DemandChange;
  /** Said instead of the command's own name. */
  readonly name?: string;
  readonly asked: Asked;
  readonly onDone: () => void;
  /** Loads the demand again after somebody else changed it. */
  readonly renew: () => void;
}): ReactElement {
  const words = useWords();
  const { action, about } = useDemandWords();
  const name = given.name ?? action(type);
  const problemWords = useProblemWords();
  const [opened] = useState(asked.detail.item.version);
  const { fields, form, problem, isBusy, send } = useActionForm(type, asked);
  const { version } = asked.detail.item;
  const [seen, setSeen] = useState(opened);
  // What I am sending is no news to me.
  if (!isBusy && seen !== version) setSeen(version);
  const changes = useChanges(opened, seen, asked);
  const isStale = seen !== opened || problem?.code === 'request.stale';
  const submit = async (): Promise<void> => {
    if (await send(seen)) onDone();
    else renew();
  };
  const shown = Object.entries(fields).filter(([, field]) => field.when?.(form.values) ?? true);
  return (
    <Form label={name} onSubmit={() => void submit()} wrong={form.wrong}>
      <p className="ui-second">{about(type)}</p>
      {isStale ? <ChangedNote changes={changes} /> : null}
      {problem === undefined || problem.code === 'request.stale' ? null : (
        <ErrorNote {...problemWords.ofProblem(problem)} />
      )}
      {shown.map(([name, field]) => (
        <FieldControl key={name} field={field} bound={form.bind(name)} asked={asked} />
      ))}
      <div className="demand-form-foot">
        <Button type="submit" look={FORMS[type].grave ? 'grave' : 'main'} busy={isBusy}>
          {isStale ? words.sendAnyway(name) : name}
        </Button>
      </div>
    </Form>
  );
}
