/** English sentences: rules that contradict each other, told before solving. */

import type { clashesVi } from '../vi/clashes.ts';

export const clashesEn: Record<keyof typeof clashesVi, string> = {
  'fault.clash.together-apart':
    'Two hard rules contradict each other: “On duty together” ({together}) and “Kept apart” ({apart}) both bind {first} and {second}, so the two can stand no shift at all. Try taking one of them out, or making one soft.',
  'fault.clash.asked':
    '“{constraint}” ({rule}) asks {name} for at least {least} {least|shift|shifts}, and {others} would let at most {most}; {count} {count|place is|places are} caught so. Try changing a rule named here.',
  'fault.clash.asked-of-all':
    '“{constraint}” ({rule}) asks {people} {people|person|people} together for at least {least} {least|shift|shifts}, and {others} would let at most {most}; {count} {count|place is|places are} caught so. Try changing a rule named here.',
  'fault.clash.asked-alone':
    '“{constraint}” ({rule}) asks {people} {people|person|people} together for at least {least} {least|shift|shifts}, and within its scope at most {most} can be stood; {count} {count|place is|places are} caught so. Try asking for fewer, or widening the scope.',
  'fault.clash.seats-of-shift':
    'Shift {label} of {post} needs at least {least} {least|person|people}, and after {others} at most {most} {most|is|are} left: {count} {count|shift|shifts} from {day} on {count|is|are} short for sure. Try narrowing or relaxing a rule named here.',
  'fault.clash.seats-of-day':
    'On {day} at least {least} {least|seat is|seats are} to be filled, and {others} would let at most {most}: {count} such {count|day is|days are} short for sure. Try relaxing a rule named here, or adding people.',
  'fault.clash.seats':
    'At least {least} {least|seat is|seats are} to be filled, and {others} would let at most {most}: some stay empty for sure. Try relaxing a rule named here, or adding people.',
  'fault.clash.team-no-post':
    'The team {team} ({constraint}: {rule}) can never stand: there is no shift for which all of them have the skills. Let them stand the same hours, each at a post of their own, or add skills.',
  'fault.clash.team-too-large':
    'The team {team} ({constraint}: {rule}) is {people} {people|person|people}, and there {seats|is|are} at most {seats} {seats|seat|seats} together: it can never stand. Try more people on the shift, or a smaller team.',
  'fault.clash.team-newcomers':
    'The team {team} ({constraint}: {rule}) is all newcomers and fills the shift, so “{other}” lets it stand nothing. Try adding somebody experienced.',
  'fault.clash.teams-joined':
    'The teams {team} ({constraint}: {rule}) and {otherTeam} ({otherRule}) share {name}, so {people} {people|person has|people have} to stand together, and a shift has at most {seats} {seats|seat|seats}: {team} can never stand. Try taking {name} out of one team.',
  'fault.clash.team-out-of-turn':
    '“{other}” ({otherRule}) never gives one shift to the whole team {team} ({constraint}: {rule}), so none of them can stand. Try writing the team together in the list, or taking the team off it.',
  'fault.clash.team-half-listed':
    'The team {team} ({constraint}: {rule}) can stand no turn of “{other}” ({otherRule}), whose list lacks {name}. Try adding them, or taking the team off the list.',
  'fault.clash.team-barred':
    '“{other}” ({otherRule}) keeps {name} from {count} {count|shift|shifts} that the team {team} ({constraint}: {rule}) could stand, so the whole team is kept from them. Try taking {name} out of the team, or relaxing the rule.',
  'fault.clash.runs':
    '“{constraint}” ({rule}) asks for at least {least} {least|day|days} in a row, and “{other}” ({otherRule}) lets at most {most}: nobody can stand anything. Try changing one of the two.',
  'fault.clash.forbidden-runs':
    '“{constraint}” ({rule}) wants one person on shifts in a row, and “{other}” ({otherRule}) forbids every such pair. Try taking out or relaxing one of the two.',
  'fault.clash.turns':
    'Two lists of turns ({rule} and {otherRule}) give shift {label} of {day} to two people, so nobody can stand it. Try narrowing the scope of one.',
  'fault.clash.turn-nobody':
    'The list of turns ({rule}) has nobody with the skills of {post}. Try adding somebody, or taking {post} out of its scope.',
  'fault.clash.newcomers-alone':
    'Only newcomers have the skills of {post}, so “{constraint}” ({rule}) leaves every shift empty. Try adding somebody experienced.',
  'fault.clash.pins':
    'The pinned shifts of {name}, from {day} on, break the hard rule “{constraint}” ({rule}) by themselves. Try taking out the pin, or relaxing the rule.',
};
