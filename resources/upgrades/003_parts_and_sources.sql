-- A file may hold several documents, and files of one name are told apart by their folders; nobody noted it before.
ALTER TABLE document ADD COLUMN part VARCHAR;
ALTER TABLE document ADD COLUMN source VARCHAR;
