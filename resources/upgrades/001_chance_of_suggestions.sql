-- How often a score like a suggestion's was right is kept with the decision on it; nobody noted it before, so it is NULL.
ALTER TABLE verdict ADD COLUMN chance DOUBLE;
-- Codings are found by document and start, and passages by document and position: these two answered nothing more.
DROP INDEX IF EXISTS ix_coding_document_id;
DROP INDEX IF EXISTS ix_passage_document_id;
