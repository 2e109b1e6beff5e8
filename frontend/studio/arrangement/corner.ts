import { html } from 'lit';
import { keyOfCommand, run, tip } from '../commands/commands';
import { icon } from '../controls/icons';
import { LINE, item, openMenu } from '../menu/menu';
import { GRID_STEPS } from '../time/grid-step';
import type { Workspace } from '../workspace/workspace';
import type { Layout } from './layout';
import { RULER } from './layout';
import { t } from '../../words/words';

/** The corner over the heads: add a track, pencil, grid, lanes; below, what the lanes are called. */
export function corner(w: Workspace, layout: Layout, from: HTMLElement) {
  const drawing = w.tools.arrangement === 'draw';
  const step = w.step('arrangement');
  return html`
    <div class="corner" style="height:${layout.top}px">
      <div class="tools" style="height:${RULER}px">
        <button aria-haspopup="menu" aria-label=${t('Add a track')} data-tip=${t('Add a track')} @click=${(event: MouseEvent) => below(from, event, t('Add'), [item('track-add', w), item('track-add-drums', w)])}>${icon('plus')}</button>
        <button aria-pressed=${drawing} aria-label=${t('Pencil')} data-tip=${tip('draw')}
          @click=${() => { w.tools.arrangement = drawing ? 'select' : 'draw'; w.goTo('arrangement'); w.viewChanged(); }}>${icon('pencil')}</button>
        <button class="grid" aria-haspopup="menu" aria-label=${t('Grid: {0}', t(step.name))} data-tip=${`${t('What positions snap to')}  (${keyOfCommand('grid-coarser')} ${keyOfCommand('grid-finer')})`}
          @click=${(event: MouseEvent) => below(from, event, t('Grid'), gridEntries(w, 'arrangement'))}>
          ${icon('magnet')}<span>${w.snapping ? t(step.name) : t('Free')}</span></button>
        <button aria-pressed=${w.showLanes} aria-label=${t('All lanes')} data-tip=${tip('lanes')}
          @click=${() => { w.showLanes = !w.showLanes; w.viewChanged(); }}>${icon('lanes')}</button>
        <button aria-pressed=${w.lyricsShown !== 'no'} aria-label=${t('Lyrics page')} data-tip=${tip('lyrics')}
          @click=${() => run('lyrics', w)}>${icon('words')}</button>
      </div>
      ${layout.lanes.map(lane => html`<div class="lane" style="height:${lane.height}px">${t(lane.title)}</div>`)}
    </div>`;
}

export function gridEntries(w: Workspace, place: 'arrangement' | 'notes') {
  return [
    ...GRID_STEPS.map(step => ({
      name: t(step.name), checked: w.steps[place] === step,
      run: () => { w.steps[place] = step; w.snapping = true; w.viewChanged(); }
    })),
    LINE, { ...item('snap', w), checked: w.snapping }
  ] as const;
}

export function below(from: HTMLElement, event: MouseEvent, title: string, entries: Parameters<typeof openMenu>[1]['entries']): void {
  const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
  openMenu(from, { x: place.left, y: place.bottom + 2, title, entries });
}
