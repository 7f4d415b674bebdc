/** The sessions that the person means to attend: kept as a draft for each programme, so that a closed page loses none. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../../app/ports.ts';
import { instantOf } from '../../model/time.ts';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';

const readKeys = (text: string): ReadonlySet<string> => {
  try {
    const keys: unknown = JSON.parse(text);
    return new Set(Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
};

const draftOf = (target: string, keys: Iterable<string>, nowMs: number) => ({
  target,
  text: JSON.stringify([...keys]),
  caret: 0,
  baseRevision: 0,
  updatedAt: instantOf(nowMs),
});

export interface Stars {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

/** @param feed of the programme: the same whatever its address */
export const useStars = (feed: string): Stars => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const target = `programme:stars:${feed}`;
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(keys);
  useEffect(() => {
    store
      .getDraft(target)
      .then((draft) => {
        latest.current = new Set([...readKeys(draft?.text ?? ''), ...latest.current]);
        setKeys(latest.current);
      })
      .catch(report);
  }, [store, target, report]);
  const toggle = useCallback(
    (key: string) => {
      const next = new Set(latest.current);
      if (!next.delete(key)) next.add(key);
      latest.current = next;
      setKeys(next);
      store.putDraft(draftOf(target, next, nowMs()));
    },
    [store, target, nowMs],
  );
  return { keys, toggle };
};

const offeredTarget = (feed: string): string => `programme:offered:${feed}`;

/** The keys that the last reading offered; `null` before the first was taken over. */
export const readOffered = async (
  store: Pick<Store, 'getDraft'>,
  feed: string,
): Promise<ReadonlySet<string> | null> => {
  const draft = await store.getDraft(offeredTarget(feed));
  return draft === null ? null : readKeys(draft.text);
};

/** Remembers what was offered, to tell later what is new from what was left aside. */
export const keepOffered = (
  store: Pick<Store, 'putDraft'>,
  feed: string,
  keys: Iterable<string>,
  nowMs: number,
): void => store.putDraft(draftOf(offeredTarget(feed), keys, nowMs));
