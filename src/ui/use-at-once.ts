/** A choice that saves itself and is shown at once, before the store has answered. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useReport } from './components/toasts.tsx';

const SETTLED_MS = 1000;

/**
 * The value to show, and what changes it. A change that fails is taken back and reported.
 *
 * @param stored what the record has; compared by content
 */
export const useAtOnce = <Value>(
  stored: Value,
  save: (value: Value) => Promise<void>,
): readonly [Value, (value: Value) => void] => {
  const report = useReport();
  const [chosen, setChosen] = useState<{ readonly value: Value } | null>(null);
  const latest = useRef(save);
  latest.current = save;
  const arrived = chosen !== null && JSON.stringify(chosen.value) === JSON.stringify(stored);
  useEffect(() => {
    if (arrived) setChosen(null);
  }, [arrived]);
  const choose = useCallback(
    (value: Value) => {
      const choice = { value };
      setChosen(choice);
      const letGo = (): void => setChosen((now) => (now === choice ? null : now));
      latest.current(value).then(
        () => setTimeout(letGo, SETTLED_MS),
        (error) => {
          letGo();
          report(error);
        },
      );
    },
    [report],
  );
  return [chosen === null ? stored : chosen.value, choose];
};
