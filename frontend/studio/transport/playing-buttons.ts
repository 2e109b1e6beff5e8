import { css, html } from 'lit';
import { t } from '../../words/words';
import { run, tip } from '../commands/commands';
import { icon } from '../controls/icons';
import { recordEntries } from '../hands/record-menu';
import { openMenu } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';

export const playingStyles = css`
  .record .icon {
    color: var(--tutti-record);
  }

  .record[aria-pressed='true'] {
    background: var(--tutti-record);
  }

  .record[aria-pressed='true'] .icon {
    color: var(--tutti-accent-text);
  }

  .how {
    min-width: 20px;
    padding: 0;
    margin-left: -6px;
  }

  .joined {
    position: relative;
  }

  .joined sup {
    position: absolute;
    top: 1px;
    right: 2px;
    font-size: var(--tutti-size-ruler);
    line-height: 1.2;
  }
`;

/** Recording and how, what was just played, the keys, playing together. */
export function playingButtons(from: HTMLElement, w: Workspace) {
  const { recording, shared } = w.song.playing;
  const members = shared.members.map(person => person.name).join(', ');
  return html`
    <button class="record" aria-label=${t('Record')} aria-pressed=${recording.on} data-tip=${recording.on
      ? t('Stop recording; playing goes on') : tip('record')} @click=${() => run('record', w)}>${icon('record')}</button>
    <button class="how" aria-haspopup="menu" aria-label=${t('How to record')} data-tip=${t('Takes, count-in, punch, grid')}
      @click=${(event: MouseEvent) => choose(from, event, w)}>${icon('down')}</button>
    <button class="record" aria-label=${t('Record automation')} aria-pressed=${w.song.automation.recording} data-tip=${w.song.automation.recording
      ? t('Automation is recorded: play, and move faders and knobs.') : tip('automation-record')} @click=${() => run('automation-record', w)}>${icon('automation')}</button>
    <button aria-label=${t('Capture what was just played')} data-tip=${captureTip(w)} @click=${() => run('capture', w)}>${icon('capture')}</button>
    <button aria-label=${t('Keys')} aria-pressed=${w.keyboards.open} data-tip=${tip('keys')} @click=${() => run('keys', w)}>${icon('piano')}</button>
    <button class="joined" aria-label=${t('Play together')} aria-pressed=${shared.joined} data-tip=${members === ''
      ? `${tip('joined')}: ${t('who joins hears the same moment as all others who did')}`
      : shared.joined ? t('Playing together: {0}. Press to leave', members) : t('{0} play together. Press to join', members)}
      @click=${() => run('joined', w)}>${icon('joined')}${shared.members.length > 0 ? html`<sup>${shared.members.length}</sup>` : ''}</button>`;
}

function captureTip(w: Workspace): string {
  return w.song.playing.recording.capturable === 'nothing'
    ? `${tip('capture')}: ${t('you played nothing yet')}` : `${tip('capture')}: ${t('makes a clip of it, though you did not record')}`;
}

function choose(from: HTMLElement, event: MouseEvent, w: Workspace): void {
  const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
  openMenu(from, { x: place.left, y: place.bottom + 2, title: t('Recording'), entries: recordEntries(w) });
}

/** The beats that are left of the count-in, as the position's place shows them; null where there is none. */
export function countWords(w: Workspace): string | null {
  const { countsIn, playhead } = w.song.transport;
  if (countsIn <= 0) {
    return null;
  }
  const metre = w.seen.metres.filter(each => each.start <= playhead).at(-1);
  const beat = w.song.seconds(playhead + 3840 / (metre?.denominator ?? 4)) - w.song.seconds(playhead);
  return `− ${Math.ceil(countsIn / beat)}`;
}
