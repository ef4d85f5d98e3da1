/** Vietnamese sentences: passkeys and sign-ins from somewhere new. */

export const passkeysVi = {
  'passkey.title': 'Khóa truy cập (passkey)',
  'passkey.text':
    'Vân tay, khuôn mặt hay mã PIN của điện thoại, máy tính, hoặc một khóa USB, thay cho mã ứng dụng xác thực. Không bị lừa lấy được như mật khẩu; nên có hai khóa ở hai nơi.',
  'passkey.impossible':
    'Trình duyệt chỉ tạo khóa truy cập cho địa chỉ có tên miền và chứng chỉ (https). Máy chủ này chưa có; có thể dùng ứng dụng xác thực.',
  'passkey.name': 'Tên khóa',
  'passkey.name-hint': 'Ví dụ: điện thoại của tôi, khóa USB trong két.',
  'passkey.rename': 'Đổi tên',
  'passkey.remove': 'Bỏ khóa này',
  'passkey.remove-which': 'Bỏ khóa này: {name}',
  'passkey.added': 'thêm lúc {at}',
  'passkey.used': 'dùng lần cuối {at}',
  'passkey.unused': 'chưa dùng',
  'passkey.add.title': 'Thêm khóa truy cập',
  'passkey.add.text': 'Đặt tên, bấm nút rồi làm theo trình duyệt. Các phiên đăng nhập khác sẽ kết thúc.',
  'passkey.add.submit': 'Tạo khóa trên thiết bị này',
  'passkey.add.back': 'Về trang tài khoản',
  'passkey.not-added':
    'Chưa thêm được khóa: câu trả lời của trình duyệt không hợp lệ hoặc đã quá 10 phút. Có thể thử lại.',
  'passkey.done.added': 'Đã thêm khóa truy cập.',
  'passkey.done.named': 'Đã đổi tên khóa.',
  'passkey.done.removed': 'Đã bỏ khóa: nó không mở được gì nữa.',
  'passkey.sign-in': 'Đăng nhập bằng khóa truy cập',
  'passkey.prove': 'Xác nhận bằng khóa truy cập',
  'passkey.second-step': 'Bước thứ hai bằng khóa truy cập',
  'passkey.failed': 'Trình duyệt chưa dùng được khóa nào. Có thể thử lại, hoặc đăng nhập cách khác.',
  'passkey.wrong':
    'Không đăng nhập được bằng khóa này: khóa đã bị bỏ, không phải của tài khoản, hoặc trang mở quá 10 phút. Có thể thử lại.',
  'passkey.too-many': 'Tài khoản đã có {most} khóa. Có thể bỏ một khóa không dùng nữa.',
  'passkey.missing': 'Không có khóa này trong tài khoản của bạn.',
  'passkey.no-site': 'Địa chỉ {url} không dùng được khóa truy cập: cần tên miền và chứng chỉ.',
  'notice.subject.sign-in': 'Có đăng nhập mới vào tài khoản của bạn',
  'notice.line.sign-in': 'Lúc {at}, từ {address}, trình duyệt: {client}.',
  'notice.line.sign-in-do':
    'Nếu không phải bạn: vào trang tài khoản, đổi mật khẩu rồi đăng xuất mọi nơi, và báo quản trị.',
  'passkey.or-code': 'Mật khẩu đúng. Dùng khóa truy cập ở trên, hoặc nhập lại mật khẩu cùng một mã.',
  'passkey.app-off': 'Bước thứ hai đang là khóa truy cập. Có thể thêm ứng dụng xác thực để có hai cách.',
};
