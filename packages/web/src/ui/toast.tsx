import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './toast.css';
import { useWords } from './words.tsx';

export type ToastMessage = {
  readonly text: string;
  readonly tone?: 'fine' | 'wrong';
  /** For instance undo; the message then stays longer. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
};
type Shown = ToastMessage & { readonly id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says briefly that something was done, with a way back where there is one. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext);

const STAYS_MS = 4_000;
const STAYS_WITH_ACTION_MS = 10_000;

function Message({ message, close }: { readonly message: Shown; readonly close: () => void }): ReactElement {
  const words = useWords();
  const act = (): void => {
    message.action?.onPress();
    close();
  };
  return (
    <li className={message.tone === 'wrong' ? 'ui-toast ui-toast-wrong' : 'ui-toast'}>
      <Icon name={message.tone === 'wrong' ? 'warn' : 'check'} />
      <span>{message.text}</span>
      {message.action === undefined ? null : (
        <Button look="quiet" onClick={act}>
          {message.action.label}
        </Button>
      )}
      <Button look="quiet" icon="close" aria-label={words.close} onClick={close} />
    </li>
  );
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => setShown((list) => list.filter((each) => each.id !== id)), []);
  const show = useCallback(
    (message: ToastMessage) => {
      last.current += 1;
      const id = last.current;
      setShown((list) => [...list.slice(-2), { ...message, id }]);
      setTimeout(() => close(id), message.action === undefined ? STAYS_MS : STAYS_WITH_ACTION_MS);
    },
    [close],
  );
  const list = useMemo(
    () =>
      shown.map((message) => <Message key={message.id} message={message} close={() => close(message.id)} />),
    [shown, close],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div role="status" aria-live="polite">
        <ul className="ui-toasts">{list}</ul>
      </div>
    </ToastContext.Provider>
  );
}
