/** English sentences: what units are told of orders. */

import type { orderNoticesVi } from '../vi/order-notices.ts';

export const orderNoticesEn: Record<keyof typeof orderNoticesVi, string> = {
  'notice.subject.order-came': 'A duty order has come',
  'notice.subject.order-changed': 'A duty order has changed',
  'notice.subject.order-lifted': 'A duty order was lifted',
  'notice.subject.order-near': 'A duty list is due soon',
  'notice.subject.order-overdue': 'A duty list is overdue',
  'notice.subject.order-remind': 'The superior asks again for the duty list',
  'notice.subject.order-outdated': 'What was sent up is no longer right',
  'notice.subject.order-report': 'A duty report is due soon',
  'notice.line.order-came': '{superior}: “{order}”, due {at}.',
  'notice.line.order-changed':
    '{superior} changed “{order}”: {parts}. What was sent is judged anew; due {at}.',
  'notice.line.order-lifted': '{superior} lifted “{order}”: nothing has to be sent any more.',
  'notice.line.order-near': '“{order}” of {superior}: due {at}, the unit has sent nothing.',
  'notice.line.order-overdue': '“{order}” of {superior}: overdue since {at}. A late list is still taken.',
  'notice.line.order-remind': '{superior} is waiting for the duty list for “{order}”, due {at}.',
  'notice.line.order-outdated':
    '“{order}”: the roster just published differs from what {superior} was sent. Look at it and send it again.',
  'notice.line.order-report': '“{order}” of {superior}: report before {at}.',
  'orders.mail.subject.remind': 'Reminder to send the duty list: {order}',
  'orders.mail.subject.came': 'Duty order: {order}',
  'orders.mail.subject.changed': 'Duty order changed: {order}',
  'orders.mail.subject.lifted': 'Duty order lifted: {order}',
  'orders.mail.subject.near': 'Duty list due soon: {order}',
  'orders.mail.subject.overdue': 'Duty list overdue: {order}',
  'orders.mail.says.remind': '{superior} is waiting for the duty list for {order}.',
  'orders.mail.says.came': '{superior} asks for a duty list for {order}.',
  'orders.mail.says.changed':
    '{superior} has changed {order}. The list that was sent is judged anew; see what it lacks.',
  'orders.mail.says.lifted': '{superior} has lifted {order}: no list has to be sent any more.',
  'orders.mail.says.near': '{superior} has not received the duty list for {order}.',
  'orders.mail.says.overdue': '{superior} has still not received the duty list for {order}.',
  'orders.error.no-attached': 'No file goes with this order.',
  'orders.attached.title': 'Attached file',
  'orders.attached.text':
    'The superior’s own form or the dispatch, which units download when they answer. Word, Excel, OpenDocument or PDF, up to 5 MB.',
  'orders.attached.file': 'File',
  'orders.attached.save': 'Attach',
  'orders.attached.remove': 'Take away',
  'orders.attached.with': 'Attached:',
  'orders.fault.attached': 'Not attached: a Word, Excel, OpenDocument or PDF file is needed.',
  'orders.fault.attached-big':
    'Not attached: the file is larger than 5 MB. Leave out pictures, or save it as PDF.',
  'audit.order.attach': 'Changed the file that goes with a duty order',
  'orders.phones.title': 'Phones once an order is over',
  'orders.phones.days': 'Shown for how many days',
  'orders.phones.hint':
    'From 0 to 3650, commonly 30 (Law 91/2025, Article 17). After that only the last three digits are left; who looks at phones stands in the audit trail.',
  'orders.fault.phone-days': 'It must be a number of days from 0 to {most}.',
  'audit.order.phones': 'Changed for how many days phones of sent lists are shown',
  'orders.mail.link': 'Answer without a password, by the unit’s private link (do not pass it on): {address}',
};
