import { css } from 'lit';

export const formsStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(620px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 16px 20px 20px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-large);
    background: var(--tutti-ground-1);
    color: var(--tutti-text);
    box-shadow: var(--tutti-shadow);
  }

  dialog::backdrop {
    background: #0008;
  }

  header, .form, .difference {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  header {
    margin-bottom: 8px;
  }

  h2 {
    flex: 1;
    margin: 0;
    font-size: var(--tutti-size-title);
    font-weight: 600;
  }

  h3 {
    margin: 16px 0 4px;
    font-size: var(--tutti-size-small);
    font-weight: 600;
    color: var(--tutti-text-quiet);
  }

  .form {
    min-height: 40px;
    border-bottom: 1px solid var(--tutti-line);
  }

  .form b {
    min-width: 28px;
  }

  .form .what, .difference .what {
    flex: 1;
    min-width: 0;
    color: var(--tutti-text-quiet);
  }

  .difference {
    flex-wrap: wrap;
    min-height: 40px;
    padding: 2px 0;
    border-bottom: 1px solid var(--tutti-line);
  }

  [role='radiogroup'] {
    display: flex;
    gap: 2px;
  }

  button[aria-checked='true'], button[aria-pressed='true'] {
    background: var(--tutti-accent-quiet);
    color: var(--tutti-accent-strong);
  }

  .foot {
    display: flex;
    justify-content: end;
    gap: 8px;
    margin-top: 12px;
  }

  dl {
    margin: 0;
    color: var(--tutti-text-quiet);
  }

  dt {
    float: left;
    margin-right: 6px;
    font-weight: 600;
    color: var(--tutti-text);
  }

  dd {
    margin: 0 0 4px;
  }

  p {
    margin: 8px 0;
    color: var(--tutti-text-quiet);
  }
`;
