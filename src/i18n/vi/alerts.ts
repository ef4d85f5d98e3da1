/** Vietnamese sentences: alerts that other programs send. */

export const alertsVi = {
  'alerts.title': 'Cảnh báo đến',
  'alerts.open': 'Đang có',
  'alerts.since': 'từ {clock}, báo {count} lần',
  'alerts.taken': 'đã nhận {clock}',
  'alerts.next': 'Sau {time} nữa báo {name}',
  'alerts.now': 'Đang báo {name}',
  'alerts.alone': 'Không còn ai đang trực để báo thêm: hãy gọi.',
  'alerts.take': 'Nhận',
  'alerts.take-label': 'Nhận cảnh báo {title}',
  'alerts.over': '{from} đến {to}',
  'alerts.past': 'Đã hết',
  'alerts.sources': 'Nguồn cảnh báo',
  'alerts.no-sources': 'Chưa nguồn nào gửi gì. Tạo khóa gửi cảnh báo ở trang Kết nối máy.',
  'alerts.source.spoke': 'gửi gần nhất {moment}',
  'alerts.source.silent': 'im từ {moment}; im lặng không có nghĩa là yên ổn',
  'alerts.field.next': 'Không ai nhận sau (phút) thì báo người kế tiếp',
  'alerts.field.silent': 'Nguồn im quá (phút) thì nói rõ là im',
  'alerts.failure.missing': 'Không có cảnh báo số {number}.',
  'alerts.failure.minutes': 'Số phút từ 1 đến {most}.',
} as const;
