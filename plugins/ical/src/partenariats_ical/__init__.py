"""iCalendar files from partenariats programmes."""
