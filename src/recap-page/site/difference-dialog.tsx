/** What the next export will say otherwise than the last one, wherever it goes. */
import { Dialog } from '../../ui/components/dialog.tsx';
import { t } from '../../ui/strings.ts';
import { Difference } from './difference.tsx';
import type { SiteDialogProps } from './site-card.tsx';

export const DifferenceDialog = ({ state, onClose }: SiteDialogProps) => {
  const { recap, records } = state;
  return (
    <Dialog title={t('differenceDialogTitle')} onClose={onClose}>
      <Difference before={records.event.lastExport?.text ?? ''} after={recap.text} />
    </Dialog>
  );
};
