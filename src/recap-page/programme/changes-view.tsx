/** What another reading of the programme would change, each to be ticked, taken over on a word. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Session } from '../../model/session.ts';
import { plainDateIn, type TimeZone } from '../../model/time.ts';
import type { ScheduleChange, ScheduleField } from '../../schedule/merge-programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { CheckIcon } from '../../ui/components/icons.tsx';
import { sessionKindLabel, sessionName } from '../../ui/labels.ts';
import { type MessageKey, t } from '../../ui/strings.ts';
import { changeKey, type OpenChange, sortChanges, tickedAtFirst } from './changes.ts';
import { clockText, dayTitle, speakersText } from './session-texts.ts';

const FIELDS: Readonly<Record<Exclude<ScheduleField, 'endsAt'>, MessageKey>> = {
  title: 'changesFieldTitle',
  kind: 'changesFieldKind',
  speakers: 'changesFieldSpeakers',
  room: 'programmeRoom',
  track: 'programmeTrack',
  startsAt: 'changesFieldTime',
  abstract: 'changesFieldAbstract',
  links: 'changesFieldLinks',
};

type Shown = Pick<Session, ScheduleField>;

const whenText = (session: Pick<Session, 'startsAt' | 'endsAt'>, timeZone: TimeZone): string =>
  session.startsAt === null
    ? ''
    : `${dayTitle(plainDateIn(session.startsAt, timeZone))} ${clockText(session, timeZone)}`;

/** A field's value in a few words; `null` for what is too long to show. */
const valueText = (session: Shown, field: ScheduleField, timeZone: TimeZone): string | null => {
  if (field === 'abstract' || field === 'links') return null;
  if (field === 'startsAt' || field === 'endsAt') return whenText(session, timeZone);
  if (field === 'speakers') return speakersText(session.speakers);
  return field === 'kind' ? sessionKindLabel(session.kind) : session[field];
};

const FieldLine = ({
  field,
  before,
  after,
}: {
  readonly field: Exclude<ScheduleField, 'endsAt'>;
  readonly before: string | null;
  readonly after: string | null;
}) => (
  <span class="change-field" dir="auto">
    <b>{t(FIELDS[field])}</b>
    {before !== null && after !== null && (
      <>
        {' '}
        <del>{before || t('changesNothing')}</del> → <ins>{after || t('changesNothing')}</ins>
      </>
    )}
  </span>
);

const Lines = ({ change, timeZone }: { readonly change: OpenChange; readonly timeZone: TimeZone }) => {
  if (change.kind === 'new') {
    const { incoming } = change;
    const facts = [whenText(incoming, timeZone), incoming.room, speakersText(incoming.speakers)];
    return <span class="change-field">{facts.filter(Boolean).join(' · ')}</span>;
  }
  if (change.kind === 'cancelled') {
    const why = t(change.reason === 'stated' ? 'programmeIsCancelled' : 'changesAbsent');
    return (
      <span class="change-field">
        {change.mustStay ? `${why}. ${t('changesStays')}` : `${why} · ${whenText(change.session, timeZone)}`}
      </span>
    );
  }
  const after: Shown = { ...change.session, ...change.patch };
  const fields = new Set(change.fields.map((field) => (field === 'endsAt' ? 'startsAt' : field)));
  if (fields.size === 0) return <span class="change-field">{t('changesFieldKey')}</span>;
  return (
    <>
      {[...fields].map((field) => (
        <FieldLine
          key={field}
          field={field}
          before={valueText(change.session, field, timeZone)}
          after={valueText(after, field, timeZone)}
        />
      ))}
    </>
  );
};

export const ChangesView = ({
  changes,
  timeZone,
  busy,
  onTakeOver,
}: {
  readonly changes: readonly ScheduleChange[];
  readonly timeZone: TimeZone;
  readonly busy: boolean;
  readonly onTakeOver: (changes: readonly OpenChange[]) => void;
}) => {
  const { groups, count, unchanged } = useMemo(() => sortChanges(changes), [changes]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => tickedAtFirst(changes));
  useEffect(() => setTicked(tickedAtFirst(changes)), [changes]);
  const tick = (keys: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    setTicked(next);
  };
  const all = groups.flatMap((group) => group.changes);
  const accepted = all.filter((change) => ticked.has(changeKey(change)));
  if (count === 0) {
    return (
      <div class="empty changes-none">
        <CheckIcon />
        <p>{t('changesNone', String(unchanged))}</p>
      </div>
    );
  }
  return (
    <>
      <div class="changes">
        {groups.map(({ group, changes: own }) => {
          const open = own.filter((change) => change.kind !== 'cancelled' || !change.mustStay).map(changeKey);
          const isAll = open.length > 0 && open.every((key) => ticked.has(key));
          return (
            <section key={group} class="changes-group" aria-label={t(group)}>
              <h2>
                {t(group)} <span class="card-count">{own.length}</span>
                {open.length > 1 && (
                  <label class="changes-all">
                    <input
                      type="checkbox"
                      checked={isAll}
                      onChange={(event) => tick(open, event.currentTarget.checked)}
                    />
                    {t('changesAll')}
                  </label>
                )}
              </h2>
              <ul>
                {own.map((change) => {
                  const key = changeKey(change);
                  const stays = change.kind === 'cancelled' && change.mustStay;
                  return (
                    <li key={key} class="change">
                      <label>
                        <input
                          type="checkbox"
                          checked={ticked.has(key)}
                          disabled={stays}
                          onChange={(event) => tick([key], event.currentTarget.checked)}
                        />
                        <span class="change-text">
                          <span class="change-title" dir="auto">
                            {sessionName(change.kind === 'new' ? change.incoming : change.session)}
                          </span>
                          <Lines change={change} timeZone={timeZone} />
                        </span>
                      </label>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
      <footer class="take-bar">
        <span class="take-note" role="status">
          {busy ? t('programmeTaking') : t('changesUnchanged', String(unchanged))}
        </span>
        <Button look="primary" disabled={busy || accepted.length === 0} onClick={() => onTakeOver(accepted)}>
          {t('changesTakeOver', String(accepted.length))}
        </Button>
      </footer>
    </>
  );
};
