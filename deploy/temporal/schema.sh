#!/bin/sh
# Brings both databases of Temporal to the schema of this version of its server. Safe to repeat.
# The databases themselves, and the role that owns them, come from postgresql/roles.sql.
set -eu

upgrade() {
    temporal-sql-tool --database "$1" setup-schema --version 0.0
    temporal-sql-tool --database "$1" update-schema \
        --schema-dir "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

upgrade temporal temporal
upgrade temporal_visibility visibility
