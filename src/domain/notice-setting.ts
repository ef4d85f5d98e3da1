/** How a unit tells its people. The list in the application is there while `told` is on; everything else is beside it. */

export interface NoticeSetting {
  /** False: nobody is told anything and nobody is asked for “đã nhận lịch”. */
  readonly told: boolean;
  /** By mail too, where the server can send any and the person has an address. */
  readonly mail: boolean;
  /** By push too, to devices on which people asked for it. */
  readonly push: boolean;
  /** Of shifts the evening before and an hour ahead; absent: not. */
  readonly reminders?: boolean;
  /** Whether people take their shifts (“nhận ca”), and whoever leads is told of those nobody took; absent: not. */
  readonly checkIn?: boolean;
  /** To the unit's own gateway for Zalo or text messages; absent where it has none. */
  readonly hook?: { readonly address: string; readonly template: string };
}

export const STANDARD_NOTICES: NoticeSetting = { told: true, mail: true, push: true };
