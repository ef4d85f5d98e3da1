/** `rota form`: a Word form for the unit to make its own from. */

import { formatSampleForm } from '../output/documents/docx-form-sample.ts';
import type { Command } from './command.ts';
import { writeFile } from './write-file.ts';

export const formCommand: Command = {
  name: 'form',
  positionals: [],
  options: [{ name: 'out', kind: 'text', placeholder: 'FILE.docx', required: true }],

  async run(args, io) {
    writeFile(args.text('out') ?? '', await formatSampleForm(io.language), io);
    return 0;
  },
};
