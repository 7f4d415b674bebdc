/** Says that records were left out because they are damaged, that the others are here, and saves what is left of them. */
import { useEffect, useState } from 'preact/hooks';
import { saveBlob } from '../export/save-file.ts';
import { Button } from '../ui/components/button.tsx';
import { t, tCount } from '../ui/strings.ts';
import type { DamagedRows } from './damaged-rows.ts';

/** As they were found; bytes are no text and are not in it. */
const saveRaw = (found: DamagedRows): void => {
  const text = JSON.stringify(found.all(), null, 1);
  saveBlob(new Blob([text], { type: 'application/json' }), 'lanyard-damaged-records.json');
};

export const DamagedNotice = ({ found }: { readonly found: DamagedRows }) => {
  const [count, setCount] = useState(found.all().length);
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const look = (): void => setCount(found.all().length);
    look();
    return found.onMore(look);
  }, [found]);
  if (isHidden) return null;
  return (
    <div class="damaged-notice">
      <p role="alert">{tCount('damagedRecordOne', 'damagedRecords', count)}</p>
      <Button onClick={() => saveRaw(found)}>{t('damagedSave')}</Button>
      <Button look="quiet" onClick={() => setHidden(true)}>
        {t('close')}
      </Button>
    </div>
  );
};
