-- On what a position rests: a compulsory one on a court order, running help on consents. Everything else
-- (assessment, the tracks of the Raad, closed) needs nothing and gives nobody power.

CREATE OR REPLACE FUNCTION scheidslijn.rests_on(state text, framework text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN framework = 'compulsory' THEN 'order'
    WHEN state = 'voluntary.help' THEN 'help'
    WHEN state LIKE 'intensive\_voluntary.%' THEN 'intensive_help'
END;

-- Does the named title hold for this state at this moment? Refuses with the reason when it does not.
CREATE OR REPLACE FUNCTION scheidslijn.title_check(
    the_case text, the_child text, the_state text, framework text, title jsonb, moment timestamptz
) RETURNS void
LANGUAGE plpgsql
SET search_path = scheidslijn, pg_temp
AS $function$
DECLARE
    basis text := rests_on(the_state, framework);
    required text[];
BEGIN
    IF basis IS NULL THEN
        RETURN;
    END IF;

    IF basis = 'order' THEN
        IF NOT EXISTS (
            SELECT FROM court_order o
            WHERE o.case_id = the_case AND o.child_id = the_child AND o.order_id = title->>'order'
                AND o.compulsory AND o.valid_from <= moment
                AND (o.valid_until IS NULL OR moment < o.valid_until))
        THEN
            RAISE EXCEPTION USING ERRCODE = 'SL008', COLUMN = 'title',
                MESSAGE = format('%s at %s needs a court order of this child that gives power at that moment',
                                 the_state, moment_text(moment));
        END IF;
        RETURN;
    END IF;

    IF jsonb_typeof(title->'required') = 'array' THEN
        required := array(SELECT jsonb_array_elements_text(title->'required'));
    END IF;
    IF coalesce(cardinality(required), 0) = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'SL009', COLUMN = 'title',
            MESSAGE = format('%s needs a title that names whose consent is required; nobody is no answer', the_state);
    END IF;
    -- Consent that is presumed carries help, never intensive help on its own: that is asked of everybody.
    IF EXISTS (
        SELECT FROM unnest(required) AS person, (VALUES ('help'), ('intensive_help')) AS needed (purpose)
        WHERE (needed.purpose = 'help' OR basis = 'intensive_help')
            AND NOT (needed.purpose = 'help' AND coalesce(title->'presumed' ? person, false))
            AND NOT EXISTS (
                SELECT FROM consent c
                WHERE c.case_id = the_case AND c.child_id = the_child AND c.person_id = person
                    AND c.purpose = needed.purpose AND coalesce(title->'consents' ? c.consent_id, false)
                    AND c.valid_from <= moment AND (c.valid_until IS NULL OR moment < c.valid_until)))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'SL009', COLUMN = 'title',
            MESSAGE = format('%s at %s lacks a valid consent of somebody whose consent is required',
                             the_state, moment_text(moment));
    END IF;
END
$function$;

-- Does power, or running help, stay covered from one moment up to another (NULL: for ever)?
-- Asked when a command is complete, of all orders and consents and not only those that the title named:
-- an extension or a renewed consent carries a position on.
CREATE OR REPLACE FUNCTION scheidslijn.stays_covered(
    the_case text, the_child text, basis text, title jsonb, since timestamptz, until timestamptz
) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = scheidslijn, pg_temp
AS $function$
BEGIN
    IF basis = 'order' THEN
        RETURN (
            SELECT coalesce(range_agg(tstzrange(o.valid_from, o.valid_until)) @> tstzrange(since, until), false)
            FROM court_order o
            WHERE o.case_id = the_case AND o.child_id = the_child AND o.compulsory);
    END IF;
    RETURN (
        -- No row is left when everybody who must consent is presumed to; title_check refuses an empty list.
        SELECT coalesce(bool_and(held.throughout), true)
        FROM jsonb_array_elements_text(title->'required') AS person,
            (VALUES ('help'), ('intensive_help')) AS needed (purpose),
            LATERAL (
                SELECT coalesce(
                    range_agg(tstzrange(c.valid_from, c.valid_until)) @> tstzrange(since, until), false) AS throughout
                FROM consent c
                WHERE c.case_id = the_case AND c.child_id = the_child AND c.person_id = person
                    AND c.purpose = needed.purpose
            ) AS held
        WHERE needed.purpose = 'intensive_help' AND basis = 'intensive_help'
            OR needed.purpose = 'help' AND NOT coalesce(title->'presumed' ? person, false));
END
$function$;
