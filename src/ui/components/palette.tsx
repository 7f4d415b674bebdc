/** Find and do: every note, clip, session and event as you type, and the surface's commands. */
import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { type Findable, type Found, find } from '../../app/find.ts';
import { fold } from '../../app/fold-text.ts';
import { isComposing } from '../keys.ts';
import { sessionName } from '../labels.ts';
import { t } from '../strings.ts';
import { useFindIndex } from '../use-find-index.ts';
import { useModal } from '../use-modal.ts';
import { CalendarDaysIcon, FileTextIcon, PresentationIcon, SearchIcon } from './icons.tsx';

export interface PaletteCommand {
  readonly key: string;
  readonly label: string;
  readonly icon: JSX.Element;
  readonly shortcut?: string;
  readonly run: () => void;
}

const MAX_RESULTS = 30;

type Row =
  | { readonly type: 'command'; readonly key: string; readonly command: PaletteCommand }
  | { readonly type: 'found'; readonly key: string; readonly found: Found };

const keyOf = (item: Findable): string =>
  item.type === 'event' ? item.event.id : item.type === 'session' ? item.session.id : item.note.id;

const contextOf = (item: Findable): string => {
  if (item.type === 'event') return item.event.startsOn ?? '';
  if (item.type === 'session') return item.event.name;
  return item.event === null ? t('inbox') : `${sessionName(item.session)} · ${item.event.name}`;
};

const FoundText = ({ found }: { readonly found: Found }) => {
  const [start, end] = found.match;
  return (
    <>
      {found.excerpt.slice(0, start)}
      <mark>{found.excerpt.slice(start, end)}</mark>
      {found.excerpt.slice(end)}
    </>
  );
};

const RowIcon = ({ item }: { readonly item: Findable }) => {
  if (item.type === 'event') return <CalendarDaysIcon />;
  return item.type === 'session' ? <PresentationIcon /> : <FileTextIcon />;
};

export const Palette = ({
  commands,
  onOpen,
  onClose,
}: {
  readonly commands: readonly PaletteCommand[];
  readonly onOpen: (item: Findable) => void;
  readonly onClose: () => void;
}) => {
  const id = useId();
  const afterwards = useRef<() => void>(() => undefined);
  const { box, close, handlers } = useModal(() => {
    onClose();
    afterwards.current();
  });
  const { index, ready } = useFindIndex();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const rows = useMemo((): readonly Row[] => {
    const wanted = fold(query.trim()).split(/\s+/);
    const fitting = commands.filter(({ label }) => wanted.every((word) => fold(label).includes(word)));
    return [
      ...fitting.map((command): Row => ({ type: 'command', key: command.key, command })),
      ...find(index, query, MAX_RESULTS).map(
        (found): Row => ({ type: 'found', key: keyOf(found.item), found }),
      ),
    ];
  }, [commands, index, query]);
  const current = Math.min(chosen, rows.length - 1);
  const run = (row: Row | undefined): void => {
    if (row === undefined) return;
    // Done once the dialog is closed, so that what it opens is not closed with it.
    afterwards.current = row.type === 'command' ? row.command.run : () => onOpen(row.found.item);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && rows.length > 0) setChosen((current + step + rows.length) % rows.length);
    else if (event.key === 'Enter') run(rows[current]);
    else return;
    event.preventDefault();
  };
  const optionId = (row: Row): string => `${id}-${row.key}`;
  const active = rows[current];
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(`${id}-${active.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <dialog ref={box} class="dialog palette" aria-label={t('paletteTitle')} {...handlers}>
      <div class="palette-field">
        <SearchIcon />
        <input
          class="palette-input"
          dir="auto"
          role="combobox"
          aria-label={t('palettePlaceholder')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? '' : optionId(active)}
          placeholder={t('palettePlaceholder')}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="palette-list" id={`${id}-list`} role="listbox" aria-label={t('paletteTitle')}>
        {rows.map((row, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          <div
            key={row.key}
            id={optionId(row)}
            class="palette-row"
            role="option"
            aria-selected={position === current}
            onClick={() => run(row)}
          >
            {row.type === 'command' ? (
              <>
                {row.command.icon}
                <span class="palette-text">{row.command.label}</span>
                {row.command.shortcut !== undefined && <kbd>{row.command.shortcut}</kbd>}
              </>
            ) : (
              <>
                <RowIcon item={row.found.item} />
                <span class="palette-text" dir="auto">
                  <FoundText found={row.found} />
                  <span class="palette-context" title={contextOf(row.found.item)}>
                    {contextOf(row.found.item)}
                  </span>
                </span>
              </>
            )}
          </div>
        ))}
        {!ready && rows.length === 0 && <p class="palette-nothing">{t('paletteReading')}</p>}
        {ready && rows.length === 0 && <p class="palette-nothing">{t('paletteNothing', query)}</p>}
      </div>
      <p class="palette-hint">
        {t('paletteHint')}
        <span class="visually-hidden" role="status">
          {query === '' ? '' : t('paletteResults', String(rows.length))}
        </span>
      </p>
    </dialog>
  );
};
