/** The last captures, each with its undo. */
import { deleteNotes } from '../app/delete-note.ts';
import type { Note } from '../model/note.ts';
import { IconButton } from '../ui/components/button.tsx';
import {
  CodeIcon,
  FileTextIcon,
  ImageIcon,
  LinkIcon,
  MessageCircleQuestionIcon,
  QuoteIcon,
  UndoIcon,
} from '../ui/components/icons-popup.tsx';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { noteSummary } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';

const SHOWN = 4;

const NoteIcon = ({ note }: { readonly note: Note }) => {
  if (note.kind === 'link') return note.linkKind === 'code' ? <CodeIcon /> : <LinkIcon />;
  if (note.kind === 'image') return <ImageIcon />;
  if (note.kind === 'question') return <MessageCircleQuestionIcon />;
  if (note.kind === 'quote' || note.kind === 'selection') return <QuoteIcon />;
  return <FileTextIcon />;
};

export const RecentNotes = () => {
  const ports = usePorts();
  const report = useReport();
  const show = useToast();
  const notes = useLive('recent', (store) => store.listRecentNotes(SHOWN));
  if (notes === undefined || notes.length === 0) return null;
  const takeBack = (note: Note): void => {
    deleteNotes(ports, [note.id]).then(() => show({ tone: 'done', text: t('captureTakenBack') }), report);
  };
  return (
    <section class="recent" aria-label={t('lastCaptures')}>
      <h2>{t('lastCaptures')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteIcon note={note} />
            <span class="recent-text" dir="auto">
              {noteSummary(note)}
            </span>
            <IconButton label={t('takeBack', noteSummary(note).slice(0, 60))} onClick={() => takeBack(note)}>
              <UndoIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
