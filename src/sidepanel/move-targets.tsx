/** While a note is dragged: the other sessions, to drop it on. */
import { useState } from 'preact/hooks';
import { moveNote } from '../app/move-note.ts';
import type { Situation } from '../app/read-situation.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';

export const MoveTargets = ({
  situation,
  noteId,
  onMoved,
}: {
  readonly situation: Situation;
  readonly noteId: string;
  readonly onMoved: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [over, setOver] = useState<string | null>(null);
  const targets = [null, ...situation.sessions].filter((target) => target?.id !== situation.session?.id);
  return (
    <div class="move-targets">
      <p>{t('moveToSession')}</p>
      <ul>
        {targets.map((target) => {
          const key = target?.id ?? 'overview';
          return (
            <li
              key={key}
              class={over === key ? 'is-over' : ''}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(key);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault();
                event.stopPropagation();
                const place = { eventId: situation.place.eventId, sessionId: target?.id ?? null };
                moveNote(ports, noteId, place, null).then(
                  () => done(t('noteMovedTo', sessionName(target))),
                  report,
                );
                onMoved();
              }}
            >
              {sessionName(target)}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
