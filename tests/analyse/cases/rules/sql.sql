WITH RECURSIVE t AS (SELECT 1) SELECT * FROM t;  -- -> sql/recursive-query t
SELECT row_number() OVER (ORDER BY a) FROM t;  -- -> sql/window-function
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED);  -- -> sql/generated-column t.b
CREATE TABLE u (a int REFERENCES t (a) ON DELETE CASCADE);  -- -> sql/cascade
CREATE INDEX i ON t (a);  -- -> sql/index i
CREATE MATERIALIZED VIEW v AS SELECT 1;  -- -> sql/materialised-view v
CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql SECURITY DEFINER;  -- -> sql/security-definer f
GRANT ALL ON t TO r;  -- -> sql/all-privileges
WITH w AS (SELECT 1) SELECT * FROM w; GRANT SELECT ON t TO r; GRANT SELECT ON ALL TABLES IN SCHEMA s TO r; CREATE VIEW x AS SELECT 1;
