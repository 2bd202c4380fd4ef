#!/bin/sh
# Makes the namespace of the cases, or gives it the retention again. Safe to repeat.
# The address and the namespace are in TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, as the CLI knows them.
set -eu
: "${TEMPORAL_ADDRESS:?}" "${TEMPORAL_NAMESPACE:?}" "${RETENTION:?}"

wait_for() {
    left=60
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        if [ "$left" -eq 0 ]; then
            echo "Temporal at $TEMPORAL_ADDRESS: still no answer to: $*" >&2
            exit 1
        fi
        sleep 1
    done
}

wait_for temporal operator cluster health
if temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
    temporal operator namespace update --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
else
    temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "$RETENTION"
fi
# The server knows a new namespace only some seconds later; whoever comes next needs it now.
wait_for temporal workflow count --namespace "$TEMPORAL_NAMESPACE"
