import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { NumberControl } from './number-control';

const SWEEP = 270;

/** A knob for one number: dragged up and down; the wheel turns it only while it has the focus, since its panel scrolls. */
@customElement('tutti-knob')
export class TuttiKnob extends NumberControl {
  static override styles = [NumberControl.field, css`
    :host {
      position: relative;
      display: grid;
      justify-items: center;
      width: 62px;
      cursor: ns-resize;
      touch-action: none;
      user-select: none;
      font: var(--tutti-size-ruler)/1.25 var(--tutti-font);
      color: var(--tutti-text-quiet);
      border-radius: var(--tutti-radius-small);
    }

    svg {
      width: 36px;
      height: 36px;
    }

    path {
      fill: none;
      stroke-width: 3.5;
      stroke-linecap: round;
    }

    .way {
      stroke: var(--tutti-line-strong);
    }

    .turned {
      stroke: var(--tutti-accent);
    }

    circle {
      fill: var(--tutti-ground-2);
      stroke: var(--tutti-line);
    }

    line {
      stroke: var(--tutti-text);
      stroke-width: 2;
      stroke-linecap: round;
    }

    span {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    output {
      color: var(--tutti-text);
      font-feature-settings: 'tnum';
      white-space: nowrap;
    }
  `];

  protected override along(event: PointerEvent): number { return -event.clientY; }

  protected override get travel(): number { return 180; }

  protected override get notch(): number { return this.matches(':focus, :focus-within') ? 2 * this.step : 0; }

  override render() {
    const { shown } = this;
    const [x, y] = point(shown, 8);
    const [fromX, fromY] = point(shown, 3);
    return html`
      <svg viewBox="0 0 40 40" aria-hidden="true">${svg`
        <circle cx="20" cy="20" r="11.5"></circle>
        <path class="way" d=${arc(0, 1)}></path>
        <path class="turned" d=${this.centred ? arc(Math.min(0.5, shown), Math.max(0.5, shown)) : arc(0, shown)}></path>
        <line x1=${fromX} y1=${fromY} x2=${x} y2=${y}></line>`}</svg>
      <span>${this.label}</span>
      <output>${this.words(shown)}</output>
      ${this.typedField}`;
  }
}

function point(place: number, radius: number): readonly [number, number] {
  const angle = ((place - 0.5) * SWEEP * Math.PI) / 180;
  return [20 + radius * Math.sin(angle), 20 - radius * Math.cos(angle)];
}

function arc(from: number, to: number): string {
  const [x1, y1] = point(from, 16);
  const [x2, y2] = point(to, 16);
  return `M${x1} ${y1}A16 16 0 ${(to - from) * SWEEP > 180 ? 1 : 0} 1 ${x2} ${y2}`;
}
