/** A note as it reads, by its kind. */
import { useEffect, useRef } from 'preact/hooks';
import { editNote } from '../app/edit-note.ts';
import { alternativeText } from '../app/image-notes.ts';
import type { ImageNote, LinkNote, Note } from '../model/note.ts';
import { ExternalLinkIcon } from '../ui/components/icons.tsx';
import { MarkdownView } from '../ui/components/markdown-view.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { isComposing } from '../ui/keys.ts';
import { linkKindLabel } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDraft } from '../ui/use-draft.ts';

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

const LinkBody = ({ note }: { readonly note: LinkNote }) => (
  <>
    <p class="note-link">
      <a href={note.url} target="_blank" rel="noreferrer noopener" dir="auto">
        {note.title || note.url}
        <ExternalLinkIcon />
      </a>
    </p>
    <p class="note-source">
      <span class="tag">{linkKindLabel(note.linkKind)}</span> {hostOf(note.url)}
    </p>
    {note.markdown !== '' && <MarkdownView markdown={note.markdown} />}
  </>
);

const IMAGE = /^!\[([^\]]*)\]/;

/** The image, with its alternative text to be written right under it. */
const ImageBody = ({ note }: { readonly note: ImageNote }) => {
  const ports = usePorts();
  const report = useReport();
  const saved = IMAGE.exec(note.markdown)?.[1] ?? '';
  const target = `alt:${note.id}`;
  const draft = useDraft(target, saved, note.revision);
  const { text, clear } = draft;
  const shown = useRef(saved);
  useEffect(() => {
    // Written in another window: shown here, unless something else is being typed.
    if (shown.current === saved) return;
    if (text === shown.current) clear(saved);
    shown.current = saved;
  }, [saved, text, clear]);
  const save = (): void => {
    const next = alternativeText(text);
    if (next === saved) {
      if (text !== saved) draft.discard();
      return;
    }
    const markdown = note.markdown.replace(IMAGE, () => `![${next}]`);
    editNote(ports, note.id, note.revision, { markdown }, target).then(() => draft.clear(next), report);
  };
  return (
    <>
      <MarkdownView markdown={note.markdown.replace(IMAGE, '![]')} />
      {IMAGE.test(note.markdown) && (
        <input
          class={`alt ${saved === '' ? 'is-missing' : ''}`}
          dir="auto"
          aria-label={t('alternativeText')}
          placeholder={t('alternativeTextMissing')}
          value={text}
          onInput={(event) => draft.type(event.currentTarget.value, event.currentTarget.selectionStart ?? 0)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return;
            event.preventDefault();
            // Leaving keeps; the card has the keys for what comes next.
            event.currentTarget.closest<HTMLElement>('[data-note]')?.focus();
          }}
        />
      )}
    </>
  );
};

const Body = ({ note }: { readonly note: Note }) => {
  switch (note.kind) {
    case 'link':
      return <LinkBody note={note} />;
    case 'image':
      return <ImageBody note={note} />;
    case 'question':
      return (
        <dl class="qa">
          <dt>{t('questionShort')}</dt>
          <dd>
            <MarkdownView markdown={note.markdown} />
          </dd>
          <dt>{t('answerShort')}</dt>
          <dd>
            {note.answer === '' ? (
              <span class="missing">{t('answerMissing')}</span>
            ) : (
              <MarkdownView markdown={note.answer} />
            )}
          </dd>
        </dl>
      );
    case 'takeaway':
      return (
        <>
          <p class="note-kind">{t('takeaway')}</p>
          <MarkdownView markdown={note.markdown} />
        </>
      );
    default:
      return <MarkdownView markdown={note.markdown} />;
  }
};

/** True when a click was meant for something inside the note, or ended a selection of its text. */
const isOwnClick = (event: MouseEvent): boolean =>
  (event.target instanceof Element && event.target.closest('a, button, input, summary') !== null) ||
  String(getSelection() ?? '') !== '';

export const NoteBody = ({ note, onEdit }: { readonly note: Note; readonly onEdit: () => void }) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the card has the key and the button
  // biome-ignore lint/a11y/useKeyWithClickEvents: the card has the key
  <div
    class="note-body"
    onClick={(event) => {
      if (note.kind !== 'image' && !isOwnClick(event)) onEdit();
    }}
  >
    <Body note={note} />
    {note.kind !== 'link' && note.kind !== 'image' && note.source !== null && (
      <p class="note-source">
        <a href={note.source.url} target="_blank" rel="noreferrer noopener" dir="auto">
          {note.source.title || note.source.url}
        </a>
      </p>
    )}
  </div>
);
