import { css } from 'lit';

export const filesStyles = css`
  .figures {
    color: var(--tutti-text-quiet);
    font-variant-numeric: tabular-nums;
  }

  .files {
    display: inline-flex;
    align-items: center;
    gap: 10px;
  }

  a.file {
    display: inline-flex;
    align-items: center;
    min-height: 28px;
    color: var(--tutti-accent);
  }

  @media (pointer: coarse) {
    a.file {
      min-height: var(--tutti-hit);
    }
  }
`;

export const mastersStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(640px, calc(100vw - 16px));
    max-height: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-1);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog::backdrop {
    background: #0008;
  }

  header {
    display: flex;
    align-items: center;
    padding: 10px 14px 0 18px;
  }

  h2 {
    flex: 1;
    margin: 0;
    font-size: var(--tutti-size-large);
    font-weight: 600;
  }

  p {
    margin: 4px 18px 12px;
    color: var(--tutti-text-quiet);
  }

  p[role='alert'] {
    color: var(--tutti-bad, #ff8a80);
  }

  .letters {
    display: flex;
    flex-direction: column;
    gap: 6px;
    margin: 0 18px;
    overflow: auto;
  }

  .one {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 14px;
    padding: 8px;
    border: 1px solid var(--tutti-line);
    border-radius: var(--tutti-radius);
    background: var(--tutti-ground-2);
  }

  .one.heard {
    border-color: var(--tutti-accent);
  }

  .letter {
    width: 56px;
    height: 56px;
    font-size: 24px;
    border-radius: var(--tutti-radius);
    background: var(--tutti-ground-0);
  }

  .letter[aria-pressed='true'] {
    background: var(--tutti-accent);
    color: var(--tutti-accent-text);
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-width: 0;
  }

  .about b {
    flex-basis: 100%;
  }

  .votes {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .acts {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }

  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    padding: 12px 18px 14px;
    font-variant-numeric: tabular-nums;
  }

  input[type='range'] {
    width: 100%;
    accent-color: var(--tutti-accent);
  }

  @media (max-width: 480px) {
    .one {
      grid-template-columns: 56px minmax(0, 1fr);
    }

    .acts {
      grid-column: 1 / -1;
      flex-direction: row;
    }
  }
`;
