/** How a unit is reminded of an order: by mail to its contact, or by a text that someone pastes into a chat group. */

export const REMINDER_WAYS = ['mail', 'text'] as const;
export type ReminderWay = (typeof REMINDER_WAYS)[number];
