import { css } from 'lit';

export const arrangementStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) auto / var(--tutti-track-width) minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
  }

  .heads {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--tutti-ground-1);
    border-right: 1px solid var(--tutti-line);
  }

  .corner {
    flex: none;
    box-sizing: border-box;
    background: var(--tutti-ground-1);
  }

  .tools {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 0 4px;
    border-bottom: 1px solid var(--tutti-line);
  }

  .tools button {
    height: 28px;
    min-width: 30px;
  }

  .tools .grid {
    flex: 1;
    justify-content: flex-start;
    font-size: var(--tutti-size-small);
  }

  .lane {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    padding: 0 8px;
    border-bottom: 1px solid var(--tutti-line);
    font-size: var(--tutti-size-ruler);
    color: var(--tutti-text-faint);
  }

  .list {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }

  .moved {
    position: relative;
    will-change: transform;
  }

  .gap {
    position: absolute;
    z-index: 4;
    left: 0;
    right: 0;
    height: 2px;
    margin-top: -1px;
    background: var(--tutti-accent);
    pointer-events: none;
  }

  .gap[data-into] {
    margin: 0;
    background: none;
    box-shadow: inset 0 0 0 2px var(--tutti-accent);
  }

  .add {
    display: flex;
    gap: 4px;
    padding: 8px;
  }

  .add button {
    color: var(--tutti-text-faint);
  }

  .stage {
    position: relative;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    touch-action: none;
    user-select: none;
    outline: none;
  }

  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid var(--tutti-accent);
    pointer-events: none;
  }

  .stage canvas {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .automation {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }

  .under {
    background: var(--tutti-ground-1);
    border-top: 1px solid var(--tutti-line);
    border-right: 1px solid var(--tutti-line);
  }

  .empty {
    position: absolute;
    inset: 130px 0 40px var(--tutti-track-width);
    display: grid;
    grid-template-columns: auto auto;
    place-content: center;
    justify-items: center;
    gap: 12px;
    pointer-events: none;
  }

  .empty p {
    grid-column: 1 / -1;
    margin: 0;
    max-width: 360px;
    text-align: center;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-large);
  }

  .empty button {
    pointer-events: auto;
  }

  .empty button:first-of-type {
    justify-self: end;
  }

  .empty button:last-of-type {
    justify-self: start;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
