/** Who may stand the posts of templates: whoever has the skill, else whom titles and departments propose, else anyone. */

import type { SkillGrant } from '../../app/periods/create-period.ts';
import { findTemplate } from '../../domain/post-templates.ts';
import { proposedPeople } from '../../domain/proposed-people.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { TIERS, type Tier } from '../../domain/unit.ts';
import { foldForSearch } from '../../kernel/names.ts';
import type { Visit } from '../kit/visit.ts';

/** By the tier's name. */
const FIELD = 'propose';
const MOST_NAMES = 6;

export function skillOfTier({ say }: Visit, tier: Tier): string {
  return say(`post-template.skill.${tier}`);
}

function hasSkill(visit: Visit, staff: readonly StaffMember[], tier: Tier): boolean {
  const own = foldForSearch(skillOfTier(visit, tier));
  return staff.some(({ skills }) => skills.some((skill) => foldForSearch(skill) === own));
}

/** What is accepted until someone takes it away. */
export function proposeSkills(visit: Visit, values: URLSearchParams, staff: readonly StaffMember[]): void {
  for (const { tier } of tierProposals(visit, staff)) values.append(FIELD, tier);
}

/** Of tiers whose skill nobody has. */
function tierProposals(visit: Visit, staff: readonly StaffMember[]) {
  return TIERS.filter((tier) => !hasSkill(visit, staff, tier))
    .map((tier) => ({ tier, people: proposedPeople(tier, staff) }))
    .filter(({ people }) => people.length > 0);
}

/** The skills given with a period that is made of these templates. */
export function acceptedGrants(visit: Visit, staff: readonly StaffMember[]): SkillGrant[] {
  const ticked = new Set(visit.form.getAll(FIELD));
  const tiers = new Set(visit.form.getAll('template').map((code) => findTemplate(code)?.tier));
  return tierProposals(visit, staff)
    .filter(({ tier }) => ticked.has(tier) && tiers.has(tier))
    .map(({ tier, people }) => ({ skill: skillOfTier(visit, tier), staffIds: people.map(({ id }) => id) }));
}

/** A row for each tier whose posts anyone might be put on. */
export function templateSkillRows(visit: Visit, values: URLSearchParams, staff: readonly StaffMember[]) {
  const { say } = visit;
  const proposals = new Map(tierProposals(visit, staff).map(({ tier, people }) => [tier, people]));
  const wanted = new Set(values.getAll('template').map((code) => findTemplate(code)?.tier));
  const open = TIERS.filter((tier) => !hasSkill(visit, staff, tier));
  return open
    .filter((tier) => proposals.has(tier) || wanted.has(tier))
    .map((tier) => {
      const people = proposals.get(tier) ?? [];
      return {
        tier,
        title: say(`posts.tier.${tier}`),
        // Whom it proposes; empty where anyone would be taken.
        words: people.length === 0 ? '' : proposalWords(visit, staff, people),
        chosen: values.getAll(FIELD).includes(tier),
        anyone: say(people.length === 0 ? 'posts.proposal.nobody' : 'posts.proposal.unticked', {
          count: staff.length,
        }),
      };
    });
}

/** `4 người theo chức danh: Nguyễn Hữu Khánh, …`. */
export function proposalWords(
  { say }: Visit,
  staff: readonly StaffMember[],
  people: readonly StaffMember[],
): string {
  const names = people.slice(0, MOST_NAMES).map(({ id }) => staffName(staff, id));
  const more = people.length - names.length;
  return say('posts.proposal.people', {
    count: people.length,
    names: [...names, ...(more > 0 ? [say('posts.proposal.more', { count: more })] : [])].join(', '),
  });
}
