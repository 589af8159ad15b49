export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface NoticesProps {
  readonly notice: Notice | null;
  /** The browser does not keep the tabs. */
  readonly unsaved: boolean;
  readonly onDismiss: () => void;
}

/** What the reader should know of what just happened. */
export function Notices({ notice, unsaved, onDismiss }: NoticesProps) {
  return (
    <div class="playground-notices" role="status">
      {unsaved && (
        <p class="snippet-notice">
          This browser does not let the page store your programs, or its storage is full. Save them
          as files, or they are lost when you leave.
        </p>
      )}
      {notice && (
        <p class="snippet-notice">
          <span>{notice.text}</span>{' '}
          {notice.action && (
            <button
              type="button"
              class="snippet-link"
              onClick={() => {
                onDismiss();
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </button>
          )}{' '}
          <button type="button" class="snippet-link" onClick={onDismiss}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}
