/** The front matter's keys: renamed, ordered, added, taken out, each filled from the post or with a fixed value. */
import type { TargetedKeyboardEvent } from 'preact';
import { type FrontMatterKey, POST_FIELDS, type PostField } from '../../model/site-settings.ts';
import { Button, IconButton } from '../../ui/components/button.tsx';
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, XIcon } from '../../ui/components/icons.tsx';
import { type MessageKey, t } from '../../ui/strings.ts';

const SOURCES: Readonly<Record<PostField | 'fixed', MessageKey>> = {
  title: 'frontMatterTitle',
  date: 'frontMatterDate',
  lastmod: 'frontMatterLastmod',
  description: 'eventDescription',
  keywords: 'frontMatterKeywords',
  tags: 'eventTags',
  slug: 'frontMatterSlug',
  fixed: 'keyFixed',
};

const withSource = ({ key }: FrontMatterKey, from: PostField | 'fixed'): FrontMatterKey =>
  from === 'fixed' ? { key, from, value: '' } : { key, from };

export const KeysField = ({
  keys,
  required,
  refused,
  onKeys,
}: {
  readonly keys: readonly FrontMatterKey[];
  readonly required: readonly string[];
  readonly refused: readonly string[];
  readonly onKeys: (keys: readonly FrontMatterKey[]) => void;
}) => {
  const set = (row: number, entry: FrontMatterKey): void => onKeys(keys.with(row, entry));
  const move = (row: number, step: number): void => {
    const entry = keys[row];
    if (entry === undefined || row + step < 0 || row + step >= keys.length) return;
    onKeys(keys.toSpliced(row, 1).toSpliced(row + step, 0, entry));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLLIElement>, row: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    move(row, step);
  };
  const missing = required.filter((key) => !keys.some((entry) => entry.key === key));
  return (
    <fieldset class="keys">
      <legend class="field-label">{t('keys')}</legend>
      <ol>
        {keys.map((entry, row) => (
          <KeyRow
            key={`${row} ${entry.key} ${entry.from}`}
            entry={entry}
            row={row}
            last={row === keys.length - 1}
            problem={problemOf(entry, row, keys, refused)}
            onEntry={(next) => set(row, next)}
            onMove={(step) => move(row, step)}
            onRemove={() => onKeys(keys.toSpliced(row, 1))}
            onKeyDown={(event) => onKeyDown(event, row)}
          />
        ))}
      </ol>
      {missing.length > 0 && <span class="field-error">{t('keysMissing', missing.join(', '))}</span>}
      <Button look="quiet" onClick={() => onKeys([...keys, { key: newKey(keys), from: 'fixed', value: '' }])}>
        <PlusIcon /> {t('keyAdd')}
      </Button>
    </fieldset>
  );
};

const newKey = (keys: readonly FrontMatterKey[]): string => {
  const taken = new Set(keys.map(({ key }) => key));
  let number = 1;
  while (taken.has(`key${number}`)) number += 1;
  return `key${number}`;
};

const problemOf = (
  { key }: FrontMatterKey,
  row: number,
  keys: readonly FrontMatterKey[],
  refused: readonly string[],
): MessageKey | null => {
  if (key.trim() === '') return 'keyEmpty';
  if (refused.includes(key)) return 'keyRefused';
  return keys.findIndex((other) => other.key === key) < row ? 'keyTwice' : null;
};

const KeyRow = ({
  entry,
  row,
  last,
  problem,
  onEntry,
  onMove,
  onRemove,
  onKeyDown,
}: {
  readonly entry: FrontMatterKey;
  readonly row: number;
  readonly last: boolean;
  readonly problem: MessageKey | null;
  readonly onEntry: (entry: FrontMatterKey) => void;
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLLIElement>) => void;
}) => {
  const number = String(row + 1);
  return (
    <li class="key-row" onKeyDown={onKeyDown}>
      <input
        class="input"
        aria-label={t('keyName', number)}
        aria-invalid={problem !== null}
        value={entry.key}
        spellcheck={false}
        onChange={(event) => onEntry({ ...entry, key: event.currentTarget.value.trim() })}
      />
      <select
        class="input"
        aria-label={t('keySource', entry.key)}
        value={entry.from}
        onChange={(event) => {
          const from = [...POST_FIELDS, 'fixed' as const].find((name) => name === event.currentTarget.value);
          if (from !== undefined) onEntry(withSource(entry, from));
        }}
      >
        {[...POST_FIELDS, 'fixed' as const].map((from) => (
          <option key={from} value={from}>
            {t(SOURCES[from])}
          </option>
        ))}
      </select>
      {entry.from === 'fixed' ? (
        <input
          class="input"
          dir="auto"
          aria-label={t('keyValue', entry.key)}
          placeholder={t('keyValueHint')}
          value={entry.value}
          onChange={(event) => onEntry({ ...entry, value: event.currentTarget.value })}
        />
      ) : (
        <span />
      )}
      <span class="key-actions">
        <IconButton label={t('keyUp', entry.key)} disabled={row === 0} onClick={() => onMove(-1)}>
          <ArrowUpIcon />
        </IconButton>
        <IconButton label={t('keyDown', entry.key)} disabled={last} onClick={() => onMove(1)}>
          <ArrowDownIcon />
        </IconButton>
        <IconButton label={t('keyRemove', entry.key)} onClick={onRemove}>
          <XIcon />
        </IconButton>
      </span>
      {problem !== null && <span class="field-error">{t(problem)}</span>}
    </li>
  );
};
