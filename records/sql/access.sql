-- The read log (D16): who looked at what, and why. A chain for each case, as entries are; one call a line.

-- The line as RFC 8785 writes it: these keys, in this order; to_json escapes as it does.
CREATE OR REPLACE FUNCTION scheidslijn.access_body(a scheidslijn.access) RETURNS text
LANGUAGE sql STABLE
RETURN '{"actor":{"id":' || to_json(a.actor_id)
    || ',"organisation":' || coalesce(to_json(a.actor_organisation)::text, 'null')
    || ',"role":' || to_json(a.actor_role)
    || '},"at":"' || moment_text(a.read_at)
    || '","case":' || to_json(a.case_id)
    || ',"child":' || coalesce(to_json(a.child_id)::text, 'null')
    || ',"purpose":' || to_json(a.purpose)
    || ',"seq":' || a.seq
    || ',"v":1,"what":' || to_json(a.what) || '}';

CREATE OR REPLACE FUNCTION scheidslijn.access_check() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    last record;
BEGIN
    IF NEW.body IS DISTINCT FROM convert_to(access_body(NEW), 'UTF8') THEN
        RAISE EXCEPTION USING ERRCODE = 'SL003', COLUMN = 'body', MESSAGE = 'columns differ from the hashed body';
    END IF;
    SELECT a.seq, a.hash INTO last FROM access a WHERE a.case_id = NEW.case_id ORDER BY a.seq DESC LIMIT 1;
    IF NEW.seq <> coalesce(last.seq, 0) + 1
        OR NEW.prev_hash IS DISTINCT FROM coalesce(last.hash, decode(repeat('00', 32), 'hex'))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL004', COLUMN = 'seq',
            MESSAGE = 'the line does not fit behind the last one of its case';
    END IF;
    RETURN NEW;
END
$function$;

CREATE OR REPLACE TRIGGER access_check BEFORE INSERT ON scheidslijn.access
FOR EACH ROW EXECUTE FUNCTION scheidslijn.access_check();
ALTER TABLE scheidslijn.access ENABLE ALWAYS TRIGGER access_check;

-- Gives the number of the line, or NULL when there is no such case: then there is nothing to read either.
CREATE OR REPLACE FUNCTION scheidslijn.access_append(request jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    line access;
BEGIN
    line.case_id := request->>'case';
    IF NOT EXISTS (SELECT FROM case_head h WHERE h.case_id = line.case_id) THEN
        RETURN NULL;
    END IF;
    -- One reader of a case after the other, so that what is committed has no gap; who writes entries waits for none.
    PERFORM pg_advisory_xact_lock(hashtext('scheidslijn.access'), hashtext(line.case_id));
    SELECT a.seq, a.hash INTO line.seq, line.prev_hash
    FROM access a WHERE a.case_id = line.case_id ORDER BY a.seq DESC LIMIT 1;
    line.seq := coalesce(line.seq, 0) + 1;
    line.prev_hash := coalesce(line.prev_hash, decode(repeat('00', 32), 'hex'));
    line.child_id := request->>'child';
    line.actor_id := request->'actor'->>'id';
    line.actor_role := request->'actor'->>'role';
    line.actor_organisation := request->'actor'->>'organisation';
    line.what := request->>'what';
    line.purpose := request->>'purpose';
    line.read_at := clock_timestamp();
    line.body := convert_to(access_body(line), 'UTF8');
    line.hash := sha256('scheidslijn/access/v1\000'::bytea || line.prev_hash || line.body);
    INSERT INTO access VALUES (line.*);
    RETURN line.seq;
END
$function$;
