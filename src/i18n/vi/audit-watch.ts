/** Vietnamese sentences: what the audit trail says of systems, incidents and alerts. */

export const auditWatchVi = {
  'audit.system.save': 'Lưu hệ thống',
  'audit.system.remove': 'Bỏ phần đã ghi về hệ thống',
  'audit.system.certificates': 'Chọn kỹ năng là chứng chỉ',
  'audit.incident.open': 'Mở sự cố',
  'audit.incident.judge': 'Đánh giá lại sự cố',
  'audit.incident.close': 'Đóng sự cố',
  'audit.incident.report': 'Lưu báo cáo sự cố',
  'audit.incident.report-sent': 'Ghi báo cáo sự cố đã gửi',
  'audit.incident.rules': 'Đổi mẫu và hạn báo cáo sự cố',
  'audit.alert.take': 'Nhận cảnh báo',
  'audit.alert.settings': 'Đổi cách báo cảnh báo',
} as const;
