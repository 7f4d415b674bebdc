/** Says in time that the browser has little room left for notes and images; nothing while there is enough. */
import { useEffect, useState } from 'preact/hooks';
import { t, uiLanguage } from '../strings.ts';
import { TriangleAlertIcon } from './icons.tsx';

/** A day's slides are below this. */
const LOW_BYTES = 200 * 1024 * 1024;
const AGAIN_MS = 60_000;

/** Bytes that may still be kept; `null` where the browser does not tell. */
const roomLeft = async (): Promise<number | null> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
};

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(
    bytes / 1024 / 1024,
  );

export const LowStorage = () => {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    // Without an answer there is nothing to warn of.
    const look = (): void => void roomLeft().then(setLeft, () => setLeft(null));
    look();
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  if (left === null || left >= LOW_BYTES) return null;
  return (
    <p class="low-storage" role="status">
      <TriangleAlertIcon />
      <span>{t('storageLow', megabytes(left))}</span>
    </p>
  );
};
