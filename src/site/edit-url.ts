/** Where a page's source can be edited, or false where the site has not been told (`EDIT_URL`). */
export function editUrl(path: string): string | false {
  const { EDIT_URL } = process.env;
  return EDIT_URL ? new URL(path, EDIT_URL.replace(/\/*$/, '/')).href : false;
}
