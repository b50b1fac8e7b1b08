import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';
import { Menu } from './menu.tsx';
import type { MenuItem } from './menu.tsx';
import './next-step.css';
import { useWords } from './words.tsx';

export type NextStepProps = {
  /** Why it is me: "Waiting for your unit to accept". */
  readonly hint: string;
  /** The one main action for me; none when it is somebody else's turn. */
  readonly main?: {
    readonly label: string;
    readonly onPress: () => void;
    readonly busy?: boolean;
    readonly icon?: IconName;
  };
  readonly others?: readonly MenuItem[];
};

/** What I can do now: the one main action, the others in a menu. */
export function NextStep({ hint, main, others = [] }: NextStepProps): ReactElement {
  const words = useWords();
  return (
    <div className={main === undefined ? 'ui-next-step' : 'ui-next-step ui-next-step-mine'}>
      <p>{hint}</p>
      <div className="ui-next-step-actions">
        {main === undefined ? null : (
          <Button
            look="main"
            onClick={main.onPress}
            busy={main.busy === true}
            {...(main.icon ? { icon: main.icon } : {})}
          >
            {main.label}
          </Button>
        )}
        {others.length === 0 ? null : <Menu label={words.moreActions} icon="more" items={others} />}
      </div>
    </div>
  );
}
