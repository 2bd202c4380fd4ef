-- The one function that stores (D8). One call, one transaction, one round trip.
--
-- ok        stored, or nothing was asked and nothing lies beyond expected_seq
-- already   this command was stored before: its first outcome, and the entries after expected_seq
-- behind    the caller has not seen all entries: here they are
-- conflict  the command id is taken by a command with another digest

CREATE OR REPLACE FUNCTION scheidslijn.append(request jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    the_case text := request->>'case';
    expected integer := (request->>'expected_seq')::integer;
    page integer := least(greatest(coalesce((request->>'page')::integer, 200), 1), 1000);
    sent jsonb := nullif(request->'command', 'null');
    drafts jsonb := coalesce(nullif(request->'entries', 'null'), '[]');
    fresh integer := jsonb_array_length(drafts);
    head record;
    stored record;
    draft jsonb;
    b jsonb;
    status text;
    first_outcome jsonb;
    previous bytea;
    nothing CONSTANT bytea := decode(repeat('00', 32), 'hex');
BEGIN
    IF the_case IS NULL OR expected IS NULL OR expected < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'SL001', COLUMN = 'case', MESSAGE = 'a request names its case and expected_seq';
    END IF;
    IF (sent IS NULL) <> (fresh = 0) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL001', COLUMN = 'entries',
            MESSAGE = 'a command stores at least one entry, and entries belong to a command';
    END IF;

    IF sent IS NULL THEN
        -- Who only reads takes no lock: a lock is a write, and the nightly sweep asks this of every case.
        SELECT h.seq, h.hash INTO head FROM case_head h WHERE h.case_id = the_case;
    ELSE
        SELECT h.seq, h.hash INTO head FROM case_head h WHERE h.case_id = the_case FOR NO KEY UPDATE;
        IF NOT FOUND AND expected = 0 THEN
            INSERT INTO case_head (case_id, seq, hash, exercise)
            VALUES (the_case, 0, nothing, (request->>'exercise')::boolean)
            ON CONFLICT (case_id) DO NOTHING;
            SELECT h.seq, h.hash INTO head FROM case_head h WHERE h.case_id = the_case FOR NO KEY UPDATE;
        END IF;
    END IF;
    IF head.seq IS NULL THEN
        SELECT 0 AS seq, nothing AS hash INTO head;
    END IF;
    -- Restored from an older copy, or another database: to go on would fork the case.
    IF expected > head.seq THEN
        RAISE EXCEPTION USING ERRCODE = 'SL013', COLUMN = 'expected_seq',
            MESSAGE = format('the records end at entry %s and the caller has seen entry %s: entries were lost here',
                             head.seq, expected);
    END IF;

    IF sent IS NOT NULL THEN
        SELECT c.digest, c.outcome INTO stored
        FROM command c WHERE c.case_id = the_case AND c.command_id = sent->>'id';
        IF FOUND THEN
            status := CASE WHEN stored.digest = sent->>'digest' THEN 'already' ELSE 'conflict' END;
            first_outcome := CASE WHEN status = 'already' THEN stored.outcome END;
        END IF;
    END IF;
    IF status IS NULL AND head.seq <> expected THEN
        status := 'behind';
    END IF;
    IF status IS NULL THEN
        status := 'ok';
        IF sent IS NOT NULL THEN
            first_outcome := nullif(sent->'outcome', 'null');
            INSERT INTO command (case_id, command_id, digest, outcome, first_seq, last_seq)
            VALUES (the_case, sent->>'id', sent->>'digest', first_outcome, expected + 1, expected + fresh);
            previous := head.hash;
            FOR draft IN SELECT jsonb_array_elements(drafts)
            LOOP
                b := (draft->>'body')::jsonb;
                INSERT INTO entry (
                    case_id, seq, kind, event, child_id, command_id,
                    actor_id, actor_role, actor_organisation, actor_under, effective_at, recorded_at,
                    move_edition, move, from_state, to_state, framework_before, framework_after,
                    rules, edition, edition_digest, workflow_id, run_id, build_id, prev_hash, hash, body)
                VALUES (
                    the_case, (b->>'seq')::integer, b->>'kind', b->>'event', b->>'child', sent->>'id',
                    b->'actor'->>'id', b->'actor'->>'role', b->'actor'->>'organisation', b->'actor'->>'under',
                    (b->>'effective_at')::timestamptz, (b->>'recorded_at')::timestamptz,
                    CASE WHEN b->>'kind' = 'transition' THEN b->>'edition' END,
                    b->>'move', b->>'from', b->>'to', b->>'framework_before', b->>'framework_after',
                    array(SELECT jsonb_array_elements_text(b->'rules')), b->>'edition', b->>'edition_digest',
                    b->>'workflow', b->>'run', b->>'build',
                    previous, decode(draft->>'hash', 'hex'), convert_to(draft->>'body', 'UTF8'));
                previous := decode(draft->>'hash', 'hex');
            END LOOP;
            IF jsonb_array_length(coalesce(nullif(request->'outbox', 'null'), '[]')) > 0 THEN
                INSERT INTO outbox (case_id, command_id, topic, payload)
                SELECT the_case, sent->>'id', m.topic, m.payload
                FROM jsonb_to_recordset(request->'outbox') AS m (topic text, payload jsonb);
            END IF;
            SELECT expected + fresh AS seq, previous AS hash INTO head;
        END IF;
    END IF;

    RETURN jsonb_build_object(
        'status', status, 'seq', head.seq, 'hash', encode(head.hash, 'hex'), 'outcome', first_outcome,
        'entries', CASE WHEN status = 'conflict' OR head.seq = expected THEN '[]' ELSE (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'seq', e.seq, 'body', convert_from(e.body, 'UTF8'), 'hash', encode(e.hash, 'hex')) ORDER BY e.seq), '[]')
            FROM entry e
            WHERE e.case_id = the_case AND e.seq > expected AND e.seq <= least(head.seq, expected + greatest(page, fresh))) END);
END
$function$;
