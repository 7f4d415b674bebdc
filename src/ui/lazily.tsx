/** Components whose code loads behind the first frame: at hand when they are asked for, out of the way before. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useReport } from './components/toasts.tsx';

/** A component that renders nothing until its code is there. Its `load` begins as soon as the surface is idle. */
export const lazily = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  let known: ComponentType<Props> | undefined;
  const get = async (): Promise<ComponentType<Props>> => {
    known ??= await load();
    return known;
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void get().catch(() => undefined));
  return (props: Props) => {
    const report = useReport();
    const [, setLoaded] = useState(known !== undefined);
    useEffect(() => {
      if (known === undefined) get().then(() => setLoaded(true), report);
    }, [report]);
    const Known = known;
    return Known === undefined ? null : <Known {...props} />;
  };
};
