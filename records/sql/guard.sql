-- What plain SQL may never do, by whomever: change or remove what was recorded, or write a table that
-- only follows from entries. The triggers are ENABLE ALWAYS, so session_replication_role does not
-- switch them off either. DDL can: records.migrate.check must then say so.

CREATE OR REPLACE FUNCTION scheidslijn.refuse_change() RETURNS trigger
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL011', TABLE = TG_TABLE_NAME,
        MESSAGE = format('%s on %s is refused: what was recorded is never changed or removed; record a correction',
                         TG_OP, TG_TABLE_NAME);
END
$function$;

CREATE OR REPLACE FUNCTION scheidslijn.refuse_direct_write() RETURNS trigger
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL012', TABLE = TG_TABLE_NAME,
        MESSAGE = format('%s on %s is refused: it follows from the entries, and only an entry writes it',
                         TG_OP, TG_TABLE_NAME);
END
$function$;

DO $block$
DECLARE
    guarded text;
BEGIN
    FOREACH guarded IN ARRAY ARRAY['entry', 'command', 'outbox', 'legal_edition', 'legal_state', 'legal_transition',
                                   'access', 'sealed_leaf', 'tree_node', 'checkpoint', 'attestation',
                                   'archived_history']
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON scheidslijn.%I '
            'FOR EACH ROW EXECUTE FUNCTION scheidslijn.refuse_change()', guarded);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER no_truncate BEFORE TRUNCATE ON scheidslijn.%I '
            'FOR EACH STATEMENT EXECUTE FUNCTION scheidslijn.refuse_change()', guarded);
        EXECUTE format('ALTER TABLE scheidslijn.%I ENABLE ALWAYS TRIGGER append_only', guarded);
        EXECUTE format('ALTER TABLE scheidslijn.%I ENABLE ALWAYS TRIGGER no_truncate', guarded);
    END LOOP;

    -- Depth 0 is a statement that no trigger gave; the trigger on entry writes at depth 1.
    FOREACH guarded IN ARRAY ARRAY['child_position', 'consent', 'court_order', 'open_term', 'work_item', 'notice']
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER only_by_entry BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON scheidslijn.%I '
            'FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION scheidslijn.refuse_direct_write()', guarded);
        EXECUTE format('ALTER TABLE scheidslijn.%I ENABLE ALWAYS TRIGGER only_by_entry', guarded);
    END LOOP;
END
$block$;

-- The head moves by entries only; a head made by hand is the empty one (append makes it so).
CREATE OR REPLACE TRIGGER only_by_entry BEFORE UPDATE OR DELETE OR TRUNCATE ON scheidslijn.case_head
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION scheidslijn.refuse_direct_write();
ALTER TABLE scheidslijn.case_head ENABLE ALWAYS TRIGGER only_by_entry;

CREATE OR REPLACE TRIGGER born_empty BEFORE INSERT ON scheidslijn.case_head
FOR EACH ROW WHEN (NEW.seq <> 0 OR NEW.hash <> decode(repeat('00', 32), 'hex')
                   OR NEW.opened_at IS NOT NULL OR NEW.last_recorded_at IS NOT NULL)
EXECUTE FUNCTION scheidslijn.refuse_direct_write();
ALTER TABLE scheidslijn.case_head ENABLE ALWAYS TRIGGER born_empty;

-- An edition is closed by its row in legal_edition: no move is slipped in afterwards.
CREATE OR REPLACE FUNCTION scheidslijn.refuse_published() RETURNS trigger
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    IF EXISTS (SELECT FROM legal_edition WHERE edition = NEW.edition) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL011', TABLE = TG_TABLE_NAME,
            MESSAGE = format('edition %s is published and closed: other rules are another edition', NEW.edition);
    END IF;
    RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER edition_is_open BEFORE INSERT ON scheidslijn.legal_state
FOR EACH ROW EXECUTE FUNCTION scheidslijn.refuse_published();
ALTER TABLE scheidslijn.legal_state ENABLE ALWAYS TRIGGER edition_is_open;

CREATE OR REPLACE TRIGGER edition_is_open BEFORE INSERT ON scheidslijn.legal_transition
FOR EACH ROW EXECUTE FUNCTION scheidslijn.refuse_published();
ALTER TABLE scheidslijn.legal_transition ENABLE ALWAYS TRIGGER edition_is_open;
