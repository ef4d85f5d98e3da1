/** Vietnamese sentences: what an event of a feed says. */

export const feedsVi = {
  'feed.calendar.personal': 'Lịch trực của {name}',
  'feed.calendar.post': 'Lịch trực: {name}',
  'feed.calendar.unit': 'Lịch trực: {name}',
  'feed.calendar.leaders-below': 'Lãnh đạo trực các đơn vị: {name}',
  'feed.below.order': 'Theo danh sách gửi lên cho: {order}',
  'feed.below.phone': 'Gọi: {phone}',
  'feed.calendar.leaders': 'Lịch trực lãnh đạo: {name}',

  'feed.title.discreet': 'Trực',
  'feed.title.cancelled': 'ĐÃ HỦY – {title}',

  'feed.when': '{weekday} {date}, {range} ({duration})',
  'feed.lunar': 'Âm lịch: {lunar}',
  'feed.post.on-site': 'Vị trí: {post}. Trực tại chỗ.',
  'feed.post.standby': 'Vị trí: {post}. Có mặt khi được gọi.',
  'feed.systems': 'Theo dõi: {systems}',
  'feed.holder': 'Người trực: {people}',
  'feed.together': 'Trực cùng: {people}',
  'feed.handover': 'Bàn giao cho: {people} (lúc {when})',
  'feed.call': 'Khi có sự cố, gọi lần lượt:',

  'feed.cancelled.personal': 'Bạn không còn trực ca này. Xem bản lịch mới nhất để biết ai trực.',
  'feed.cancelled.seat': 'Chỗ trực này không còn trong bản lịch mới nhất.',

  'feed.alarm': 'Sắp đến ca trực: {title}',
} as const;
