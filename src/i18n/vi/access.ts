/** Vietnamese sentences: accounts, signing in, passwords, and what the guard refuses. */

export const accessVi = {
  'error.key.malformed':
    'Tệp khóa {path} không đúng dạng. Có thể chép lại tệp khóa từ nơi cất giữ, hoặc xóa tệp này để tạo khóa mới (khi đó mọi người phải cài lại ứng dụng xác thực).',
  'error.key.unreachable': 'Không đọc hoặc ghi được tệp khóa {path} ({cause}). Có thể thư mục không cho ghi.',
  'error.access.forbidden': 'Tài khoản của bạn không có quyền làm việc này. Có thể nhờ quản trị của đơn vị.',
  'error.access.prove-again': 'Việc này cần nhập lại mật khẩu, vì lần nhập trước đã quá {minutes} phút.',
  'error.access.sealed':
    'Không mở được mã bí mật của ứng dụng xác thực: tệp khóa đã thay đổi. Có thể chép lại tệp khóa cũ, hoặc nhờ quản trị tắt xác thực hai bước.',
  'error.access.account-missing': 'Không có tài khoản này.',
  'error.access.name-form':
    'Tên đăng nhập “{value}” không dùng được. Có thể dùng địa chỉ thư, hoặc từ 3 đến 100 chữ cái không dấu, chữ số, dấu chấm.',
  'error.access.name-taken': 'Tên đăng nhập “{value}” đã có người dùng. Có thể chọn tên khác.',
  'error.access.person-name': 'Cần ghi họ và tên, không quá {most} ký tự.',
  'error.access.setup-closed': 'Tài khoản đầu tiên đã được tạo. Có thể đăng nhập, hoặc xin liên kết mời.',
  'error.access.setup-code':
    'Mã cài đặt không đúng. Có thể xem lại mã trong cửa sổ lệnh nơi máy chủ vừa khởi động.',
  'error.access.invitation':
    'Liên kết mời không dùng được: sai, đã dùng, đã thu hồi hoặc quá hạn. Có thể xin quản trị một liên kết mới.',
  'error.access.invitation-missing': 'Không có lời mời này, hoặc lời mời đã dùng hay đã thu hồi.',
  'error.access.already-member': 'Tài khoản này đã thuộc đơn vị. Có thể đổi vai trò của tài khoản.',
  'error.access.person-taken': 'Nhân viên “{staff}” đã có tài khoản khác.',
  'error.access.last-operator':
    'Đây là tài khoản vận hành cuối cùng, không khóa được. Có thể giao quyền vận hành cho người khác trước.',
  'error.access.busy': 'Có quá nhiều người đang đăng nhập cùng lúc. Có thể thử lại sau vài giây.',
  'error.access.account-unknown': 'Không có tài khoản {name}. Có thể xem danh sách: rota account list.',
  'error.access.no-unit':
    'Chưa có đơn vị nào để gắn liên kết đặt mật khẩu. Có thể nạp một đơn vị trước: rota load.',
  'error.access.throttled': 'Thử quá nhiều lần. Có thể thử lại sau {seconds} giây.',
  'error.access.wrong-password': 'Mật khẩu không đúng.',
  'error.access.code-wrong':
    'Mã xác thực không đúng hoặc đã dùng. Có thể đợi mã kế tiếp, và xem đồng hồ điện thoại có đúng giờ không.',
  'error.access.totp-none': 'Chưa bắt đầu cài ứng dụng xác thực. Có thể bắt đầu lại từ trang tài khoản.',
  'signIn.wrong': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'signIn.code-wanted': 'Nhập mã 6 chữ số trong ứng dụng xác thực.',
  'password.short': 'Mật khẩu cần ít nhất {least} ký tự. Có thể dùng một câu dễ nhớ.',
  'password.long': 'Mật khẩu không quá {most} ký tự.',
  'password.common':
    'Mật khẩu này quá quen thuộc, kẻ xấu thử đầu tiên. Có thể ghép vài từ không liên quan với nhau.',
  'password.context':
    'Mật khẩu chứa tên của bạn, của đơn vị hay của chương trình (“{word}”). Có thể chọn từ khác.',
  'role.administrator': 'Quản trị',
  'role.manager': 'Người lập lịch',
  'role.approver': 'Người duyệt',
  'role.technician': 'Người trực',
  'role.reader': 'Người xem',
} as const;
