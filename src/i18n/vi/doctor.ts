/** Vietnamese sentences: what is wrong with an installation. */

export const doctorVi = {
  'doctor.version.fine': 'Node.js {version}.',
  'doctor.version.old': 'Node.js {version} quá cũ: cần {oldest} trở lên.',
  'doctor.zones.fine': 'Node.js biết giờ Việt Nam.',
  'doctor.zones.missing':
    'Node.js này không có dữ liệu múi giờ: mọi giờ sẽ sai. Hãy cài bản Node.js đầy đủ (full-icu).',
  'doctor.clock.fine': 'Đồng hồ máy không chạy lùi so với việc đã ghi.',
  'doctor.clock.behind': 'Đồng hồ máy chậm hơn việc ghi gần nhất {minutes} phút. Hãy đồng bộ giờ (NTP).',
  'doctor.disk.fine': 'Còn trống {free} MB.',
  'doctor.disk.low': 'Đĩa của cơ sở dữ liệu chỉ còn {free} MB. Hãy dọn hoặc thêm đĩa.',
  'doctor.disk.full': 'Đĩa của cơ sở dữ liệu chỉ còn {free} MB: sắp không ghi được nữa. Hãy dọn ngay.',
  'doctor.filesystem.fine': 'Cơ sở dữ liệu nằm trên đĩa của máy.',
  'doctor.filesystem.network':
    'Cơ sở dữ liệu nằm trên đĩa mạng ({kind}): khóa tệp không đáng tin, dữ liệu có thể hỏng. Hãy chuyển về đĩa của máy, hoặc dùng PostgreSQL.',
  'doctor.mode.fine': '{path} chỉ chủ của nó đọc được.',
  'doctor.mode.open': '{path} có quyền {mode}: tài khoản khác trên máy đọc được. Chạy: chmod 600 {path}',
  'doctor.backup.fine': 'Có bản sao lưu mới trong hai ngày.',
  'doctor.backup.none':
    'Chưa có bản sao lưu nào trong {folder}. Chạy rota serve (tự sao lưu mỗi ngày) hoặc rota backup.',
  'doctor.backup.old':
    'Bản sao lưu mới nhất trong {folder} đã {days} ngày. Xem nhật ký máy chủ vì sao không sao lưu được.',
  'doctor.backup.same-disk':
    'Bản sao lưu ({folder}) nằm cùng đĩa với cơ sở dữ liệu: đĩa hỏng là mất cả hai. Hãy chép sang máy khác, hoặc đặt ROTA_BACKUPS.',
  'doctor.backup.encrypted': 'Bản sao lưu được mã hóa.',
  'doctor.backup.plain': 'Bản sao lưu chưa được mã hóa. Đặt ROTA_BACKUP_RECIPIENT nếu chép ra ngoài máy.',
  'doctor.backup.server':
    'Cơ sở dữ liệu ở máy chủ PostgreSQL: sao lưu bằng pg_dump hoặc lưu trữ liên tục của nó, chương trình không tự làm.',
  'doctor.database.fine': 'Cơ sở dữ liệu nguyên vẹn, đúng phiên bản.',
  'doctor.database.empty':
    'Cơ sở dữ liệu còn trống. Máy mới thì chạy rota serve; nếu không, kiểm tra ROTA_DB.',
  'doctor.database.older':
    'Cơ sở dữ liệu ở bước {found}, chương trình ở bước {known}: lần khởi động tới sẽ nâng lên. Sao lưu trước.',
  'doctor.database.newer':
    'Cơ sở dữ liệu ở bước {found}, mới hơn chương trình (bước {known}). Hãy chạy phiên bản mới hơn.',
  'doctor.database.expanded':
    'Cơ sở dữ liệu đã được phiên bản mới hơn mở rộng (bước {found}); chương trình này (bước {known}) vẫn chạy được. Hãy nâng cấp nốt.',
  'doctor.servers.fine':
    'Số máy chủ đang chạy: {count}, tiến trình chỉ xếp lịch: {workers}, phiên bản {versions}.',
  'doctor.servers.none':
    'Không có máy chủ nào đang chạy trên cơ sở dữ liệu. Chạy rota serve, hoặc systemctl start lich-truc.',
  'doctor.servers.mixed':
    'Số máy chủ đang chạy: {count}, tiến trình chỉ xếp lịch: {workers}, khác phiên bản nhau ({versions}). Nâng cấp nốt các bản cũ.',
  'doctor.servers.no-first':
    'Số máy chủ đang chạy: {count}, nhưng chưa máy nào nhận việc nền (thông báo, nhắc). Thử lại sau vài giây; nếu vẫn vậy, xem nhật ký của các máy chủ.',
  'doctor.key.fine': 'Khóa khớp với cơ sở dữ liệu.',
  'doctor.key.missing':
    'Không có tệp khóa {path}. Hãy đặt lại tệp khóa cũ trước khi khởi động: khóa mới không mở được bí mật đã niêm phong.',
  'doctor.key.other':
    'Khóa ở {path} không phải khóa của cơ sở dữ liệu này. Hãy đặt lại khóa cũ: xác thực hai bước và mã kết nối sẽ không mở được.',
  'doctor.database.missing':
    'Chưa có cơ sở dữ liệu ở {path}. Kiểm tra ROTA_DB và thư mục đang đứng; máy mới thì chạy rota serve.',
  'doctor.address.fine': '{publicUrl} trả lời.',
  'doctor.address.silent':
    '{publicUrl} không trả lời từ máy này. Kiểm tra máy chủ có chạy, proxy, tường lửa, tên miền.',
  'doctor.address.none': 'Chưa đặt ROTA_URL: liên kết trong thư, lịch và mã QR chỉ mở được trên máy này.',
  'doctor.tls.fine': 'Chứng chỉ còn {days} ngày.',
  'doctor.tls.ends': 'Chứng chỉ chỉ còn {days} ngày. Kiểm tra việc tự gia hạn.',
  'doctor.tls.over': 'Chứng chỉ đã hết hạn: điện thoại sẽ không mở được.',
  'doctor.tls.untrusted': 'Chứng chỉ không được tin cậy, hoặc không mở được kết nối mã hóa.',
  'doctor.tls.plain':
    'ROTA_URL là http: mật khẩu và số điện thoại đi không mã hóa. Hãy đặt proxy có https phía trước.',
  'doctor.mail.fine': 'Máy chủ thư {server} nhận đăng nhập.',
  'doctor.mail.silent':
    'Không dùng được máy chủ thư {server}: không kết nối, không mã hóa, hoặc sai tài khoản. Kiểm tra ROTA_SMTP.',
  'doctor.mail.none': 'Chưa đặt máy chủ thư (ROTA_SMTP): thông báo chỉ hiện trong ứng dụng.',
  'doctor.seal.fine':
    'Con dấu số của {name} mở được, dùng cho đơn vị {units}; chứng thư hạn đến {until} (còn {days} ngày).',
  'doctor.seal.ends':
    'Chứng thư con dấu số của {name} hết hạn {until} (còn {days} ngày). Hãy xin cấp chứng thư mới và thay tệp ở ROTA_SEAL_FILE.',
  'doctor.seal.over':
    'Chứng thư con dấu số của {name} đã hết hạn {until}: không đóng dấu được nữa. Hãy thay tệp ở ROTA_SEAL_FILE.',
  'doctor.seal.early':
    'Chứng thư con dấu số của {name} đến {from} mới có hiệu lực. Kiểm tra đồng hồ máy, hoặc đợi.',
  'doctor.directory.fine': 'Danh bạ {url} trả lời, được tin cậy, nhận tài khoản tra cứu.',
  'doctor.directory.no-roles':
    'ROTA_LDAP_MAP không gắn nhóm nào với vai trò: chưa ai đăng nhập được bằng danh bạ.',
  'doctor.directory.connect':
    'Danh bạ {url} không trả lời. Kiểm tra ROTA_LDAP, tường lửa, và máy chủ danh bạ có chạy.',
  'doctor.directory.tls':
    'Chứng chỉ của {url} không được tin cậy hoặc không mang tên này. Đặt ROTA_LDAP_CA là tệp chứng chỉ của cơ quan cấp.',
  'doctor.directory.account':
    '{url} từ chối tài khoản tra cứu. Kiểm tra ROTA_LDAP_USER (tên đầy đủ, như cn=…,dc=…) và ROTA_LDAP_SECRET.',
  'doctor.directory.base':
    '{url} không có nơi tìm đã đặt. Kiểm tra ROTA_LDAP_BASE và quyền đọc của tài khoản tra cứu.',
  'doctor.directory.other':
    '{url} trả lời nhưng từ chối yêu cầu. Kiểm tra ROTA_LDAP_TLS, bộ lọc, và nhật ký máy chủ danh bạ.',
  'doctor.sum': 'Sai: {fault}. Nên xem: {heed}. Tốt: {fine}.',
} as const;
