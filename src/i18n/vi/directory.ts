/** Vietnamese sentences: an organisation's directory, whose people sign in here and may stand in staff lists. */

export const directoryVi = {
  'directory.sign-in': 'Bằng tên và mật khẩu của {directory}, hoặc tài khoản riêng ở đây.',
  'directory.forgotten':
    'Quên mật khẩu của {directory} thì đặt lại ở đó. Quên mật khẩu riêng ở đây thì quản trị của đơn vị gửi được một liên kết để đặt lại.',
  'directory.directory-down':
    'Không liên lạc được với {directory} nên chưa kiểm được mật khẩu. Có thể thử lại sau ít phút; tài khoản riêng của hệ thống này vẫn đăng nhập được.',
  'directory.expired':
    'Mật khẩu ở {directory} đã hết hạn hoặc phải đổi. Có thể đổi mật khẩu trên máy cơ quan rồi đăng nhập lại.',
  'directory.no-role':
    'Tên và mật khẩu ở {directory} đúng, nhưng tài khoản này không có vai trò nào ở đây hoặc đã bị khóa. Có thể nhờ quản trị thêm vào nhóm của đơn vị.',
  'directory.unreachable':
    'Không liên lạc được với danh bạ của cơ quan. Có thể thử lại sau ít phút, hoặc báo người quản trị hệ thống.',
  'directory.busy': 'Danh bạ của cơ quan đang bận. Có thể thử lại sau ít giây.',
  'directory.emptied':
    'Không thấy {missing} trong {of} tài khoản ở danh bạ của cơ quan nên chưa khóa ai. Có thể nơi tìm (ROTA_LDAP_BASE) hoặc quyền của tài khoản tìm kiếm đã đổi.',
  'directory.account':
    'Tài khoản này đăng nhập bằng mật khẩu ở {directory}. Muốn đổi mật khẩu thì đổi ở đó; vai trò cũng theo nhóm ở đó.',
  'directory.join.link': 'Nhận lời mời bằng mật khẩu của {directory}',
  'directory.join.text':
    'Bạn được mời với vai trò: {role}. Nhập tên và mật khẩu của bạn ở {directory}; lần sau cũng đăng nhập bằng tên và mật khẩu ấy.',
  'directory.join.back': 'Dùng cách khác',
  'directory.here':
    'Tên này đã có mật khẩu riêng ở đây. Có thể đăng nhập bằng mật khẩu ấy rồi mở lại liên kết mời.',
  'directory.move.link': 'Chuyển sang mật khẩu của {directory}',
  'directory.move.title': 'Chuyển sang {directory}',
  'directory.move.text':
    'Nhập tên và mật khẩu của bạn ở {directory}. Sau đó tài khoản này đăng nhập bằng mật khẩu ấy; mật khẩu riêng ở đây bị bỏ. Vai trò đang có được giữ.',
  'directory.move.submit': 'Chuyển tài khoản của tôi',
  'directory.moved': 'Từ nay tài khoản này đăng nhập bằng mật khẩu ở danh bạ của cơ quan.',
  'directory.operator':
    'Tài khoản vận hành giữ mật khẩu riêng ở đây, để vào được cả khi danh bạ hỏng. Có thể dùng một tài khoản khác cho việc hằng ngày.',
  'directory.by-group':
    'Vai trò này theo nhóm ở danh bạ của cơ quan. Có thể đổi nhóm ở đó; chậm nhất 15 phút sau là đúng ở đây.',
  'directory.is-by-group': 'Theo danh bạ',
  'directory.staff.title': 'Lấy danh sách từ {directory}',
  'directory.staff.text':
    'Chưa ghi gì: danh sách được đọc rồi mở ra như một bảng để xem trước, chọn dòng và xác nhận.',
  'directory.staff.submit': 'Đọc danh sách',
  'directory.staff.none': 'Danh bạ không trả về ai cho đơn vị này. Có thể nhờ người quản trị xem lại bộ lọc.',
  'directory.staff.unset': 'Chưa đặt nơi tìm cán bộ của đơn vị này trong danh bạ.',
} as const;
