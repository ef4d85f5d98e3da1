/** Vietnamese sentences: what units are told of orders. */

export const orderNoticesVi = {
  'notice.subject.order-came': 'Có yêu cầu trực mới',
  'notice.subject.order-changed': 'Yêu cầu trực đã đổi',
  'notice.subject.order-lifted': 'Đã thôi yêu cầu trực',
  'notice.subject.order-near': 'Sắp hết hạn gửi danh sách trực',
  'notice.subject.order-overdue': 'Quá hạn gửi danh sách trực',
  'notice.subject.order-outdated': 'Danh sách đã gửi lên không còn đúng',
  'notice.subject.order-report': 'Sắp đến giờ báo cáo trực',
  'notice.line.order-came': '{superior}: “{order}”, hạn gửi {at}.',
  'notice.line.order-changed':
    '{superior} đổi “{order}”: {parts}. Danh sách đã gửi được chấm lại theo yêu cầu mới; hạn gửi {at}.',
  'notice.line.order-lifted': '{superior} thôi yêu cầu “{order}”: không phải gửi nữa.',
  'notice.line.order-near': '“{order}” của {superior}: hạn gửi {at}, đơn vị chưa gửi.',
  'notice.line.order-overdue': '“{order}” của {superior}: quá hạn gửi từ {at}. Gửi muộn vẫn được nhận.',
  'notice.line.order-outdated': '“{order}”: lịch vừa công bố khác bản đã gửi {superior}. Xem và gửi lại.',
  'notice.line.order-report': '“{order}” của {superior}: báo cáo trước {at}.',
  'orders.mail.subject.remind': 'Nhắc gửi danh sách trực: {order}',
  'orders.mail.subject.came': 'Yêu cầu trực: {order}',
  'orders.mail.subject.changed': 'Yêu cầu trực đã đổi: {order}',
  'orders.mail.subject.lifted': 'Đã thôi yêu cầu trực: {order}',
  'orders.mail.subject.near': 'Sắp hết hạn gửi danh sách trực: {order}',
  'orders.mail.subject.overdue': 'Quá hạn gửi danh sách trực: {order}',
  'orders.mail.says.remind': '{superior} đang chờ danh sách trực theo {order}.',
  'orders.mail.says.came': '{superior} yêu cầu gửi danh sách trực theo {order}.',
  'orders.mail.says.changed':
    '{superior} đã đổi yêu cầu {order}. Danh sách đã gửi được chấm lại; xem còn thiếu gì.',
  'orders.mail.says.lifted': '{superior} đã thôi yêu cầu {order}: không phải gửi danh sách nữa.',
  'orders.mail.says.near': '{superior} chưa nhận được danh sách trực theo {order}.',
  'orders.mail.says.overdue': '{superior} vẫn chưa nhận được danh sách trực theo {order}.',
  'orders.phones.title': 'Số máy sau khi hết yêu cầu',
  'orders.phones.days': 'Còn hiện mấy ngày',
  'orders.phones.hint':
    'Từ 0 đến 3650, thường là 30 (Luật 91/2025, Điều 17). Sau đó chỉ còn ba số cuối; ai xem số máy có ghi trong nhật ký.',
  'orders.phones.save': 'Lưu',
  'orders.fault.phone-days': 'Phải là số ngày từ 0 đến {most}.',
  'audit.order.phones': 'Đổi số ngày còn hiện số máy của danh sách gửi lên',
  'orders.mail.link':
    'Trả lời không cần mật khẩu, bằng đường dẫn riêng của đơn vị (đừng chuyển cho nơi khác): {address}',
} as const;
