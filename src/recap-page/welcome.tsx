/** No event yet: a name and one button; at the first run also what this is and how it is reached. */
import { Button } from '../ui/components/button.tsx';
import { FirstEvent } from '../ui/components/first-event.tsx';
import { CalendarDaysIcon, CodeIcon, PresentationIcon, SparklesIcon } from '../ui/components/icons.tsx';
import { t } from '../ui/strings.ts';
import { goTo, programmeHash } from './route.ts';
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
      <p class="welcome-programme">
        {t('programmeFirst')}
        <Button onClick={() => goTo(programmeHash(null))}>
          <CalendarDaysIcon /> {t('programmeRead')}
        </Button>
      </p>
      {firstRun && (
        <section class="welcome-shortcuts" aria-labelledby="welcome-shortcuts">
          <h2 id="welcome-shortcuts">{t('shortcutsAnywhere')}</h2>
          <BrowserShortcuts />
        </section>
      )}
    </div>
  </main>
);
