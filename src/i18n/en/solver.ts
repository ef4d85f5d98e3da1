/** English sentences: why nobody could take a seat. Each stands before a count and names. */

import type { solverVi } from '../vi/solver.ts';

export const solverEn: Record<keyof typeof solverVi, string> = {
  'shortage.stands': 'already on this shift',
  'shortage.runs-into-leave': 'this shift runs into a day of leave',
  'shortage.team-away':
    'The team {team} always stands together: {name} is on leave and cannot stand shifts that begin {days}, so the whole team is away for those. Try a replacement in the team, or make the rule soft.',
  'shortage.free': 'no hard rule in the way: may still be put here',
};
