"""What a family itself may ask about its file, and what came of it (Jw 7.3.8 to 7.3.10, 4.1.9; AVG 15 to 17)."""
