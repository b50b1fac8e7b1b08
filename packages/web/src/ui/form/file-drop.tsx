import { useEffect, useId, useRef, useState } from 'react';
import type { DragEvent, ReactElement, RefObject } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.tsx';
import './file-drop.css';
import { shrinkPhoto } from './shrink-photo.ts';

export type FileDropProps = {
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** As in the HTML attribute; pictures only gives a camera button on phones. */
  readonly accept?: string;
  readonly most?: number;
  readonly error?: string | undefined;
  readonly hint?: string;
};

function Preview({ file }: { readonly file: File }): ReactElement {
  const [address] = useState(() => (file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined));
  if (address === undefined) return <Icon name="file" />;
  return <img src={address} alt="" onLoad={() => URL.revokeObjectURL(address)} />;
}

function FileList({
  files,
  remove,
}: {
  readonly files: readonly File[];
  readonly remove: (at: number) => void;
}): ReactElement {
  const words = useWords();
  return (
    <ul className="ui-file-list">
      {files.map((file, at) => (
        <li key={`${file.name}-${file.size}-${file.lastModified}`}>
          <Preview file={file} />
          <span>{file.name}</span>
          <Button look="quiet" icon="close" aria-label={words.remove(file.name)} onClick={() => remove(at)} />
        </li>
      ))}
    </ul>
  );
}

/**
 * Pictures pasted anywhere in the form are handed on. What comes with words (cells of a sheet bring their picture, too)
 * is pasted where it was meant to go.
 */
function usePasting(place: RefObject<HTMLElement | null>, add: (files: FileList) => void): void {
  useEffect(() => {
    const target = place.current?.closest('form') ?? place.current;
    const paste = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData;
      if (event.defaultPrevented || pasted === null || pasted.files.length === 0) return;
      if (pasted.types.includes('text/plain')) return;
      event.preventDefault();
      add(pasted.files);
    };
    target?.addEventListener('paste', paste);
    return () => target?.removeEventListener('paste', paste);
  }, [place, add]);
}

/** Files or photos: dropped, pasted, chosen or taken; photos are made small before they leave. */
export function FileDrop({
  label,
  files,
  onChange,
  accept,
  most = 9,
  error,
  hint,
}: FileDropProps): ReactElement {
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // One picture may be pasted while another is still made small.
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  }, [files]);
  const add = async (list: FileList | null): Promise<void> => {
    const chosen = Array.from(list ?? []);
    if (chosen.length === 0) return;
    setBusy(true);
    const small = await Promise.all(chosen.map(shrinkPhoto));
    setBusy(false);
    latest.current = [...latest.current, ...small].slice(0, most);
    onChange(latest.current);
  };
  usePasting(group, (list) => void add(list));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void add(event.dataTransfer.files);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <div
      ref={group}
      className={`ui-file-drop${isOver ? ' ui-over' : ''}`}
      role="group"
      aria-labelledby={id}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drop}
    >
      <span id={id} className="ui-group-label">
        {label}
      </span>
      {files.length === 0 ? null : (
        <FileList files={files} remove={(at) => onChange(files.filter((_, i) => i !== at))} />
      )}
      {files.length >= most ? null : (
        <div className="ui-file-zone">
          <span className="ui-file-desktop">{words.dropFiles}</span>
          <Button
            icon={accept?.startsWith('image') ? 'camera' : 'plus'}
            busy={isBusy}
            onClick={() => input.current?.click()}
          >
            {accept?.startsWith('image') ? words.takePhoto : words.chooseFiles}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            multiple={most > 1}
            accept={accept}
            // A file that was mended under the same name is chosen anew.
            onClick={(event) => (event.currentTarget.value = '')}
            onChange={(event) => void add(event.currentTarget.files)}
          />
        </div>
      )}
      {hint === undefined ? null : <p className="ui-field-hint">{hint}</p>}
      {error === undefined ? null : <p className="ui-field-error">{error}</p>}
    </div>
  );
}
