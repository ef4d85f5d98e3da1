/** Vietnamese sentences: the API explained, its tokens and web hooks as a manager keeps them. */

export const apiPagesVi = {
  'api-page.open': 'API và ví dụ',
  'api-page.document': 'Tài liệu OpenAPI 3.1',
  'api-page.back': 'Về kết nối máy',
  'api-page.start': 'Bắt đầu',
  'api-page.start.token':
    'Người lập lịch tạo một khóa ở trang “Kết nối máy” của đơn vị. Mỗi phần mềm một khóa; khóa chỉ đọc và chỉ của một đơn vị.',
  'api-page.start.ask': 'Gửi khóa trong đầu mục Authorization: Bearer. Trả lời là JSON.',
  'api-page.start.refusal':
    'Bị từ chối thì trả lời là application/problem+json (RFC 9457), nói rõ chỗ sai và cách sửa.',
  'api-page.operations': 'Hỏi được gì',
  'api-page.required': 'bắt buộc',
  'api-page.optional': 'có thể vắng',
  'api-page.answers': 'Trả lời:',
  'api-page.examples': 'Ví dụ: bây giờ gọi ai?',
  'api-page.zabbix': 'Zabbix',
  'api-page.zabbix.text':
    'Media type kiểu Webhook, tham số url và token. Đoạn mã trả về số điện thoại của người phải gọi trước.',
  'api-page.alertmanager': 'Alertmanager',
  'api-page.alertmanager.text':
    'Alertmanager gửi cảnh báo tới một chương trình nhỏ (Node.js 20, không cần gói nào); chương trình hỏi API rồi nhắn cho người ấy. Hàm sendText là cổng tin nhắn của đơn vị.',
  'api-page.web-hook': 'Được báo mỗi khi công bố',
  'api-page.web-hook.text':
    'Web hook nhận một tin như sau khi một bản lịch được công bố (version.published) hoặc thu hồi (version.withdrawn). Tin không có dữ liệu cá nhân; muốn biết thêm thì hỏi API.',
  'api-page.web-hook.verify':
    'Kiểm chữ ký theo Standard Webhooks trước khi tin. Một tin có thể đến hai lần với cùng webhook-id.',
  'api-page.shapes': 'Các trường',
  'api-page.secret': 'Khóa',
  'api-page.try': 'Thử ngay:',

  'api-page.machines.open': 'Kết nối máy',
  'api-page.machines.title': 'Kết nối máy của {unit}',
  'api-page.tokens': 'Khóa API',
  'api-page.tokens.text':
    'Cho phần mềm hỏi ai đang trực, kể cả số điện thoại, trong những gì đã công bố. Không sửa được gì.',
  'api-page.tokens.none': 'Chưa có khóa nào.',
  'api-page.tokens.name': 'Khóa mới dùng cho',
  'api-page.tokens.alerts': 'Chỉ để gửi cảnh báo',
  'api-page.tokens.alerts-hint':
    'Khóa này không đọc được gì; đơn vị phải bật phần Cảnh báo đến ở mục Khi trực.',
  'api-page.tokens.name-hint': 'Tên phần mềm, chẳng hạn Zabbix.',
  'api-page.tokens.make': 'Tạo khóa',
  'api-page.tokens.made': 'Khóa cho {name}',
  'api-page.tokens.once': 'Hãy chép khóa vào phần mềm ngay: chỉ giữ lại dấu băm nên không xem lại được.',
  'api-page.tokens.revoke': 'Phần mềm dùng khóa này bị từ chối ngay. Không khôi phục được.',
  'api-page.tokens.revoke-submit': 'Thu hồi khóa',
  'api-page.hooks': 'Web hook',
  'api-page.hooks.text':
    'Báo cho một địa chỉ mỗi khi lịch được công bố hay thu hồi: ký bằng khóa riêng, không được thì gửi lại 8 lần trong khoảng một ngày.',
  'api-page.hooks.none': 'Chưa có web hook nào.',
  'api-page.hooks.address': 'Địa chỉ nhận',
  'api-page.hooks.address-hint':
    'https://… Địa chỉ trong mạng riêng bị từ chối, trừ khi quản trị máy chủ cho phép.',
  'api-page.hooks.make': 'Thêm web hook',
  'api-page.hooks.made': 'Khóa ký cho {host}',
  'api-page.hooks.once': 'Hãy chép khóa ký vào bên nhận ngay để kiểm chữ ký; không xem lại được.',
  'api-page.hooks.end-text': 'Không báo cho địa chỉ này nữa; tin đang chờ cũng bỏ.',
  'api-page.hooks.end-submit': 'Ngừng báo',
  'api-page.hooks.none-sent': 'Chưa có gì để báo.',
  'api-page.hooks.waiting': 'Đang chờ gửi.',
  'api-page.hooks.delivered': 'Tin gần nhất đã nhận lúc {at}.',
  'api-page.hooks.again': 'Chưa gửi được sau {attempts} lần: {why}. Gửi lại lúc {at}.',
  'api-page.hooks.given-up': 'Đã thôi gửi tin gần nhất sau {attempts} lần: {why}.',
  'api-page.fault.name': 'Hãy ghi khóa dùng cho phần mềm nào.',
} as const;
