/** One session of the outline: leads to its part of the preview; dragged or moved by keys. */
import type { TargetedDragEvent, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../model/session.ts';
import { IconButton } from '../ui/components/button.tsx';
import {
  ArrowDownIcon,
  ArrowUpIcon,
  EllipsisIcon,
  EyeIcon,
  EyeOffIcon,
  PanelRightIcon,
  PencilIcon,
  TrashIcon,
} from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { timeText } from '../ui/format.ts';
import { isComposing, keyLabel } from '../ui/keys.ts';
import { sessionKindLabel, sessionName } from '../ui/labels.ts';
import { t, tCount } from '../ui/strings.ts';

export interface RowActions {
  readonly show: (session: Session) => void;
  readonly edit: (session: Session) => void;
  readonly move: (session: Session, step: -1 | 1) => void;
  readonly leaveOut: (session: Session, leftOut: boolean) => void;
  readonly remove: (session: Session) => void;
  readonly write: (session: Session) => void;
}

export interface RowDrag {
  readonly dragging: boolean;
  /** Where a dragged session would land. */
  readonly drop: 'before' | 'after' | null;
  readonly onDragStart: (event: TargetedDragEvent<HTMLLIElement>) => void;
  readonly onDragOver: (event: TargetedDragEvent<HTMLLIElement>) => void;
  readonly onDrop: (event: TargetedDragEvent<HTMLLIElement>) => void;
  readonly onDragEnd: () => void;
}

const KEYS: Readonly<Record<string, keyof RowActions>> = { Enter: 'show', F2: 'edit', Delete: 'remove' };

interface OutlineRowProps {
  readonly session: Session;
  readonly timeZone: string;
  readonly noteCount: number;
  /** The one that takes the focus of the list. */
  readonly tabbable: boolean;
  readonly shown: boolean;
  readonly drag: RowDrag;
  readonly actions: RowActions;
}

const classesOf = ({ session, shown, drag }: OutlineRowProps): string =>
  [
    'outline-row',
    shown ? 'is-shown' : '',
    session.leftOut ? 'is-left-out' : '',
    drag.dragging ? 'is-dragging' : '',
    drag.drop === null ? '' : `drops-${drag.drop}`,
  ]
    .filter(Boolean)
    .join(' ');

export const OutlineRow = (props: OutlineRowProps) => {
  const { session, timeZone, noteCount, tabbable, shown, drag, actions } = props;
  // Its buttons are made when it is pointed at or reached: an outline may have hundreds of rows.
  const [reached, setReached] = useState(false);
  const reach = (): void => setReached(true);
  const name = sessionName(session);
  const speakers = session.speakers.map((speaker) => speaker.name).filter(Boolean);
  const facts = [
    ...(session.kind === 'talk' || session.kind === 'office-hours' || session.title.trim() === ''
      ? []
      : [sessionKindLabel(session.kind)]),
    ...speakers,
    ...(session.leftOut ? [t('outlineLeftOut')] : []),
  ].join(' · ');
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      actions.move(session, step);
      return;
    }
    const action = KEYS[event.key];
    if (event.altKey || action === undefined) {
      if (event.key === 'x' && !event.altKey) actions.leaveOut(session, !session.leftOut);
      return;
    }
    event.preventDefault();
    if (action === 'show' || action === 'edit' || action === 'remove') actions[action](session);
  };
  return (
    <li
      class={classesOf(props)}
      draggable
      onPointerEnter={reach}
      onFocusCapture={reach}
      onDragStart={drag.onDragStart}
      onDragOver={drag.onDragOver}
      onDrop={drag.onDrop}
      onDragEnd={drag.onDragEnd}
    >
      <button
        type="button"
        class="outline-name"
        data-row={session.id}
        tabIndex={tabbable ? 0 : -1}
        aria-current={shown ? 'location' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2 Delete"
        onClick={() => actions.show(session)}
        onKeyDown={onKeyDown}
      >
        <span class="outline-time">
          {session.startsAt === null ? '' : timeText(session.startsAt, timeZone)}
        </span>
        <span class="outline-text">
          <span class="outline-title" dir="auto">
            {name}
          </span>
          {facts !== '' && (
            <span class="outline-facts" dir="auto">
              {facts}
            </span>
          )}
        </span>
        <span class={noteCount === 0 ? 'outline-count is-empty' : 'outline-count'}>
          <span aria-hidden="true">{noteCount}</span>
          <span class="visually-hidden">{tCount('noteCountOne', 'noteCount', noteCount)}</span>
        </span>
      </button>
      {reached && <RowButtons session={session} name={name} actions={actions} />}
    </li>
  );
};

const RowButtons = ({
  session,
  name,
  actions,
}: {
  readonly session: Session;
  readonly name: string;
  readonly actions: RowActions;
}) => (
  <span class="outline-actions">
    <IconButton label={t('outlineEdit', name)} onClick={() => actions.edit(session)}>
      <PencilIcon />
    </IconButton>
    <Menu
      label={t('outlineMore', name)}
      entries={[
        {
          key: 'write',
          label: t('outlineWrite'),
          icon: <PanelRightIcon />,
          run: () => actions.write(session),
        },
        {
          key: 'leave-out',
          label: t(session.leftOut ? 'outlineTakeIn' : 'outlineLeaveOut'),
          aside: 'X',
          icon: session.leftOut ? <EyeIcon /> : <EyeOffIcon />,
          run: () => actions.leaveOut(session, !session.leftOut),
        },
        {
          key: 'up',
          label: t('moveUp'),
          aside: keyLabel('Alt+↑'),
          icon: <ArrowUpIcon />,
          run: () => actions.move(session, -1),
        },
        {
          key: 'down',
          label: t('moveDown'),
          aside: keyLabel('Alt+↓'),
          icon: <ArrowDownIcon />,
          run: () => actions.move(session, 1),
        },
        {
          key: 'delete',
          label: t('delete'),
          aside: t('keyDelete'),
          icon: <TrashIcon />,
          run: () => actions.remove(session),
        },
      ]}
    >
      <EllipsisIcon />
    </Menu>
  </span>
);
