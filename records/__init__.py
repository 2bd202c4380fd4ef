"""What is stored: tables, migrations, the one function that appends, the read queries."""
