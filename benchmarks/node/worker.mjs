// One engine from npm in a process of its own: `node worker.mjs ENGINE TEMPLATE DATA.json`.
// Lines on standard input as in ../worker.py: `time N`, `save PATH`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const [engine, templatePath, dataPath] = process.argv.slice(2);
const template = readFileSync(templatePath);
const data = JSON.parse(readFileSync(dataPath, 'utf8'));

const engines = {
  async docxtemplater() {
    const { default: PizZip } = await import('pizzip');
    const { default: Docxtemplater } = await import('docxtemplater');
    return () => {
      const doc = new Docxtemplater(new PizZip(template));
      doc.render(data);
      return doc.toBuffer();
    };
  },
  async 'easy-template-x'() {
    const { TemplateHandler } = await import('easy-template-x');
    const handler = new TemplateHandler();
    return () => handler.process(template, data);
  },
  async 'docx-templates'() {
    const { createReport } = await import('docx-templates');
    return () => createReport({ template, data, noSandbox: true });
  },
  async carbone() {
    const { default: carbone } = await import('carbone');
    const render = promisify(carbone.render);
    return () => render(templatePath, data);
  },
};

const render = await engines[engine]();
for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(' ');
  if (command === 'save') {
    writeFileSync(argument, await render());
    console.log('saved');
  } else {
    const start = performance.now();
    for (let i = 0; i < Number(argument); i++) await render();
    console.log((performance.now() - start) / 1000);
  }
}
process.exit(0);
