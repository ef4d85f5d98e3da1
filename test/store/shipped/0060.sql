PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL
  , oldest INTEGER) STRICT;
INSERT INTO migration VALUES(1,'initial',NULL);
INSERT INTO migration VALUES(2,'access',NULL);
INSERT INTO migration VALUES(3,'draft-steps',NULL);
INSERT INTO migration VALUES(4,'machines',NULL);
INSERT INTO migration VALUES(5,'staff-life',NULL);
INSERT INTO migration VALUES(6,'documents',NULL);
INSERT INTO migration VALUES(7,'swaps',NULL);
INSERT INTO migration VALUES(8,'identities',NULL);
INSERT INTO migration VALUES(9,'upkeep',NULL);
INSERT INTO migration VALUES(10,'kept-runs',NULL);
INSERT INTO migration VALUES(11,'totp-uses',NULL);
INSERT INTO migration VALUES(12,'known-devices',NULL);
INSERT INTO migration VALUES(13,'pattern-anchors',NULL);
INSERT INTO migration VALUES(14,'revocation-count',NULL);
INSERT INTO migration VALUES(15,'duty-stream',NULL);
INSERT INTO migration VALUES(16,'recovery-codes',NULL);
INSERT INTO migration VALUES(17,'installation',NULL);
INSERT INTO migration VALUES(18,'unit-security',NULL);
INSERT INTO migration VALUES(19,'own-availability',NULL);
INSERT INTO migration VALUES(20,'standing',NULL);
INSERT INTO migration VALUES(21,'until-lifted',NULL);
INSERT INTO migration VALUES(22,'token-origins',NULL);
INSERT INTO migration VALUES(23,'taking-back',NULL);
INSERT INTO migration VALUES(24,'no-leave-notes',NULL);
INSERT INTO migration VALUES(25,'contact-changes',NULL);
INSERT INTO migration VALUES(26,'refused-replacements',NULL);
INSERT INTO migration VALUES(27,'audit-chain',NULL);
INSERT INTO migration VALUES(28,'notices',NULL);
INSERT INTO migration VALUES(29,'office-phone',NULL);
INSERT INTO migration VALUES(30,'list-columns',NULL);
INSERT INTO migration VALUES(31,'web push',NULL);
INSERT INTO migration VALUES(32,'display links',NULL);
INSERT INTO migration VALUES(33,'seat calls',NULL);
INSERT INTO migration VALUES(34,'roster-columns',NULL);
INSERT INTO migration VALUES(35,'check-ins',NULL);
INSERT INTO migration VALUES(36,'mentions',NULL);
INSERT INTO migration VALUES(37,'audit-forward',NULL);
INSERT INTO migration VALUES(38,'personal-data',NULL);
INSERT INTO migration VALUES(39,'swaps-arranged',NULL);
INSERT INTO migration VALUES(40,'last-resort',NULL);
INSERT INTO migration VALUES(41,'passkeys',NULL);
INSERT INTO migration VALUES(42,'list-order',NULL);
INSERT INTO migration VALUES(43,'leave-kind',NULL);
INSERT INTO migration VALUES(44,'orders',NULL);
INSERT INTO migration VALUES(45,'log',NULL);
INSERT INTO migration VALUES(46,'systems',NULL);
INSERT INTO migration VALUES(47,'checks',NULL);
INSERT INTO migration VALUES(48,'order-reminders',NULL);
INSERT INTO migration VALUES(49,'signed-documents',NULL);
INSERT INTO migration VALUES(50,'incidents',NULL);
INSERT INTO migration VALUES(51,'alerts',NULL);
INSERT INTO migration VALUES(52,'key-proof',NULL);
INSERT INTO migration VALUES(53,'display below',NULL);
INSERT INTO migration VALUES(54,'upward',NULL);
INSERT INTO migration VALUES(55,'contact-stand-in',NULL);
INSERT INTO migration VALUES(56,'directory',NULL);
INSERT INTO migration VALUES(57,'shared-runs',NULL);
INSERT INTO migration VALUES(58,'report-uploads',NULL);
INSERT INTO migration VALUES(59,'oldest-program',NULL);
INSERT INTO migration VALUES(60,'held-forms',NULL);
CREATE TABLE unit (
    id          TEXT NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    parent_name TEXT,
    place       TEXT,
    zone        TEXT NOT NULL,
    call_note   TEXT
  , last_resort TEXT, list_order TEXT) STRICT;
INSERT INTO unit VALUES('van-phong-tan-khe','Văn phòng Ủy ban nhân dân xã Tân Khê','Ủy ban nhân dân tỉnh Lam Giang','Tân Khê','Asia/Ho_Chi_Minh','Sự cố ngoài khả năng: gọi Trung tâm Công nghệ số của tỉnh.',NULL,NULL);
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
    share         REAL NOT NULL CHECK (share > 0 AND share <= 1), left_at INTEGER, office_phone TEXT NOT NULL DEFAULT '', list_place INTEGER,
    PRIMARY KEY (unit_id, id)
  ) STRICT;
INSERT INTO staff_member VALUES('van-phong-tan-khe','cao-ba-vu','Cao Bá Vũ','Phó Chủ tịch','','0900 000 091','','["lãnh đạo"]','',0,'{}',1.0,NULL,'',NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','nguyen-hoang-khanh','Nguyễn Hoàng Khánh','Chánh Văn phòng','','0900 000 092','','["lãnh đạo","kỹ thuật"]','',0,'{}',1.0,NULL,'',NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','tran-minh-nam','Trần Minh Nam','Công chức','','0900 000 093','','["kỹ thuật"]','',0,'{}',1.0,NULL,'',NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','le-trong-thinh','Lê Trọng Thịnh','Công chức','','0900 000 094','','["kỹ thuật"]','',0,'{}',1.0,NULL,'',NULL);
INSERT INTO staff_member VALUES('van-phong-tan-khe','le-thi-lan','Lê Thị Lan','Hợp đồng','','0900 000 095','','["kỹ thuật"]','',0,'{"shifts":3}',1.0,NULL,'',NULL);
CREATE TABLE period (
    unit_id   TEXT NOT NULL REFERENCES unit (id),
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    parts     TEXT,
    holidays  TEXT NOT NULL,
    submit_by INTEGER, wishes_until INTEGER, until_lifted INTEGER NOT NULL DEFAULT 0 CHECK (until_lifted IN (0, 1)), ceded TEXT,
    PRIMARY KEY (unit_id, id)
  ) STRICT;
INSERT INTO period VALUES('van-phong-tan-khe','tet-2027','Tết Đinh Mùi 2027',1801695600000,1802300400000,NULL,'["2027-tet"]',NULL,NULL,0,NULL);
CREATE TABLE rule_set (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    profile   TEXT NOT NULL,
    rules     TEXT NOT NULL,
    points    TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO rule_set VALUES('van-phong-tan-khe','tet-2027','duty-24-24','[{"id":"cover-minimum","constraint":"cover-minimum","strength":{"kind":"soft","weight":1},"params":{}},{"id":"cover-target","constraint":"cover-target","strength":{"kind":"soft","weight":500},"params":{}},{"id":"cover-most","constraint":"cover-most","strength":{"kind":"hard"},"params":{}}]','{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}');
CREATE TABLE period_staff (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (unit_id, period_id, staff_id),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027','cao-ba-vu',0);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027','nguyen-hoang-khanh',1);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027','tran-minh-nam',2);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027','le-trong-thinh',3);
INSERT INTO period_staff VALUES('van-phong-tan-khe','tet-2027','le-thi-lan',4);
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
INSERT INTO post VALUES('van-phong-tan-khe','tet-2027','lanh-dao',0,'Trực lãnh đạo','Trực lãnh đạo','leader','standby','["lãnh đạo"]',1,1,'[]','[]');
INSERT INTO post VALUES('van-phong-tan-khe','tet-2027','may-chu',1,'Trực máy chủ và cổng dịch vụ công','Máy chủ','watch','on-site','["kỹ thuật"]',1,1,'["Cổng dịch vụ công","Hệ thống một cửa"]','[]');
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
    cover_target     INTEGER, days TEXT, from_day TEXT,
    PRIMARY KEY (unit_id, period_id, post_id, id),
    FOREIGN KEY (unit_id, period_id, post_id) REFERENCES post (unit_id, period_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027','lanh-dao','ca-ngay',0,'Cả ngày','FREQ=DAILY','07:00',1440,NULL,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027','may-chu','sang',0,'Sáng','FREQ=DAILY','06:00',480,NULL,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027','may-chu','chieu',1,'Chiều','FREQ=DAILY','14:00',480,NULL,NULL,NULL,NULL);
INSERT INTO shift_pattern VALUES('van-phong-tan-khe','tet-2027','may-chu','dem',2,'Đêm','FREQ=DAILY','22:00',480,NULL,NULL,NULL,NULL);
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
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2026,'points','',14);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','cao-ba-vu',2026,'giao-thua','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2026,'points','',12);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2026,'mung-1','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2026,'points','',16);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','tran-minh-nam',2026,'giao-thua','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2026,'points','',15);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-trong-thinh',2026,'mung-1','',1);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','le-thi-lan',2026,'points','',10);
INSERT INTO ledger_entry VALUES('van-phong-tan-khe','nguyen-hoang-khanh',2027,'points','tet-2027',3);
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
INSERT INTO draft VALUES('van-phong-tan-khe','tet-2027',1,'[{"shiftId":"may-chu/sang/2027-02-04","place":0,"staffId":"nguyen-hoang-khanh"}]',NULL,1800000000000);
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
    snapshot        TEXT NOT NULL, rewrites INTEGER NOT NULL DEFAULT 0, uid_scope TEXT,
    PRIMARY KEY (unit_id, period_id, number),
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
  ) STRICT;
INSERT INTO version VALUES('van-phong-tan-khe','tet-2027',1,1800000000000,'Bản đầu',NULL,0,1801695600000,1802304000000,NULL,'{"format":1,"plan":{"unit":{"id":"van-phong-tan-khe","name":"Văn phòng Ủy ban nhân dân xã Tân Khê","zone":"Asia/Ho_Chi_Minh","parentName":"Ủy ban nhân dân tỉnh Lam Giang","place":"Tân Khê","callNote":"Sự cố ngoài khả năng: gọi Trung tâm Công nghệ số của tỉnh."},"period":{"id":"tet-2027","name":"Tết Đinh Mùi 2027","span":{"start":1801695600000,"end":1802300400000},"holidays":["2027-tet"]},"posts":[{"id":"lanh-dao","name":"Trực lãnh đạo","shortName":"Trực lãnh đạo","tier":"leader","presence":"standby","skills":["lãnh đạo"],"cover":{"minimum":1,"target":1},"systems":[],"contacts":[],"patterns":[{"id":"ca-ngay","label":"Cả ngày","rrule":"FREQ=DAILY","start":"07:00","durationMinutes":1440}]},{"id":"may-chu","name":"Trực máy chủ và cổng dịch vụ công","shortName":"Máy chủ","tier":"watch","presence":"on-site","skills":["kỹ thuật"],"cover":{"minimum":1,"target":1},"systems":["Cổng dịch vụ công","Hệ thống một cửa"],"contacts":[],"patterns":[{"id":"sang","label":"Sáng","rrule":"FREQ=DAILY","start":"06:00","durationMinutes":480},{"id":"chieu","label":"Chiều","rrule":"FREQ=DAILY","start":"14:00","durationMinutes":480},{"id":"dem","label":"Đêm","rrule":"FREQ=DAILY","start":"22:00","durationMinutes":480}]}],"ruleSet":{"profile":"duty-24-24","rules":[{"id":"cover-minimum","constraint":"cover-minimum","strength":{"kind":"soft","weight":1},"params":{}},{"id":"cover-target","constraint":"cover-target","strength":{"kind":"soft","weight":500},"params":{}},{"id":"cover-most","constraint":"cover-most","strength":{"kind":"hard"},"params":{}}],"points":{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}},"ledger":[{"staffId":"cao-ba-vu","year":2026,"kind":"giao-thua","amount":1},{"staffId":"cao-ba-vu","year":2026,"kind":"points","amount":14},{"staffId":"le-thi-lan","year":2026,"kind":"points","amount":10},{"staffId":"le-trong-thinh","year":2026,"kind":"mung-1","amount":1},{"staffId":"le-trong-thinh","year":2026,"kind":"points","amount":15},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"mung-1","amount":1},{"staffId":"nguyen-hoang-khanh","year":2026,"kind":"points","amount":12},{"staffId":"tran-minh-nam","year":2026,"kind":"giao-thua","amount":1},{"staffId":"tran-minh-nam","year":2026,"kind":"points","amount":16}],"past":[],"staff":[{"id":"nguyen-hoang-khanh","name":"Nguyễn Hoàng Khánh","title":"Chánh Văn phòng","department":"","phone":"0900 000 092","email":"","skills":["lãnh đạo","kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-thi-lan","name":"Lê Thị Lan","title":"Hợp đồng","department":"","phone":"0900 000 095","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{"shifts":3},"share":1},{"id":"tran-minh-nam","name":"Trần Minh Nam","title":"Công chức","department":"","phone":"0900 000 093","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"le-trong-thinh","name":"Lê Trọng Thịnh","title":"Công chức","department":"","phone":"0900 000 094","email":"","skills":["kỹ thuật"],"homeProvince":"","newcomer":false,"limits":{},"share":1},{"id":"cao-ba-vu","name":"Cao Bá Vũ","title":"Phó Chủ tịch","department":"","phone":"0900 000 091","email":"","skills":["lãnh đạo"],"homeProvince":"","newcomer":false,"limits":{},"share":1}],"days":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08","2027-02-09","2027-02-10"],"shifts":[{"id":"may-chu/sang/2027-02-04","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-04","span":{"start":1801695600000,"end":1801724400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"lanh-dao/ca-ngay/2027-02-04","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-04","span":{"start":1801699200000,"end":1801785600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/chieu/2027-02-04","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-04","span":{"start":1801724400000,"end":1801753200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"points":3},{"id":"may-chu/dem/2027-02-04","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-04","span":{"start":1801753200000,"end":1801782000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"points":4},{"id":"may-chu/sang/2027-02-05","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-05","span":{"start":1801782000000,"end":1801810800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"lanh-dao/ca-ngay/2027-02-05","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-05","span":{"start":1801785600000,"end":1801872000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":9},{"id":"may-chu/chieu/2027-02-05","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-05","span":{"start":1801810800000,"end":1801839600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"tat-nien","points":4},{"id":"may-chu/dem/2027-02-05","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-05","span":{"start":1801839600000,"end":1801868400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"giao-thua","points":7},{"id":"may-chu/sang/2027-02-06","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-06","span":{"start":1801868400000,"end":1801897200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"lanh-dao/ca-ngay/2027-02-06","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-06","span":{"start":1801872000000,"end":1801958400000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":9},{"id":"may-chu/chieu/2027-02-06","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-06","span":{"start":1801897200000,"end":1801926000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":6},{"id":"may-chu/dem/2027-02-06","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-06","span":{"start":1801926000000,"end":1801954800000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-1","points":7},{"id":"may-chu/sang/2027-02-07","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-07","span":{"start":1801954800000,"end":1801983600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"lanh-dao/ca-ngay/2027-02-07","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-07","span":{"start":1801958400000,"end":1802044800000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":8},{"id":"may-chu/chieu/2027-02-07","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-07","span":{"start":1801983600000,"end":1802012400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":5},{"id":"may-chu/dem/2027-02-07","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-07","span":{"start":1802012400000,"end":1802041200000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-2","points":6},{"id":"may-chu/sang/2027-02-08","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-08","span":{"start":1802041200000,"end":1802070000000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"lanh-dao/ca-ngay/2027-02-08","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-08","span":{"start":1802044800000,"end":1802131200000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":6},{"id":"may-chu/chieu/2027-02-08","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-08","span":{"start":1802070000000,"end":1802098800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":4},{"id":"may-chu/dem/2027-02-08","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-08","span":{"start":1802098800000,"end":1802127600000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-3","points":5},{"id":"may-chu/sang/2027-02-09","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-09","span":{"start":1802127600000,"end":1802156400000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"lanh-dao/ca-ngay/2027-02-09","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-09","span":{"start":1802131200000,"end":1802217600000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":5},{"id":"may-chu/chieu/2027-02-09","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-09","span":{"start":1802156400000,"end":1802185200000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":3},{"id":"may-chu/dem/2027-02-09","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-09","span":{"start":1802185200000,"end":1802214000000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-4","points":4},{"id":"may-chu/sang/2027-02-10","postId":"may-chu","patternId":"sang","label":"Sáng","day":"2027-02-10","span":{"start":1802214000000,"end":1802242800000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"lanh-dao/ca-ngay/2027-02-10","postId":"lanh-dao","patternId":"ca-ngay","label":"Cả ngày","day":"2027-02-10","span":{"start":1802217600000,"end":1802304000000},"minutes":1440,"nightMinutes":480,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":5},{"id":"may-chu/chieu/2027-02-10","postId":"may-chu","patternId":"chieu","label":"Chiều","day":"2027-02-10","span":{"start":1802242800000,"end":1802271600000},"minutes":480,"nightMinutes":0,"night":false,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":3},{"id":"may-chu/dem/2027-02-10","postId":"may-chu","patternId":"dem","label":"Đêm","day":"2027-02-10","span":{"start":1802271600000,"end":1802300400000},"minutes":480,"nightMinutes":480,"night":true,"cover":{"minimum":1,"target":1},"namedDay":"mung-5","points":4}],"breaks":[{"from":"2027-02-04","to":"2027-02-11","swaps":[],"key":"2027-tet","year":2027,"kind":"tet","title":"Tết Đinh Mùi","holidays":["2027-02-04","2027-02-05","2027-02-06","2027-02-07","2027-02-08"],"status":"proposal","source":"dantri.com.vn 20260919232245866 (tiêu đề); xaydungchinhsach 22/09/2026 vẫn ghi là đề xuất","note":"Báo đưa là phương án chốt; chưa đối chiếu được văn bản.","alternatives":[{"from":"2027-02-05","to":"2027-02-15","swaps":[{"off":"2027-02-12","worked":null}],"source":"xaydungchinhsach 22/09/2026","note":"Mới là đề xuất."}]}],"leave":[{"staffId":"le-trong-thinh","span":{"start":1801846800000,"end":1802106000000},"note":""}],"wishes":[],"pins":[]},"assignments":[{"shiftId":"may-chu/sang/2027-02-04","place":0,"staffId":"nguyen-hoang-khanh"}]}',0,NULL);
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
  , link_id TEXT, made_by TEXT, ends_at INTEGER) STRICT;
INSERT INTO feed_token VALUES('ICEiIyQlJico','ea866a757e4c38babfa8127cbe9a409d3e1f93a00ff1488ff735fcf917afffd0','van-phong-tan-khe','unit',NULL,'{"language":"vi","alarm":"none","standby":"free","title":"full","phones":true}',1800000000000,NULL,NULL,NULL,NULL,'cli',NULL);
CREATE TABLE audit_entry (
    id        INTEGER NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    action    TEXT NOT NULL,
    unit_id   TEXT NOT NULL,
    subject   TEXT NOT NULL,
    details   TEXT NOT NULL
  , address TEXT, request_id TEXT, link TEXT, told TEXT, retold TEXT) STRICT;
INSERT INTO audit_entry VALUES(1,1800000000000,'cli','case.load','van-phong-tan-khe','tet-2027','{"staff":5,"posts":2,"ledger":9}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO audit_entry VALUES(2,1800000000000,'cli','draft.save','van-phong-tan-khe','tet-2027','{"revision":1}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO audit_entry VALUES(3,1800000000000,'cli','version.publish','van-phong-tan-khe','tet-2027','{"number":1,"overridden":0}',NULL,NULL,NULL,NULL,NULL);
INSERT INTO audit_entry VALUES(4,1800000000000,'cli','feed.issue','van-phong-tan-khe','ICEiIyQlJico','{"scope":"unit"}',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE holiday_entry (
    unit_id TEXT NOT NULL REFERENCES unit (id),
    year    INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    entry   TEXT NOT NULL,
    PRIMARY KEY (unit_id, year, kind)
  ) STRICT;
INSERT INTO holiday_entry VALUES('van-phong-tan-khe',2027,'tet','{"key":"2027-tet","year":2027,"kind":"tet","title":"Tết Đinh Mùi","from":"2027-02-04","to":"2027-02-10","status":"official","source":"x","swaps":[],"holidays":["2027-02-06"],"alternatives":[]}');
CREATE TABLE account (
    id              TEXT NOT NULL PRIMARY KEY,
    sign_in_name    TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    language        TEXT NOT NULL,
    operator        INTEGER NOT NULL CHECK (operator IN (0, 1)),
    password_hash   TEXT,
    totp_secret     TEXT,
    totp_proposed   TEXT,
    created_at      INTEGER NOT NULL,
    disabled_at     INTEGER
  ) STRICT;
INSERT INTO account VALUES('id-1','[]','[]','[]',0,'[]','[]','[]',1800000009000,1800000010000);
CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES account (id),
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    role       TEXT NOT NULL CHECK (role IN ('administrator', 'manager', 'approver', 'technician', 'reader')),
    staff_id   TEXT,
    PRIMARY KEY (account_id, unit_id),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
  ) STRICT;
INSERT INTO membership VALUES('id-1','van-phong-tan-khe','administrator','cao-ba-vu');
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
INSERT INTO invitation VALUES('id-1','[]','van-phong-tan-khe','administrator','cao-ba-vu','id-1','[]',1800000007000,1800000008000,1800000009000,1800000010000);
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
INSERT INTO session VALUES('id-1','[]','id-1',1800000003000,1800000004000,1800000005000,'[]','[]');
CREATE TABLE throttle (
    key      TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at  INTEGER NOT NULL
  ) STRICT;
INSERT INTO throttle VALUES('key-1',1,1800000002000);
CREATE TABLE setup_code (
    id        INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    code_hash TEXT NOT NULL,
    made_at   INTEGER NOT NULL
  ) STRICT;
INSERT INTO setup_code VALUES(1,'[]',1800000002000);
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
INSERT INTO draft_step VALUES('van-phong-tan-khe','tet-2027',1,'[]','[]','[]',1800000006000,'[]',0);
CREATE TABLE api_token (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    name         TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER
  , ends_at INTEGER, may TEXT NOT NULL DEFAULT 'read') STRICT;
INSERT INTO api_token VALUES('id-1','[]','van-phong-tan-khe','[]',1800000004000,1800000005000,'[]',1800000007000,NULL,'read');
CREATE TABLE web_hook (
    id         TEXT NOT NULL PRIMARY KEY,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    address    TEXT NOT NULL,
    secret     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER
  ) STRICT;
INSERT INTO web_hook VALUES('id-1','van-phong-tan-khe','[]','[]',1800000004000,1800000005000);
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
INSERT INTO web_hook_message VALUES('id-1','id-1','[]',1800000003000,1,1800000005000,1800000006000,'[]');
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
INSERT INTO busy_calendar VALUES('van-phong-tan-khe','cao-ba-vu','[]',1800000003000,1800000004000,1800000005000,'[]');
CREATE TABLE leave_proposal (
    unit_id   TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    PRIMARY KEY (unit_id, staff_id, starts_at),
    FOREIGN KEY (unit_id, staff_id) REFERENCES busy_calendar (unit_id, staff_id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO leave_proposal VALUES('van-phong-tan-khe','cao-ba-vu',1800000002000,1800000003000);
CREATE TABLE document_fields (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      fields    TEXT NOT NULL,
      saved_at  INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id)
    ) STRICT;
INSERT INTO document_fields VALUES('van-phong-tan-khe','period_id-1','[]',1800000003000);
CREATE TABLE document_number (
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      period_id TEXT NOT NULL,
      type      TEXT NOT NULL,
      year      INTEGER NOT NULL,
      number    INTEGER NOT NULL,
      PRIMARY KEY (unit_id, period_id, type, year)
    ) STRICT;
INSERT INTO document_number VALUES('van-phong-tan-khe','period_id-1','type-1',1,1);
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
INSERT INTO word_form VALUES('van-phong-tan-khe','id-1','[]','[]',1,'[]',1800000006000);
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
    version        INTEGER, wanted TEXT, arranged_by TEXT,
    FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, asker_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, partner_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO swap VALUES('id-1','van-phong-tan-khe','tet-2027','cao-ba-vu','[]',1,'cao-ba-vu','[]',1,'[]','asked',1800000011000,1800000012000,1800000013000,1800000014000,'[]','[]',1,NULL,NULL);
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
INSERT INTO submission VALUES('van-phong-tan-khe','tet-2027',1,1,'[]','[]',1800000006000,'waiting','[]',1800000009000,'[]');
CREATE TABLE duty_flow (
    unit_id            TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    approve_publishing INTEGER CHECK (approve_publishing IN (0, 1)),
    approve_swaps      INTEGER NOT NULL CHECK (approve_swaps IN (0, 1))
  , leave_waits INTEGER NOT NULL DEFAULT 1 CHECK (leave_waits IN (0, 1)), replace_at_once INTEGER NOT NULL DEFAULT 1 CHECK (replace_at_once IN (0, 1))) STRICT;
INSERT INTO duty_flow VALUES('van-phong-tan-khe',0,0,1,1);
CREATE TABLE personal_link (
    id           TEXT NOT NULL PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    unit_id      TEXT NOT NULL,
    staff_id     TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at   INTEGER, ends_at INTEGER,
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO personal_link VALUES('id-1','[]','van-phong-tan-khe','cao-ba-vu',1800000004000,1800000005000,1800000006000,NULL);
CREATE TABLE account_identity (
      issuer     TEXT NOT NULL,
      subject    TEXT NOT NULL,
      account_id TEXT NOT NULL REFERENCES account (id),
      linked_at  INTEGER NOT NULL,
      PRIMARY KEY (issuer, subject)
    ) STRICT;
INSERT INTO account_identity VALUES('issuer-1','subject-1','id-1',1800000003000);
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
INSERT INTO ledger_edit VALUES(1,'van-phong-tan-khe','cao-ba-vu',1,'[]',1,'[]','[]',1800000008000);
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
      replaces TEXT, stand_in TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (unit_id, id)
    ) STRICT;
INSERT INTO contact_entry VALUES('van-phong-tan-khe','id-1','[]','[]','[]','[]','[]','[]','[]','[]','','');
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
      assignments TEXT, state TEXT NOT NULL DEFAULT 'own'
      CHECK (state IN ('own', 'waiting', 'running', 'ended', 'taken', 'failed')), stopping INTEGER NOT NULL DEFAULT 0 CHECK (stopping IN (0, 1)), claims INTEGER NOT NULL DEFAULT 0, claimed_by TEXT, free_at INTEGER, mend_from INTEGER, near TEXT CHECK (near IN ('even', 'usual', 'dear')), history TEXT, problem TEXT,
      PRIMARY KEY (unit_id, period_id),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO kept_run VALUES('van-phong-tan-khe','tet-2027','[]','solve',1800000004000,1,1,1,1,'[]',0,'[]','own',0,0,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE totp_use (
      id         INTEGER NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id),
      step       INTEGER NOT NULL,
      UNIQUE (account_id, step)
    ) STRICT;
INSERT INTO totp_use VALUES(1,'id-1',1);
CREATE TABLE known_device (
      account_id TEXT NOT NULL REFERENCES account (id),
      token_hash TEXT NOT NULL,
      used_at    INTEGER NOT NULL, network TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (account_id, token_hash)
    ) STRICT;
INSERT INTO known_device VALUES('id-1','token_hash-1',1800000002000,'');
CREATE TABLE revocation_count (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL
    ) STRICT;
INSERT INTO revocation_count VALUES(1,1);
CREATE TABLE duty (
      unit_id    TEXT NOT NULL,
      period_id  TEXT NOT NULL,
      position   INTEGER NOT NULL,
      staff_id   TEXT NOT NULL,
      day        TEXT NOT NULL,
      starts_at  INTEGER NOT NULL,
      ends_at    INTEGER NOT NULL,
      night      INTEGER NOT NULL CHECK (night IN (0, 1)),
      shift_id   TEXT NOT NULL,
      pattern_id TEXT NOT NULL,
      label      TEXT NOT NULL,
      named_day  TEXT,
      post_id    TEXT NOT NULL,
      post_name  TEXT NOT NULL,
      tier       TEXT NOT NULL,
      presence   TEXT NOT NULL,
      PRIMARY KEY (unit_id, period_id, position),
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO duty VALUES('van-phong-tan-khe','tet-2027',0,'nguyen-hoang-khanh','2027-02-04',1801695600000,1801724400000,0,'may-chu/sang/2027-02-04','sang','Sáng',NULL,'may-chu','Trực máy chủ và cổng dịch vụ công','watch','on-site');
CREATE TABLE recovery_code (
      account_id TEXT NOT NULL REFERENCES account (id),
      code_hash  TEXT NOT NULL,
      PRIMARY KEY (account_id, code_hash)
    ) STRICT;
INSERT INTO recovery_code VALUES('id-1','code_hash-1');
CREATE TABLE installation (
      id      TEXT NOT NULL PRIMARY KEY,
      made_at INTEGER NOT NULL
    ) STRICT;
INSERT INTO installation VALUES('id-1',1800000001000);
CREATE TABLE unit_security (
      unit_id        TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
      long_passwords INTEGER NOT NULL CHECK (long_passwords IN (0, 1))
    ) STRICT;
INSERT INTO unit_security VALUES('van-phong-tan-khe',0);
CREATE TABLE availability (
      id          INTEGER NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      kind        TEXT NOT NULL,
      from_day    TEXT NOT NULL,
      to_day      TEXT NOT NULL CHECK (to_day > from_day),
      start_time  TEXT NOT NULL,
      end_time    TEXT NOT NULL,
      rrule       TEXT NOT NULL,
      post_id     TEXT NOT NULL,
      weight      INTEGER NOT NULL,
      note        TEXT NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('granted', 'waiting', 'refused')),
      origin      TEXT NOT NULL CHECK (origin IN ('unit', 'person', 'calendar')),
      period_id   TEXT,
      entered_at  INTEGER,
      answered_at INTEGER, leave_kind TEXT,
      UNIQUE (unit_id, staff_id, kind, from_day, to_day, start_time, end_time, rrule, post_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO availability VALUES(1,'van-phong-tan-khe','le-trong-thinh','leave','2027-02-06','2027-02-09','','','','',5,'về quê','granted','unit','tet-2027',NULL,NULL,NULL);
CREATE TABLE unit_post (
      unit_id       TEXT NOT NULL REFERENCES unit (id),
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
      PRIMARY KEY (unit_id, id)
    ) STRICT;
INSERT INTO unit_post VALUES('van-phong-tan-khe','lanh-dao',0,'Trực lãnh đạo','Trực lãnh đạo','leader','standby','["lãnh đạo"]',1,1,'[]','[]');
INSERT INTO unit_post VALUES('van-phong-tan-khe','may-chu',1,'Trực máy chủ và cổng dịch vụ công','Máy chủ','watch','on-site','["kỹ thuật"]',1,1,'["Cổng dịch vụ công","Hệ thống một cửa"]','[]');
CREATE TABLE unit_shift_pattern (
      unit_id          TEXT NOT NULL,
      post_id          TEXT NOT NULL,
      id               TEXT NOT NULL,
      position         INTEGER NOT NULL,
      label            TEXT NOT NULL,
      rrule            TEXT NOT NULL,
      start_time       TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL CHECK (duration_minutes > 0),
      days             TEXT,
      from_day         TEXT,
      cover_minimum    INTEGER,
      cover_target     INTEGER,
      PRIMARY KEY (unit_id, post_id, id),
      FOREIGN KEY (unit_id, post_id) REFERENCES unit_post (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO unit_shift_pattern VALUES('van-phong-tan-khe','lanh-dao','ca-ngay',0,'Cả ngày','FREQ=DAILY','07:00',1440,NULL,NULL,NULL,NULL);
INSERT INTO unit_shift_pattern VALUES('van-phong-tan-khe','may-chu','sang',0,'Sáng','FREQ=DAILY','06:00',480,NULL,NULL,NULL,NULL);
INSERT INTO unit_shift_pattern VALUES('van-phong-tan-khe','may-chu','chieu',1,'Chiều','FREQ=DAILY','14:00',480,NULL,NULL,NULL,NULL);
INSERT INTO unit_shift_pattern VALUES('van-phong-tan-khe','may-chu','dem',2,'Đêm','FREQ=DAILY','22:00',480,NULL,NULL,NULL,NULL);
CREATE TABLE unit_rule_set (
      unit_id TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
      profile TEXT NOT NULL,
      rules   TEXT NOT NULL,
      points  TEXT NOT NULL
    ) STRICT;
INSERT INTO unit_rule_set VALUES('van-phong-tan-khe','duty-24-24','[{"id":"cover-minimum","constraint":"cover-minimum","strength":{"kind":"soft","weight":1},"params":{}},{"id":"cover-target","constraint":"cover-target","strength":{"kind":"soft","weight":500},"params":{}},{"id":"cover-most","constraint":"cover-most","strength":{"kind":"hard"},"params":{}}]','{"base":{"on-site":2,"standby":1},"night":1,"restDay":1,"namedDays":{"new-year":2,"new-year-eve":2,"tat-nien":2,"giao-thua":4,"mung-1":4,"mung-2":3,"mung-3":2,"mung-4":1,"mung-5":1,"gio-to":1,"liberation":2,"labour":2,"national":2,"culture":1}}');
CREATE TABLE contact_change (
      unit_id    TEXT NOT NULL,
      staff_id   TEXT NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (unit_id, staff_id, changed_at),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO contact_change VALUES('van-phong-tan-khe','cao-ba-vu',1800000002000);
CREATE TABLE replacement (
      id          TEXT NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      period_id   TEXT NOT NULL,
      version     INTEGER NOT NULL,
      shift_id    TEXT NOT NULL,
      place       INTEGER NOT NULL,
      from_id     TEXT NOT NULL,
      to_id       TEXT NOT NULL,
      replaced_by TEXT NOT NULL,
      replaced_at INTEGER NOT NULL,
      approval    TEXT CHECK (approval IN ('waiting', 'approved', 'refused')),
      decided_by  TEXT,
      decided_at  INTEGER,
      reason      TEXT,
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
    ) STRICT;
INSERT INTO replacement VALUES('id-1','van-phong-tan-khe','tet-2027',1,'[]',1,'[]','[]','[]',1800000009000,'waiting','[]',1800000012000,NULL);
CREATE TABLE audit_start (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      link   TEXT NOT NULL,
      proof  TEXT NOT NULL
    ) STRICT;
INSERT INTO audit_start VALUES(1,1,'[]','[]');
CREATE TABLE notice (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    unit_id    TEXT NOT NULL,
    staff_id   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    period_id  TEXT NOT NULL,
    version    INTEGER,
    facts      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    read_at    INTEGER,
    spread_at  INTEGER,
    UNIQUE (unit_id, staff_id, kind, subject),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO notice VALUES(1,'van-phong-tan-khe','cao-ba-vu','[]','[]','[]',1,'[]',1800000008000,1800000009000,1800000010000);
CREATE TABLE notice_delivery (
    number   INTEGER NOT NULL REFERENCES notice (number) ON DELETE CASCADE,
    channel  TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    unit_id  TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at  INTEGER,
    sent_at  INTEGER,
    outcome  TEXT NOT NULL,
    PRIMARY KEY (number, channel)
  ) STRICT;
INSERT INTO notice_delivery VALUES(1,'channel-1','[]','[]','[]',1,1800000006000,1800000007000,'[]');
CREATE TABLE roster_receipt (
    unit_id   TEXT NOT NULL,
    period_id TEXT NOT NULL,
    staff_id  TEXT NOT NULL,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    way       TEXT NOT NULL,
    actor     TEXT NOT NULL,
    PRIMARY KEY (unit_id, period_id, staff_id, version),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO roster_receipt VALUES('van-phong-tan-khe','period_id-1','cao-ba-vu',1,1,'[]','[]');
CREATE TABLE notice_setting (
    unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    told          INTEGER NOT NULL,
    mail          INTEGER NOT NULL,
    hook_address  TEXT,
    hook_secret   TEXT,
    hook_header   TEXT,
    hook_template TEXT
  , push INTEGER NOT NULL DEFAULT 1, reminders INTEGER NOT NULL DEFAULT 0, check_in INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO notice_setting VALUES('van-phong-tan-khe',1,1,'[]','[]','[]','[]',1,0,0);
CREATE TABLE push_subscription (
    id            TEXT NOT NULL PRIMARY KEY,
    unit_id       TEXT NOT NULL,
    staff_id      TEXT NOT NULL,
    link_id       TEXT,
    endpoint_hash TEXT NOT NULL,
    sealed        TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    UNIQUE (unit_id, endpoint_hash),
    FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
  ) STRICT;
INSERT INTO push_subscription VALUES('id-1','van-phong-tan-khe','cao-ba-vu','[]','[]','[]',1800000006000);
CREATE TABLE display_link (
      id           TEXT NOT NULL PRIMARY KEY,
      unit_id      TEXT NOT NULL REFERENCES unit (id),
      token_hash   TEXT NOT NULL UNIQUE,
      name         TEXT NOT NULL,
      phones       INTEGER NOT NULL,
      dims         INTEGER NOT NULL,
      created_at   INTEGER NOT NULL,
      last_used_at INTEGER,
      last_client  TEXT,
      revoked_at   INTEGER,
      ends_at      INTEGER
    , below INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO display_link VALUES('id-1','van-phong-tan-khe','[]','[]',1,1,1800000006000,1800000007000,'[]',1800000009000,1800000010000,0);
CREATE TABLE seat_call (
      id        TEXT NOT NULL PRIMARY KEY,
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      shift_id  TEXT NOT NULL,
      place     INTEGER NOT NULL,
      from_id   TEXT NOT NULL,
      called_by TEXT NOT NULL,
      called_at INTEGER NOT NULL,
      ends_at   INTEGER NOT NULL,
      taken_by  TEXT,
      FOREIGN KEY (unit_id, period_id) REFERENCES period (unit_id, id)
    ) STRICT;
INSERT INTO seat_call VALUES('id-1','van-phong-tan-khe','tet-2027','[]',1,'[]','[]',1800000007000,1800000008000,'[]');
CREATE TABLE seat_call_person (
      call_id     TEXT NOT NULL REFERENCES seat_call (id) ON DELETE CASCADE,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      answer      TEXT CHECK (answer IN ('yes', 'no')),
      answered_at INTEGER,
      PRIMARY KEY (call_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO seat_call_person VALUES('id-1','van-phong-tan-khe','cao-ba-vu','yes',1800000004000);
CREATE TABLE list_column (
      unit_id TEXT NOT NULL REFERENCES unit (id),
      list    TEXT NOT NULL CHECK (list IN ('staff', 'leave', 'roster')),
      heading TEXT NOT NULL,
      field   TEXT NOT NULL,
      PRIMARY KEY (unit_id, list, heading)
    ) STRICT, WITHOUT ROWID;
INSERT INTO list_column VALUES('van-phong-tan-khe','staff','heading-1','[]');
CREATE TABLE check_in (
      unit_id   TEXT NOT NULL,
      period_id TEXT NOT NULL,
      shift_id  TEXT NOT NULL,
      staff_id  TEXT NOT NULL,
      at        INTEGER NOT NULL,
      way       TEXT NOT NULL CHECK (way IN ('page', 'link', 'wall', 'told')),
      actor     TEXT NOT NULL,
      PRIMARY KEY (unit_id, period_id, shift_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO check_in VALUES('van-phong-tan-khe','period_id-1','shift_id-1','cao-ba-vu',1,'page','[]');
CREATE TABLE notice_choice (
      unit_id    TEXT NOT NULL,
      staff_id   TEXT NOT NULL,
      quiet_from TEXT,
      quiet_to   TEXT,
      evening    INTEGER NOT NULL,
      hour       INTEGER NOT NULL,
      off        TEXT NOT NULL,
      PRIMARY KEY (unit_id, staff_id),
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO notice_choice VALUES('van-phong-tan-khe','cao-ba-vu','[]','[]',1,1,'[]');
CREATE TABLE mention (
      number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      unit_id   TEXT NOT NULL REFERENCES unit (id),
      ghost_id  TEXT NOT NULL,
      place     TEXT NOT NULL,
      row_key   TEXT NOT NULL,
      starts_at INTEGER NOT NULL,
      stops_at  INTEGER NOT NULL CHECK (stops_at > starts_at),
      seal      TEXT NOT NULL
    ) STRICT;
INSERT INTO mention VALUES(1,'van-phong-tan-khe','[]','[]','[]',1800000005000,1800000006000,'[]');
CREATE TABLE audit_forward (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL
    ) STRICT;
INSERT INTO audit_forward VALUES(1,1);
CREATE TABLE data_request (
      id          TEXT NOT NULL PRIMARY KEY,
      unit_id     TEXT NOT NULL,
      staff_id    TEXT NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('see', 'correct', 'restrict', 'complain', 'erase')),
      words       TEXT NOT NULL,
      asked_at    INTEGER NOT NULL,
      answered_at INTEGER,
      done_at     INTEGER,
      answer      TEXT NOT NULL,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO data_request VALUES('id-1','van-phong-tan-khe','cao-ba-vu','see','[]',1800000005000,1800000006000,1800000007000,'[]');
CREATE TABLE data_breach (
      id       TEXT NOT NULL PRIMARY KEY,
      unit_id  TEXT NOT NULL REFERENCES unit (id),
      found_at INTEGER NOT NULL,
      words    TEXT NOT NULL,
      told_at  INTEGER
    ) STRICT;
INSERT INTO data_breach VALUES('id-1','van-phong-tan-khe',1800000002000,'[]',1800000004000);
CREATE TABLE passkey (
      id         TEXT NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      public_key TEXT NOT NULL,
      counter    INTEGER NOT NULL,
      transports TEXT NOT NULL,
      name       TEXT NOT NULL,
      added_at   INTEGER NOT NULL,
      used_at    INTEGER
    ) STRICT;
INSERT INTO passkey VALUES('id-1','id-1','[]',1,'[]','[]',1800000006000,1800000007000);
CREATE TABLE passkey_answer (
      challenge_hash TEXT NOT NULL PRIMARY KEY,
      at             INTEGER NOT NULL
    ) STRICT;
INSERT INTO passkey_answer VALUES('challenge_hash-1',1);
CREATE TABLE safety (
      id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      level  INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      since  INTEGER NOT NULL,
      chosen TEXT NOT NULL
    ) STRICT;
INSERT INTO safety VALUES(1,1,1,'[]');
CREATE TABLE unit_place (
    unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id),
    superior_id   TEXT REFERENCES unit (id),
    kind          TEXT NOT NULL,
    branch        TEXT NOT NULL,
    contact_name  TEXT NOT NULL,
    contact_title TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_email TEXT NOT NULL
  ) STRICT;
INSERT INTO unit_place VALUES('van-phong-tan-khe','van-phong-tan-khe','[]','[]','[]','[]','[]','[]');
CREATE TABLE unit_move (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id     TEXT NOT NULL REFERENCES unit (id),
    superior_id TEXT REFERENCES unit (id),
    at          INTEGER NOT NULL
  ) STRICT;
INSERT INTO unit_move VALUES(1,'van-phong-tan-khe','van-phong-tan-khe',1);
CREATE TABLE duty_order (
    id             TEXT NOT NULL PRIMARY KEY,
    unit_id        TEXT REFERENCES unit (id),
    superior_name  TEXT NOT NULL,
    zone           TEXT NOT NULL,
    content        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'lifted')),
    revision       INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    sent_at        INTEGER,
    changed_at     INTEGER,
    lifted_at      INTEGER,
    origin_address TEXT,
    origin_id      TEXT
  ) STRICT;
INSERT INTO duty_order VALUES('id-1','van-phong-tan-khe','[]','[]','[]','draft',1,1800000007000,1800000008000,1800000009000,1800000010000,'[]','[]');
CREATE TABLE order_revision (
    order_id TEXT NOT NULL REFERENCES duty_order (id),
    revision INTEGER NOT NULL,
    content  TEXT NOT NULL,
    sent_at  INTEGER NOT NULL,
    sent_by  TEXT NOT NULL,
    PRIMARY KEY (order_id, revision)
  ) STRICT;
INSERT INTO order_revision VALUES('id-1',1,'[]',1800000003000,'[]');
CREATE TABLE order_file (
    order_id  TEXT NOT NULL REFERENCES duty_order (id),
    id        TEXT NOT NULL,
    file_name TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    content   TEXT NOT NULL,
    saved_at  INTEGER NOT NULL,
    PRIMARY KEY (order_id, id)
  ) STRICT;
INSERT INTO order_file VALUES('id-1','id-1','[]',1,'[]',1800000005000);
CREATE TABLE answer (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id  TEXT NOT NULL REFERENCES duty_order (id),
    unit_id   TEXT NOT NULL REFERENCES unit (id),
    number    INTEGER NOT NULL,
    sent_at   INTEGER NOT NULL,
    sent_by   TEXT NOT NULL,
    source    TEXT NOT NULL CHECK (source IN ('roster', 'link', 'file', 'machine')),
    period_id TEXT,
    version   INTEGER,
    revision  INTEGER NOT NULL,
    late      INTEGER NOT NULL,
    UNIQUE (order_id, unit_id, number)
  ) STRICT;
INSERT INTO answer VALUES(1,'id-1','van-phong-tan-khe',1,1800000004000,'[]','roster','[]',1,1,1);
CREATE TABLE answer_duty (
    answer_id INTEGER NOT NULL REFERENCES answer (id),
    position  INTEGER NOT NULL,
    tier      TEXT NOT NULL,
    label     TEXT NOT NULL,
    demand_id TEXT,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    name      TEXT NOT NULL,
    title     TEXT NOT NULL,
    phone     TEXT NOT NULL,
    staff_id  TEXT,
    PRIMARY KEY (answer_id, position)
  ) STRICT, WITHOUT ROWID;
INSERT INTO answer_duty VALUES(1,1,'[]','[]','[]',1800000005000,1800000006000,'[]','[]','[]','[]');
CREATE TABLE answer_count (
    answer_id       INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
    revision        INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    asked_minutes   INTEGER NOT NULL,
    covered_minutes INTEGER NOT NULL,
    short_minutes   INTEGER NOT NULL,
    phones_missing  INTEGER NOT NULL
  ) STRICT;
INSERT INTO answer_count VALUES(1,1,1,1,1,1,1);
CREATE TABLE answer_day (
    answer_id       INTEGER NOT NULL REFERENCES answer (id),
    day             TEXT NOT NULL,
    demand_id       TEXT NOT NULL,
    tier            TEXT NOT NULL,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    asked_minutes   INTEGER NOT NULL,
    covered_minutes INTEGER NOT NULL,
    short_minutes   INTEGER NOT NULL,
    phones_missing  INTEGER NOT NULL,
    gaps            TEXT NOT NULL,
    PRIMARY KEY (answer_id, day, demand_id)
  ) STRICT, WITHOUT ROWID;
INSERT INTO answer_day VALUES(1,'day-1','demand_id-1','[]',1800000004000,1800000005000,1,1,1,1,'[]');
CREATE TABLE answer_document (
    answer_id  INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
    number     TEXT NOT NULL,
    day        TEXT,
    signer     TEXT NOT NULL,
    file_name  TEXT,
    content    TEXT,
    saved_at   INTEGER NOT NULL
  ) STRICT;
INSERT INTO answer_document VALUES(1,'[]','[]','[]','[]','[]',1800000006000);
CREATE TABLE asked_unit (
    order_id    TEXT NOT NULL REFERENCES duty_order (id),
    unit_id     TEXT NOT NULL REFERENCES unit (id),
    kind        TEXT NOT NULL,
    branch      TEXT NOT NULL,
    deadline    INTEGER NOT NULL,
    opened_at   INTEGER,
    period_id   TEXT,
    answer_id   INTEGER REFERENCES answer (id),
    outdated_at INTEGER,
    PRIMARY KEY (order_id, unit_id)
  ) STRICT;
INSERT INTO asked_unit VALUES('id-1','van-phong-tan-khe','[]','[]',1,1800000005000,'[]',1,1800000008000);
CREATE TABLE duty_report (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id TEXT NOT NULL REFERENCES duty_order (id),
    unit_id  TEXT NOT NULL REFERENCES unit (id),
    duty_id  TEXT NOT NULL,
    due_at   INTEGER NOT NULL,
    sent_at  INTEGER NOT NULL,
    sent_by  TEXT NOT NULL,
    signer   TEXT NOT NULL,
    calm     INTEGER NOT NULL,
    late     INTEGER NOT NULL,
    texts    TEXT NOT NULL
  ) STRICT;
INSERT INTO duty_report VALUES(1,'id-1','van-phong-tan-khe','[]',1800000004000,1800000005000,'[]','[]',1,1,'[]');
CREATE TABLE answer_link (
    id           TEXT NOT NULL PRIMARY KEY,
    order_id     TEXT NOT NULL REFERENCES duty_order (id),
    unit_id      TEXT NOT NULL REFERENCES unit (id),
    token_hash   TEXT NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER,
    last_client  TEXT,
    revoked_at   INTEGER,
    ends_at      INTEGER
  ) STRICT;
INSERT INTO answer_link VALUES('id-1','id-1','van-phong-tan-khe','[]',1800000004000,1800000005000,'[]',1800000007000,1800000008000);
CREATE TABLE watch_setting (
      unit_id          TEXT NOT NULL PRIMARY KEY,
      parts            TEXT NOT NULL,
      kept_months      INTEGER NOT NULL CHECK (kept_months > 0),
      kept_long_months INTEGER NOT NULL CHECK (kept_long_months >= kept_months)
    ) STRICT;
INSERT INTO watch_setting VALUES('unit_id-1','[]',1,1);
CREATE TABLE log_entry (
      unit_id     TEXT NOT NULL,
      number      INTEGER NOT NULL CHECK (number > 0),
      entry_key   TEXT NOT NULL,
      written_at  INTEGER NOT NULL,
      received_at INTEGER NOT NULL CHECK (received_at >= written_at),
      kind        TEXT NOT NULL,
      severity    TEXT NOT NULL,
      actor       TEXT NOT NULL,
      staff_id    TEXT,
      period_id   TEXT,
      shift_id    TEXT,
      post_id     TEXT,
      system      TEXT NOT NULL,
      words       TEXT NOT NULL,
      folded      TEXT NOT NULL,
      subject     TEXT,
      facts       TEXT NOT NULL,
      open        INTEGER NOT NULL CHECK (open IN (0, 1)),
      wanted_from TEXT NOT NULL,
      wanted_by   INTEGER,
      closes      INTEGER,
      corrects    INTEGER,
      pictures    TEXT NOT NULL,
      purged      INTEGER NOT NULL CHECK (purged IN (0, 1)),
      told        TEXT NOT NULL,
      link        TEXT NOT NULL,
      retold      TEXT,
      PRIMARY KEY (unit_id, number),
      UNIQUE (unit_id, entry_key)
    ) STRICT;
INSERT INTO log_entry VALUES('unit_id-1',1,'[]',1800000003000,1800000004000,'[]','[]','[]','[]','[]','[]','[]','[]','[]','[]','[]','[]',0,'[]',1,1,1,'[]',0,'[]','[]','[]');
CREATE TABLE log_picture (
      unit_id      TEXT NOT NULL,
      entry_number INTEGER NOT NULL,
      place        INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2),
      type         TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
      bytes        BLOB NOT NULL,
      PRIMARY KEY (unit_id, entry_number, place)
    ) STRICT;
INSERT INTO log_picture VALUES('unit_id-1',1,1,'image/jpeg',X'78');
CREATE TABLE log_chain (
      unit_id      TEXT NOT NULL PRIMARY KEY,
      start_number INTEGER NOT NULL,
      start_link   TEXT NOT NULL,
      start_proof  TEXT NOT NULL,
      head_number  INTEGER NOT NULL,
      head_proof   TEXT NOT NULL
    ) STRICT;
INSERT INTO log_chain VALUES('unit_id-1',1,'[]','[]',1,'[]');
CREATE TABLE watched_system (
      unit_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      id      TEXT NOT NULL,
      name    TEXT NOT NULL,
      level   INTEGER CHECK (level BETWEEN 1 AND 5),
      owner   TEXT NOT NULL,
      phone   TEXT NOT NULL,
      email   TEXT NOT NULL,
      note    TEXT NOT NULL,
      former  TEXT NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT;
INSERT INTO watched_system VALUES('van-phong-tan-khe','id-1','[]',1,'[]','[]','[]','[]','[]');
CREATE TABLE system_setting (
      unit_id      TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      certificates TEXT NOT NULL
    ) STRICT;
INSERT INTO system_setting VALUES('van-phong-tan-khe','[]');
CREATE TABLE watch_check (
      unit_id        TEXT NOT NULL,
      id             TEXT NOT NULL,
      post_id        TEXT NOT NULL,
      position       INTEGER NOT NULL,
      system         TEXT NOT NULL,
      name           TEXT NOT NULL,
      times          TEXT NOT NULL,
      asks           TEXT NOT NULL,
      phrases        TEXT NOT NULL,
      severity       TEXT NOT NULL CHECK (severity IN ('warning', 'serious')),
      within_minutes INTEGER NOT NULL CHECK (within_minutes > 0),
      since          INTEGER NOT NULL,
      PRIMARY KEY (unit_id, id)
    ) STRICT;
INSERT INTO watch_check VALUES('unit_id-1','id-1','[]',1,'[]','[]','[]','[]','[]','warning',1,1);
CREATE TABLE order_reminder (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      way         TEXT NOT NULL CHECK (way IN ('mail', 'text')),
      address     TEXT NOT NULL,
      reminded_at INTEGER NOT NULL,
      reminded_by TEXT NOT NULL,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      sent_at     INTEGER,
      outcome     TEXT NOT NULL
    , about TEXT NOT NULL DEFAULT 'remind') STRICT;
INSERT INTO order_reminder VALUES(1,'id-1','van-phong-tan-khe','mail','[]',1800000005000,'[]',1,1800000008000,1800000009000,'[]','remind');
CREATE TABLE signed_document (
      unit_id      TEXT NOT NULL REFERENCES unit (id),
      id           TEXT NOT NULL,
      period_id    TEXT NOT NULL,
      version      INTEGER NOT NULL,
      part         TEXT NOT NULL,
      issued_at    INTEGER NOT NULL,
      issued_bytes INTEGER NOT NULL,
      sha256       TEXT NOT NULL,
      signed_at    INTEGER,
      signed_bytes INTEGER,
      signatures   TEXT,
      content      TEXT,
      PRIMARY KEY (unit_id, id)
    ) STRICT;
INSERT INTO signed_document VALUES('van-phong-tan-khe','id-1','[]',1,'[]',1800000005000,1,'[]',1800000008000,1,'[]','[]');
CREATE TABLE incident_rules (
      unit_id TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      rules   TEXT NOT NULL
    ) STRICT;
INSERT INTO incident_rules VALUES('van-phong-tan-khe','[]');
CREATE TABLE incident (
      unit_id       TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      number        INTEGER NOT NULL CHECK (number > 0),
      title         TEXT NOT NULL,
      kind          TEXT NOT NULL,
      level         TEXT NOT NULL,
      systems       TEXT NOT NULL,
      detected_at   INTEGER NOT NULL,
      opened_at     INTEGER NOT NULL,
      personal_data INTEGER NOT NULL CHECK (personal_data IN (0, 1)),
      origin        INTEGER NOT NULL,
      rules         TEXT NOT NULL,
      closed_at     INTEGER,
      cause         TEXT NOT NULL,
      remaining     TEXT NOT NULL,
      PRIMARY KEY (unit_id, number)
    ) STRICT;
INSERT INTO incident VALUES('van-phong-tan-khe',1,'[]','[]','[]','[]',1800000006000,1800000007000,0,1,'[]',1800000011000,'[]','[]');
CREATE TABLE incident_report (
      unit_id  TEXT NOT NULL,
      incident INTEGER NOT NULL,
      number   INTEGER NOT NULL CHECK (number > 0),
      duty     TEXT NOT NULL,
      content  TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      sent_at  INTEGER,
      receipt  TEXT NOT NULL,
      PRIMARY KEY (unit_id, incident, number),
      FOREIGN KEY (unit_id, incident) REFERENCES incident (unit_id, number) ON DELETE CASCADE
    ) STRICT;
INSERT INTO incident_report VALUES('van-phong-tan-khe',1,1,'[]','[]',1800000005000,1800000006000,'[]');
CREATE TABLE alert (
      unit_id     TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      number      INTEGER NOT NULL CHECK (number > 0),
      source      TEXT NOT NULL,
      alert_key   TEXT NOT NULL,
      title       TEXT NOT NULL,
      severity    TEXT NOT NULL,
      system      TEXT NOT NULL,
      fired_at    INTEGER NOT NULL,
      entry       INTEGER NOT NULL,
      times       INTEGER NOT NULL,
      taken_at    INTEGER,
      resolved_at INTEGER,
      PRIMARY KEY (unit_id, number)
    ) STRICT;
INSERT INTO alert VALUES('van-phong-tan-khe',1,'[]','[]','[]','[]','[]',1800000007000,1,1,1800000010000,1800000011000);
CREATE TABLE alert_told (
      unit_id  TEXT NOT NULL,
      alert    INTEGER NOT NULL,
      staff_id TEXT NOT NULL,
      at       INTEGER NOT NULL,
      took     INTEGER NOT NULL CHECK (took IN (0, 1)),
      PRIMARY KEY (unit_id, alert, staff_id),
      FOREIGN KEY (unit_id, alert) REFERENCES alert (unit_id, number) ON DELETE CASCADE,
      FOREIGN KEY (unit_id, staff_id) REFERENCES staff_member (unit_id, id) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT;
INSERT INTO alert_told VALUES('van-phong-tan-khe',1,'cao-ba-vu',1,0);
CREATE TABLE alert_source (
      unit_id TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      name    TEXT NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (unit_id, name)
    ) STRICT;
INSERT INTO alert_source VALUES('van-phong-tan-khe','name-1',1800000002000);
CREATE TABLE alert_setting (
      unit_id        TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      next_minutes   INTEGER NOT NULL CHECK (next_minutes > 0),
      silent_minutes INTEGER NOT NULL CHECK (silent_minutes > 0)
    ) STRICT;
INSERT INTO alert_setting VALUES('van-phong-tan-khe',1,1);
CREATE TABLE key_proof (
      id    INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      proof TEXT NOT NULL
    ) STRICT;
INSERT INTO key_proof VALUES(1,'[]');
CREATE TABLE upward_link (
      unit_id       TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      address       TEXT NOT NULL,
      secret        TEXT NOT NULL,
      superior_name TEXT NOT NULL,
      unit_name     TEXT NOT NULL,
      saved_at      INTEGER NOT NULL,
      asked_at      INTEGER,
      read_at       INTEGER,
      outcome       TEXT NOT NULL
    ) STRICT;
INSERT INTO upward_link VALUES('van-phong-tan-khe','[]','[]','[]','[]',1800000005000,1800000006000,1800000007000,'[]');
CREATE TABLE answer_upload (
      answer_id   INTEGER NOT NULL PRIMARY KEY REFERENCES answer (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      upload_key  TEXT NOT NULL UNIQUE,
      created_at  INTEGER NOT NULL,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      received_at INTEGER,
      outcome     TEXT NOT NULL,
      receipt     TEXT
    ) STRICT;
INSERT INTO answer_upload VALUES(1,'van-phong-tan-khe','[]',1800000003000,1,1800000005000,1800000006000,'[]','[]');
CREATE TABLE answer_receipt (
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      receipt_key TEXT NOT NULL,
      body_hash   TEXT NOT NULL,
      answer_id   INTEGER NOT NULL REFERENCES answer (id),
      receipt     TEXT NOT NULL,
      PRIMARY KEY (order_id, unit_id, receipt_key)
    ) STRICT;
INSERT INTO answer_receipt VALUES('id-1','van-phong-tan-khe','receipt_key-1','[]',1,'[]');
CREATE TABLE order_setting (
      unit_id     TEXT NOT NULL PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
      phones_days INTEGER NOT NULL CHECK (phones_days BETWEEN 0 AND 3650)
    ) STRICT;
INSERT INTO order_setting VALUES('van-phong-tan-khe',1);
CREATE TABLE directory_membership (
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      unit_id    TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
      PRIMARY KEY (account_id, unit_id)
    ) STRICT;
INSERT INTO directory_membership VALUES('id-1','van-phong-tan-khe');
CREATE TABLE directory_leaver (
      account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE
    ) STRICT;
INSERT INTO directory_leaver VALUES('id-1');
CREATE TABLE report_upload (
      report_id   INTEGER NOT NULL PRIMARY KEY REFERENCES duty_report (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      upload_key  TEXT NOT NULL UNIQUE,
      attempts    INTEGER NOT NULL,
      next_at     INTEGER,
      received_at INTEGER,
      outcome     TEXT NOT NULL
    ) STRICT;
INSERT INTO report_upload VALUES(1,'van-phong-tan-khe','[]',1,1800000004000,1800000005000,'[]');
CREATE TABLE report_receipt (
      order_id    TEXT NOT NULL REFERENCES duty_order (id),
      unit_id     TEXT NOT NULL REFERENCES unit (id),
      receipt_key TEXT NOT NULL,
      body_hash   TEXT NOT NULL,
      report_id   INTEGER NOT NULL REFERENCES duty_report (id),
      PRIMARY KEY (order_id, unit_id, receipt_key)
    ) STRICT;
INSERT INTO report_receipt VALUES('id-1','van-phong-tan-khe','receipt_key-1','[]',1);
CREATE TABLE held_form (
      id_hash    TEXT NOT NULL PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      until      INTEGER NOT NULL,
      sealed     TEXT NOT NULL
    ) STRICT;
INSERT INTO held_form VALUES('id_hash-1','id-1',1,'[]');
CREATE TRIGGER version_follows BEFORE INSERT ON version
   WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM version
                           WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
     OR NEW.published_at <= (SELECT max(published_at) FROM version
                             WHERE unit_id = NEW.unit_id AND period_id = NEW.period_id)
   BEGIN SELECT raise(ABORT, 'a version follows the one before'); END;
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
CREATE INDEX known_device_by_token ON known_device (token_hash);
CREATE INDEX duty_by_end ON duty (unit_id, ends_at);
CREATE INDEX duty_by_person ON duty (unit_id, staff_id, ends_at);
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
     BEGIN SELECT raise(ABORT, 'a published version never changes'); END;
CREATE INDEX replacement_open ON replacement (unit_id, approval) WHERE approval IN ('waiting', 'refused');
CREATE INDEX notice_unspread ON notice (number) WHERE spread_at IS NULL;
CREATE INDEX notice_unread ON notice (unit_id, staff_id) WHERE read_at IS NULL;
CREATE INDEX notice_by_period ON notice (unit_id, period_id);
CREATE INDEX notice_delivery_due ON notice_delivery (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX notice_delivery_line ON notice_delivery (unit_id, staff_id, channel, number)
     WHERE next_at IS NOT NULL;
CREATE INDEX notice_delivery_by_unit ON notice_delivery (unit_id, number);
CREATE INDEX push_subscription_by_person ON push_subscription (unit_id, staff_id);
CREATE INDEX display_link_by_unit ON display_link (unit_id);
CREATE INDEX seat_call_by_period ON seat_call (unit_id, period_id);
CREATE INDEX seat_call_of_person ON seat_call_person (unit_id, staff_id);
CREATE INDEX mention_by_person ON mention (unit_id, ghost_id);
CREATE INDEX data_request_by_unit ON data_request (unit_id, asked_at);
CREATE INDEX passkey_by_account ON passkey (account_id);
CREATE INDEX unit_place_by_superior ON unit_place (superior_id);
CREATE INDEX unit_move_by_unit ON unit_move (unit_id);
CREATE INDEX duty_order_by_unit ON duty_order (unit_id);
CREATE INDEX answer_by_period ON answer (unit_id, period_id);
CREATE TRIGGER answer_never_changes BEFORE UPDATE ON answer
   BEGIN SELECT raise(ABORT, 'an answer never changes'); END;
CREATE TRIGGER answer_never_goes BEFORE DELETE ON answer
   BEGIN SELECT raise(ABORT, 'an answer never goes away'); END;
CREATE INDEX answer_duty_by_start ON answer_duty (starts_at);
CREATE TRIGGER answer_duty_never_changes BEFORE UPDATE ON answer_duty
   BEGIN SELECT raise(ABORT, 'an answer never changes'); END;
CREATE TRIGGER answer_duty_never_goes BEFORE DELETE ON answer_duty
   BEGIN SELECT raise(ABORT, 'an answer never goes away'); END;
CREATE INDEX asked_unit_by_unit ON asked_unit (unit_id);
CREATE INDEX asked_unit_by_answer ON asked_unit (answer_id);
CREATE INDEX duty_report_by_unit ON duty_report (order_id, unit_id, due_at);
CREATE INDEX answer_link_by_order ON answer_link (order_id, unit_id);
CREATE INDEX answer_link_by_unit ON answer_link (unit_id);
CREATE INDEX log_entry_of_shift ON log_entry (unit_id, period_id, shift_id, number);
CREATE INDEX log_entry_about ON log_entry (unit_id, subject, number) WHERE subject IS NOT NULL;
CREATE INDEX log_entry_open ON log_entry (unit_id, number) WHERE open = 1;
CREATE INDEX log_entry_closes ON log_entry (unit_id, closes) WHERE closes IS NOT NULL;
CREATE INDEX log_entry_corrects ON log_entry (unit_id, corrects) WHERE corrects IS NOT NULL;
CREATE INDEX log_entry_kept ON log_entry (unit_id, kind, received_at) WHERE purged = 0;
CREATE TRIGGER log_entry_follows BEFORE INSERT ON log_entry
     WHEN NEW.number <> 1 + coalesce(
         (SELECT max(number) FROM log_entry WHERE unit_id = NEW.unit_id),
         (SELECT start_number FROM log_chain WHERE unit_id = NEW.unit_id), 0)
       OR EXISTS (SELECT 1 FROM log_entry WHERE unit_id = NEW.unit_id AND entry_key = NEW.entry_key)
     BEGIN SELECT raise(ABORT, 'an entry of the log follows the one before'); END;
CREATE TRIGGER log_entry_never_changes BEFORE UPDATE ON log_entry
     BEGIN SELECT raise(ABORT, 'an entry of the log never changes'); END;
CREATE TRIGGER log_entry_never_goes BEFORE DELETE ON log_entry
     BEGIN SELECT raise(ABORT, 'an entry of the log never goes away'); END;
CREATE TRIGGER log_picture_comes_once BEFORE INSERT ON log_picture
     WHEN EXISTS (SELECT 1 FROM log_picture WHERE unit_id = NEW.unit_id
                  AND entry_number = NEW.entry_number AND place = NEW.place)
     BEGIN SELECT raise(ABORT, 'a picture of the log never changes'); END;
CREATE TRIGGER log_picture_never_changes BEFORE UPDATE ON log_picture
     BEGIN SELECT raise(ABORT, 'a picture of the log never changes'); END;
CREATE TRIGGER log_picture_never_goes BEFORE DELETE ON log_picture
     BEGIN SELECT raise(ABORT, 'a picture of the log never goes away'); END;
CREATE INDEX order_reminder_by_order ON order_reminder (order_id, id);
CREATE INDEX order_reminder_due ON order_reminder (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX period_by_id ON period (id);
CREATE INDEX signed_document_of_version ON signed_document (unit_id, period_id, version);
CREATE INDEX incident_open ON incident (unit_id, number) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX alert_open ON alert (unit_id, source, alert_key) WHERE resolved_at IS NULL;
CREATE INDEX answer_upload_due ON answer_upload (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX kept_run_going ON kept_run (started_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX kept_run_id ON kept_run (id);
CREATE INDEX report_upload_due ON report_upload (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX held_form_by_account ON held_form (account_id, until);
CREATE INDEX held_form_by_end ON held_form (until);
CREATE INDEX directory_membership_by_unit ON directory_membership (unit_id);
COMMIT;
