import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AUTOMATION_STRIDE, AutomationPoint, type AutomationTarget } from '../../song/automation';
import { MASTER } from '../../song/mixing';
import type { Layout } from '../arrangement/layout';
import { paintSoon, forget } from '../canvas/frames';
import { Surface } from '../canvas/surface';
import { Pointers } from '../pointer/pointers';
import { stepLength } from '../time/grid-step';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { chosenAt, levelOf, moveChosen, putPoint, removeChosen, turnChosen, typeLevel } from './lane-actions';
import type { LaneDraft } from './lane-draft';
import { MARGIN, type LaneStage } from './lane-stage';
import { LaneTouch } from './lane-touch';
import type { ShownLane } from './open-lanes';
import { paintAutomation } from './paint-automation';
import { levelWords, stripName, targetName } from './targets';
import { t } from '../../words/words';

/** The share of a lane's height that an arrow key moves points by. */
const NUDGE = 0.02;
const MASTER_COLOUR = 0x8fa3b8;

/** A lane of automation below a track: its curve, drawn and touched, and said to who doesn't see it. */
@customElement('tutti-automation-lane')
export class TuttiAutomationLane extends LitElement implements LaneStage {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) layout!: Layout;
  @property({ attribute: false }) lane!: ShownLane;

  draft: LaneDraft | null = null;
  says: LaneStage['says'] = null;
  private surface?: Surface;
  private pointers?: Pointers;
  private readonly paint = () => this.surface?.draw(pen => paintAutomation(pen, this, this.workspace.seen.track(this.lane.strip)?.colour ?? MASTER_COLOUR));
  private readonly sizes = new ResizeObserver(() => this.fit());

  static override styles = css`
    :host {
      position: absolute;
      left: 0;
      right: 0;
      display: block;
      background: color-mix(in srgb, var(--tutti-ground-0) 55%, transparent);
      outline: none;
      pointer-events: auto;
      touch-action: none;
      user-select: none;
    }

    :host(:focus-visible) {
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    canvas {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }

    span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  constructor() {
    super();
    new Watching(this, ['song', 'selection', 'view', 'arrangement']);
  }

  get axis() {
    return this.layout.axis;
  }

  get target(): AutomationTarget | undefined {
    return this.workspace.lanes.target(this.lane);
  }

  points(): Float64Array {
    return this.workspace.song.automation.points(this.lane.owner, this.lane.name);
  }

  y(place: number): number {
    return MARGIN + (1 - place) * (this.clientHeight - 2 * MARGIN);
  }

  place(y: number): number {
    return Math.min(1, Math.max(0, 1 - (y - MARGIN) / (this.clientHeight - 2 * MARGIN)));
  }

  repaint(): void {
    if (this.surface) {
      this.surface.stale = true;
      paintSoon(this.paint);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'application');
    this.pointers = new Pointers(this, new LaneTouch(this));
    this.addEventListener('keydown', this.key);
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'dblclick', 'contextmenu'] as const) {
      this.addEventListener(type, stop);
    }
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pointers?.close();
    this.removeEventListener('keydown', this.key);
    this.sizes.disconnect();
    forget(this.paint);
  }

  override render() {
    return html`<canvas></canvas><slot></slot><span aria-live="polite">${this.matches(':focus') ? this.words() : ''}</span>`;
  }

  override updated(): void {
    this.surface ??= new Surface(this.renderRoot.querySelector('canvas')!);
    const { target, workspace: w, lane } = this;
    const name = target ? `${stripName(w, lane.strip)}: ${targetName(w, target)}` : '';
    this.setAttribute('aria-label', t('Automation of {0}', name));
    this.fit();
    this.repaint();
  }

  private fit(): void {
    this.surface?.fit(this.clientWidth, this.clientHeight);
    this.repaint();
  }

  /** Such as "2 of 5 points, at 3.1.1, −6.0 dB, line". */
  private words(): string {
    const { target, workspace: w } = this;
    const points = this.points();
    const count = points.length / AUTOMATION_STRIDE;
    const chosen = chosenAt(w, points);
    if (!target) {
      return '';
    }
    if (chosen.length > 1) {
      return t('{0} of {1} points chosen', chosen.length, count);
    }
    const at = chosen[0];
    if (at === undefined) {
      return count === 0 ? t('No points: {0} everywhere. Enter puts one at the caret.', levelWords(target, target.standing))
        : t('{0} points. At the caret, {1}, it is {2}', count, w.song.position(w.caret.tick), levelWords(target, levelOf(points, target, w.caret.tick)));
    }
    return t('Point {0} of {1}, at {2}: {3}, {4}', at / AUTOMATION_STRIDE + 1, count, w.song.position(points[at + AutomationPoint.tick]!),
      levelWords(target, points[at + AutomationPoint.level]!), points[at + AutomationPoint.step] === 1 ? t('holds') : t('a line to the next'));
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.composedPath()[0] !== this || event.ctrlKey && !['a', 'A'].includes(event.key) || event.metaKey) {
      return;
    }
    if (this.act(event)) {
      event.preventDefault();
      event.stopPropagation();
      this.requestUpdate();
    }
  };

  private act(event: KeyboardEvent): boolean {
    const { workspace: w, lane, target } = this;
    const points = this.points();
    const any = chosenAt(w, points).length > 0;
    const fine = event.shiftKey ? 0.1 : 1;
    const step = stepLength(w.song, w.caret.tick, w.step('arrangement'));
    switch (event.key) {
      case 'ArrowLeft': case 'ArrowRight': {
        const way = event.key === 'ArrowLeft' ? -1 : 1;
        if (event.altKey) moveChosen(this, way * step, 0);
        else if (points.length > 0) this.choose(way);
        return true;
      }
      case 'ArrowUp': case 'ArrowDown':
        if (event.altKey || !any) return false;
        moveChosen(this, 0, (event.key === 'ArrowUp' ? NUDGE : -NUDGE) * fine);
        return true;
      case 'Enter':
        if (target) putPoint(this, w.caret.tick, levelOf(points, target, w.caret.tick));
        return true;
      case 'F2': typeLevel(this); return true;
      case 'Delete': case 'Backspace':
        if (event.shiftKey) return false;
        removeChosen(this);
        return true;
      case 'c': case 'C': turnChosen(this); return true;
      case 'm': case 'M':
        if (target && target.points > 0) w.attempt(() => w.song.automation.mute(lane.owner, lane.name, !target.off));
        return true;
      case 'a': case 'A':
        if (!event.ctrlKey) return false;
        w.points.set(Array.from({ length: points.length / AUTOMATION_STRIDE }, (_, at) => points[at * AUTOMATION_STRIDE]!));
        return true;
      case 'Escape':
        if (!any) return false;
        w.points.clear();
        return true;
      default: return false;
    }
  }

  /** Chooses the point after the chosen one, or the one after the caret, and brings it into sight. */
  private choose(way: 1 | -1): void {
    const { workspace: w } = this;
    const points = this.points();
    const chosen = chosenAt(w, points);
    let next = 0;
    if (chosen.length > 0) {
      next = way > 0 ? chosen.at(-1)! + AUTOMATION_STRIDE : chosen[0]! - AUTOMATION_STRIDE;
    } else {
      while (next < points.length && points[next + AutomationPoint.tick]! < w.caret.tick) next += AUTOMATION_STRIDE;
      next = way > 0 ? next : next - AUTOMATION_STRIDE;
    }
    next = Math.min(points.length - AUTOMATION_STRIDE, Math.max(0, next));
    w.points.set([points[next]!]);
    w.caret.tick = points[next + AutomationPoint.tick]!;
    if (this.lane.strip !== MASTER) w.caret.track = this.lane.strip;
    this.axis.reveal(w.caret.tick);
    w.viewChanged('arrangement');
  }
}

const stop = (event: Event): void => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'tutti-automation-lane': TuttiAutomationLane;
  }
}
