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
process.argv = [process.argv[0], name, ...args];
try {
  await import(`./${name}.ts`);
} catch (error) {
  console.error(`没有完成：${error instanceof Error ? error.message : String(error)}`);
  if (process.env.DEBUG) console.error(error);
  else console.error('若不明白原因，请加环境变量 DEBUG=1 再运行一次，把全部输出附在问题里。');
  process.exit(1);
}
