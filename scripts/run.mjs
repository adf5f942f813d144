/** Starts a script by name after checking that this Node can run it. Plain JavaScript, so that any Node gets this far. */
const [name, ...args] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  console.error(
    `需要 Node.js 24 或更新的版本，现在是 ${process.versions.node}。\n` +
      '先运行 npm ci（它会把合适的 Node 装进 node_modules），再用 npm run 运行；\n' +
      '若仍看到这句话，说明 npm ci 没有装上可选依赖，请去掉 --omit=optional 重新安装，或自行安装 Node.js 24。',
  );
  process.exit(1);
}
/** What the system says of files, in words that help (errno(3)); on Windows a workbook that Excel has open is busy. */
const SYSTEM = {
  EACCES: '没有读写的权限，或正被别的程序（如 Excel）打开',
  EPERM: '没有读写的权限，或正被别的程序（如 Excel）打开',
  EBUSY: '正被别的程序（如 Excel）打开',
  EROFS: '所在的磁盘是只读的',
  ENOSPC: '磁盘满了',
  ENOENT: '找不到',
  EEXIST: '那里已有别的东西',
  ENOTDIR: '应是文件夹的地方是一个文件',
  EISDIR: '应是文件的地方是一个文件夹',
  ENAMETOOLONG: '名字太长',
};

function reason(error) {
  if (!(error instanceof Error)) return String(error);
  const said = Object.hasOwn(SYSTEM, error.code) ? SYSTEM[error.code] : undefined;
  return said === undefined ? error.message : [error.path, said].filter(Boolean).join(' ');
}

process.argv = [process.argv[0], name, ...args];
try {
  await import(`./${name}.ts`);
} catch (error) {
  console.error(`没有完成：${reason(error)}`);
  if (process.env.DEBUG) console.error(error);
  else console.error('若不明白原因，请加环境变量 DEBUG=1 再运行一次，把全部输出附在问题里。');
  process.exit(1);
}
