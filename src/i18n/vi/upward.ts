/** Vietnamese sentences: sending answers on to a superior's installation. */

export const upwardVi = {
  'upward.title': 'Gửi lên trên',
  'upward.lead':
    'Cấp trên dùng Lịch Trực trên máy chủ khác thì nối một lần ở đây: yêu cầu trực tự về, bấm Gửi lên là danh sách sang đó, gửi lại cho đến khi bên đó báo đã nhận.',
  'upward.now': 'Đang nối',
  'upward.set': 'Nối với cấp trên',
  'upward.address': 'Địa chỉ Lịch Trực của cấp trên',
  'upward.address-hint':
    'Như https://lichtruc.so.example. Địa chỉ trong mạng riêng chỉ dùng được khi máy chủ này cho phép.',
  'upward.token': 'Khóa cấp trên đưa',
  'upward.token-hint':
    'Cấp trên tạo ở trang “Cây đơn vị”, cho riêng đơn vị này. Khóa được niêm trong cơ sở dữ liệu, không hiện lại.',
  'upward.check': 'Gọi thử và lưu',
  'upward.end': 'Thôi nối',
  'upward.known': '{superior} gọi đơn vị này là “{unit}”.',
  'upward.read': 'Lần hỏi được gần nhất: {at}.',
  'upward.failing': 'Lần hỏi vừa rồi không được: {why}',
  'upward.plain': 'Đường truyền không mã hóa: ai đứng giữa cũng đọc được tên và số máy. Nên dùng https.',
  'upward.error.no-reach': 'Máy chủ này không gọi ra ngoài.',
  'upward.fault.token': 'Khóa không đúng dạng: 43 chữ, số. Có thể chép thiếu.',
  'upward.outcome.token': 'Cấp trên không nhận khóa này: sai, hết hạn hoặc đã thu hồi. Có thể xin khóa mới.',
  'upward.outcome.moved': 'Địa chỉ này chuyển hướng sang nơi khác. Ghi địa chỉ cuối cùng, có https.',
  'upward.outcome.not-found':
    'Bên đó không có yêu cầu này cho đơn vị, hoặc địa chỉ không phải của Lịch Trực.',
  'upward.outcome.lifted': 'Cấp trên đã thôi yêu cầu này.',
  'upward.outcome.refused': 'Bên đó không nhận nội dung gửi.',
  'upward.outcome.busy': 'Bên đó đang bận hoặc gặp lỗi.',
  'upward.outcome.other-program': 'Nơi này có trả lời, nhưng không phải Lịch Trực.',
  'upward.outcome.no-receipt': 'Nơi này có trả lời, nhưng không báo đã nhận.',
  'upward.outcome.ended': 'Đơn vị đã thôi nối với cấp trên.',
  'upward.outcome.replaced': 'Bản gửi sau đã thay.',
  'upward.state.received': '{superior} đã nhận {at}',
  'upward.state.waiting': 'Đang chờ gửi',
  'upward.state.retrying': 'Chưa đến nơi sau {attempts} lần ({why}) Thử lại {at}.',
  'upward.state.refused': 'Không gửi được: {why}',
  'upward.state.replaced': 'Không gửi nữa: bản sau đã thay',
  'upward.token.make': 'Tạo khóa gửi',
  'upward.token.title': 'Khóa để {unit} gửi danh sách trực',
  'upward.token.text':
    'Đưa cho người quản trị Lịch Trực của đơn vị, ghi ở Thiết lập, Gửi lên trên, cùng địa chỉ {address}. Tạo khóa mới thì khóa này hết dùng.',
  'audit.upward.save': 'Nối với máy chủ của cấp trên',
  'audit.upward.end': 'Thôi nối với máy chủ của cấp trên',
} as const;
