/** Vietnamese sentences: choosing a day or an hour beside its field. */

export const datesVi = {
  'dates.pick': 'Chọn: {field}',
  'dates.month': 'Tháng {month} năm {year}',
  'dates.before': 'Tháng trước',
  'dates.after': 'Tháng sau',
  'dates.done': 'Xong',
  'dates.days': '{days} ngày',
  'dates.hour': 'Giờ',
  'dates.minute': 'Phút',
  'dates.night': '22–06 là giờ đêm',
  'dates.before-start': 'Trước ngày bắt đầu {days} ngày.',
  'dates.swap': 'Đổi chỗ hai ngày',
  'dates.use': 'Dùng {day}',
  'dates.several': 'Chỉ ghi một ngày.',
  'dates.no-time': 'Chưa phải giờ. Ghi như 22:00, 22h30 hoặc 7h.',
  'dates.no-moment': 'Ghi cả giờ và ngày, như 07:00 05/02/2027.',
} as const;
