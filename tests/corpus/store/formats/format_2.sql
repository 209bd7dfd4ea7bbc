PRAGMA application_id=1448231508;
PRAGMA user_version=2;
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
INSERT INTO "change" VALUES(1,'3b364bf0-d597-404c-bed1-47e326f90963','new','New project','Ada','7e12d910-fc2c-4c58-939e-b5bc5684df8e','2026-11-28T16:00:45Z',NULL,1);
INSERT INTO "change" VALUES(2,'9f42688f-edcd-43fc-aa76-1a7c4676cae3','import','Import document','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(3,'f757fff6-dfdc-4b22-8d89-e9d6936d10eb','edit','Add code','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(4,'38afac9b-eba4-4c14-814b-c773e8703a8c','edit','Add code','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(5,'af95eebf-e543-416e-8982-1b7b9301b641','edit','Apply code','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(6,'fd6bd145-8020-4acc-91c4-d0bd179cbb0f','edit','Apply code','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(7,'8575091d-f7ca-4e30-aabe-adfd9b7b6e3c','edit','Add memo','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(8,'5dc3277e-9f11-42c4-86da-bb614e0b85cd','edit','Choose excerpt','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(9,'f062fc2c-17f3-4cc4-bca6-7c477d796dba','edit','Mark','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(10,'6d93e7dd-753f-43bc-835f-eceef2dbdfa7','edit','Apply code','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
INSERT INTO "change" VALUES(11,'dcb04c75-9d54-481e-a0eb-2270393ca9df','edit','Uncode','Ada','dc5458ac-fe27-4cc7-803f-a492bd47bce9','2026-11-28T16:00:45Z',NULL,0);
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
INSERT INTO "change_row" VALUES(4,2,'passage',2,'insert',NULL);
INSERT INTO "change_row" VALUES(5,3,'code',1,'insert',NULL);
INSERT INTO "change_row" VALUES(6,3,'code',1,'update','{"framework_id":null,"key":null,"name":"attente","parent_id":null,"position":0,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:45Z","id":1,"uid":"9b29dc6d-a241-4f53-8dc5-7548727e8e10"}');
INSERT INTO "change_row" VALUES(7,4,'code',2,'insert',NULL);
INSERT INTO "change_row" VALUES(8,4,'code',2,'update','{"framework_id":null,"key":null,"name":"prix","parent_id":null,"position":1,"level":null,"short":"","definition":"","include":"","exclude":"","typical":"","atypical":"","colour":"","provenance":"","in_vivo":0,"created_at":"2026-11-28T16:00:45Z","id":2,"uid":"2dc9a87a-0125-439f-ba5e-30370a971519"}');
INSERT INTO "change_row" VALUES(9,5,'coder',1,'insert',NULL);
INSERT INTO "change_row" VALUES(10,5,'coding',1,'insert',NULL);
INSERT INTO "change_row" VALUES(11,6,'coding',2,'insert',NULL);
INSERT INTO "change_row" VALUES(12,7,'memo',1,'insert',NULL);
INSERT INTO "change_row" VALUES(13,7,'memo_target',1,'insert',NULL);
INSERT INTO "change_row" VALUES(14,7,'memo_target',2,'insert',NULL);
INSERT INTO "change_row" VALUES(15,7,'memo_target',3,'insert',NULL);
INSERT INTO "change_row" VALUES(16,8,'excerpt',1,'insert',NULL);
INSERT INTO "change_row" VALUES(17,9,'region',1,'insert',NULL);
INSERT INTO "change_row" VALUES(18,9,'region',2,'insert',NULL);
INSERT INTO "change_row" VALUES(19,9,'region',3,'insert',NULL);
INSERT INTO "change_row" VALUES(20,9,'coding',3,'insert',NULL);
INSERT INTO "change_row" VALUES(21,9,'coding',4,'insert',NULL);
INSERT INTO "change_row" VALUES(22,9,'coding',5,'insert',NULL);
INSERT INTO "change_row" VALUES(23,9,'verdict',1,'insert',NULL);
INSERT INTO "change_row" VALUES(24,9,'coding',6,'insert',NULL);
INSERT INTO "change_row" VALUES(25,10,'coding',7,'insert',NULL);
INSERT INTO "change_row" VALUES(26,11,'coding',7,'delete','{"document_id":1,"code_id":2,"coder_id":1,"start":15,"end":21,"region_id":null,"origin":"manual","verdict_id":null,"created_at":"2026-11-28T16:00:45Z","id":7,"uid":"3810607d-f9f2-4f44-be80-46902a03227b"}');
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
INSERT INTO "code" VALUES(NULL,NULL,'attente',NULL,0,NULL,'','','','','','','#0072b2','',0,'2026-11-28T16:00:45Z',1,'9b29dc6d-a241-4f53-8dc5-7548727e8e10');
INSERT INTO "code" VALUES(NULL,NULL,'prix',NULL,1,NULL,'','','','','','','#e69f00','',0,'2026-11-28T16:00:45Z',2,'2dc9a87a-0125-439f-ba5e-30370a971519');
CREATE TABLE coder (
	name VARCHAR NOT NULL, 
	colour VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_coder_uid UNIQUE (uid)
);
INSERT INTO "coder" VALUES('Ada','',1,'b9b05695-a659-43fe-92db-263533d7d51a');
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
INSERT INTO "coding" VALUES(1,1,1,3,7,NULL,'manual',NULL,'2026-11-28T16:00:45Z',1,'13a605a4-67ea-40a0-bd0b-5207cf5f957c');
INSERT INTO "coding" VALUES(1,1,1,NULL,NULL,NULL,'manual',NULL,'2026-11-28T16:00:45Z',2,'4ab0f719-fde9-47e5-8db8-3df6d35e09ba');
INSERT INTO "coding" VALUES(1,2,1,NULL,NULL,1,'manual',NULL,'2026-11-28T16:00:45Z',3,'857f7471-13da-4e47-9daa-4fcda595a975');
INSERT INTO "coding" VALUES(1,2,1,NULL,NULL,2,'manual',NULL,'2026-11-28T16:00:45Z',4,'892915d1-3a42-4536-81c7-60344d753ff4');
INSERT INTO "coding" VALUES(1,2,1,NULL,NULL,3,'manual',NULL,'2026-11-28T16:00:45Z',5,'624ded71-bc7e-4c0f-b9cf-a9a75f276323');
INSERT INTO "coding" VALUES(1,2,1,0,7,NULL,'suggestion',1,'2026-11-28T16:00:45Z',6,'183c02dd-dab1-4391-8e82-debec057f21e');
CREATE TABLE content (
	sha256 VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (sha256)
);
INSERT INTO "content" VALUES('156d57d05b488263c5fe82b6b233d4fc21e39438940f9f7bb27ce1eedea0b11f','original','text/plain',27,X'556E20646575782074726F69732E0A5175617472652063696E712E');
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
INSERT INTO "document" VALUES('Entretien 😀','156d57d05b488263c5fe82b6b233d4fc21e39438940f9f7bb27ce1eedea0b11f','156d57d05b488263c5fe82b6b233d4fc21e39438940f9f7bb27ce1eedea0b11f',NULL,NULL,'text/plain','UTF-8','fr','plain',27,5,'2026-11-28T16:00:45Z',1,'6c146169-bd99-4d1c-8b7d-781fa40db9c9');
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
INSERT INTO "excerpt" VALUES(1,1,0,14,'[[3, 7]]','[]','',0,1,'2026-11-28T16:00:45Z',1,'791f74d3-1cea-4b9f-87e1-28931d21d1ae');
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
INSERT INTO "memo" VALUES('','sur le segment','plain',1,'2026-11-28T16:00:45Z',NULL,1,'2e6043e7-dc79-4f67-ae69-934780467c5b');
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
INSERT INTO "memo_target" VALUES(1,NULL,NULL,NULL,NULL,1,NULL,1,'096f147d-1ccb-4138-a0f2-d2a9c6d1c8e8');
INSERT INTO "memo_target" VALUES(1,1,0,7,NULL,NULL,NULL,2,'191d74a9-3a58-4101-b979-497793e5b549');
INSERT INTO "memo_target" VALUES(1,1,NULL,NULL,NULL,NULL,NULL,3,'22aa5373-6dbd-4480-9238-97eda937ce76');
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('lineage','4e612f82-593a-4a40-b746-b2cc919c5d90');
INSERT INTO "meta" VALUES('project','68e1dbd2-850c-4eca-a966-40853bf71425');
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
INSERT INTO "passage" VALUES(1,0,'paragraph',NULL,0,14,3,NULL,NULL,NULL,1,'9667527a-7c80-4816-8e9d-6dfaed954154');
INSERT INTO "passage" VALUES(1,1,'paragraph',NULL,15,27,2,NULL,NULL,NULL,2,'0ddd2c51-aaea-4e64-b506-ca6dae7cf54a');
CREATE TABLE project (
	name VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	created_at VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	CONSTRAINT uq_project_uid UNIQUE (uid)
);
INSERT INTO "project" VALUES('study','fr','','2026-11-28T16:00:45Z',1,'22d5015a-35de-4e22-a54d-f4af355710fe');
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
INSERT INTO "region" VALUES(1,2,'[0.1, 0.2, 0.5, 0.25]',NULL,NULL,1,'efb77dad-2e9b-4882-b46f-e9758a969446');
INSERT INTO "region" VALUES(1,NULL,'[]',1000,2500,2,'c2504e01-09cb-4c51-9f85-f41fc127629d');
INSERT INTO "region" VALUES(1,NULL,'[0, 0, 1, 1]',0,40,3,'dae4f385-ba02-41f0-baa9-0ef702dfa3b8');
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
INSERT INTO "verdict" VALUES(1,0,7,'sha',1,'accepted',NULL,-0.577319,0.36,'codings','[["deux", 3, 7, 0.25]]','','',1,'2026-11-28T16:00:45Z',1,'37c80245-0a19-4f32-a0ec-36f3e0d36ebb');
CREATE INDEX ix_framework_key ON framework ("key");
CREATE INDEX ix_change_reverts ON change (reverts);
CREATE INDEX ix_document_original_sha ON document (original_sha);
CREATE INDEX ix_document_name ON document (name);
CREATE INDEX ix_grouping_parent_id ON grouping (parent_id);
CREATE INDEX ix_code_key ON code ("key");
CREATE INDEX ix_code_name ON code (name);
CREATE INDEX ix_code_framework_id ON code (framework_id);
CREATE INDEX ix_code_parent_id ON code (parent_id);
CREATE INDEX ix_region_document_id ON region (document_id);
CREATE INDEX ix_memo_coder_id ON memo (coder_id);
CREATE INDEX ix_saved_search_coder_id ON saved_search (coder_id);
CREATE INDEX ix_change_row_change ON change_row (change);
CREATE INDEX ix_revision_coder_id ON revision (coder_id);
CREATE INDEX ix_revision_document_id ON revision (document_id);
CREATE INDEX ix_media_document_id ON media (document_id);
CREATE INDEX ix_participation_document_id ON participation (document_id);
CREATE INDEX ix_participation_participant_id ON participation (participant_id);
CREATE INDEX ix_speaker_participant_id ON speaker (participant_id);
CREATE INDEX ix_speaker_document_id ON speaker (document_id);
CREATE INDEX ix_attribute_value_attribute_id ON attribute_value (attribute_id);
CREATE INDEX ix_attribute_value_document_id ON attribute_value (document_id);
CREATE INDEX ix_attribute_value_participant_id ON attribute_value (participant_id);
CREATE INDEX ix_assignment_document_id ON assignment (document_id);
CREATE INDEX ix_assignment_coder_id ON assignment (coder_id);
CREATE INDEX ix_pseudonym_participant_id ON pseudonym (participant_id);
CREATE INDEX ix_cue_code_id ON cue (code_id);
CREATE INDEX ix_link_from_code_id ON link (from_code_id);
CREATE INDEX ix_link_coder_id ON link (coder_id);
CREATE INDEX ix_link_to_code_id ON link (to_code_id);
CREATE INDEX ix_excerpt_code_id ON excerpt (code_id);
CREATE INDEX ix_excerpt_coder_id ON excerpt (coder_id);
CREATE INDEX ix_excerpt_document_id ON excerpt (document_id);
CREATE INDEX ix_verdict_document_id ON verdict (document_id);
CREATE INDEX ix_verdict_code_id ON verdict (code_id);
CREATE INDEX ix_verdict_coder_id ON verdict (coder_id);
CREATE INDEX ix_verdict_chosen_code_id ON verdict (chosen_code_id);
CREATE INDEX ix_passage_speaker_id ON passage (speaker_id);
CREATE INDEX ix_passage_document_position ON passage (document_id, position);
CREATE INDEX ix_grouping_member_code_id ON grouping_member (code_id);
CREATE INDEX ix_grouping_member_document_id ON grouping_member (document_id);
CREATE INDEX ix_grouping_member_grouping_id ON grouping_member (grouping_id);
CREATE INDEX ix_grouping_member_participant_id ON grouping_member (participant_id);
CREATE INDEX ix_replacement_pseudonym_id ON replacement (pseudonym_id);
CREATE INDEX ix_replacement_document_id ON replacement (document_id);
CREATE INDEX ix_coding_coder_id ON coding (coder_id);
CREATE INDEX ix_coding_verdict_id ON coding (verdict_id);
CREATE INDEX ix_coding_region_id ON coding (region_id);
CREATE INDEX ix_coding_document_start ON coding (document_id, start);
CREATE INDEX ix_coding_code_id ON coding (code_id);
CREATE INDEX ix_judgement_code_id ON judgement (code_id);
CREATE INDEX ix_judgement_coding_id ON judgement (coding_id);
CREATE INDEX ix_judgement_coder_id ON judgement (coder_id);
CREATE INDEX ix_memo_target_participant_id ON memo_target (participant_id);
CREATE INDEX ix_memo_target_code_id ON memo_target (code_id);
CREATE INDEX ix_memo_target_document_id ON memo_target (document_id);
CREATE INDEX ix_memo_target_coding_id ON memo_target (coding_id);
CREATE INDEX ix_memo_target_memo_id ON memo_target (memo_id);
CREATE INDEX ix_foreign_id_coding_id ON foreign_id (coding_id);
CREATE INDEX ix_foreign_id_memo_id ON foreign_id (memo_id);
CREATE INDEX ix_foreign_id_code_id ON foreign_id (code_id);
CREATE INDEX ix_foreign_id_document_id ON foreign_id (document_id);
CREATE INDEX ix_foreign_id_coder_id ON foreign_id (coder_id);
CREATE INDEX ix_foreign_id_participant_id ON foreign_id (participant_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change',11);
INSERT INTO "sqlite_sequence" VALUES('project',1);
INSERT INTO "sqlite_sequence" VALUES('document',1);
INSERT INTO "sqlite_sequence" VALUES('passage',2);
INSERT INTO "sqlite_sequence" VALUES('code',2);
INSERT INTO "sqlite_sequence" VALUES('coder',1);
INSERT INTO "sqlite_sequence" VALUES('coding',7);
INSERT INTO "sqlite_sequence" VALUES('memo',1);
INSERT INTO "sqlite_sequence" VALUES('memo_target',3);
INSERT INTO "sqlite_sequence" VALUES('excerpt',1);
INSERT INTO "sqlite_sequence" VALUES('region',3);
INSERT INTO "sqlite_sequence" VALUES('verdict',1);
COMMIT;
