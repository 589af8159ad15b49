/** The four columns of the inspector's tables. Their heads are hidden and can't say how wide they are. */
export function AgentColumns() {
  return (
    <colgroup>
      <col />
      <col />
      <col />
      <col />
    </colgroup>
  );
}
