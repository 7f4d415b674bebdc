/** A published post becomes an event: what was recognised in it is shown before anything is written. */
import { useRef, useState } from 'preact/hooks';
import { countMissingPictures, type FoundPost, findPost, importPost } from '../../app/import-post.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { FileTextIcon, TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { errorMessage } from '../../ui/error-message.ts';
import { usePorts } from '../../ui/ports-context.ts';
import { t, tCount } from '../../ui/strings.ts';
import { useDone } from '../../ui/use-done.ts';
import { fileFault } from '../backup/file-fault.ts';
import { eventHash, goTo } from '../route.ts';
import { droppedFiles, type Given, givenFiles } from './given-files.ts';

type State =
  | { readonly stage: 'ask'; readonly fault: string }
  | { readonly stage: 'reading' | 'writing' }
  | { readonly stage: 'found'; readonly name: string; readonly found: FoundPost };

/** Not in every browser's types; where it is not known, single files are chosen. */
const WHOLE_FOLDER = { webkitdirectory: true };

const isUnusable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'unusable-file';

const Ask = ({
  fault,
  onGiven,
}: {
  readonly fault: string;
  readonly onGiven: (given: Promise<Given>) => void;
}) => {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    if (files.length > 0) onGiven(givenFiles(files));
    input.value = '';
  };
  return (
    <>
      {fault !== '' && (
        <div class="backup-fault" role="alert">
          <TriangleAlertIcon />
          <div>
            <p dir="auto">{fault}</p>
            <p>{t('restoreNothingChanged')}</p>
          </div>
        </div>
      )}
      <p>{t('importLead')}</p>
      <fieldset
        aria-label={t('importPick')}
        class={over ? 'backup-part backup-drop is-over' : 'backup-part backup-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer !== null) onGiven(droppedFiles(event.dataTransfer));
        }}
      >
        <p>{t('importDrop')}</p>
        <Button look="primary" onClick={() => file.current?.click()}>
          <FileTextIcon /> {t('importPick')}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t('importPickFolder')}</Button>
        <input
          ref={file}
          type="file"
          class="visually-hidden"
          aria-label={t('importPick')}
          tabIndex={-1}
          accept=".md,.mdx,.markdown,.zip,text/markdown,application/zip"
          onChange={(event) => take(event.currentTarget)}
        />
        <input
          ref={folder}
          type="file"
          class="visually-hidden"
          aria-label={t('importPickFolder')}
          tabIndex={-1}
          {...WHOLE_FOLDER}
          onChange={(event) => take(event.currentTarget)}
        />
      </fieldset>
    </>
  );
};

const PROBLEMS = {
  broken: 'importFrontMatterBroken',
  unclosed: 'importFrontMatterUnclosed',
  'too-long': 'importFrontMatterUnread',
  'unsupported-format': 'importFrontMatterUnread',
} as const;

const Found = ({ name, found }: { readonly name: string; readonly found: FoundPost }) => {
  const { read, pictures } = found;
  const { problem } = read.frontMatter;
  const missing = countMissingPictures(found);
  const notes = read.pieces.filter(({ kind }) => kind === 'note' || kind === 'reference').length;
  return (
    <section class="backup-part" aria-label={t('importRecognised')}>
      <p class="backup-strong" dir="auto">
        {read.title || name}
      </p>
      {problem !== undefined && <p role="alert">{t(PROBLEMS[problem.code], String(problem.line ?? ''))}</p>}
      {read.secondFrontMatter && <p role="alert">{t('importFrontMatterTwo')}</p>}
      <ul class="backup-counts">
        <li>{tCount('programmeSessionOne', 'programmeSessions', read.sessions.length)}</li>
        <li>{tCount('backupNoteOne', 'backupNotes', notes)}</li>
        <li>{tCount('exportImageOne', 'exportImages', pictures.length)}</li>
      </ul>
      {read.sessions.length > 0 && (
        <ol class="backup-events">
          {read.sessions.map(({ title, speakers }, index) => (
            <li key={index} dir="auto">
              {title}
              {speakers.length > 0 && ` — ${speakers.map((speaker) => speaker.name).join(', ')}`}
            </li>
          ))}
        </ol>
      )}
      {missing > 0 && <p>{tCount('importNoFileOne', 'importNoFile', missing)}</p>}
      <p>{t('importKeptHint')}</p>
    </section>
  );
};

export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const ports = usePorts();
  const done = useDone();
  const report = useReport();
  const [state, setState] = useState<State>({ stage: 'ask', fault: '' });
  const read = async (given: Promise<Given>): Promise<void> => {
    setState({ stage: 'reading' });
    try {
      const { name, files } = await given;
      setState({ stage: 'found', name, found: await findPost(files, name) });
    } catch (error) {
      setState({ stage: 'ask', fault: isUnusable(error) ? fileFault(error) : errorMessage(error) });
    }
  };
  const write = async (name: string, found: FoundPost): Promise<void> => {
    setState({ stage: 'writing' });
    try {
      const { event, failed } = await importPost(
        ports,
        found,
        name.replace(/\.\w+$/, '') || t('importUnnamed'),
      );
      onClose();
      goTo(eventHash(event.id));
      done(t('importDone', event.name));
      for (const { error } of failed) report(error);
    } catch (error) {
      setState({ stage: 'ask', fault: errorMessage(error) });
    }
  };
  return (
    <Dialog
      title={t('importHead')}
      onClose={onClose}
      {...(state.stage === 'found' && {
        foot: (
          <>
            <Button look="quiet" onClick={() => setState({ stage: 'ask', fault: '' })}>
              {t('importOther')}
            </Button>
            <Button look="primary" onClick={() => void write(state.name, state.found)}>
              {t('importTake')}
            </Button>
          </>
        ),
      })}
    >
      {state.stage === 'ask' && <Ask fault={state.fault} onGiven={(given) => void read(given)} />}
      {state.stage === 'found' && <Found name={state.name} found={state.found} />}
      {(state.stage === 'reading' || state.stage === 'writing') && (
        <p role="status">{t(state.stage === 'reading' ? 'importReading' : 'importWriting')}</p>
      )}
    </Dialog>
  );
};
