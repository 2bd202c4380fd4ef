-- Keeps the history of a run of a workflow, once, under the hash of its content. What is in the box the database
-- cannot see; that it is the box that its entry names, anybody can: "sealed" is its hash.
CREATE OR REPLACE FUNCTION scheidslijn.archive_history(request jsonb, the_box bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    INSERT INTO archived_history (sha256, case_id, run_id, closed, key_id, sealed, box)
    VALUES (decode(request->>'sha256', 'hex'), request->>'case', request->>'run', (request->>'closed')::boolean,
            request->>'key', sha256(the_box), the_box)
    ON CONFLICT DO NOTHING;
    RETURN FOUND;
END
$function$;
