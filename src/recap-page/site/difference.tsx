/** What the post says otherwise than at the last export: lines that went and lines that came, each with its neighbours. */
import { useMemo } from 'preact/hooks';
import { type DifferentLine, differenceOf } from '../../model/line-difference.ts';
import { t } from '../../ui/strings.ts';

const NEIGHBOURS = 2;
const MOST_LINES = 300;

interface ShownLine extends DifferentLine {
  readonly number: number;
}

/** Lines that differ and those beside them. */
const shownOf = (before: string, after: string): ShownLine[] => {
  const lines = differenceOf(before, after).map((line, number) => ({ ...line, number }));
  const near = new Set<number>();
  for (const { kind, number } of lines) {
    if (kind === 'same') continue;
    for (let step = -NEIGHBOURS; step <= NEIGHBOURS; step += 1) near.add(number + step);
  }
  return lines.filter(({ number }) => near.has(number)).slice(0, MOST_LINES);
};

const MARKS: Readonly<Record<DifferentLine['kind'], string>> = { same: ' ', removed: '−', added: '+' };

export const Difference = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const lines = useMemo(() => shownOf(before, after), [before, after]);
  return (
    <section aria-labelledby="difference-title">
      <h3 id="difference-title" class="field-label">
        {t('differenceTitle')}
      </h3>
      {lines.length === 0 ? (
        <p class="field-hint">{t('differenceNone')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        <pre class="difference" tabIndex={0}>
          {lines.map(({ kind, text, number }) => (
            <code key={number} class={`difference-line is-${kind}`} dir="auto">
              <span class="difference-mark">{MARKS[kind]}</span>
              {` ${text}\n`}
            </code>
          ))}
        </pre>
      )}
    </section>
  );
};
