-- Where a child stands (D3). A power that ended at 00:00 is over at 00:00 although nothing ran since:
-- the state read here is the recorded one, or the last one ahead of it that has come.

-- At a moment in the past: as it is known today, after late orders and corrections.
CREATE OR REPLACE FUNCTION scheidslijn.child_state_at(moment timestamptz)
RETURNS TABLE (case_id text, child_id text, state text, framework text, since timestamptz, edition text, exercise boolean)
LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT p.case_id, p.child_id, s.state, s.framework, coalesce(come.at, stood.since), s.edition, h.exercise
    FROM child_position p
    JOIN case_head h ON h.case_id = p.case_id
    CROSS JOIN LATERAL (
        SELECT p.state, p.since, p.edition, p.ahead WHERE p.since <= moment
        UNION ALL
        (SELECT e.to_state, e.effective_at, e.edition, '[]'::jsonb
         FROM entry e
         WHERE p.since > moment AND e.kind = 'transition' AND e.case_id = p.case_id AND e.child_id = p.child_id
             AND e.effective_at <= moment
         ORDER BY e.seq DESC LIMIT 1)
    ) AS stood
    LEFT JOIN LATERAL (
        SELECT item.value->>'to' AS state, (item.value->>'at')::timestamptz AS at
        FROM jsonb_array_elements(stood.ahead) WITH ORDINALITY AS item (value, place)
        WHERE (item.value->>'at')::timestamptz <= moment
        ORDER BY item.place DESC LIMIT 1
    ) AS come ON true
    JOIN legal_state s ON s.edition = stood.edition AND s.state = coalesce(come.state, stood.state);
END;

-- Now: the case's own clock where it is ahead of ours, as in an exercise.
CREATE OR REPLACE VIEW scheidslijn.child_state AS
SELECT p.case_id, p.child_id, s.state, s.framework, coalesce(come.at, p.since) AS since, s.edition, h.exercise
FROM child_position p
JOIN case_head h ON h.case_id = p.case_id
LEFT JOIN LATERAL (
    SELECT item.value->>'to' AS state, (item.value->>'at')::timestamptz AS at
    FROM jsonb_array_elements(p.ahead) WITH ORDINALITY AS item (value, place)
    WHERE (item.value->>'at')::timestamptz <= greatest(now(), h.last_recorded_at)
    ORDER BY item.place DESC LIMIT 1
) AS come ON true
JOIN legal_state s ON s.edition = p.edition AND s.state = coalesce(come.state, p.state);
