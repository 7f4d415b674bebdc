/** No event yet: a name and one button; at the first run also what this is and how it is reached. */
import { FirstEvent } from '../ui/components/first-event.tsx';
import { CodeIcon, PresentationIcon, SparklesIcon } from '../ui/components/icons.tsx';
import { t } from '../ui/strings.ts';
import { BrowserShortcuts } from './shortcuts-dialog.tsx';

export const Welcome = ({ firstRun }: { readonly firstRun: boolean }) => (
  <main class="welcome">
    <div class="welcome-box">
      <h1>{t(firstRun ? 'welcomeTitle' : 'welcomeBack')}</h1>
      {firstRun && (
        <ul class="welcome-lines">
          <li>
            <PresentationIcon /> {t('welcomeCapture')}
          </li>
          <li>
            <SparklesIcon /> {t('welcomeRecap')}
          </li>
          <li>
            <CodeIcon /> {t('welcomePrivate')}
          </li>
        </ul>
      )}
      <FirstEvent />
      {firstRun && (
        <section class="welcome-shortcuts" aria-labelledby="welcome-shortcuts">
          <h2 id="welcome-shortcuts">{t('shortcutsAnywhere')}</h2>
          <BrowserShortcuts />
        </section>
      )}
    </div>
  </main>
);
