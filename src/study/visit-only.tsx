/** Where the browser keeps nothing, or nothing more. */
export function VisitOnly() {
  return (
    <p class="study-warning" role="status">
      This browser does not let the page store anything, or its storage is full. What you do here
      lasts for this visit only. Export it below if you want to keep it.
    </p>
  );
}
