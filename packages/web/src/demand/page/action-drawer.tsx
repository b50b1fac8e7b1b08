import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Drawer } from '../../ui/drawer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDirectory } from '../directory.ts';
import { ActionForm } from '../forms/action-form.tsx';
import type { Asked } from '../forms/field.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { AnswerCard } from './answer-card.tsx';
import { Called } from './called.tsx';
import type { Detail } from './state-cards.tsx';

type Opened = {
  readonly detail: Detail;
  readonly personId: string;
  readonly workKey?: string;
  /** What the pressed button said, where that is not the command's own name. */
  readonly name?: string;
  readonly renew: () => void;
  readonly onDone: (type: DemandChange) => void;
};

/** The answer that is approved or returned: nobody decides on what the form hides from them. */
function Judged({ type, detail }: { readonly type: DemandChange; readonly detail: Detail }) {
  const isJudged = type === 'ApproveAnswer' || type === 'ReturnAnswer';
  return isJudged ? <AnswerCard demand={detail.demand} /> : null;
}

function Filled({
  type,
  detail,
  personId,
  workKey,
  name,
  renew,
  onDone,
}: Opened & { readonly type: DemandChange }) {
  const directory = useDirectory();
  const { language, word, label } = useDemandWords();
  const { today } = useNow();
  const asked: Asked = useMemo(
    () => ({
      detail,
      personId,
      today,
      directory,
      language,
      word,
      label,
      ...(workKey === undefined ? {} : { workKey }),
    }),
    [detail, personId, today, directory, language, word, label, workKey],
  );
  // A form takes its first values when it opens: it waits for the names that it may show.
  if (!directory.isReady) return <Skeleton count={6} />;
  return (
    <div className="ui-stack">
      <Judged type={type} detail={detail} />
      {type === 'RecordCallBack' ? <Called detail={detail} /> : null}
      <ActionForm
        type={type}
        asked={asked}
        renew={renew}
        onDone={() => onDone(type)}
        {...(name === undefined ? {} : { name })}
      />
    </div>
  );
}

/** The form of one command over the page. */
export function ActionDrawer({
  type,
  onClose,
  ...opened
}: Opened & { readonly type: DemandChange | undefined; readonly onClose: () => void }): ReactElement {
  const { action } = useDemandWords();
  const title = type === undefined ? '' : (opened.name ?? action(type));
  return (
    <Drawer title={title} isOpen={type !== undefined} onClose={onClose}>
      {type === undefined ? null : <Filled key={type} type={type} {...opened} />}
    </Drawer>
  );
}
