-- Sealing: every entry and every line of the read log gets a place in one tree, once; heads of it are signed.
--
-- What is committed of a case has no gap: each of its writers waits for the one before it to commit. So whatever a
-- snapshot shows beyond the last sealed number of a case can be sealed, and appends wait for nothing here.

-- Gives the number of leaves after it; call again until it no longer grows.
CREATE OR REPLACE FUNCTION scheidslijn.seal_leaves(batch integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    leaves bigint;
    added bigint;
BEGIN
    -- One keeper at a time; it is given back at commit, when the other can see what this one did.
    PERFORM pg_advisory_xact_lock(hashtext('scheidslijn.seal'), 0);
    SELECT coalesce(max(l.leaf_index) + 1, 0) INTO leaves FROM sealed_leaf l;
    INSERT INTO sealed_leaf (leaf_index, kind, case_id, seq, leaf)
    SELECT leaves - 1 + row_number() OVER (ORDER BY fresh.kind DESC, fresh.case_id, fresh.seq),
        fresh.kind, fresh.case_id, fresh.seq,
        sha256('\000'::bytea || convert_to('scheidslijn/leaf/' || fresh.kind || '/v1', 'UTF8') || '\000'::bytea
               || convert_to(fresh.case_id, 'UTF8') || '\000'::bytea || int8send(fresh.seq) || fresh.hash)
    FROM (
        (SELECT 'entry' AS kind, e.case_id, e.seq, e.hash
         FROM case_head h
         CROSS JOIN LATERAL (SELECT coalesce(max(l.seq), 0) AS seq FROM sealed_leaf l
                             WHERE l.kind = 'entry' AND l.case_id = h.case_id) AS sealed
         JOIN entry e ON e.case_id = h.case_id AND e.seq > sealed.seq
         WHERE h.seq > sealed.seq
         ORDER BY h.case_id, e.seq LIMIT batch)
        UNION ALL
        (SELECT 'access', a.case_id, a.seq, a.hash
         FROM case_head h
         CROSS JOIN LATERAL (SELECT coalesce(max(l.seq), 0) AS seq FROM sealed_leaf l
                             WHERE l.kind = 'access' AND l.case_id = h.case_id) AS sealed
         JOIN access a ON a.case_id = h.case_id AND a.seq > sealed.seq
         ORDER BY h.case_id, a.seq LIMIT batch)
    ) AS fresh;
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN leaves + added;
END
$function$;

-- Stores a head with the subtrees that became whole since the head before it. Gives false when another keeper
-- stored the same one first.
CREATE OR REPLACE FUNCTION scheidslijn.store_checkpoint(request jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    the_size bigint := (request->>'size')::bigint;
    last bigint;
    known text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('scheidslijn.seal'), 0);
    SELECT c.note INTO known FROM checkpoint c WHERE c.size = the_size;
    IF known = request->>'note' THEN
        RETURN false;
    END IF;
    SELECT coalesce(max(c.size), -1) INTO last FROM checkpoint c;
    IF the_size IS NULL OR the_size <= last OR request->>'note' IS NULL
        OR the_size > (SELECT coalesce(max(l.leaf_index) + 1, 0) FROM sealed_leaf l)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL015', COLUMN = 'size',
            MESSAGE = format('a checkpoint of size %s does not fit: the last one has size %s', the_size, last);
    END IF;
    INSERT INTO tree_node (level, number, hash)
    SELECT (node->>0)::integer, (node->>1)::bigint, decode(node->>2, 'hex')
    FROM jsonb_array_elements(request->'nodes') AS node;
    INSERT INTO checkpoint (size, note) VALUES (the_size, request->>'note');
    RETURN true;
END
$function$;

-- Stores what a witness or a time stamping authority said of a head; the first word of each counts.
CREATE OR REPLACE FUNCTION scheidslijn.attest(the_size bigint, the_kind text, the_source text, the_content bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    INSERT INTO attestation (size, kind, source, content) VALUES (the_size, the_kind, the_source, the_content)
    ON CONFLICT DO NOTHING;
    RETURN FOUND;
END
$function$;
