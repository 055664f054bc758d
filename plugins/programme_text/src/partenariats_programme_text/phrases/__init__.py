"""What people write in a line of a programme: days, hours, places, persons, kinds."""
