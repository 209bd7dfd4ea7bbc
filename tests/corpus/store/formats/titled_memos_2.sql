BEGIN TRANSACTION;
CREATE TABLE assignment (
	coder_id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	blind BOOLEAN NOT NULL, 
	first_pass_done_at VARCHAR, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_assignment_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT fk_assignment_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT uq_assignment_uid UNIQUE (uid)
);
CREATE TABLE attribute (
	name VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_attribute_uid UNIQUE (uid)
);
CREATE TABLE attribute_value (
	attribute_id INTEGER NOT NULL, 
	document_id INTEGER, 
	participant_id INTEGER, 
	value VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_attribute_value_attribute_id FOREIGN KEY(attribute_id) REFERENCES attribute (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attribute_value_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attribute_value_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT uq_attribute_value_uid UNIQUE (uid)
);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	coder VARCHAR NOT NULL, 
	sitting VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	reverts INTEGER, 
	barrier BOOLEAN NOT NULL, 
	CONSTRAINT fk_change_reverts FOREIGN KEY(reverts) REFERENCES change (id)
);
INSERT INTO "change" VALUES(1,'43de2e73-67b4-4f4f-b94e-92ff19dbab11','new','New project','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,1);
INSERT INTO "change" VALUES(2,'5c07533c-e966-4b40-aeec-e533d3f93ac0','import','Import document','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(3,'70233cbe-148a-447a-ad9f-36e8f1d34e65','edit','Add framework','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(4,'962ea88d-e902-48a0-885b-1692b015d8db','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(5,'b18b13bd-8cc4-44bb-a224-50aa451e316a','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(6,'bdf0ec36-a840-48fd-86b0-0cceba5bd587','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(7,'1ba6a23c-de4d-4664-bb07-6fa954418118','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(8,'4f2b8313-0a99-4962-ab13-74dd8454e6e3','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(9,'f2874cd4-bed4-43d5-8a65-fc0d92028c3b','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(10,'44843774-b540-4b7f-b487-88264fa21fce','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(11,'079e499c-e0b8-4273-923f-9d5f276c3c4f','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(12,'ac9fc169-df2e-4ec5-b82b-7ec7963526e4','edit','Add code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(13,'59968cec-38c3-4258-9aa0-4795b4ab5c1e','edit','Fits nothing','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(14,'9cc1efd6-5bdf-467d-8b9e-f1f008adf3d2','edit','Fits nothing','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(15,'5815aeca-f1ba-4dd0-9287-a05b14166a5f','edit','Fits nothing','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(16,'1015a5e1-e3f4-4bba-8cbc-061d97672c89','edit','Fits nothing','Bob','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(17,'1149f5a0-ee6e-4617-a01a-590b1096be95','edit','Merge codes','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(18,'07442649-eb27-4d27-9939-2d22137dd1b8','edit','Fits nothing','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(19,'400add8c-5275-4b98-86d8-b82dbfe063a4','edit','Edit memo','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(20,'20833b11-e065-4a75-851c-8f01e8330083','edit','Add memo','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(21,'b0fb1bee-cd69-4cae-9a15-19ede7c0ceb2','edit','Add memo','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(22,'3879792c-572f-4b27-b85b-ebd22dfc5b81','edit','Refuse link','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(23,'0261815c-f3ad-4548-989d-2c7131669c1a','edit','Refuse link','Bob','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(24,'d40caaad-5e92-4127-a478-47015d8cce2c','edit','Refuse link','Bob','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(25,'e59fb266-3fe5-4aa1-9e72-f4a200aeeebf','edit','Refuse link','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(26,'4e03f6c3-e6a3-40d5-a518-80c65642d73c','edit','Remove code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(27,'c3106be2-257c-4a25-8245-de205e229f0e','edit','Refuse link','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(28,'9f150fb4-d5fb-4b53-921c-f9821b5923fa','edit','Link code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(29,'0c38baf1-ee3c-4f63-9e24-3a66419da5f6','edit','Apply code','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
INSERT INTO "change" VALUES(30,'e1077ae6-8aab-4bdc-8ada-a9abb3a18acc','edit','Judge','Ada','994a682f-5504-4434-934a-6a2df6e59778','2026-11-28T16:00:25Z',NULL,0);
CREATE TABLE change_row (
	id INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	stored VARCHAR NOT NULL, 
	"row" INTEGER NOT NULL, 
	verb VARCHAR NOT NULL, 
	image VARCHAR, 
	CONSTRAINT pk_change_row PRIMARY KEY (id), 
	CONSTRAINT fk_change_row_change FOREIGN KEY(change) REFERENCES change (id)
);
INSERT INTO "change_row" VALUES(1,1,'project',1,'insert',NULL);
INSERT INTO "change_row" VALUES(2,2,'document',1,'insert',NULL);
INSERT INTO "change_row" VALUES(3,2,'passage',1,'insert',NULL);
INSERT INTO "change_row" VALUES(4,3,'framework',1,'insert',NULL);
INSERT INTO "change_row" VALUES(5,3,'code',1,'insert',NULL);
INSERT INTO "change_row" VALUES(6,3,'code',2,'insert',NULL);
INSERT INTO "change_row" VALUES(7,3,'framework',2,'insert',NULL);
INSERT INTO "change_row" VALUES(8,3,'code',3,'insert',NULL);
INSERT INTO "change_row" VALUES(9,4,'code',4,'insert',NULL);
INSERT INTO "change_row" VALUES(10,4,'code',4,'update','{"framework_id":null,"key":null,"name":"vide","parent_id":null,"position":0,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":4,"uid":"8ed41200-ace6-4425-af0d-21a75d986dd0"}');
INSERT INTO "change_row" VALUES(11,5,'code',5,'insert',NULL);
INSERT INTO "change_row" VALUES(12,5,'code',5,'update','{"framework_id":null,"key":null,"name":"raison","parent_id":null,"position":1,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":5,"uid":"c3d153fd-f474-4b96-a74e-3294fbdfb487"}');
INSERT INTO "change_row" VALUES(13,6,'code',6,'insert',NULL);
INSERT INTO "change_row" VALUES(14,6,'code',6,'update','{"framework_id":null,"key":null,"name":"longue","parent_id":null,"position":2,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":6,"uid":"cf2eceff-b0f1-4c8e-8acf-86f0330bcaef"}');
INSERT INTO "change_row" VALUES(15,7,'code',7,'insert',NULL);
INSERT INTO "change_row" VALUES(16,7,'code',7,'update','{"framework_id":null,"key":null,"name":"fondu","parent_id":null,"position":3,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":7,"uid":"825baf7a-99dc-4c03-8480-389296db8c4f"}');
INSERT INTO "change_row" VALUES(17,8,'code',8,'insert',NULL);
INSERT INTO "change_row" VALUES(18,8,'code',8,'update','{"framework_id":null,"key":null,"name":"renommé","parent_id":null,"position":4,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":8,"uid":"6435bb75-ee42-41b3-ad46-f14b9c3b5b3b"}');
INSERT INTO "change_row" VALUES(19,9,'code',9,'insert',NULL);
INSERT INTO "change_row" VALUES(20,9,'code',9,'update','{"framework_id":null,"key":null,"name":"parti","parent_id":null,"position":5,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":9,"uid":"2a474e9f-8eda-44b4-8705-eaae9acc2723"}');
INSERT INTO "change_row" VALUES(21,10,'code',10,'insert',NULL);
INSERT INTO "change_row" VALUES(22,10,'code',10,'update','{"framework_id":null,"key":null,"name":"lié","parent_id":null,"position":6,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":10,"uid":"de0886c0-9e0b-4b34-8212-c9acbc366662"}');
INSERT INTO "change_row" VALUES(23,11,'code',11,'insert',NULL);
INSERT INTO "change_row" VALUES(24,11,'code',11,'update','{"framework_id":null,"key":null,"name":"double","parent_id":null,"position":7,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":11,"uid":"597207ee-31f4-4d8d-9450-77ab231a0578"}');
INSERT INTO "change_row" VALUES(25,12,'code',12,'insert',NULL);
INSERT INTO "change_row" VALUES(26,12,'code',12,'update','{"framework_id":null,"key":null,"name":"simple","parent_id":null,"position":8,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":12,"uid":"3ae2bef8-cdc0-447d-b5cf-9c04c35518d5"}');
INSERT INTO "change_row" VALUES(27,13,'coder',1,'insert',NULL);
INSERT INTO "change_row" VALUES(28,13,'memo',1,'insert',NULL);
INSERT INTO "change_row" VALUES(29,13,'memo_target',1,'insert',NULL);
INSERT INTO "change_row" VALUES(30,14,'memo',2,'insert',NULL);
INSERT INTO "change_row" VALUES(31,14,'memo_target',2,'insert',NULL);
INSERT INTO "change_row" VALUES(32,15,'memo',3,'insert',NULL);
INSERT INTO "change_row" VALUES(33,15,'memo_target',3,'insert',NULL);
INSERT INTO "change_row" VALUES(34,16,'coder',2,'insert',NULL);
INSERT INTO "change_row" VALUES(35,16,'memo',4,'insert',NULL);
INSERT INTO "change_row" VALUES(36,16,'memo_target',4,'insert',NULL);
INSERT INTO "change_row" VALUES(37,17,'memo_target',4,'update','{"memo_id":4,"document_id":null,"start":null,"end":null,"code_id":7,"coding_id":null,"participant_id":null,"id":4,"uid":"5d4d3732-882e-4880-9630-b9c39e4880a2"}');
INSERT INTO "change_row" VALUES(38,17,'memo',5,'insert',NULL);
INSERT INTO "change_row" VALUES(39,17,'memo_target',5,'insert',NULL);
INSERT INTO "change_row" VALUES(40,17,'code',7,'delete','{"framework_id":null,"key":null,"name":"fondu","parent_id":null,"position":3,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"#d55e00","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":7,"uid":"825baf7a-99dc-4c03-8480-389296db8c4f"}');
INSERT INTO "change_row" VALUES(41,18,'memo',6,'insert',NULL);
INSERT INTO "change_row" VALUES(42,18,'memo_target',6,'insert',NULL);
INSERT INTO "change_row" VALUES(43,19,'memo',6,'update','{"title":"Fits nothing","body":"un avis","kind":"theoretical","coder_id":1,"created_at":"2026-11-28T16:00:25Z","edited_at":null,"id":6,"uid":"0fe29bf4-7829-4281-847b-0d4c73e2385b"}');
INSERT INTO "change_row" VALUES(44,20,'memo',7,'insert',NULL);
INSERT INTO "change_row" VALUES(45,20,'memo_target',7,'insert',NULL);
INSERT INTO "change_row" VALUES(46,21,'memo',8,'insert',NULL);
INSERT INTO "change_row" VALUES(47,21,'memo_target',8,'insert',NULL);
INSERT INTO "change_row" VALUES(48,21,'memo_target',9,'insert',NULL);
INSERT INTO "change_row" VALUES(49,22,'memo',9,'insert',NULL);
INSERT INTO "change_row" VALUES(50,22,'memo_target',10,'insert',NULL);
INSERT INTO "change_row" VALUES(51,22,'memo_target',11,'insert',NULL);
INSERT INTO "change_row" VALUES(52,23,'memo',10,'insert',NULL);
INSERT INTO "change_row" VALUES(53,23,'memo_target',12,'insert',NULL);
INSERT INTO "change_row" VALUES(54,23,'memo_target',13,'insert',NULL);
INSERT INTO "change_row" VALUES(55,24,'memo',11,'insert',NULL);
INSERT INTO "change_row" VALUES(56,24,'memo_target',14,'insert',NULL);
INSERT INTO "change_row" VALUES(57,24,'memo_target',15,'insert',NULL);
INSERT INTO "change_row" VALUES(58,25,'memo',12,'insert',NULL);
INSERT INTO "change_row" VALUES(59,25,'memo_target',16,'insert',NULL);
INSERT INTO "change_row" VALUES(60,25,'memo_target',17,'insert',NULL);
INSERT INTO "change_row" VALUES(61,26,'memo_target',16,'delete','{"memo_id":12,"document_id":null,"start":null,"end":null,"code_id":9,"coding_id":null,"participant_id":null,"id":16,"uid":"8d4ee5a9-a0aa-42b5-8943-0aff7c2d35f9"}');
INSERT INTO "change_row" VALUES(62,26,'code',9,'delete','{"framework_id":null,"key":null,"name":"parti","parent_id":null,"position":5,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"#56b4e9","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:25Z","id":9,"uid":"2a474e9f-8eda-44b4-8705-eaae9acc2723"}');
INSERT INTO "change_row" VALUES(63,27,'memo',13,'insert',NULL);
INSERT INTO "change_row" VALUES(64,27,'memo_target',18,'insert',NULL);
INSERT INTO "change_row" VALUES(65,27,'memo_target',19,'insert',NULL);
INSERT INTO "change_row" VALUES(66,28,'link',1,'insert',NULL);
INSERT INTO "change_row" VALUES(67,29,'coding',1,'insert',NULL);
INSERT INTO "change_row" VALUES(68,30,'judgement',1,'insert',NULL);
CREATE TABLE code (
	framework_id INTEGER, 
	"key" VARCHAR, 
	name VARCHAR NOT NULL, 
	parent_id INTEGER, 
	position INTEGER NOT NULL, 
	level VARCHAR, 
	short VARCHAR NOT NULL, 
	definition VARCHAR NOT NULL, 
	include VARCHAR NOT NULL, 
	exclude VARCHAR NOT NULL, 
	typical VARCHAR NOT NULL, 
	atypical VARCHAR NOT NULL, 
	colour VARCHAR NOT NULL, 
	provenance VARCHAR NOT NULL, 
	in_vivo BOOLEAN NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_code_framework_id FOREIGN KEY(framework_id) REFERENCES framework (id) ON DELETE CASCADE, 
	CONSTRAINT fk_code_parent_id FOREIGN KEY(parent_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT uq_code_uid UNIQUE (uid)
);
INSERT INTO "code" VALUES(1,'S1','Code S1',NULL,0,NULL,'','x','','','','','','',0,'2026-11-28T16:00:25Z',1,'6bc941f1-adeb-4c7c-85cb-c54d2b441218');
INSERT INTO "code" VALUES(1,'S2','Code S2',NULL,0,NULL,'','x','','','','','','',0,'2026-11-28T16:00:25Z',2,'0f5dc754-037b-4cc7-92dc-07a2f550badf');
INSERT INTO "code" VALUES(2,'A1','Code A1',NULL,0,NULL,'','x','','','','','','',0,'2026-11-28T16:00:25Z',3,'99715687-27f1-425c-b9da-14f4e717c2d4');
INSERT INTO "code" VALUES(NULL,NULL,'vide',NULL,0,NULL,'','','','','','','#0072b2','',0,'2026-11-28T16:00:25Z',4,'8ed41200-ace6-4425-af0d-21a75d986dd0');
INSERT INTO "code" VALUES(NULL,NULL,'raison',NULL,1,NULL,'','','','','','','#e69f00','',0,'2026-11-28T16:00:25Z',5,'c3d153fd-f474-4b96-a74e-3294fbdfb487');
INSERT INTO "code" VALUES(NULL,NULL,'longue',NULL,2,NULL,'','','','','','','#009e73','',0,'2026-11-28T16:00:25Z',6,'cf2eceff-b0f1-4c8e-8acf-86f0330bcaef');
INSERT INTO "code" VALUES(NULL,NULL,'renommé',NULL,4,NULL,'','','','','','','#cc79a7','',0,'2026-11-28T16:00:25Z',8,'6435bb75-ee42-41b3-ad46-f14b9c3b5b3b');
INSERT INTO "code" VALUES(NULL,NULL,'lié',NULL,6,NULL,'','','','','','','#882255','',0,'2026-11-28T16:00:25Z',10,'de0886c0-9e0b-4b34-8212-c9acbc366662');
INSERT INTO "code" VALUES(NULL,NULL,'double',NULL,7,NULL,'','','','','','','#900cfc','',0,'2026-11-28T16:00:25Z',11,'597207ee-31f4-4d8d-9450-77ab231a0578');
INSERT INTO "code" VALUES(NULL,NULL,'simple',NULL,8,NULL,'','','','','','','#b4c06c','',0,'2026-11-28T16:00:25Z',12,'3ae2bef8-cdc0-447d-b5cf-9c04c35518d5');
CREATE TABLE coder (
	name VARCHAR NOT NULL, 
	colour VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_coder_uid UNIQUE (uid)
);
INSERT INTO "coder" VALUES('Ada','',1,'f3a4de39-e39e-406a-8bf0-85ee624f5e52');
INSERT INTO "coder" VALUES('Bob','',2,'1e4e9726-94f9-48cb-8a65-ccf1eabc18ba');
CREATE TABLE coding (
	document_id INTEGER NOT NULL, 
	code_id INTEGER NOT NULL, 
	coder_id INTEGER NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	region_id INTEGER, 
	origin VARCHAR NOT NULL, 
	verdict_id INTEGER, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_coding_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_coding_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_coding_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT fk_coding_region_id FOREIGN KEY(region_id) REFERENCES region (id) ON DELETE CASCADE, 
	CONSTRAINT fk_coding_verdict_id FOREIGN KEY(verdict_id) REFERENCES verdict (id) ON DELETE SET NULL, 
	CONSTRAINT uq_coding_uid UNIQUE (uid)
);
INSERT INTO "coding" VALUES(1,10,1,0,2,NULL,'manual',NULL,'2026-11-28T16:00:25Z',1,'0413eada-f5cd-4907-aee7-77fb09b6fffa');
CREATE TABLE content (
	sha256 VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (sha256)
);
INSERT INTO "content" VALUES('fdf81fc7780bfd3258bb79dddd889f9e5f32b6d58b9d8d4e65f8c03b65b4aee9','original','text/plain',13,X'756E20646575782074726F6973');
CREATE TABLE cue (
	code_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_cue_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT uq_cue_uid UNIQUE (uid)
);
CREATE TABLE document (
	name VARCHAR NOT NULL, 
	text_sha VARCHAR NOT NULL, 
	original_sha VARCHAR NOT NULL, 
	boxes_sha VARCHAR, 
	times_sha VARCHAR, 
	media_type VARCHAR NOT NULL, 
	encoding VARCHAR, 
	language VARCHAR NOT NULL, 
	importer VARCHAR NOT NULL, 
	characters INTEGER NOT NULL, 
	words INTEGER NOT NULL, 
	imported_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_document_uid UNIQUE (uid)
);
INSERT INTO "document" VALUES('Achats','fdf81fc7780bfd3258bb79dddd889f9e5f32b6d58b9d8d4e65f8c03b65b4aee9','fdf81fc7780bfd3258bb79dddd889f9e5f32b6d58b9d8d4e65f8c03b65b4aee9',NULL,NULL,'text/plain','UTF-8','fr','plain',13,3,'2026-11-28T16:00:25Z',1,'8bf45dcb-b935-49fd-9e7e-7922cda1724c');
CREATE TABLE excerpt (
	code_id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	cuts JSON NOT NULL, 
	insertions JSON NOT NULL, 
	translation VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	coder_id INTEGER NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_excerpt_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_excerpt_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_excerpt_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT uq_excerpt_uid UNIQUE (uid)
);
CREATE TABLE exposure (
	coder VARCHAR NOT NULL, 
	document_uid VARCHAR NOT NULL, 
	shown_at VARCHAR NOT NULL, 
	CONSTRAINT pk_exposure PRIMARY KEY (coder, document_uid)
);
CREATE TABLE foreign_id (
	program VARCHAR NOT NULL, 
	guid VARCHAR NOT NULL, 
	document_id INTEGER, 
	code_id INTEGER, 
	coding_id INTEGER, 
	participant_id INTEGER, 
	coder_id INTEGER, 
	memo_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_foreign_id_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_foreign_id_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_foreign_id_coding_id FOREIGN KEY(coding_id) REFERENCES coding (id) ON DELETE CASCADE, 
	CONSTRAINT fk_foreign_id_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT fk_foreign_id_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT fk_foreign_id_memo_id FOREIGN KEY(memo_id) REFERENCES memo (id) ON DELETE CASCADE, 
	CONSTRAINT uq_foreign_id_uid UNIQUE (uid)
);
CREATE TABLE framework (
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	citation VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	forked_from VARCHAR, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_framework_uid UNIQUE (uid)
);
INSERT INTO "framework" VALUES('soins','Soins','','','fr','1','grown',NULL,0,1,'04fd4b24-5ad6-4870-a9b6-1c9b86d2dbbd');
INSERT INTO "framework" VALUES('achats','Achats','','','fr','1','grown',NULL,1,2,'2c1a27b1-5e3a-427a-989c-a5a2d7880270');
CREATE TABLE grouping (
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	parent_id INTEGER, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_grouping_parent_id FOREIGN KEY(parent_id) REFERENCES grouping (id) ON DELETE CASCADE, 
	CONSTRAINT uq_grouping_uid UNIQUE (uid)
);
CREATE TABLE grouping_member (
	grouping_id INTEGER NOT NULL, 
	document_id INTEGER, 
	participant_id INTEGER, 
	code_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_grouping_member_grouping_id FOREIGN KEY(grouping_id) REFERENCES grouping (id) ON DELETE CASCADE, 
	CONSTRAINT fk_grouping_member_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_grouping_member_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT fk_grouping_member_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT uq_grouping_member_uid UNIQUE (uid)
);
CREATE TABLE judgement (
	coding_id INTEGER NOT NULL, 
	code_id INTEGER NOT NULL, 
	verdict VARCHAR NOT NULL, 
	stance VARCHAR, 
	reason VARCHAR NOT NULL, 
	coder_id INTEGER NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_judgement_coding_id FOREIGN KEY(coding_id) REFERENCES coding (id) ON DELETE CASCADE, 
	CONSTRAINT fk_judgement_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_judgement_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT uq_judgement_uid UNIQUE (uid)
);
INSERT INTO "judgement" VALUES(1,2,'in',NULL,'',1,'2026-11-28T16:00:25Z',1,'95fb3a55-389a-4e29-b11b-f83cebfa42a0');
CREATE TABLE link (
	from_code_id INTEGER NOT NULL, 
	to_code_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	basis VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	coder_id INTEGER NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_link_from_code_id FOREIGN KEY(from_code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_link_to_code_id FOREIGN KEY(to_code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_link_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT uq_link_uid UNIQUE (uid)
);
INSERT INTO "link" VALUES(10,2,'evidence','one_by_one','','',1,'2026-11-28T16:00:25Z',1,'e4bbfeb0-7c59-46b1-aaf5-8fcfca978da4');
CREATE TABLE media (
	document_id INTEGER NOT NULL, 
	path VARCHAR NOT NULL, 
	sha256 VARCHAR, 
	duration_ms INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_media_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT uq_media_uid UNIQUE (uid)
);
CREATE TABLE memo (
	title VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	coder_id INTEGER NOT NULL, 
	created_at VARCHAR NOT NULL, 
	edited_at VARCHAR, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_memo_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT uq_memo_uid UNIQUE (uid)
);
INSERT INTO "memo" VALUES('Fits nothing','','theoretical',1,'2026-11-28T16:00:25Z',NULL,1,'1e89a0d2-100e-466d-a9ab-7d0dd3542d39');
INSERT INTO "memo" VALUES('Fits nothing','parle d''autre chose','theoretical',1,'2026-11-28T16:00:25Z',NULL,2,'9333c65f-0e92-48a4-9552-ff0e651ff1eb');
INSERT INTO "memo" VALUES('Fits nothing','première ligne
la suite
encore','theoretical',1,'2026-11-28T16:00:25Z',NULL,3,'6128db12-2bd0-4686-85c2-99af035a52b0');
INSERT INTO "memo" VALUES('Fits nothing','à part','theoretical',2,'2026-11-28T16:00:25Z',NULL,4,'00514729-b7cf-4907-a926-5cd1be24dbd1');
INSERT INTO "memo" VALUES('Fusionné : fondu','fondu','methodological',1,'2026-11-28T16:00:25Z',NULL,5,'771f0836-eb64-4240-b706-bb04a2a8078e');
INSERT INTO "memo" VALUES('Hors sujet','un avis','theoretical',1,'2026-11-28T16:00:25Z','2026-11-28T16:00:25Z',6,'0fe29bf4-7829-4281-847b-0d4c73e2385b');
INSERT INTO "memo" VALUES('Fits nothing','simple note','plain',1,'2026-11-28T16:00:25Z',NULL,7,'e4743bad-5eb1-4d80-857e-29713911732a');
INSERT INTO "memo" VALUES('Fits nothing','aussi ailleurs','theoretical',1,'2026-11-28T16:00:25Z',NULL,8,'e13b37e3-f974-4d1a-89c9-748e5cfc1026');
INSERT INTO "memo" VALUES('Does not speak for it','Definition match: parcours, irritant','theoretical',1,'2026-11-28T16:00:25Z',NULL,9,'d19fca27-9ba8-47bd-b391-a3c39d05786d');
INSERT INTO "memo" VALUES('Does not speak for it','Je ne crois pas','theoretical',2,'2026-11-28T16:00:25Z',NULL,10,'c79b48c9-3046-449b-a0eb-f32b8486405c');
INSERT INTO "memo" VALUES('Does not speak for it','un
deux','theoretical',2,'2026-11-28T16:00:25Z',NULL,11,'f88db860-8dc6-48ce-8dc4-78e7d1f49fbf');
INSERT INTO "memo" VALUES('Does not speak for it','reste','theoretical',1,'2026-11-28T16:00:25Z',NULL,12,'390bd805-25a9-432b-9839-e980c9561c75');
INSERT INTO "memo" VALUES('Does not speak for it','','theoretical',1,'2026-11-28T16:00:25Z',NULL,13,'78649271-d931-4295-87c4-835f445c238a');
CREATE TABLE memo_target (
	memo_id INTEGER NOT NULL, 
	document_id INTEGER, 
	start INTEGER, 
	"end" INTEGER, 
	code_id INTEGER, 
	coding_id INTEGER, 
	participant_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_memo_target_memo_id FOREIGN KEY(memo_id) REFERENCES memo (id) ON DELETE CASCADE, 
	CONSTRAINT fk_memo_target_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_memo_target_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_memo_target_coding_id FOREIGN KEY(coding_id) REFERENCES coding (id) ON DELETE CASCADE, 
	CONSTRAINT fk_memo_target_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT uq_memo_target_uid UNIQUE (uid)
);
INSERT INTO "memo_target" VALUES(1,NULL,NULL,NULL,4,NULL,NULL,1,'0e5e6027-f20c-4b35-be63-d948e22d2ec1');
INSERT INTO "memo_target" VALUES(2,NULL,NULL,NULL,5,NULL,NULL,2,'c3c99177-e691-4dfe-8fca-1666e4f3b243');
INSERT INTO "memo_target" VALUES(3,NULL,NULL,NULL,6,NULL,NULL,3,'be50e6da-ae71-4165-9c46-9c595df35a3b');
INSERT INTO "memo_target" VALUES(4,NULL,NULL,NULL,4,NULL,NULL,4,'5d4d3732-882e-4880-9630-b9c39e4880a2');
INSERT INTO "memo_target" VALUES(5,NULL,NULL,NULL,4,NULL,NULL,5,'faa0ac08-f9b6-4a3f-b369-d389b380737c');
INSERT INTO "memo_target" VALUES(6,NULL,NULL,NULL,8,NULL,NULL,6,'6e0683ec-e109-4590-b795-31ca972f6508');
INSERT INTO "memo_target" VALUES(7,NULL,NULL,NULL,12,NULL,NULL,7,'ce241c60-9943-42ca-a64b-8fa50d31e68f');
INSERT INTO "memo_target" VALUES(8,NULL,NULL,NULL,11,NULL,NULL,8,'ff20fa4f-34b5-49f8-a409-10b1b5c452f4');
INSERT INTO "memo_target" VALUES(8,1,NULL,NULL,NULL,NULL,NULL,9,'6d7f2cf8-040b-4787-9213-d56b2e7ef152');
INSERT INTO "memo_target" VALUES(9,NULL,NULL,NULL,5,NULL,NULL,10,'20d56cdd-5a68-48f7-8fed-2edc5705f07d');
INSERT INTO "memo_target" VALUES(9,NULL,NULL,NULL,1,NULL,NULL,11,'ad285dcd-6be5-41d2-8e6f-df138f0be064');
INSERT INTO "memo_target" VALUES(10,NULL,NULL,NULL,5,NULL,NULL,12,'463dc3ee-b757-4270-9f0f-1fa99614f4fe');
INSERT INTO "memo_target" VALUES(10,NULL,NULL,NULL,1,NULL,NULL,13,'1a6cc866-6c6c-4fed-8ee2-fae20d426fcf');
INSERT INTO "memo_target" VALUES(11,NULL,NULL,NULL,6,NULL,NULL,14,'0ad52a98-c8c9-48f4-8ba9-c6073096bd4e');
INSERT INTO "memo_target" VALUES(11,NULL,NULL,NULL,1,NULL,NULL,15,'6e8ac12b-674a-4dbd-9b9a-0ba8e875906b');
INSERT INTO "memo_target" VALUES(12,NULL,NULL,NULL,2,NULL,NULL,17,'e31ed35c-864c-4952-a3e5-4798e5542e0c');
INSERT INTO "memo_target" VALUES(13,NULL,NULL,NULL,10,NULL,NULL,18,'1ef2b985-b021-42dd-b9d2-e651b07a0fad');
INSERT INTO "memo_target" VALUES(13,NULL,NULL,NULL,3,NULL,NULL,19,'73a6fde3-1f19-414d-8478-fcafbddbb4ad');
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('lineage','160aff39-c8f2-40df-9022-3491b0e682c6');
INSERT INTO "meta" VALUES('project','d990f23a-4887-4963-9abc-14cb05b8d459');
CREATE TABLE model (
	uid VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	trained_to VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	CONSTRAINT pk_model PRIMARY KEY (uid)
);
CREATE TABLE open_change (
	change INTEGER NOT NULL, 
	CONSTRAINT pk_open_change PRIMARY KEY (change)
);
CREATE TABLE participant (
	name VARCHAR NOT NULL, 
	confidential BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_participant_uid UNIQUE (uid)
);
CREATE TABLE participation (
	participant_id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_participation_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT fk_participation_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT uq_participation_uid UNIQUE (uid)
);
CREATE TABLE passage (
	document_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	speaker_id INTEGER, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	words INTEGER NOT NULL, 
	page INTEGER, 
	start_ms INTEGER, 
	end_ms INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_passage_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_passage_speaker_id FOREIGN KEY(speaker_id) REFERENCES speaker (id) ON DELETE SET NULL, 
	CONSTRAINT uq_passage_uid UNIQUE (uid)
);
INSERT INTO "passage" VALUES(1,0,'paragraph',NULL,0,13,3,NULL,NULL,NULL,1,'ce9807b5-7d26-472d-abe7-a448de45526b');
CREATE TABLE project (
	name VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_project_uid UNIQUE (uid)
);
INSERT INTO "project" VALUES('Étude','fr','','2026-11-28T16:00:25Z',1,'45aea5e0-cf84-45d2-bd88-c96d4c93907e');
CREATE TABLE pseudonym (
	participant_id INTEGER, 
	original VARCHAR NOT NULL, 
	replacement VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_pseudonym_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pseudonym_uid UNIQUE (uid)
);
CREATE TABLE region (
	document_id INTEGER NOT NULL, 
	page INTEGER, 
	box JSON NOT NULL, 
	start_ms INTEGER, 
	end_ms INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_region_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT uq_region_uid UNIQUE (uid)
);
CREATE TABLE replacement (
	pseudonym_id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_replacement_pseudonym_id FOREIGN KEY(pseudonym_id) REFERENCES pseudonym (id) ON DELETE CASCADE, 
	CONSTRAINT fk_replacement_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT uq_replacement_uid UNIQUE (uid)
);
CREATE TABLE revision (
	document_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text_sha VARCHAR NOT NULL, 
	map_sha VARCHAR, 
	coder_id INTEGER, 
	reason VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_revision_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_revision_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL, 
	CONSTRAINT uq_revision_uid UNIQUE (uid)
);
CREATE TABLE saved_matrix (
	name VARCHAR NOT NULL, 
	rows VARCHAR NOT NULL, 
	columns VARCHAR NOT NULL, 
	cell VARCHAR NOT NULL, 
	options JSON NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_saved_matrix_uid UNIQUE (uid)
);
CREATE TABLE saved_search (
	name VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	filters JSON NOT NULL, 
	coder_id INTEGER, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_saved_search_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE SET NULL, 
	CONSTRAINT uq_saved_search_uid UNIQUE (uid)
);
CREATE TABLE speaker (
	document_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	participant_id INTEGER, 
	same_as VARCHAR, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_speaker_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speaker_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id) ON DELETE SET NULL, 
	CONSTRAINT uq_speaker_uid UNIQUE (uid)
);
CREATE TABLE state (
	coder VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_state PRIMARY KEY (coder, "key")
);
CREATE TABLE verdict (
	document_id INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	text_sha VARCHAR NOT NULL, 
	code_id INTEGER NOT NULL, 
	decision VARCHAR NOT NULL, 
	chosen_code_id INTEGER, 
	score DOUBLE, 
	chance DOUBLE, 
	basis VARCHAR NOT NULL, 
	reasons JSON NOT NULL, 
	model VARCHAR NOT NULL, 
	definition_sha VARCHAR NOT NULL, 
	coder_id INTEGER NOT NULL, 
	decided_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT fk_verdict_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE CASCADE, 
	CONSTRAINT fk_verdict_code_id FOREIGN KEY(code_id) REFERENCES code (id) ON DELETE CASCADE, 
	CONSTRAINT fk_verdict_chosen_code_id FOREIGN KEY(chosen_code_id) REFERENCES code (id) ON DELETE SET NULL, 
	CONSTRAINT fk_verdict_coder_id FOREIGN KEY(coder_id) REFERENCES coder (id) ON DELETE CASCADE, 
	CONSTRAINT uq_verdict_uid UNIQUE (uid)
);
CREATE INDEX ix_framework_key ON framework ("key");
CREATE INDEX ix_change_reverts ON change (reverts);
CREATE INDEX ix_document_name ON document (name);
CREATE INDEX ix_document_original_sha ON document (original_sha);
CREATE INDEX ix_grouping_parent_id ON grouping (parent_id);
CREATE INDEX ix_code_key ON code ("key");
CREATE INDEX ix_code_name ON code (name);
CREATE INDEX ix_code_parent_id ON code (parent_id);
CREATE INDEX ix_code_framework_id ON code (framework_id);
CREATE INDEX ix_region_document_id ON region (document_id);
CREATE INDEX ix_memo_coder_id ON memo (coder_id);
CREATE INDEX ix_saved_search_coder_id ON saved_search (coder_id);
CREATE INDEX ix_change_row_change ON change_row (change);
CREATE INDEX ix_revision_coder_id ON revision (coder_id);
CREATE INDEX ix_revision_document_id ON revision (document_id);
CREATE INDEX ix_media_document_id ON media (document_id);
CREATE INDEX ix_participation_participant_id ON participation (participant_id);
CREATE INDEX ix_participation_document_id ON participation (document_id);
CREATE INDEX ix_speaker_participant_id ON speaker (participant_id);
CREATE INDEX ix_speaker_document_id ON speaker (document_id);
CREATE INDEX ix_attribute_value_document_id ON attribute_value (document_id);
CREATE INDEX ix_attribute_value_attribute_id ON attribute_value (attribute_id);
CREATE INDEX ix_attribute_value_participant_id ON attribute_value (participant_id);
CREATE INDEX ix_assignment_coder_id ON assignment (coder_id);
CREATE INDEX ix_assignment_document_id ON assignment (document_id);
CREATE INDEX ix_pseudonym_participant_id ON pseudonym (participant_id);
CREATE INDEX ix_cue_code_id ON cue (code_id);
CREATE INDEX ix_link_from_code_id ON link (from_code_id);
CREATE INDEX ix_link_to_code_id ON link (to_code_id);
CREATE INDEX ix_link_coder_id ON link (coder_id);
CREATE INDEX ix_excerpt_coder_id ON excerpt (coder_id);
CREATE INDEX ix_excerpt_code_id ON excerpt (code_id);
CREATE INDEX ix_excerpt_document_id ON excerpt (document_id);
CREATE INDEX ix_verdict_document_id ON verdict (document_id);
CREATE INDEX ix_verdict_code_id ON verdict (code_id);
CREATE INDEX ix_verdict_coder_id ON verdict (coder_id);
CREATE INDEX ix_verdict_chosen_code_id ON verdict (chosen_code_id);
CREATE INDEX ix_passage_document_position ON passage (document_id, position);
CREATE INDEX ix_passage_speaker_id ON passage (speaker_id);
CREATE INDEX ix_grouping_member_participant_id ON grouping_member (participant_id);
CREATE INDEX ix_grouping_member_grouping_id ON grouping_member (grouping_id);
CREATE INDEX ix_grouping_member_code_id ON grouping_member (code_id);
CREATE INDEX ix_grouping_member_document_id ON grouping_member (document_id);
CREATE INDEX ix_replacement_pseudonym_id ON replacement (pseudonym_id);
CREATE INDEX ix_replacement_document_id ON replacement (document_id);
CREATE INDEX ix_coding_region_id ON coding (region_id);
CREATE INDEX ix_coding_verdict_id ON coding (verdict_id);
CREATE INDEX ix_coding_document_start ON coding (document_id, start);
CREATE INDEX ix_coding_coder_id ON coding (coder_id);
CREATE INDEX ix_coding_code_id ON coding (code_id);
CREATE INDEX ix_judgement_coding_id ON judgement (coding_id);
CREATE INDEX ix_judgement_coder_id ON judgement (coder_id);
CREATE INDEX ix_judgement_code_id ON judgement (code_id);
CREATE INDEX ix_memo_target_memo_id ON memo_target (memo_id);
CREATE INDEX ix_memo_target_document_id ON memo_target (document_id);
CREATE INDEX ix_memo_target_code_id ON memo_target (code_id);
CREATE INDEX ix_memo_target_coding_id ON memo_target (coding_id);
CREATE INDEX ix_memo_target_participant_id ON memo_target (participant_id);
CREATE INDEX ix_foreign_id_coding_id ON foreign_id (coding_id);
CREATE INDEX ix_foreign_id_code_id ON foreign_id (code_id);
CREATE INDEX ix_foreign_id_document_id ON foreign_id (document_id);
CREATE INDEX ix_foreign_id_coder_id ON foreign_id (coder_id);
CREATE INDEX ix_foreign_id_memo_id ON foreign_id (memo_id);
CREATE INDEX ix_foreign_id_participant_id ON foreign_id (participant_id);
CREATE TRIGGER "log_memo_insert" AFTER INSERT ON "memo" BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo', NEW.id, 'insert', NULL); END;
CREATE TRIGGER "log_memo_update" AFTER UPDATE ON "memo" WHEN OLD."title" IS NOT NEW."title" COLLATE BINARY OR OLD."body" IS NOT NEW."body" COLLATE BINARY OR OLD."kind" IS NOT NEW."kind" COLLATE BINARY OR OLD."coder_id" IS NOT NEW."coder_id" COLLATE BINARY OR OLD."created_at" IS NOT NEW."created_at" COLLATE BINARY OR OLD."edited_at" IS NOT NEW."edited_at" COLLATE BINARY OR OLD."id" IS NOT NEW."id" COLLATE BINARY OR OLD."uid" IS NOT NEW."uid" COLLATE BINARY BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo', OLD.id, 'update', json_object('title', OLD."title", 'body', OLD."body", 'kind', OLD."kind", 'coder_id', OLD."coder_id", 'created_at', OLD."created_at", 'edited_at', OLD."edited_at", 'id', OLD."id", 'uid', OLD."uid")); END;
CREATE TRIGGER "log_memo_delete" AFTER DELETE ON "memo" BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo', OLD.id, 'delete', json_object('title', OLD."title", 'body', OLD."body", 'kind', OLD."kind", 'coder_id', OLD."coder_id", 'created_at', OLD."created_at", 'edited_at', OLD."edited_at", 'id', OLD."id", 'uid', OLD."uid")); END;
CREATE TRIGGER "log_memo_target_insert" AFTER INSERT ON "memo_target" BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo_target', NEW.id, 'insert', NULL); END;
CREATE TRIGGER "log_memo_target_update" AFTER UPDATE ON "memo_target" WHEN OLD."memo_id" IS NOT NEW."memo_id" COLLATE BINARY OR OLD."document_id" IS NOT NEW."document_id" COLLATE BINARY OR OLD."start" IS NOT NEW."start" COLLATE BINARY OR OLD."end" IS NOT NEW."end" COLLATE BINARY OR OLD."code_id" IS NOT NEW."code_id" COLLATE BINARY OR OLD."coding_id" IS NOT NEW."coding_id" COLLATE BINARY OR OLD."participant_id" IS NOT NEW."participant_id" COLLATE BINARY OR OLD."id" IS NOT NEW."id" COLLATE BINARY OR OLD."uid" IS NOT NEW."uid" COLLATE BINARY BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo_target', OLD.id, 'update', json_object('memo_id', OLD."memo_id", 'document_id', OLD."document_id", 'start', OLD."start", 'end', OLD."end", 'code_id', OLD."code_id", 'coding_id', OLD."coding_id", 'participant_id', OLD."participant_id", 'id', OLD."id", 'uid', OLD."uid")); END;
CREATE TRIGGER "log_memo_target_delete" AFTER DELETE ON "memo_target" BEGIN SELECT RAISE(ABORT, 'write outside a change') WHERE NOT EXISTS (SELECT 1 FROM open_change); INSERT INTO change_row(change, stored, row, verb, image) VALUES ((SELECT change FROM open_change), 'memo_target', OLD.id, 'delete', json_object('memo_id', OLD."memo_id", 'document_id', OLD."document_id", 'start', OLD."start", 'end', OLD."end", 'code_id', OLD."code_id", 'coding_id', OLD."coding_id", 'participant_id', OLD."participant_id", 'id', OLD."id", 'uid', OLD."uid")); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',30);
INSERT INTO "sqlite_sequence" VALUES('project',1);
INSERT INTO "sqlite_sequence" VALUES('document',1);
INSERT INTO "sqlite_sequence" VALUES('passage',1);
INSERT INTO "sqlite_sequence" VALUES('framework',2);
INSERT INTO "sqlite_sequence" VALUES('code',12);
INSERT INTO "sqlite_sequence" VALUES('coder',2);
INSERT INTO "sqlite_sequence" VALUES('memo',13);
INSERT INTO "sqlite_sequence" VALUES('memo_target',19);
INSERT INTO "sqlite_sequence" VALUES('link',1);
INSERT INTO "sqlite_sequence" VALUES('coding',1);
INSERT INTO "sqlite_sequence" VALUES('judgement',1);
COMMIT;
