/** The routes of a fastify app as `GET /api/demands/{id}`, from its printed tree (four columns a level). */
export const servedRoutes = (printed: string): readonly string[] => {
  const paths: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (match === null) return [];
    const [, indent = '', part = '', methods = ''] = match;
    const depth = indent.length / 4;
    const path = (depth === 0 ? '' : (paths[depth - 1] ?? '')) + part;
    paths[depth] = path;
    const spelled = path.replaceAll(/:(\w+)/g, '{$1}');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${spelled}`);
  });
};
