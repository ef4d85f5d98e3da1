/** An organisation's directory as use cases take it; how it is asked is not known here. */

import type { Role } from '../../domain/account.ts';

/** Accounts of its people are known by this and by what it calls each of them for good. */
export const DIRECTORY_ISSUER = 'ldap';

export interface DirectoryPerson {
  readonly subject: string;
  readonly userName: string;
  readonly name: string;
  /** A staff code or a mail address; empty where the directory is not asked whose account it is. */
  readonly person: string;
  readonly disabled: boolean;
  /** Distinguished names in one spelling, that of `roles`. */
  readonly groups: readonly string[];
}

export type DirectoryCheck =
  | { readonly right: true; readonly person: DirectoryPerson }
  /** `expired`: right, and to be changed there first. `person` where one was found. */
  | {
      readonly right: false;
      readonly why: 'unknown' | 'wrong' | 'expired' | 'disabled';
      readonly person?: DirectoryPerson;
    };

/** Someone a list names: what a staff list asks. */
export interface ListedPerson {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly phone: string;
  readonly officePhone: string;
  readonly email: string;
}

/** Each question rejects with `AppError('unavailable', 'directory.unreachable')` where it does not answer. */
export interface Directory {
  /** As people call it. */
  readonly name: string;
  check(
    who: { readonly name: string } | { readonly subject: string },
    password: string,
  ): Promise<DirectoryCheck>;
  /** Those that are there, of at most a hundred. */
  find(subjects: readonly string[]): Promise<readonly DirectoryPerson[]>;
  list(asked: { readonly base?: string; readonly filter: string }): Promise<readonly ListedPerson[]>;
  /** What groups are here. */
  readonly roles: readonly GroupRole[];
  /** Whom units may take into their staff lists. */
  readonly people: readonly UnitPeople[];
}

export interface GroupRole {
  readonly group: string;
  readonly unit: string;
  readonly role: Role;
}

export interface UnitPeople {
  readonly unit: string;
  readonly base?: string;
  readonly filter: string;
}
