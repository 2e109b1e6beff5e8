import { css } from 'lit';

export const tonePanelStyles = css`
  :host {
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  .graph {
    position: relative;
    height: clamp(124px, 18vh, 280px);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    box-shadow: inset 0 0 0 1px var(--tutti-line);
    overflow: hidden;
  }

  :host([tall]) .graph {
    height: clamp(160px, 23vh, 320px);
  }

  .graph canvas {
    position: absolute;
    inset: 0;
  }

  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 0 16px;
    text-align: center;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
    pointer-events: none;
  }

  .empty p {
    margin: 0;
    max-width: 380px;
    text-shadow: 0 0 6px var(--tutti-ground-0);
  }

  .empty button {
    pointer-events: auto;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
  }

  .row .grows {
    flex: 1 1 220px;
    min-width: 0;
  }

  .row button {
    border: 1px solid var(--tutti-line-strong);
    padding: 0 10px;
  }

  .row button.primary {
    border-color: transparent;
  }

  .row button.primary:disabled {
    border-color: var(--tutti-line-strong);
    background: transparent;
    color: var(--tutti-text-faint);
  }

  .row button[aria-pressed='true'] {
    border-color: var(--tutti-accent);
  }

  .state {
    margin: 0;
    flex: 1 1 200px;
    color: var(--tutti-text);
  }

  .ends {
    display: flex;
    justify-content: space-between;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
    pointer-events: none;
  }

  details {
    border-top: 1px solid var(--tutti-line);
  }

  summary {
    min-height: 28px;
    padding: 6px 2px;
    box-sizing: border-box;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
    cursor: pointer;
  }

  summary:hover {
    color: var(--tutti-text);
  }

  @media (pointer: coarse) {
    summary {
      min-height: 44px;
      padding-top: 13px;
    }
  }

  .card {
    margin: 0 0 10px;
    font-size: var(--tutti-size-small);
    color: var(--tutti-text-quiet);
  }

  details .row {
    margin: 4px 0 10px;
  }
`;
