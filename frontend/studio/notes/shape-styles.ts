import { css } from 'lit';

export const shapeStyles = css`
  [popover] {
    box-sizing: border-box;
    position: fixed;
    inset: auto;
    width: min(490px, calc(100vw - 16px));
    max-height: calc(100dvh - 16px);
    margin: 0;
    padding: 6px 14px 12px;
    overflow: auto;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius);
    background: var(--tutti-ground-2);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
  }

  section {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 10px;
    padding: 8px 0;
  }

  section + section {
    border-top: 1px solid var(--tutti-line);
  }

  h3 {
    grid-column: 1 / -1;
    margin: 0;
    font-size: var(--tutti-size-small);
    font-weight: 600;
    color: var(--tutti-text-quiet);
  }

  label, .label {
    display: contents;
    color: var(--tutti-text-quiet);
  }

  .wide {
    grid-column: 2 / -1;
  }

  .row {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  output {
    min-width: 58px;
    text-align: right;
    color: var(--tutti-text);
    font-variant-numeric: tabular-nums;
  }

  input[type='range'] {
    width: 100%;
    height: 24px;
    padding: 0;
    border: 0;
    background: transparent;
    accent-color: var(--tutti-accent);
  }

  select {
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    height: 28px;
    padding: 0 6px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    color: var(--tutti-text);
  }

  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    padding: 0;
    accent-color: var(--tutti-accent);
  }

  button.framed {
    height: 28px;
    padding: 0 10px;
  }

  @media (pointer: coarse) {
    select, button.framed, .check, input[type='range'] {
      height: var(--tutti-hit);
    }
  }
`;
