import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Drawer } from '../drawer.tsx';
import type { Act } from './act.tsx';

/** A small record at the side: what it is, and what can be done with it. */
export function ActsDrawer({
  title,
  isOpen,
  onClose,
  acts,
  onPick,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly acts: readonly Act[];
  readonly onPick: (act: Act) => void;
  readonly children: ReactNode;
}): ReactElement {
  const pick = (act: Act): void => {
    onClose();
    onPick(act);
  };
  return (
    <Drawer title={title} isOpen={isOpen} onClose={onClose}>
      <div className="ui-stack">
        {children}
        {acts.length === 0 ? null : (
          <div className="ui-row">
            {acts.map((act) => (
              <Button key={act.key} look={act.grave === true ? 'grave' : 'plain'} onClick={() => pick(act)}>
                {act.label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Drawer>
  );
}
