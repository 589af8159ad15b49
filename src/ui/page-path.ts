const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of this site under its base path: `"tasks/"` gives `/tasks/`, or `/course/tasks/`. */
export function pagePath(path: string): string {
  return `${BASE}/${path}`;
}
