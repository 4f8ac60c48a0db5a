/**
 * Installations of the app in many workspaces, a file each. They hold tokens, so nobody but the bot's user reads them.
 */
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Installation, InstallationQuery, InstallationStore} from '@slack/bolt';

export type Installations = InstallationStore & {
  deleteInstallation: NonNullable<InstallationStore['deleteInstallation']>;
};

export function fileInstallations(dataDir: string): Installations {
  const folder = join(dataDir, 'slack-installations');
  const pathOf = (id: string | undefined): string => {
    // Ids come from outside; one that is no id names no file.
    if (id === undefined || !/^[A-Z\d]{1,40}$/u.test(id)) throw new Error(`No id of a workspace: ${String(id)}`);
    return join(folder, `${id}.json`);
  };
  return {
    async storeInstallation(installation) {
      const path = pathOf(installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id);
      await mkdir(folder, {recursive: true, mode: 0o700});
      // Renaming puts the whole file there at once, whatever happens meanwhile.
      const draft = `${path}.new`;
      await writeFile(draft, JSON.stringify(installation), {mode: 0o600});
      await rename(draft, path);
    },
    async fetchInstallation(query) {
      const [first, ...others] = idsOf(query).map(pathOf);
      for (const path of [first, ...others]) {
        const text = path === undefined ? undefined : await readIfThere(path);
        if (text !== undefined) return JSON.parse(text) as Installation;
      }
      throw new Error(`The app is not installed in the workspace ${query.teamId ?? query.enterpriseId ?? ''}.`);
    },
    async deleteInstallation(query) {
      await rm(pathOf(query.isEnterpriseInstall ? query.enterpriseId : query.teamId), {force: true});
    },
  };
}

/** A workspace may have its own installation, or that of its organisation. */
function idsOf({teamId, enterpriseId, isEnterpriseInstall}: InstallationQuery<boolean>): string[] {
  return [isEnterpriseInstall ? undefined : teamId, enterpriseId].filter((id) => id !== undefined);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
