/**
 * What a release is made of, as CycloneDX 1.6: every package of the lock that is installed with it, with its licence and hash. The
 * same lock gives the same text. `--file` writes it where `npm pack` takes it along; otherwise it goes to the output.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const file = new URL('sbom.cdx.json', root);
if (process.argv[2] === '--remove') rmSync(file, { force: true });
else {
  const text = materials();
  if (process.argv[2] === '--file') writeFileSync(file, text);
  else process.stdout.write(text);
}

function materials() {
  // With `--omit dev` npm leaves out what a development dependency needs too, though a release installs it.
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const cwd = fileURLToPath(root);
  const told = JSON.parse(execFileSync('npm', words, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  const released = releasedPackages();
  const { name, license } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const { timestamp: _, tools, component, ...metadata } = told.metadata;
  // npm writes 1.5, which 1.6 reads but for the form of the list of tools; and it calls a program by its folder.
  const whole = {
    ...told,
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    specVersion: '1.6',
    serialNumber: undefined,
    components: told.components.filter((each) => released.has(each['bom-ref'])),
    dependencies: told.dependencies
      .filter(({ ref }) => released.has(ref) || ref === told.metadata.component['bom-ref'])
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => released.has(each)) })),
    metadata: {
      ...metadata,
      tools: { components: tools.map((tool) => ({ type: 'application', name: tool.name, version: tool.version })) },
      component: { ...component, type: 'application', name, licenses: [{ license: { id: license } }] },
    },
  };
  const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex');
  // A UUID made of a hash (RFC 9562, 5.8).
  const uuid = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
  return `${JSON.stringify({ ...whole, serialNumber: `urn:uuid:${uuid}` }, null, 1)}\n`;
}

/** `name@version` of what the lock does not mark as of development alone. */
function releasedPackages() {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
  return new Set(
    Object.entries(packages)
      .filter(([path, { link, dev, devOptional }]) => path.includes('node_modules/') && !link && !dev && !devOptional)
      .map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`),
  );
}
