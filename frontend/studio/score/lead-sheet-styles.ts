import { css } from 'lit';

export const leadSheetStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(1000px, calc(100vw - 16px));
    height: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-1);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }

  dialog::backdrop {
    background: #0008;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 12px;
    border-bottom: 1px solid var(--tutti-line);
  }

  h2 {
    flex: 1 1 auto;
    margin: 0;
    font-size: var(--tutti-size-large);
    font-weight: 600;
  }

  label {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--tutti-text-quiet);
  }

  select {
    height: 32px;
    max-width: 190px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  a.framed {
    display: inline-flex;
    align-items: center;
    height: 30px;
    padding: 0 12px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius);
    color: var(--tutti-text);
    text-decoration: none;
  }

  a.framed:hover {
    background: var(--tutti-ground-hover);
  }

  header > button:last-child {
    margin-left: auto;
  }

  .paper {
    overflow: auto;
    background: #ffffff;
    color: #1b1f24;
  }

  .words {
    padding: 24px;
    background: var(--tutti-ground-1);
    color: var(--tutti-text);
  }

  .words p {
    max-width: 56ch;
    margin: 0 0 12px;
  }

  .sheet {
    padding: 8px 4px 24px;
  }

  @media (pointer: coarse) {
    header button,
    a.framed,
    select {
      height: 44px;
    }
  }

  @media (max-width: 640px) {
    header label {
      flex: 1 1 40%;
    }

    select {
      flex: 1;
      min-width: 0;
    }
  }
`;
