/** A note being edited in place: Enter keeps, Shift+Enter breaks the line, Escape takes it back; leaving keeps. */
import { useEffect, useRef } from 'preact/hooks';
import { deleteNotes } from '../app/delete-note.ts';
import { editNote, type NoteChanges } from '../app/edit-note.ts';
import type { Note } from '../model/note.ts';
import { MarkdownField } from '../ui/components/markdown-field.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDraft } from '../ui/use-draft.ts';

export const NoteEditor = ({
  note,
  onDone,
}: {
  readonly note: Note;
  /** @param byKey the focus goes back to the card */
  readonly onDone: (byKey: boolean) => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const target = `note:${note.id}`;
  const draft = useDraft(target, note.markdown, note.revision);
  const answer = useDraft(`answer:${note.id}`, note.kind === 'question' ? note.answer : '', note.revision);
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const closing = useRef(false);
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const discard = (): void => {
    closing.current = true;
    draft.discard();
    answer.discard();
    onDone(true);
  };
  const keep = async (byKey: boolean): Promise<void> => {
    if (closing.current) return;
    closing.current = true;
    const changes: NoteChanges = {
      markdown: draft.text,
      ...(note.kind === 'question' ? { answer: answer.text } : {}),
    };
    const same = draft.text === note.markdown && (note.kind !== 'question' || answer.text === note.answer);
    try {
      if (same) {
        draft.discard();
        answer.discard();
      } else if (draft.text.trim() === '' && note.kind !== 'link' && answer.text.trim() === '') {
        draft.discard();
        await deleteNotes(ports, [note.id]);
        const undo = () => void ports.store.undo().catch(report);
        show({ tone: 'done', text: t('noteDeleted'), action: { label: t('undo'), run: undo } });
      } else {
        const { outcome } = await editNote(ports, note.id, draft.baseRevision, changes, target);
        answer.discard();
        show({ tone: 'done', text: t(outcome === 'edited' ? 'noteSaved' : 'bothVersionsKept') });
      }
      onDone(byKey);
    } catch (error) {
      closing.current = false;
      report(error);
    }
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') discard();
    else if (event.key === 'Enter' && !event.shiftKey) void keep(true);
    else return false;
    return true;
  };
  const onBlur = (): void => {
    // The focus may only have gone to the other field of the same editor.
    setTimeout(() => {
      if (document.hasFocus() && !form.current?.contains(document.activeElement)) void keep(false);
    });
  };
  return (
    <div class="editor" ref={form}>
      <MarkdownField
        areaRef={area}
        label={t(note.kind === 'question' ? 'question' : 'noteField')}
        value={draft.text}
        onText={draft.type}
        onKey={onKey}
        onBlur={onBlur}
      />
      {note.kind === 'question' && (
        <MarkdownField
          label={t('answer')}
          placeholder={t('answer')}
          value={answer.text}
          onText={answer.type}
          onKey={onKey}
          onBlur={onBlur}
        />
      )}
      <p class="editor-hint">{t('editorHint')}</p>
    </div>
  );
};
