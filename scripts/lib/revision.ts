/** The data of a git revision, read from the object store: no checkout, nothing in the working tree is touched. */
import { spawnSync } from 'node:child_process';
import { isSkipped } from '../../src/disk/read.ts';
import { MAX_BYTES, type DataFile, type DataFiles } from '../../src/load/files.ts';

/** Larger than any set of curated files that one revision holds. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, input, maxBuffer: MOST_BYTES });
  if (error) throw new Error(`不能运行 git：${error.message}`);
  if (status !== 0) throw new Error(`git ${args[0]} 没有成功：${stderr.toString('utf8').trim()}`);
  return stdout;
}

/**
 * Every file below `data/` of a revision.
 * @param folder a folder inside the repository, whose own `data/` is meant
 * @returns undefined when the revision is unknown there, or the folder is in no repository
 * @throws when git itself fails
 */
export function readRevision(folder: string, revision: string): DataFiles | undefined {
  // A name that starts with “-” would be an option.
  if (revision.startsWith('-')) return undefined;
  const known = spawnSync('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (known.status !== 0) return undefined;
  const tree = git(folder, ['ls-tree', '-r', '-z', '-l', known.stdout.trim(), '--', 'data/']).toString('utf8');
  const entries = tree.split('\0').flatMap((line) => {
    // `100644 blob <hash> <size>\t<path>`; links and submodules are no data.
    const match = /^100(?:644|755) blob ([0-9a-f]+) +([0-9]+)\t(.*)$/s.exec(line);
    return match && !match[3]!.split('/').some(isSkipped)
      ? [{ hash: match[1]!, size: Number(match[2]), path: match[3]! }]
      : [];
  });
  const small = entries.filter(({ size }) => size <= MAX_BYTES);
  const hashes = [...new Set(small.map(({ hash }) => hash))];
  const contents = contentsOf(git(folder, ['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join('')));
  return new Map(
    entries.map(({ hash, size, path }): [string, DataFile] => [path, { path, size, bytes: contents.get(hash) }]),
  );
}

/** Splits the output of `cat-file --batch`: `<hash> blob <size>\n<content>\n`, repeated. */
function contentsOf(output: Buffer): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const [hash = '', , size = ''] = output.toString('utf8', at, end).split(' ');
    const start = end + 1;
    contents.set(hash, output.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return contents;
}
