/** The recap's ways out: bundle, file, clipboard. Each says what was written. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { loadRecap, loadRecapRecords } from '../app/load-recap.ts';
import { recordExport } from '../app/record-export.ts';
import { calendarFile, markdownFile } from '../export/bundle-files.ts';
import { copyText, saveBlob } from '../export/save-file.ts';
import { NotFound } from '../model/errors.ts';
import { safeFileName } from '../model/file-name.ts';
import type { Id } from '../model/ids.ts';
import type { Recap } from '../recap/recap.ts';
import { type Toast, useReport, useToast } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import type { Autosaves } from '../ui/use-autosave.ts';
import { attendedSessions, calendarText, diaryText } from './day-files.ts';
import { recapFiles } from './recap-files.ts';

type RecapExport = 'zip' | 'markdown' | 'copy';
type DayExport = 'calendar' | 'diary';
type ExportKind = RecapExport | DayExport;

export interface Exporting {
  readonly run: (kind: ExportKind) => void;
  /** True while a bundle is being put together. */
  readonly busy: boolean;
}

/** The event's recap as the store has it now, after every field was saved. */
export const useExport = (eventId: Id | null, autosaves: Autosaves): Exporting => {
  const ports = usePorts();
  const show = useToast();
  const report = useReport();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const write = useCallback(
    async (recap: Recap, kind: RecapExport): Promise<string> => {
      const name = safeFileName(recap.slug, 'recap');
      const images = tCount('exportImageOne', 'exportImages', recap.images.length);
      if (kind === 'copy') {
        await copyText(recap.text);
        return t('exportCopied');
      }
      if (kind === 'markdown') {
        saveBlob(markdownFile(recap.text), `${name}.md`);
        return recap.images.length === 0
          ? t('exportSaved', `${name}.md`)
          : t('exportSavedWithout', `${name}.md`, images);
      }
      const { zipBundle } = await import('../export/zip-bundle.ts');
      const files = recapFiles(ports, recap);
      saveBlob(await zipBundle(files, new Date(ports.nowMs())), `${name}.zip`);
      return recap.images.length === 0
        ? t('exportSaved', `${name}.zip`)
        : t('exportSavedBundle', `${name}.zip`, images);
    },
    [ports],
  );

  const writeDay = useCallback(
    async (id: Id, kind: DayExport): Promise<Toast> => {
      const records = await loadRecapRecords(ports, id);
      if (records === null) throw new NotFound('events', id);
      const base = safeFileName(records.event.slug || records.event.name, 'recap');
      const attended = attendedSessions(records).length;
      const isNothing = kind === 'calendar' ? attended === 0 : records.notes.length === 0;
      if (isNothing) return { tone: 'info', text: t('exportNoSessions') };
      const name = kind === 'calendar' ? `${base}.ics` : `${base}-diary.md`;
      if (kind === 'diary') saveBlob(markdownFile(diaryText(records)), name);
      else saveBlob(calendarFile(await calendarText(records)), name);
      const sessions = tCount('programmeSessionOne', 'programmeSessions', attended);
      return {
        tone: 'done',
        text: kind === 'calendar' ? t('exportSavedSessions', name, sessions) : t('exportSaved', name),
      };
    },
    [ports],
  );

  const run = useCallback(
    (kind: ExportKind) => {
      if (eventId === null || running.current) return;
      running.current = true;
      setBusy(true);
      const work = async (): Promise<void> => {
        await autosaves.flush();
        if (kind === 'calendar' || kind === 'diary') {
          show(await writeDay(eventId, kind));
          return;
        }
        const recap = await loadRecap(ports, eventId);
        if (recap === null) throw new NotFound('events', eventId);
        show({ tone: 'done', text: await write(recap, kind) });
        if (kind !== 'copy') await recordExport(ports, eventId, recap, null);
      };
      work()
        .catch(report)
        .finally(() => {
          running.current = false;
          setBusy(false);
        });
    },
    [ports, eventId, autosaves, show, report, write, writeDay],
  );
  return { run, busy };
};
