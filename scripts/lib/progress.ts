/** Progress of long work on stderr: one line that is rewritten on a terminal, else now and then a line. */

/** A listener for the pages or sheets of a document; silent while the work takes less than two seconds. */
export function progressOf(name: string): (done: number, total: number) => void {
  const started = performance.now();
  let told = started;
  return (done, total) => {
    const now = performance.now();
    if (now - started < 2000 || (done < total && now - told < (process.stderr.isTTY ? 200 : 5000))) return;
    told = now;
    const text = `读 ${name}：${done}/${total} 页`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}${done === total ? '\n' : ''}` : `${text}\n`);
  };
}
