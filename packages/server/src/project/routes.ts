import { project, PROJECT_CHANGES, projects, projectsFile, registerProject } from '@xiaoer/contract/project';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { projectDetail, projectPage } from './queries.ts';
import type { ProjectStore } from './store.ts';

/** Projects with their stages, and every command on them. */
export const projectRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: ProjectStore,
): void => {
  serveRead(app, { deps, route: projects, action: 'project.read' }, async (db, asked) => ({
    body: await projectPage(db, asked),
  }));
  serveListFile(
    app,
    { deps, list: projects, route: projectsFile, action: 'project.read', file: listFile },
    projectPage,
  );
  serveRead(app, { deps, route: project, action: 'project.read' }, async (db, asked) => {
    const body = await projectDetail(db, asked);
    return body && { body, version: body.version };
  });
  serveOpening(app, {
    deps,
    store,
    route: registerProject,
    opens: { type: 'RegisterProject', id: 'projectId' },
  });
  serveChanges(app, { deps, store, routes: PROJECT_CHANGES, mints: {} });
};
