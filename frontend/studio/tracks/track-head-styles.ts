import { css } from 'lit';
import { controlStyles } from '../controls/control-styles';

/** How a track's head looks. */
export const trackHeadStyles = [controlStyles, css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr);
    box-sizing: border-box;
    padding-left: calc(10px * var(--depth, 0));
    border-bottom: 1px solid var(--tutti-line);
    background: var(--tutti-ground-1);
    overflow: visible;
  }

  :host([current]) {
    background: var(--tutti-ground-2);
  }

  :host([chosen]) {
    background: var(--tutti-ground-hover);
    box-shadow: inset 0 0 0 1px var(--tutti-accent);
  }

  .fold {
    flex: none;
    min-width: 24px;
    width: 24px;
    height: 28px;
    padding: 0;
    color: var(--tutti-text-quiet);
  }

  .grip {
    min-width: 0;
    width: 14px;
    height: auto;
    padding: 0;
    border-radius: 0;
    background: linear-gradient(to right, var(--colour) 4px, transparent 4px);
    cursor: grab;
    touch-action: none;
  }

  .grip:hover {
    background: linear-gradient(to right, var(--colour) 9px, transparent 9px);
  }

  .body {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 1px;
    min-width: 0;
    padding-right: 6px;
  }

  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
  }

  .names {
    flex: 1;
    min-width: 0;
    display: grid;
  }

  .name, .instrument {
    justify-content: flex-start;
    min-width: 0;
    height: auto;
    padding: 0 4px;
    border-radius: var(--tutti-radius-small);
    text-align: left;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    display: block;
  }

  .name {
    font-weight: 600;
    line-height: 18px;
    color: var(--tutti-text);
    cursor: default;
  }

  .instrument {
    font-size: var(--tutti-size-small);
    line-height: 17px;
    color: var(--tutti-text-faint);
  }

  .instrument:hover {
    color: var(--tutti-text);
  }

  input {
    width: 100%;
    height: 20px;
    padding: 0 3px;
    font-weight: 600;
  }

  .switch {
    position: relative;
    min-width: 26px;
    width: 26px;
    height: 26px;
    padding: 0;
    font-size: var(--tutti-size-small);
    font-weight: 700;
    border-radius: var(--tutti-radius-small);
    box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
  }

  @media (pointer: coarse) {
    .switch {
      min-width: 36px;
      height: 34px;
    }
  }

  .switch::before {
    content: '';
    position: absolute;
    inset: -3px -2px;
  }

  .switch.arm {
    color: var(--tutti-text-faint);
  }

  .switch.arm[aria-pressed='true'] {
    background: var(--tutti-record);
    color: var(--tutti-accent-text);
    box-shadow: none;
  }

  .switch .icon {
    width: 12px;
    height: 12px;
  }

  .player {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 4px;
  }

  .switch.mute[aria-pressed='true'] {
    background: var(--tutti-warn);
    color: var(--tutti-accent-text);
    box-shadow: none;
  }

  .switch.solo[aria-pressed='true'] {
    background: var(--tutti-colour-1);
    color: var(--tutti-accent-text);
    box-shadow: none;
  }

  .switch.locked {
    color: var(--holder);
  }

  .switch.frozen {
    color: var(--tutti-accent);
    background: linear-gradient(to top, var(--tutti-accent-quiet) var(--made), transparent var(--made));
  }

  .switch.frozen.trouble {
    color: var(--tutti-bad);
  }

  .volume {
    flex: 1;
    margin-left: 4px;
  }

  .pan {
    flex: 0 0 52px;
    margin: 0 2px 0 8px;
  }

  tutti-meter {
    position: absolute;
    inset: 0;
    opacity: 0.9;
  }

  .foot {
    position: absolute;
    z-index: 2;
    left: 0;
    right: 0;
    bottom: -3px;
    height: 6px;
    cursor: ns-resize;
    touch-action: none;
  }

  @media (pointer: coarse) {
    .foot {
      bottom: -6px;
      height: 14px;
    }
  }
`];
