PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL
  ) STRICT;
INSERT INTO migration VALUES(1,'initial');
INSERT INTO migration VALUES(2,'access');
INSERT INTO migration VALUES(3,'draft-steps');
INSERT INTO migration VALUES(4,'machines');
INSERT INTO migration VALUES(5,'staff-life');
INSERT INTO migration VALUES(6,'documents');
INSERT INTO migration VALUES(7,'swaps');
INSERT INTO migration VALUES(8,'identities');
INSERT INTO migration VALUES(9,'upkeep');
INSERT INTO migration VALUES(10,'kept-runs');
CREATE TABLE unit (
    id          TEXT NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    parent_name TEXT,
    place       TEXT,
    zone        TEXT NOT NULL,
    call_note   TEXT
  ) STRICT;
INSERT INTO unit VALUES('cong-thong-tin-ha-lam','Trung tâm Công nghệ thông tin Hạ Lâm','Ủy ban nhân dân tỉnh Hạ Lâm','Hạ Lâm','Asia/Ho_Chi_Minh','HỎA TỐC: hệ thống bị tấn công. Mọi dấu hiệu lạ báo ngay người ứng cứu tại chỗ, rồi chỉ huy. Không tự tắt máy chủ, giữ nguyên nhật ký.');
INSERT INTO unit VALUES('van-phong-tan-khe','Văn phòng Ủy ban nhân dân xã Tân Khê','Ủy ban nhân dân tỉnh Lam Giang','Tân Khê','Asia/Ho_Chi_Minh','Sự cố ngoài khả năng: gọi Trung tâm Công nghệ số của tỉnh.');
CREATE TABLE staff_member (
    unit_id       TEXT NOT NULL REFERENCES unit (id),
    id            TEXT NOT NULL,
    name          TEXT NOT NULL,
    title         TEXT NOT NULL,
    department    TEXT NOT NULL,
    phone         TEXT NOT NULL,
    email         TEXT NOT NULL,
    skills        TEXT NOT NULL,
    home_province TEXT NOT NULL,
    newcomer      INTEGER NOT NULL CHECK (newcomer IN (0, 1)),
    limits        TEXT NOT NULL,
    share         REAL NOT NULL CHECK (share > 0 AND share <= 1), left_at INTEGER,
    PRIMARY KEY (unit_id, id)
  ) STRICT;
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','ngo-yen-huyen','Ngô Yến Huyền','Giám đốc','','0900 000 051','','["lãnh đạo"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','dang-kim-phuong','Đặng Kim Phương','Phó Giám đốc','','0900 000 052','','["lãnh đạo"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','ta-mai-hien','Tạ Mai Hiền','Kỹ sư','','0900 000 053','','["giám sát"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','mai-tien-huy','Mai Tiến Huy','Kỹ sư','','0900 000 054','','["giám sát"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','ly-thi-linh','Lý Thị Linh','Kỹ sư','','0900 000 055','','["giám sát"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','nguyen-hoang-duy','Nguyễn Hoàng Duy','Kỹ sư','','0900 000 056','','["giám sát"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','nguyen-viet-loc','Nguyễn Việt Lộc','Kỹ sư an toàn','','0900 000 057','','["ứng cứu","giám sát"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','le-quoc-kien','Lê Quốc Kiên','Quản trị hệ thống','','0900 000 058','','["ứng cứu"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('cong-thong-tin-ha-lam','le-thanh-tuyet','Lê Thanh Tuyết','Quản trị hệ thống','','0900 000 059','','["ứng cứu"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','cao-ba-vu','Cao Bá Vũ','Phó Chủ tịch','','0900 000 091','','["lãnh đạo"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','nguyen-hoang-khanh','Nguyễn Hoàng Khánh','Chánh Văn phòng','','0900 000 092','','["lãnh đạo","kỹ thuật"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','tran-minh-nam','Trần Minh Nam','Công chức','','0900 000 093','','["kỹ thuật"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','le-trong-thinh','Lê Trọng Thịnh','Công chức','','0900 000 094','','["kỹ thuật"]','',0,'{}',1.0,NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','le-thi-lan','Lê Thị Lan','Hợp đồng','','0900 000 095','','["kỹ thuật"]','',0,'{"shifts":3}',1.0,NULL);
CREATE TABLE period (
    unit_id   TEXT NOT NULL REFERENCES unit (id),
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    parts     TEXT,
    holidays  TEXT NOT NULL,
    submit_by INTEGER, wishes_until INTEGER,
    PRIMARY KEY (unit_id, id)
  ) STRICT;
INSERT INTO period VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','Trực hỏa tốc 72 giờ',1804838400000,1805097600000,NULL,'[]',NULL,NULL);
INSERT INTO period VALUES('van-phong-tan-khe','tet-2027-tan-khe','Tết Đinh Mùi 2027',1801695600000,1802300400000,NULL,'["2027-tet"]',NULL,NULL);
CREATE TABLE rule_set (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    profile   TEXT NOT NULL,
    rules     TEXT NOT NULL,
    points    TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO rule_set VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','duty-24-24','[{"id":"cover-minimum","constraint":"cover-minimum","strength":{"kind":"soft","weight":1},"params":{}},{"id":"cover-target","constraint":"cover-target","strength":{"kind":"soft","weight":500},"params":{}},{"id":"cover-most","constraint":"cover-most","strength":{"kind":"hard"},"params":{}},{"id":"qualified","constraint":"qualified","strength":{"kind":"hard"},"params":{}},{"id":"available","constraint":"available","strength":{"kind":"hard"},"params":{}},{"id":"no-overlap","constraint":"no-overlap","strength":{"kind":"hard"},"params":{}},{"id":"minimum-rest","constraint":"minimum-rest","strength":{"kind":"hard"},"params":{"restHours":12,"standbyRestHours":8,"asLongAsDuty":true,"leadersContinue":true}},{"id":"most-hours","constraint":"most-hours","strength":{"kind":"hard"},"params":{"scope":{"presence":"on-site"}}},{"id":"most-shifts","constraint":"most-shifts","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"most-nights","constraint":"most-nights","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"most-nights-week","constraint":"most-nights","strength":{"kind":"soft","weight":50},"params":{"most":3,"windowDays":7,"scope":{}}},{"id":"most-consecutive-days","constraint":"most-consecutive-days","strength":{"kind":"hard"},"params":{"mostDays":6,"scope":{}}},{"id":"newcomer-accompanied","constraint":"newcomer-accompanied","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"load-balance","constraint":"load-balance","strength":{"kind":"soft","weight":1},"params":{"years":4,"carryPercent":100}},{"id":"named-day-fairness","constraint":"named-day-fairness","strength":{"kind":"soft","weight":60},"params":{"days":["new-year-eve","giao-thua","mung-1","mung-2","mung-3"],"years":4}},{"id":"wishes","constraint":"wishes","strength":{"kind":"soft","weight":10},"params":{}},{"id":"spacing","constraint":"spacing","strength":{"kind":"soft","weight":1},"params":{"hours":48,"scope":{"tiers":["watch","response","premises"]}}},{"id":"leader-continuity","constraint":"leader-continuity","strength":{"kind":"soft","weight":50},"params":{"blockDays":1}}]','{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}');
INSERT INTO rule_set VALUES('van-phong-tan-khe','tet-2027-tan-khe','duty-24-24','[]','{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}');
CREATE TABLE period_staff (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id, staff_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ngo-yen-huyen',0);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','dang-kim-phuong',1);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ta-mai-hien',2);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','mai-tien-huy',3);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ly-thi-linh',4);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','nguyen-hoang-duy',5);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','nguyen-viet-loc',6);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','le-quoc-kien',7);
INSERT INTO period_staff VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','le-thanh-tuyet',8);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027-tan-khe','cao-ba-vu',0);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027-tan-khe','nguyen-hoang-khanh',1);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027-tan-khe','tran-minh-nam',2);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027-tan-khe','le-trong-thinh',3);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027-tan-khe','le-thi-lan',4);
CREATE TABLE post (
    unit_id       TEXT NOT NULL,
    period_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    position      INTEGER NOT NULL,
    name          TEXT NOT NULL,
    short_name    TEXT NOT NULL,
    tier          TEXT NOT NULL,
    presence      TEXT NOT NULL,
    skills        TEXT NOT NULL,
    cover_minimum INTEGER NOT NULL,
    cover_target  INTEGER NOT NULL,
    systems       TEXT NOT NULL,
    contacts      TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO post VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','chi-huy',0,'Chỉ huy ứng cứu','Chỉ huy ứng cứu','leader','standby','["lãnh đạo"]',1,1,'[]','[{"name":"Cơ quan điều phối ứng cứu sự cố quốc gia","note":"số và thư ghi trong danh bạ, gọi kiểm tra trước"}]');
INSERT INTO post VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','giam-sat',1,'Giám sát liên tục','Giám sát liên tục','watch','on-site','["giám sát"]',1,1,'["Cổng thông tin điện tử tỉnh","Cổng dịch vụ công","Tường lửa và nhật ký truy cập"]','[]');
INSERT INTO post VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ung-cuu',2,'Ứng cứu tại chỗ','Ứng cứu tại chỗ','response','on-site','["ứng cứu"]',1,1,'["Máy chủ bị tấn công","Hệ thống sao lưu"]','[]');
INSERT INTO post VALUES('van-phong-tan-khe','tet-2027-tan-khe','lanh-dao',0,'Trực lãnh đạo','Trực lãnh đạo','leader','standby','["lãnh đạo"]',1,1,'[]','[]');
INSERT INTO post VALUES('van-phong-tan-khe','tet-2027-tan-khe','may-chu',1,'Trực máy chủ và cổng dịch vụ công','Máy chủ','watch','on-site','["kỹ thuật"]',1,1,'["Cổng dịch vụ công","Hệ thống một cửa"]','[]');
CREATE TABLE shift_pattern (
    unit_id          TEXT NOT NULL,
    period_id        TEXT NOT NULL,
    post_id          TEXT NOT NULL,
    id               TEXT NOT NULL,
    position         INTEGER NOT NULL,
    label            TEXT NOT NULL,
    rrule            TEXT NOT NULL,
    start_time       TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL CHECK (duration_minutes > 0),
    cover_minimum    INTEGER,
    cover_target     INTEGER, days TEXT,
    PRIMARY KEY (unit_id, period_id, post_id, id),
    FOREIGN KEY (unit_id, period_id, post_id) REFERENCES post (unit_id, period_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','chi-huy','ca-ngay',0,'Cả ngày','FREQ=DAILY','15:00',1440,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','giam-sat','sang',0,'Sáng','FREQ=DAILY','07:00',480,1,2,NULL);
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','giam-sat','chieu',1,'Chiều','FREQ=DAILY','15:00',480,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','giam-sat','dem',2,'Đêm','FREQ=DAILY','23:00',480,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ung-cuu','ngay',0,'Ngày','FREQ=DAILY','03:00',720,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ung-cuu','dem',1,'Đêm','FREQ=DAILY','15:00',720,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027-tan-khe','lanh-dao','ca-ngay',0,'Cả ngày','FREQ=DAILY','07:00',1440,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027-tan-khe','may-chu','sang',0,'Sáng','FREQ=DAILY','06:00',480,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027-tan-khe','may-chu','chieu',1,'Chiều','FREQ=DAILY','14:00',480,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027-tan-khe','may-chu','dem',2,'Đêm','FREQ=DAILY','22:00',480,NULL,NULL,NULL);
CREATE TABLE availability (
    unit_id    TEXT NOT NULL,
    period_id  TEXT NOT NULL,
    position   INTEGER NOT NULL,
    staff_id   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL CHECK (to_day > from_day),
    start_time TEXT,
    end_time   TEXT,
    rrule      TEXT,
    post_id    TEXT,
    weight     INTEGER NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, position),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE,
    FOREIGN KEY (unit_id, period_id, post_id) REFERENCES post (unit_id, period_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO availability VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',0,'mai-tien-huy','leave','2027-03-13','2027-03-14',NULL,NULL,NULL,NULL,5,'con ốm');
INSERT INTO availability VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',1,'le-thanh-tuyet','wish-against','2027-03-14','2027-03-15','08:00','12:00',NULL,NULL,5,'có giỗ');
INSERT INTO availability VALUES('van-phong-tan-khe','tet-2027-tan-khe',0,'le-trong-thinh','leave','2027-02-06','2027-02-09',NULL,NULL,NULL,NULL,5,'về quê');
CREATE TABLE pin (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    shift_id  TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id, shift_id, staff_id),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE
  ) STRICT;
CREATE TABLE past_duty (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    position  INTEGER NOT NULL,
    staff_id  TEXT NOT NULL,
    day       TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    night     INTEGER NOT NULL CHECK (night IN (0, 1)),
    PRIMARY KEY (unit_id, period_id, position),
    FOREIGN KEY (unit_id, period_id, staff_id) REFERENCES period_staff (unit_id, period_id, staff_id)
      ON DELETE CASCADE
  ) STRICT;
INSERT INTO past_duty VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',0,'ta-mai-hien','2027-03-12',1804809600000,1804838400000,0);
INSERT INTO past_duty VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',1,'nguyen-viet-loc','2027-03-12',1804795200000,1804838400000,0);
CREATE TABLE ledger_entry (
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    year     INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    source   TEXT NOT NULL,
    amount   INTEGER NOT NULL,
    PRIMARY KEY (unit_id, staff_id, year, kind, source),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','nguyen-hoang-duy',2027,'points','hoa-toc-2027-03-12',8);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','ta-mai-hien',2027,'points','hoa-toc-2027-03-12',8);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','mai-tien-huy',2027,'points','hoa-toc-2027-03-12',4);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','ngo-yen-huyen',2027,'points','hoa-toc-2027-03-12',7);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','le-quoc-kien',2027,'points','hoa-toc-2027-03-12',10);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','ly-thi-linh',2027,'points','hoa-toc-2027-03-12',9);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','nguyen-viet-loc',2027,'points','hoa-toc-2027-03-12',10);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','dang-kim-phuong',2027,'points','hoa-toc-2027-03-12',4);
INSERT INTO ledger_entry VALUES('cong-thong-tin-ha-lam','le-thanh-tuyet',2027,'points','hoa-toc-2027-03-12',14);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2026,'points','',14);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2026,'giao-thua','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2026,'points','',12);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2026,'mung-1','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2026,'points','',16);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2026,'giao-thua','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2026,'points','',15);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2026,'mung-1','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2026,'points','',10);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'points','tet-2027-tan-khe',29);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'giao-thua','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'mung-1','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'mung-2','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'mung-4','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'mung-5','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'points','tet-2027-tan-khe',27);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'tat-nien','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'mung-1','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'mung-3','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'mung-4','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2027,'mung-5','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'points','tet-2027-tan-khe',28);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'giao-thua','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'mung-2','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'mung-3','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'mung-4','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2027,'mung-5','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2027,'points','tet-2027-tan-khe',26);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2027,'mung-1','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2027,'mung-2','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2027,'mung-3','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2027,'mung-4','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'points','tet-2027-tan-khe',26);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'tat-nien','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'mung-1','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'mung-2','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'mung-3','tet-2027-tan-khe',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2027,'mung-5','tet-2027-tan-khe',1);
CREATE TABLE draft (
    unit_id     TEXT NOT NULL,
    period_id   TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    assignments TEXT NOT NULL,
    certificate TEXT,
    updated_at  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO draft VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',1,'[{"shiftId":"chi-huy/ca-ngay/2027-03-12","place":0,"staffId":"ngo-yen-huyen"},{"shiftId":"giam-sat/chieu/2027-03-12","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-12","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-12","place":0,"staffId":"ly-thi-linh"},{"shiftId":"ung-cuu/ngay/2027-03-13","place":0,"staffId":"le-quoc-kien"},{"shiftId":"giam-sat/sang/2027-03-13","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-13","place":1,"staffId":"nguyen-viet-loc"},{"shiftId":"chi-huy/ca-ngay/2027-03-13","place":0,"staffId":"dang-kim-phuong"},{"shiftId":"giam-sat/chieu/2027-03-13","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-13","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-13","place":0,"staffId":"ly-thi-linh"},{"shiftId":"ung-cuu/ngay/2027-03-14","place":0,"staffId":"le-quoc-kien"},{"shiftId":"giam-sat/sang/2027-03-14","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-14","place":1,"staffId":"nguyen-viet-loc"},{"shiftId":"chi-huy/ca-ngay/2027-03-14","place":0,"staffId":"ngo-yen-huyen"},{"shiftId":"giam-sat/chieu/2027-03-14","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-14","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-14","place":0,"staffId":"mai-tien-huy"},{"shiftId":"ung-cuu/ngay/2027-03-15","place":0,"staffId":"nguyen-viet-loc"},{"shiftId":"giam-sat/sang/2027-03-15","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-15","place":1,"staffId":"ly-thi-linh"}]',NULL,1800406800000);
INSERT INTO draft VALUES('van-phong-tan-khe','tet-2027-tan-khe',2,'[{"shiftId":"lanh-dao/ca-ngay/2027-02-04","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-04","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-04","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-05","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-05","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-05","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-05","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/sang/2027-02-06","place":0,"staffId":"le-trong-thinh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-06","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/chieu/2027-02-06","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/dem/2027-02-06","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/sang/2027-02-07","place":0,"staffId":"tran-minh-nam"},{"shiftId":"lanh-dao/ca-ngay/2027-02-07","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/chieu/2027-02-07","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/dem/2027-02-07","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/sang/2027-02-08","place":0,"staffId":"le-thi-lan"},{"shiftId":"lanh-dao/ca-ngay/2027-02-08","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/chieu/2027-02-08","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/dem/2027-02-08","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/sang/2027-02-09","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-09","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-09","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-09","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-10","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-10","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-10","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-10","place":0,"staffId":"tran-minh-nam"}]',NULL,1800410400000);
CREATE TABLE version (
    unit_id         TEXT NOT NULL,
    period_id       TEXT NOT NULL,
    number          INTEGER NOT NULL,
    published_at    INTEGER NOT NULL,
    note            TEXT NOT NULL,
    override_reason TEXT,
    withdrawn       INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    certificate     TEXT,
    snapshot        TEXT NOT NULL, rewrites INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (unit_id, period_id, number),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
  ) STRICT;
INSERT INTO version VALUES('cong-thong-tin-ha-lam','hoa-toc-2027-03-12',1,1800406800000,'',NULL,0,1804838400000,1805097600000,NULL,'{"format":1,"plan":{"unit":{"id":"cong-thong-tin-ha-lam","name":"Trung tâm Công nghệ thông tin Hạ Lâm","zone":"Asia/Ho_Chi_Minh","parentName":"Ủy ban nhân dân tỉnh Hạ Lâm","place":"Hạ Lâm","callNote":"HỎA TỐC: hệ thống bị tấn công. Mọi dấu hiệu lạ báo ngay người ứng cứu tại chỗ, rồi chỉ huy. Không tự tắt máy chủ, giữ nguyên nhật ký."},"period":{"id":"hoa-toc-2027-03-12","name":"Trực hỏa tốc 72 giờ","span":{"start":1804838400000,"end":1805097600000},"holidays":[]},"posts":[{"id":"chi-huy","name":"Chỉ huy ứng cứu","shortName":"Chỉ huy ứng cứu","tier":"leader","presence":"standby","skills":["lãnh đạo"],"cover":{"minimum":1,"target":1},"systems":[],"contacts":[{"name":"Cơ quan điều phối ứng cứu sự cố quốc gia","note":"số và thư ghi trong danh bạ, gọi kiểm tra trước"}],"patterns":[{"id":"ca-ngay","label":"Cả ngày","rrule":"FREQ=DAILY","start":"15:00","durationMinutes":1440}]},{"id":"giam-sat","name":"Giám sát liên tục","shortName":"Giám sát liên tục","tier":"watch","presence":"on-site","skills":["giám sát"],"cover":{"minimum":1,"target":1},"systems":["Cổng thông tin điện tử tỉnh","Cổng dịch vụ công","Tường lửa và nhật ký truy cập"],"contacts":[],"patterns":[{"id":"sang","label":"Sáng","rrule":"FREQ=DAILY","start":"07:00","durationMinutes":480,"cover":{"minimum":1,"target":2}},{"id":"chieu","label":"Chiều","rrule":"FREQ=DAILY","start":"15:00","durationMinutes":480},{"id":"dem","label":"Đêm","rrule":"FREQ=DAILY","start":"23:00","durationMinutes":480}]},{"id":"ung-cuu","name":"Ứng cứu tại chỗ","shortName":"Ứng cứu tại chỗ","tier":"response","presence":"on-site","skills":["ứng cứu"],"cover":{"minimum":1,"target":1},"systems":["Máy chủ bị tấn công","Hệ thống sao lưu"],"contacts":[],"patterns":[{"id":"ngay","label":"Ngày","rrule":"FREQ=DAILY","start":"03:00","durationMinutes":720},{"id":"dem","label":"Đêm","rrule":"FREQ=DAILY","start":"15:00","durationMinutes":720}]}],"ruleSet":{"profile":"duty-24-24","rules":[{"id":"cover-minimum","constraint":"cover-minimum","strength":{"kind":"soft","weight":1},"params":{}},{"id":"cover-target","constraint":"cover-target","strength":{"kind":"soft","weight":500},"params":{}},{"id":"cover-most","constraint":"cover-most","strength":{"kind":"hard"},"params":{}},{"id":"qualified","constraint":"qualified","strength":{"kind":"hard"},"params":{}},{"id":"available","constraint":"available","strength":{"kind":"hard"},"params":{}},{"id":"no-overlap","constraint":"no-overlap","strength":{"kind":"hard"},"params":{}},{"id":"minimum-rest","constraint":"minimum-rest","strength":{"kind":"hard"},"params":{"restHours":12,"standbyRestHours":8,"asLongAsDuty":true,"leadersContinue":true}},{"id":"most-hours","constraint":"most-hours","strength":{"kind":"hard"},"params":{"scope":{"presence":"on-site"}}},{"id":"most-shifts","constraint":"most-shifts","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"most-nights","constraint":"most-nights","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"most-nights-week","constraint":"most-nights","strength":{"kind":"soft","weight":50},"params":{"most":3,"windowDays":7,"scope":{}}},{"id":"most-consecutive-days","constraint":"most-consecutive-days","strength":{"kind":"hard"},"params":{"mostDays":6,"scope":{}}},{"id":"newcomer-accompanied","constraint":"newcomer-accompanied","strength":{"kind":"hard"},"params":{"scope":{}}},{"id":"load-balance","constraint":"load-balance","strength":{"kind":"soft","weight":1},"params":{"years":4,"carryPercent":100}},{"id":"named-day-fairness","constraint":"named-day-fairness","strength":{"kind":"soft","weight":60},"params":{"days":["new-year-eve","giao-thua","mung-1","mung-2","mung-3"],"years":4}},{"id":"wishes","constraint":"wishes","strength":{"kind":"soft","weight":10},"params":{}},{"id":"spacing","constraint":"spacing","strength":{"kind":"soft","weight":1},"params":{"hours":48,"scope":{"tiers":["watch","response","premises"]}}},{"id":"leader-continuity","constraint":"leader-continuity","strength":{"kind":"soft","weight":50},"params":{"blockDays":1}}],"points":{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}},"ledger":[],"past":[{"staffId":"ta-mai-hien","day":"2027-03-12","span":{"start":1804809600000,"end":1804838400000},"night":false},{"staffId":"nguyen-viet-loc","day":"2027-03-12","span":{"start":1804795200000,"end":1804838400000},"night":false}],"staff":[{"id":"nguyen-hoang-duy","name":"Nguyễn Hoàng Duy","title":"Kỹ sư","department":"","phone":"0900 000 056","email":"","skills":["giám sát"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"ta-mai-hien","name":"Tạ Mai Hiền","title":"Kỹ sư","department":"","phone":"0900 000 053","email":"","skills":["giám sát"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"mai-tien-huy","name":"Mai Tiến Huy","title":"Kỹ sư","department":"","phone":"0900 000 054","email":"","skills":["giám sát"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"ngo-yen-huyen","name":"Ngô Yến Huyền","title":"Giám đốc","department":"","phone":"0900 000 051","email":"","skills":["lãnh đạo"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-quoc-kien","name":"Lê Quốc Kiên","title":"Quản trị hệ thống","department":"","phone":"0900 000 058","email":"","skills":["ứng cứu"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"ly-thi-linh","name":"Lý Thị Linh","title":"Kỹ sư","department":"","phone":"0900 000 055","email":"","skills":["giám sát"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"nguyen-viet-loc","name":"Nguyễn Việt Lộc","title":"Kỹ sư an toàn","department":"","phone":"0900 000 057","email":"","skills":["ứng cứu","giám sát"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"dang-kim-phuong","name":"Đặng Kim Phương","title":"Phó Giám đốc","department":"","phone":"0900 000 052","email":"","skills":["lãnh đạo"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-thanh-tuyet","name":"Lê Thanh Tuyết","title":"Quản trị hệ thống","department":"","phone":"0900 000 059","email":"","skills":["ứng cứu"],"homeProvince":"","newcomer":false,"limits":{},"share":1}],"days":["2027-03-12","2027-03-13","2027-03-14","2027-03-15"],"shifts":[{"id":"chi-huy/ca-ngay/2027-03-12","postId":"chi-huy","patternId":"ca-ngay","label":"Cả ngày","day":"2027-03-12","span":{"start":1804838400000,"end":1804924800000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"giam-sat/chieu/2027-03-12","postId":"giam-sat","patternId":"chieu","label":"Chiều","day":"2027-03-12","span":{"start":1804838400000,"end":1804867200000},"minutes":480,"nightMinutes":60,"night":false,"cover":{"minimum":1,"target":1},"points":2},{"id":"ung-cuu/dem/2027-03-12","postId":"ung-cuu","patternId":"dem","label":"Đêm","day":"2027-03-12","span":{"start":1804838400000,"end":1804881600000},"minutes":720,"nightMinutes":300,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"giam-sat/dem/2027-03-12","postId":"giam-sat","patternId":"dem","label":"Đêm","day":"2027-03-12","span":{"start":1804867200000,"end":1804896000000},"minutes":480,"nightMinutes":420,"night":true,"cover":{"minimum":1,"target":1},"points":3},{"id":"ung-cuu/ngay/2027-03-13","postId":"ung-cuu","patternId":"ngay","label":"Ngày","day":"2027-03-13","span":{"start":1804881600000,"end":1804924800000},"minutes":720,"nightMinutes":180,"night":false,"cover":{"minimum":1,"target":1},"points":5},{"id":"giam-sat/sang/2027-03-13","postId":"giam-sat","patternId":"sang","label":"Sáng","day":"2027-03-13","span":{"start":1804896000000,"end":1804924800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":2},"points":3},{"id":"chi-huy/ca-ngay/2027-03-13","postId":"chi-huy","patternId":"ca-ngay","label":"Cả ngày","day":"2027-03-13","span":{"start":1804924800000,"end":1805011200000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"giam-sat/chieu/2027-03-13","postId":"giam-sat","patternId":"chieu","label":"Chiều","day":"2027-03-13","span":{"start":1804924800000,"end":1804953600000},"minutes":480,"nightMinutes":60,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"ung-cuu/dem/2027-03-13","postId":"ung-cuu","patternId":"dem","label":"Đêm","day":"2027-03-13","span":{"start":1804924800000,"end":1804968000000},"minutes":720,"nightMinutes":300,"night":false,"cover":{"minimum":1,"target":1},"points":5},{"id":"giam-sat/dem/2027-03-13","postId":"giam-sat","patternId":"dem","label":"Đêm","day":"2027-03-13","span":{"start":1804953600000,"end":1804982400000},"minutes":480,"nightMinutes":420,"night":true,"cover":{"minimum":1,"target":1},"points":4},{"id":"ung-cuu/ngay/2027-03-14","postId":"ung-cuu","patternId":"ngay","label":"Ngày","day":"2027-03-14","span":{"start":1804968000000,"end":1805011200000},"minutes":720,"nightMinutes":180,"night":false,"cover":{"minimum":1,"target":1},"points":5},{"id":"giam-sat/sang/2027-03-14","postId":"giam-sat","patternId":"sang","label":"Sáng","day":"2027-03-14","span":{"start":1804982400000,"end":1805011200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":2},"points":3},{"id":"chi-huy/ca-ngay/2027-03-14","postId":"chi-huy","patternId":"ca-ngay","label":"Cả ngày","day":"2027-03-14","span":{"start":1805011200000,"end":1805097600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"giam-sat/chieu/2027-03-14","postId":"giam-sat","patternId":"chieu","label":"Chiều","day":"2027-03-14","span":{"start":1805011200000,"end":1805040000000},"minutes":480,"nightMinutes":60,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"ung-cuu/dem/2027-03-14","postId":"ung-cuu","patternId":"dem","label":"Đêm","day":"2027-03-14","span":{"start":1805011200000,"end":1805054400000},"minutes":720,"nightMinutes":300,"night":false,"cover":{"minimum":1,"target":1},"points":5},{"id":"giam-sat/dem/2027-03-14","postId":"giam-sat","patternId":"dem","label":"Đêm","day":"2027-03-14","span":{"start":1805040000000,"end":1805068800000},"minutes":480,"nightMinutes":420,"night":true,"cover":{"minimum":1,"target":1},"points":4},{"id":"ung-cuu/ngay/2027-03-15","postId":"ung-cuu","patternId":"ngay","label":"Ngày","day":"2027-03-15","span":{"start":1805054400000,"end":1805097600000},"minutes":720,"nightMinutes":180,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"giam-sat/sang/2027-03-15","postId":"giam-sat","patternId":"sang","label":"Sáng","day":"2027-03-15","span":{"start":1805068800000,"end":1805097600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":2},"points":2}],"breaks":[],"leave":[{"staffId":"mai-tien-huy","span":{"start":1804870800000,"end":1804957200000},"note":"con ốm"}],"wishes":[{"staffId":"le-thanh-tuyet","direction":"against","span":{"start":1804986000000,"end":1805000400000},"weight":5}],"pins":[]},"assignments":[{"shiftId":"chi-huy/ca-ngay/2027-03-12","place":0,"staffId":"ngo-yen-huyen"},{"shiftId":"giam-sat/chieu/2027-03-12","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-12","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-12","place":0,"staffId":"ly-thi-linh"},{"shiftId":"ung-cuu/ngay/2027-03-13","place":0,"staffId":"le-quoc-kien"},{"shiftId":"giam-sat/sang/2027-03-13","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-13","place":1,"staffId":"nguyen-viet-loc"},{"shiftId":"chi-huy/ca-ngay/2027-03-13","place":0,"staffId":"dang-kim-phuong"},{"shiftId":"giam-sat/chieu/2027-03-13","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-13","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-13","place":0,"staffId":"ly-thi-linh"},{"shiftId":"ung-cuu/ngay/2027-03-14","place":0,"staffId":"le-quoc-kien"},{"shiftId":"giam-sat/sang/2027-03-14","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-14","place":1,"staffId":"nguyen-viet-loc"},{"shiftId":"chi-huy/ca-ngay/2027-03-14","place":0,"staffId":"ngo-yen-huyen"},{"shiftId":"giam-sat/chieu/2027-03-14","place":0,"staffId":"nguyen-hoang-duy"},{"shiftId":"ung-cuu/dem/2027-03-14","place":0,"staffId":"le-thanh-tuyet"},{"shiftId":"giam-sat/dem/2027-03-14","place":0,"staffId":"mai-tien-huy"},{"shiftId":"ung-cuu/ngay/2027-03-15","place":0,"staffId":"nguyen-viet-loc"},{"shiftId":"giam-sat/sang/2027-03-15","place":0,"staffId":"ta-mai-hien"},{"shiftId":"giam-sat/sang/2027-03-15","place":1,"staffId":"ly-thi-linh"}]}',0);
INSERT INTO version VALUES('van-phong-tan-khe','tet-2027-tan-khe',1,1800406800000,'',NULL,0,1801695600000,1802304000000,NULL,'{"format":1,"plan":{"unit":{"id":"van-phong-tan-khe","name":"Văn phòng Ủy ban nhân dân xã Tân Khê","zone":"Asia/Ho_Chi_Minh","parentName":"Ủy ban nhân dân tỉnh Lam Giang","place":"Tân Khê","callNote":"Sự cố ngoài khả năng: gọi Trung tâm Công nghệ số của tỉnh."},"period":{"id":"tet-2027-tan-khe","name":"Tết Đinh Mùi 2027","span":{"start":1801695600000,"end":1802300400000},"holidays":["2027-tet"]},"posts":[{"id":"lanh-dao","name":"Trực lãnh đạo","shortName":"Trực lãnh đạo","tier":"leader","presence":"standby","skills":["lãnh đạo"],"cover":{"minimum":1,"target":1},"systems":[],"contacts":[],"patterns":[{"id":"ca-ngay","label":"Cả ngày","rrule":"FREQ=DAILY","start":"07:00","durationMinutes":1440}]},{"id":"may-chu","name":"Trực máy chủ và cổng dịch vụ công","shortName":"Máy chủ","tier":"watch","presence":"on-site","skills":["kỹ thuật"],"cover":{"minimum":1,"target":1},"systems":["Cổng dịch vụ công","Hệ thống một cửa"],"contacts":[],"patterns":[{"id":"sang","label":"Sáng","rrule":"FREQ=DAILY","start":"06:00","durationMinutes":480},{"id":"chieu","label":"Chiều","rrule":"FREQ=DAILY","start":"14:00","durationMinutes":480},{"id":"dem","label":"Đêm","rrule":"FREQ=DAILY","start":"22:00","durationMinutes":480}]}],"ruleSet":{"profile":"duty-24-24","rules":[],"points":{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}},"ledger":[{"staffId":"cao-ba-vu","year":2026,"kind":"giao-thua","amount":1},{"staffId":"cao-ba-vu","year":2026,"kind":"points","amount":14},{"staffId":"le-thi-lan","year":2026,"kind":"points","amount":10},{"staffId":"le-trong-thinh","year":2026,"kind":"mung-1","amount":1},{"staffId":"le-trong-thinh","year":2026,"kind":"points","amount":15},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"mung-1","amount":1},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"points","amount":12},{"staffId":"tran-minh-nam","year":2026,"kind":"giao-thua","amount":1},{"staffId":"tran-minh-nam","year":2026,"kind":"points","amount":16}],"past":[],"staff":[{"id":"nguyen-hoang-khanh","name":"Nguyễn Hoàng Khánh","title":"Chánh Văn phòng","department":"","phone":"0900 000 092","email":"","skills":["lãnh đạo","kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-thi-lan","name":"Lê Thị Lan","title":"Hợp đồng","department":"","phone":"0900 000 095","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{"shifts":3},"share":1},{"id":"tran-minh-nam","name":"Trần Minh Nam","title":"Công chức","department":"","phone":"0900 000 093","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-trong-thinh","name":"Lê Trọng Thịnh","title":"Công chức","department":"","phone":"0900 000 094","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"cao-ba-vu","name":"Cao Bá Vũ","title":"Phó Chủ tịch","department":"","phone":"0900 000 091","email":"","skills":["lãnh đạo"],"homeProvince":"","newcomer":false,"limits":{},"share":1}],"days":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08","2027-02-09","2027-02-10"],"shifts":[{"id":"may-chu/sang/2027-02-04","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-04","span":{"start":1801695600000,"end":1801724400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"lanh-dao/ca-ngay/2027-02-04","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-04","span":{"start":1801699200000,"end":1801785600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/chieu/2027-02-04","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-04","span":{"start":1801724400000,"end":1801753200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"may-chu/dem/2027-02-04","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-04","span":{"start":1801753200000,"end":1801782000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/sang/2027-02-05","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-05","span":{"start":1801782000000,"end":1801810800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"lanh-dao/ca-ngay/2027-02-05","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-05","span":{"start":1801785600000,"end":1801872000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":9},{"id":"may-chu/chieu/2027-02-05","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-05","span":{"start":1801810800000,"end":1801839600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"may-chu/dem/2027-02-05","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-05","span":{"start":1801839600000,"end":1801868400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":7},{"id":"may-chu/sang/2027-02-06","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-06","span":{"start":1801868400000,"end":1801897200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"lanh-dao/ca-ngay/2027-02-06","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-06","span":{"start":1801872000000,"end":1801958400000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":9},{"id":"may-chu/chieu/2027-02-06","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-06","span":{"start":1801897200000,"end":1801926000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"may-chu/dem/2027-02-06","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-06","span":{"start":1801926000000,"end":1801954800000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":7},{"id":"may-chu/sang/2027-02-07","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-07","span":{"start":1801954800000,"end":1801983600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"lanh-dao/ca-ngay/2027-02-07","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-07","span":{"start":1801958400000,"end":1802044800000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":8},{"id":"may-chu/chieu/2027-02-07","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-07","span":{"start":1801983600000,"end":1802012400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"may-chu/dem/2027-02-07","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-07","span":{"start":1802012400000,"end":1802041200000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":6},{"id":"may-chu/sang/2027-02-08","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-08","span":{"start":1802041200000,"end":1802070000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"lanh-dao/ca-ngay/2027-02-08","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-08","span":{"start":1802044800000,"end":1802131200000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":6},{"id":"may-chu/chieu/2027-02-08","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-08","span":{"start":1802070000000,"end":1802098800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"may-chu/dem/2027-02-08","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-08","span":{"start":1802098800000,"end":1802127600000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":5},{"id":"may-chu/sang/2027-02-09","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-09","span":{"start":1802127600000,"end":1802156400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"lanh-dao/ca-ngay/2027-02-09","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-09","span":{"start":1802131200000,"end":1802217600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":5},{"id":"may-chu/chieu/2027-02-09","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-09","span":{"start":1802156400000,"end":1802185200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"may-chu/dem/2027-02-09","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-09","span":{"start":1802185200000,"end":1802214000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":4},{"id":"may-chu/sang/2027-02-10","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-10","span":{"start":1802214000000,"end":1802242800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"lanh-dao/ca-ngay/2027-02-10","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-10","span":{"start":1802217600000,"end":1802304000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":5},{"id":"may-chu/chieu/2027-02-10","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-10","span":{"start":1802242800000,"end":1802271600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"may-chu/dem/2027-02-10","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-10","span":{"start":1802271600000,"end":1802300400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":4}],"breaks":[{"from":"2027-02-04","to":"2027-02-11","swaps":[],"key":"2027-tet","year":2027,"kind":"tet","title":"Tết Đinh Mùi","holidays":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08"],"status":"proposal","source":"dantri.com.vn 20260919232245866 (tiêu đề); xaydungchinhsach 22/09/2026 vẫn ghi là đề xuất","note":"Báo đưa là phương án chốt; chưa đối chiếu được văn bản.","alternatives":[{"from":"2027-02-05","to":"2027-02-15","swaps":[{"off":"2027-02-12","worked":null}],"source":"xaydungchinhsach 22/09/2026","note":"Mới là đề xuất."}]}],"leave":[{"staffId":"le-trong-thinh","span":{"start":1801846800000,"end":1802106000000},"note":"về quê"}],"wishes":[],"pins":[]},"assignments":[{"shiftId":"may-chu/sang/2027-02-04","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-04","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-04","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-04","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-05","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-05","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-05","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-05","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/sang/2027-02-06","place":0,"staffId":"le-trong-thinh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-06","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/chieu/2027-02-06","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/dem/2027-02-06","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/sang/2027-02-07","place":0,"staffId":"tran-minh-nam"},{"shiftId":"lanh-dao/ca-ngay/2027-02-07","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/chieu/2027-02-07","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/dem/2027-02-07","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/sang/2027-02-08","place":0,"staffId":"le-thi-lan"},{"shiftId":"lanh-dao/ca-ngay/2027-02-08","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/chieu/2027-02-08","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/dem/2027-02-08","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/sang/2027-02-09","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-09","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-09","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-09","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-10","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-10","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-10","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-10","place":0,"staffId":"tran-minh-nam"}]}',0);
INSERT INTO version VALUES('van-phong-tan-khe','tet-2027-tan-khe',2,1800410400000,'',NULL,0,1801695600000,1802304000000,NULL,'{"format":1,"plan":{"unit":{"id":"van-phong-tan-khe","name":"Văn phòng Ủy ban nhân dân xã Tân Khê","zone":"Asia/Ho_Chi_Minh","parentName":"Ủy ban nhân dân tỉnh Lam Giang","place":"Tân Khê","callNote":"Sự cố ngoài khả năng: gọi Trung tâm Công nghệ số của tỉnh."},"period":{"id":"tet-2027-tan-khe","name":"Tết Đinh Mùi 2027","span":{"start":1801695600000,"end":1802300400000},"holidays":["2027-tet"]},"posts":[{"id":"lanh-dao","name":"Trực lãnh đạo","shortName":"Trực lãnh đạo","tier":"leader","presence":"standby","skills":["lãnh đạo"],"cover":{"minimum":1,"target":1},"systems":[],"contacts":[],"patterns":[{"id":"ca-ngay","label":"Cả ngày","rrule":"FREQ=DAILY","start":"07:00","durationMinutes":1440}]},{"id":"may-chu","name":"Trực máy chủ và cổng dịch vụ công","shortName":"Máy chủ","tier":"watch","presence":"on-site","skills":["kỹ thuật"],"cover":{"minimum":1,"target":1},"systems":["Cổng dịch vụ công","Hệ thống một cửa"],"contacts":[],"patterns":[{"id":"sang","label":"Sáng","rrule":"FREQ=DAILY","start":"06:00","durationMinutes":480},{"id":"chieu","label":"Chiều","rrule":"FREQ=DAILY","start":"14:00","durationMinutes":480},{"id":"dem","label":"Đêm","rrule":"FREQ=DAILY","start":"22:00","durationMinutes":480}]}],"ruleSet":{"profile":"duty-24-24","rules":[],"points":{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}},"ledger":[{"staffId":"cao-ba-vu","year":2026,"kind":"giao-thua","amount":1},{"staffId":"cao-ba-vu","year":2026,"kind":"points","amount":14},{"staffId":"le-thi-lan","year":2026,"kind":"points","amount":10},{"staffId":"le-trong-thinh","year":2026,"kind":"mung-1","amount":1},{"staffId":"le-trong-thinh","year":2026,"kind":"points","amount":15},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"mung-1","amount":1},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"points","amount":12},{"staffId":"tran-minh-nam","year":2026,"kind":"giao-thua","amount":1},{"staffId":"tran-minh-nam","year":2026,"kind":"points","amount":16}],"past":[],"staff":[{"id":"nguyen-hoang-khanh","name":"Nguyễn Hoàng Khánh","title":"Chánh Văn phòng","department":"","phone":"0900 000 092","email":"","skills":["lãnh đạo","kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-thi-lan","name":"Lê Thị Lan","title":"Hợp đồng","department":"","phone":"0900 000 095","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{"shifts":3},"share":1},{"id":"tran-minh-nam","name":"Trần Minh Nam","title":"Công chức","department":"","phone":"0900 000 093","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-trong-thinh","name":"Lê Trọng Thịnh","title":"Công chức","department":"","phone":"0900 000 094","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"cao-ba-vu","name":"Cao Bá Vũ","title":"Phó Chủ tịch","department":"","phone":"0900 000 091","email":"","skills":["lãnh đạo"],"homeProvince":"","newcomer":false,"limits":{},"share":1}],"days":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08","2027-02-09","2027-02-10"],"shifts":[{"id":"may-chu/sang/2027-02-04","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-04","span":{"start":1801695600000,"end":1801724400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"lanh-dao/ca-ngay/2027-02-04","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-04","span":{"start":1801699200000,"end":1801785600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/chieu/2027-02-04","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-04","span":{"start":1801724400000,"end":1801753200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"may-chu/dem/2027-02-04","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-04","span":{"start":1801753200000,"end":1801782000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/sang/2027-02-05","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-05","span":{"start":1801782000000,"end":1801810800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"lanh-dao/ca-ngay/2027-02-05","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-05","span":{"start":1801785600000,"end":1801872000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":9},{"id":"may-chu/chieu/2027-02-05","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-05","span":{"start":1801810800000,"end":1801839600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"may-chu/dem/2027-02-05","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-05","span":{"start":1801839600000,"end":1801868400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":7},{"id":"may-chu/sang/2027-02-06","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-06","span":{"start":1801868400000,"end":1801897200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"lanh-dao/ca-ngay/2027-02-06","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-06","span":{"start":1801872000000,"end":1801958400000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":9},{"id":"may-chu/chieu/2027-02-06","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-06","span":{"start":1801897200000,"end":1801926000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"may-chu/dem/2027-02-06","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-06","span":{"start":1801926000000,"end":1801954800000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":7},{"id":"may-chu/sang/2027-02-07","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-07","span":{"start":1801954800000,"end":1801983600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"lanh-dao/ca-ngay/2027-02-07","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-07","span":{"start":1801958400000,"end":1802044800000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":8},{"id":"may-chu/chieu/2027-02-07","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-07","span":{"start":1801983600000,"end":1802012400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"may-chu/dem/2027-02-07","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-07","span":{"start":1802012400000,"end":1802041200000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":6},{"id":"may-chu/sang/2027-02-08","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-08","span":{"start":1802041200000,"end":1802070000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"lanh-dao/ca-ngay/2027-02-08","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-08","span":{"start":1802044800000,"end":1802131200000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":6},{"id":"may-chu/chieu/2027-02-08","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-08","span":{"start":1802070000000,"end":1802098800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"may-chu/dem/2027-02-08","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-08","span":{"start":1802098800000,"end":1802127600000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":5},{"id":"may-chu/sang/2027-02-09","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-09","span":{"start":1802127600000,"end":1802156400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"lanh-dao/ca-ngay/2027-02-09","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-09","span":{"start":1802131200000,"end":1802217600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":5},{"id":"may-chu/chieu/2027-02-09","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-09","span":{"start":1802156400000,"end":1802185200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"may-chu/dem/2027-02-09","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-09","span":{"start":1802185200000,"end":1802214000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":4},{"id":"may-chu/sang/2027-02-10","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-10","span":{"start":1802214000000,"end":1802242800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"lanh-dao/ca-ngay/2027-02-10","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-10","span":{"start":1802217600000,"end":1802304000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":5},{"id":"may-chu/chieu/2027-02-10","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-10","span":{"start":1802242800000,"end":1802271600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"may-chu/dem/2027-02-10","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-10","span":{"start":1802271600000,"end":1802300400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":4}],"breaks":[{"from":"2027-02-04","to":"2027-02-11","swaps":[],"key":"2027-tet","year":2027,"kind":"tet","title":"Tết Đinh Mùi","holidays":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08"],"status":"proposal","source":"dantri.com.vn 20260919232245866 (tiêu đề); xaydungchinhsach 22/09/2026 vẫn ghi là đề xuất","note":"Báo đưa là phương án chốt; chưa đối chiếu được văn bản.","alternatives":[{"from":"2027-02-05","to":"2027-02-15","swaps":[{"off":"2027-02-12","worked":null}],"source":"xaydungchinhsach 22/09/2026","note":"Mới là đề xuất."}]}],"leave":[{"staffId":"le-trong-thinh","span":{"start":1801846800000,"end":1802106000000},"note":"về quê"}],"wishes":[],"pins":[]},"assignments":[{"shiftId":"lanh-dao/ca-ngay/2027-02-04","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-04","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-04","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-05","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-05","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-05","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-05","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/sang/2027-02-06","place":0,"staffId":"le-trong-thinh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-06","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/chieu/2027-02-06","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/dem/2027-02-06","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/sang/2027-02-07","place":0,"staffId":"tran-minh-nam"},{"shiftId":"lanh-dao/ca-ngay/2027-02-07","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/chieu/2027-02-07","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/dem/2027-02-07","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/sang/2027-02-08","place":0,"staffId":"le-thi-lan"},{"shiftId":"lanh-dao/ca-ngay/2027-02-08","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/chieu/2027-02-08","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/dem/2027-02-08","place":0,"staffId":"cao-ba-vu"},{"shiftId":"may-chu/sang/2027-02-09","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"lanh-dao/ca-ngay/2027-02-09","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/chieu/2027-02-09","place":0,"staffId":"tran-minh-nam"},{"shiftId":"may-chu/dem/2027-02-09","place":0,"staffId":"le-trong-thinh"},{"shiftId":"may-chu/sang/2027-02-10","place":0,"staffId":"cao-ba-vu"},{"shiftId":"lanh-dao/ca-ngay/2027-02-10","place":0,"staffId":"nguyen-hoang-khanh"},{"shiftId":"may-chu/chieu/2027-02-10","place":0,"staffId":"le-thi-lan"},{"shiftId":"may-chu/dem/2027-02-10","place":0,"staffId":"tran-minh-nam"}]}',0);
CREATE TABLE feed_token (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    scope        TEXT NOT NULL CHECK (scope IN ('personal', 'post', 'unit', 'leaders')),
    subject_id   TEXT CHECK ((subject_id IS NOT NULL) = (scope IN ('personal', 'post'))),
    options      TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER
  ) STRICT;
INSERT INTO feed_token VALUES('KSorLC0uLzAx','d9c3050f5f4334b9656b8d398bd833a32880b2e1be562f7e461a7314264f76a0','cong-thong-tin-ha-lam','unit',NULL,'{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800412200000,NULL,NULL,NULL);
INSERT INTO feed_token VALUES('UlNUVVZXWFla','33c4bfadf42810ff206eed58e6da5902b16bd584a41522011984ea76d4720c89','cong-thong-tin-ha-lam','personal','ngo-yen-huyen','{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800412200000,NULL,NULL,NULL);
INSERT INTO feed_token VALUES('e3x9fn-AgYKD','4df416cce30694f0c0c08d2a6291d96a26ec63a7139c13b7c52134e0c5cd901c','van-phong-tan-khe','unit',NULL,'{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800412200000,NULL,NULL,NULL);
INSERT INTO feed_token VALUES('pKWmp6ipqqus','3ad02ebe5e59732abcbb1e447df7cdd0e032ff41f2a44c0e819905489c5f628c','van-phong-tan-khe','leaders',NULL,'{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800412200000,NULL,NULL,NULL);
INSERT INTO feed_token VALUES('zc7P0NHS09TV','ddd240bd92b9aa13c5064e0fe7caf20a02f96d402dc023fbd9b7cd5c21a3cc60','van-phong-tan-khe','personal','nguyen-hoang-khanh','{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800412200000,NULL,NULL,NULL);
CREATE TABLE audit_entry (
    id        INTEGER NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    action    TEXT NOT NULL,
    unit_id   TEXT NOT NULL,
    subject   TEXT NOT NULL,
    details   TEXT NOT NULL
  , address TEXT, request_id TEXT) STRICT;
INSERT INTO audit_entry VALUES(1,1800406800000,'cli','case.load','cong-thong-tin-ha-lam','hoa-toc-2027-03-12','{"staff":9,"posts":3,"ledger":0}',NULL,NULL);
INSERT INTO audit_entry VALUES(2,1800406800000,'cli','draft.save','cong-thong-tin-ha-lam','hoa-toc-2027-03-12','{"revision":1}',NULL,NULL);
INSERT INTO audit_entry VALUES(3,1800406800000,'cli','version.publish','cong-thong-tin-ha-lam','hoa-toc-2027-03-12','{"number":1,"overridden":0}',NULL,NULL);
INSERT INTO audit_entry VALUES(4,1800406800000,'cli','case.load','van-phong-tan-khe','tet-2027-tan-khe','{"staff":5,"posts":2,"ledger":9}',NULL,NULL);
INSERT INTO audit_entry VALUES(5,1800406800000,'cli','draft.save','van-phong-tan-khe','tet-2027-tan-khe','{"revision":1}',NULL,NULL);
INSERT INTO audit_entry VALUES(6,1800406800000,'cli','version.publish','van-phong-tan-khe','tet-2027-tan-khe','{"number":1,"overridden":0}',NULL,NULL);
INSERT INTO audit_entry VALUES(7,1800410400000,'cli','draft.save','van-phong-tan-khe','tet-2027-tan-khe','{"revision":2}',NULL,NULL);
INSERT INTO audit_entry VALUES(8,1800410400000,'cli','version.publish','van-phong-tan-khe','tet-2027-tan-khe','{"number":2,"overridden":0}',NULL,NULL);
INSERT INTO audit_entry VALUES(9,1800412200000,'an','swap.ask','cong-thong-tin-ha-lam','AAECAwQFBgcI','{"shift":"chi-huy/ca-ngay/2027-03-12","other":"chi-huy/ca-ngay/2027-03-13"}',NULL,NULL);
INSERT INTO audit_entry VALUES(10,1800412200000,'cli','feed.issue','cong-thong-tin-ha-lam','KSorLC0uLzAx','{"scope":"unit"}',NULL,NULL);
INSERT INTO audit_entry VALUES(11,1800412200000,'cli','feed.issue','cong-thong-tin-ha-lam','UlNUVVZXWFla','{"scope":"personal"}',NULL,NULL);
INSERT INTO audit_entry VALUES(12,1800412200000,'cli','feed.issue','van-phong-tan-khe','e3x9fn-AgYKD','{"scope":"unit"}',NULL,NULL);
INSERT INTO audit_entry VALUES(13,1800412200000,'cli','feed.issue','van-phong-tan-khe','pKWmp6ipqqus','{"scope":"leaders"}',NULL,NULL);
INSERT INTO audit_entry VALUES(14,1800412200000,'cli','feed.issue','van-phong-tan-khe','zc7P0NHS09TV','{"scope":"personal"}',NULL,NULL);
INSERT INTO audit_entry VALUES(15,1800412200000,'ha','personal-link.issue','cong-thong-tin-ha-lam','9vf4-foAAQID','{}',NULL,NULL);
CREATE TABLE holiday_entry (
    unit_id TEXT NOT NULL REFERENCES unit (id),
    year    INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    entry   TEXT NOT NULL,
    PRIMARY KEY (unit_id, year, kind)
  ) STRICT;
CREATE TABLE account (
    id              TEXT NOT NULL PRIMARY KEY,
    sign_in_name    TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    language        TEXT NOT NULL,
    operator        INTEGER NOT NULL CHECK (operator IN (0, 1)),
    password_hash   TEXT,
    totp_secret     TEXT,
    totp_proposed   TEXT,
    totp_step       INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    disabled_at     INTEGER
  ) STRICT;
CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES account (id),
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    role       TEXT NOT NULL CHECK (role IN ('administrator', 'manager', 'approver', 'technician', 'reader')),
    staff_id   TEXT,
    PRIMARY KEY (account_id, unit_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
CREATE TABLE invitation (
    id         TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    role       TEXT NOT NULL CHECK (role IN ('administrator', 'manager', 'approver', 'technician', 'reader')),
    staff_id   TEXT,
    account_id TEXT REFERENCES account (id),
    invited_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER,
    revoked_at INTEGER,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
CREATE TABLE session (
    id         TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id),
    opened_at  INTEGER NOT NULL,
    used_at    INTEGER NOT NULL,
    proved_at  INTEGER NOT NULL,
    address    TEXT NOT NULL,
    client     TEXT NOT NULL
  ) STRICT;
CREATE TABLE throttle (
    key      TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
  ) STRICT;
CREATE TABLE setup_code (
    id        INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    code_hash TEXT NOT NULL,
    made_at   INTEGER NOT NULL
  ) STRICT;
CREATE TABLE draft_step (
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      number    INTEGER NOT NULL,
      kind      TEXT NOT NULL,
      params    TEXT NOT NULL,
      change    TEXT NOT NULL,
      made_at   INTEGER NOT NULL,
      actor     TEXT NOT NULL,
      undone    INTEGER NOT NULL CHECK (undone IN (0, 1)),
      PRIMARY KEY (unit_id, period_id, number),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT;
CREATE TABLE api_token (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    name         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER
  ) STRICT;
CREATE TABLE web_hook (
    id         TEXT NOT NULL PRIMARY KEY,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    address    TEXT NOT NULL,
    secret     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER
  ) STRICT;
CREATE TABLE web_hook_message (
    id           TEXT NOT NULL PRIMARY KEY,
    hook_id      TEXT NOT NULL REFERENCES web_hook (id),
    body         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    next_at      INTEGER,
    delivered_at INTEGER,
    outcome      TEXT
  ) STRICT;
CREATE TABLE busy_calendar (
    unit_id    TEXT NOT NULL,
    staff_id   TEXT NOT NULL,
    address    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    asked_at   INTEGER,
    read_at    INTEGER,
    outcome    TEXT,
    PRIMARY KEY (unit_id, staff_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
CREATE TABLE leave_proposal (
    unit_id   TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (unit_id, staff_id, starts_at),
    FOREIGN KEY (unit_id, staff_id) REFERENCES busy_calendar (unit_id, staff_id) ON DELETE CASCADE
  ) STRICT;
CREATE TABLE document_fields (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      fields    TEXT NOT NULL,
      saved_at  INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id)
    ) STRICT;
CREATE TABLE document_number (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      type      TEXT NOT NULL,
      year      INTEGER NOT NULL,
      number    INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id, type, year)
    ) STRICT;
CREATE TABLE word_form (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      id        TEXT NOT NULL,
      name      TEXT NOT NULL,
      file_name TEXT NOT NULL,
      bytes     INTEGER NOT NULL,
      content   TEXT NOT NULL,
      saved_at  INTEGER NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT;
CREATE TABLE swap (
    id             TEXT NOT NULL PRIMARY KEY,
    unit_id        TEXT NOT NULL,
    period_id      TEXT NOT NULL,
    asker_id       TEXT NOT NULL,
    shift_id       TEXT NOT NULL,
    place          INTEGER NOT NULL,
    partner_id     TEXT,
    other_shift_id TEXT,
    other_place    INTEGER,
    message        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN
                     ('asked', 'consented', 'declined', 'withdrawn', 'approved', 'refused', 'expired')),
    asked_at       INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL,
    answered_at    INTEGER,
    decided_at     INTEGER,
    note           TEXT,
    cause          TEXT,
    version        INTEGER,
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, asker_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, partner_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO swap VALUES('AAECAwQFBgcI','cong-thong-tin-ha-lam','hoa-toc-2027-03-12','ngo-yen-huyen','chi-huy/ca-ngay/2027-03-12',0,'dang-kim-phuong','chi-huy/ca-ngay/2027-03-13',0,'Nhà có việc','asked',1800412200000,1804824000000,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE submission (
    unit_id      TEXT NOT NULL,
    period_id    TEXT NOT NULL,
    number       INTEGER NOT NULL,
    revision     INTEGER NOT NULL,
    note         TEXT NOT NULL,
    submitted_by TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'returned', 'published')),
    decided_by   TEXT,
    decided_at   INTEGER,
    reason       TEXT,
    PRIMARY KEY (unit_id, period_id, number),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT;
CREATE TABLE duty_flow (
    unit_id            TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    approve_publishing INTEGER CHECK (approve_publishing IN (0, 1)),
    approve_swaps      INTEGER NOT NULL CHECK (approve_swaps IN (0, 1))
  ) STRICT;
CREATE TABLE personal_link (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL,
    staff_id     TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at   INTEGER,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO personal_link VALUES('9vf4-foAAQID','9e74baa0a47ec0161866fc437f840cdec607cb789e0a15815be528635a05a799','cong-thong-tin-ha-lam','ngo-yen-huyen',1800412200000,NULL,NULL);
CREATE TABLE notices_seen (
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    seen_at  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, staff_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
CREATE TABLE account_identity (
      issuer     TEXT NOT NULL,
      subject    TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES account (id),
      linked_at  INTEGER NOT NULL,
      PRIMARY KEY (issuer, subject)
    ) STRICT;
CREATE TABLE ledger_edit (
      id       INTEGER NOT NULL PRIMARY KEY,
      unit_id  TEXT NOT NULL,
      staff_id TEXT NOT NULL,
      year     INTEGER NOT NULL,
      kind     TEXT NOT NULL,
      change   INTEGER NOT NULL,
      reason   TEXT NOT NULL,
      actor    TEXT NOT NULL,
      made_at  INTEGER NOT NULL,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
    ) STRICT;
CREATE TABLE contact_entry (
      unit_id  TEXT NOT NULL REFERENCES unit (id),
      id       TEXT NOT NULL,
      name     TEXT NOT NULL,
      role     TEXT NOT NULL,
      phone    TEXT NOT NULL,
      email    TEXT NOT NULL,
      note     TEXT NOT NULL,
      as_of    TEXT NOT NULL,
      source   TEXT NOT NULL,
      replaces TEXT,
      PRIMARY KEY (unit_id, id)
    ) STRICT;
CREATE TABLE kept_run (
      unit_id     TEXT NOT NULL,
      period_id   TEXT NOT NULL,
      id          TEXT NOT NULL,
      purpose     TEXT NOT NULL CHECK (purpose IN ('solve', 'mend')),
      started_at  INTEGER NOT NULL,
      seconds     INTEGER NOT NULL,
      elapsed_ms  INTEGER NOT NULL,
      seed        INTEGER NOT NULL,
      revision    INTEGER NOT NULL,
      actor       TEXT NOT NULL,
      ended       INTEGER NOT NULL CHECK (ended IN (0, 1)),
      assignments TEXT,
      PRIMARY KEY (unit_id, period_id),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT;
CREATE TRIGGER version_follows BEFORE INSERT ON version
   WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM version
                           WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
     OR NEW.published_at <= (SELECT max(published_at) FROM version
                             WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
   BEGIN SELECT raise(ABORT, 'a version follows the one before'); END;
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
   BEGIN SELECT raise(ABORT, 'a published version never changes'); END;
CREATE TRIGGER version_never_goes BEFORE DELETE ON version
   BEGIN SELECT raise(ABORT, 'a published version never goes away'); END;
CREATE INDEX feed_token_by_unit ON feed_token (unit_id);
CREATE INDEX audit_entry_by_unit ON audit_entry (unit_id, id);
CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
   BEGIN SELECT raise(ABORT, 'an audit entry never changes'); END;
CREATE TRIGGER audit_entry_never_goes BEFORE DELETE ON audit_entry
   BEGIN SELECT raise(ABORT, 'an audit entry never goes away'); END;
CREATE TRIGGER audit_entry_is_never_replaced BEFORE INSERT ON audit_entry
   WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
   BEGIN SELECT raise(ABORT, 'an audit entry is never replaced'); END;
CREATE UNIQUE INDEX membership_by_person ON membership (unit_id, staff_id);
CREATE INDEX invitation_by_unit ON invitation (unit_id);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX throttle_by_age ON throttle (last_at);
CREATE INDEX audit_entry_by_age ON audit_entry (at);
CREATE INDEX api_token_by_unit ON api_token (unit_id);
CREATE INDEX web_hook_by_unit ON web_hook (unit_id);
CREATE INDEX web_hook_message_due ON web_hook_message (next_at);
CREATE INDEX web_hook_message_by_hook ON web_hook_message (hook_id, created_at);
CREATE INDEX swap_by_unit ON swap (unit_id, asked_at);
CREATE UNIQUE INDEX swap_live_seat ON swap (unit_id, period_id, shift_id, place)
    WHERE state IN ('asked', 'consented');
CREATE INDEX personal_link_by_person ON personal_link (unit_id, staff_id);
CREATE UNIQUE INDEX account_identity_by_account ON account_identity (account_id, issuer);
CREATE INDEX ledger_edit_by_person ON ledger_edit (unit_id, staff_id);
COMMIT;
