const { read } = await import('/work/h-narr/tests/unit/narrative-reading.ts');
import { readFileSync } from 'node:fs';
for (const block of readFileSync(process.argv[2]!, 'utf8').split(/\n-{3,}\n/)) {
  console.log('#### ' + block.split('\n').join('\n     '));
  try { for (const l of read(block)) console.log('   ' + l); } catch (e) { console.log(e); }
}
