/** Says that the last save into the site's folder was cut off, and leads to where it can be finished or undone. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/components/button.tsx';
import { t } from '../../ui/strings.ts';

export const CutSaveNotice = ({ onSee }: { readonly onSee: () => void }) => {
  const [folder, setFolder] = useState<string | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const { findCutSave } = await import('./folder-save.ts');
      setFolder((await findCutSave())?.folder.name ?? null);
    };
    // What cannot be read here is said where a folder is asked for.
    look().catch(() => setFolder(null));
  }, []);
  if (folder === null) return null;
  const see = (): void => {
    setFolder(null);
    onSee();
  };
  return (
    <div class="event-notice" role="status">
      <p>{t('folderCutNotice', folder)}</p>
      <Button onClick={see}>{t('folderCutSee')}</Button>
    </div>
  );
};
