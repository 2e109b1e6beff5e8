import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hex } from '../canvas/shades';
import { run, tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t, told } from '../../words/words';
import { nameOf, targetsOf } from './tray-words';

/** Says, while a take is tried, that it is one, and what can be done: compare, accept, hide, go back. */
@customElement('tutti-hearing')
export class TuttiHearing extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;

  constructor() {
    super();
    new Watching(this, ['tray', 'song']);
  }

  static override styles = [controlStyles, css`
    :host {
      z-index: 31;
      pointer-events: none;
    }

    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 4px 8px;
      max-width: min(860px, calc(100vw - 32px));
      box-sizing: border-box;
      padding: 6px 8px 6px 14px;
      border: 1px solid var(--tutti-line-strong);
      border-left: 4px solid var(--person);
      border-radius: var(--tutti-radius);
      background: var(--tutti-ground-2);
      box-shadow: var(--tutti-shadow);
      pointer-events: auto;
    }

    .says {
      flex: 1 1 200px;
    }

    .group {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
    }

    .group button {
      min-width: 30px;
      height: 30px;
    }

    button.primary {
      height: 30px;
    }

    kbd {
      font: inherit;
      opacity: 0.75;
    }

    @media (hover: none) {
      kbd {
        display: none;
      }
    }

    @media (pointer: coarse) {
      .group button, button.primary {
        height: var(--tutti-hit);
        min-width: var(--tutti-hit);
      }
    }
  `];

  override render() {
    const w = this.workspace;
    const hearing = w?.tray.hearing;
    const proposal = hearing && w?.tray.find(hearing.proposal);
    if (!w || !hearing || !proposal) {
      return nothing;
    }
    const { tray } = w;
    const shown = proposal.takes.filter(each => !each.hidden);
    const take = hearing.take;
    const pick = (number: number, words: string, label: string, key: string) => html`<button aria-pressed=${take === number} aria-label=${label} data-tip=${`${label}  (${key})`}
      data-take=${number} @click=${() => tray.listen(proposal.id, number)}>${words}</button>`;
    const decibels = take > 0 && tray.matched ? w.song.tray.decibels(proposal.id, take) : 0;
    return html`
      <div class="bar" style="--person:${hex(proposal.byColour)}" role="region" aria-label=${t('What you hear of the tray')}>
        <span class="says" role="status">${this.says(w)}</span>
        <span class="group" role="group" aria-label=${t('Compare takes')}>
          ${pick(0, t('As it is'), t('Hear what is there'), '0')}
          ${shown.map(each => pick(each.number, String(each.number), t('Hear take {0}', each.number), String(each.number)))}
        </span>
        <span class="group">
          <button class="over" aria-pressed=${tray.over} data-tip=${tip('take-over')} @click=${() => tray.setOver(!tray.over)}>${tray.over ? t('Over it') : t('In its place')}</button>
          <button class="matched" aria-pressed=${tray.matched} data-tip=${take > 0 && w.song.tray.measured(proposal.id, take)
            ? t('Makes takes as loud as what they would replace, by their measured sound') : t('Makes takes about as loud as what they would replace, by their notes until their sound is measured')}
            data-measured=${take > 0 && w.song.tray.measured(proposal.id, take)} @click=${() => tray.setMatched(!tray.matched)}>
            ${tray.matched ? t('Equally loud, {0} dB', signed(decibels)) : t('As loud as they are')}</button>
          <button class="looped" aria-pressed=${tray.looped} aria-label=${t('Loop its bars')} data-tip=${t('Loop its bars')} @click=${() => tray.setLooped(!tray.looped)}>${icon('loop')}</button>
        </span>
        <span class="group">
          ${take === 0 ? nothing : html`
            <button class="primary accept" data-tip=${tip('take-accept')} @click=${() => run('take-accept', w)}>${t('Accept')}<kbd>↵</kbd></button>
            <button class="hide" data-tip=${t('Hide it for everyone; the history keeps it')} @click=${() => tray.hide(proposal.id, take)}>${t('Hide')}</button>`}
          <button class="back" data-tip=${tip('take-back')} @click=${() => tray.back()}>${t('Back')}<kbd>Esc</kbd></button>
        </span>
      </div>`;
  }

  private says(w: Workspace): string {
    const { hearing } = w.tray;
    const proposal = w.tray.proposal!;
    const what = nameOf(proposal);
    if (hearing!.take === 0) {
      return t('You hear what is there, without “{0}”.', what);
    }
    if (hearing!.awaited) {
      return t('Take {0} of “{1}” is on its way …', hearing!.take, what);
    }
    const why = told(proposal.takes.find(each => each.number === hearing!.take)?.whyNot ?? '');
    const targets = targetsOf(w, proposal);
    const says = targets === '' ? t('You hear take {0} of “{1}”.', hearing!.take, what)
      : w.tray.over ? t('You hear take {0} of “{1}” over {2}.', hearing!.take, what, targets) : t('You hear take {0} of “{1}” in place of {2}.', hearing!.take, what, targets);
    return why === '' ? says : `${says} ${why}`;
  }
}

function signed(decibels: number): string {
  return `${decibels < -0.05 ? '−' : '+'}${Math.abs(decibels).toFixed(1)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-hearing': TuttiHearing;
  }
}
