"""Conference schedules, read and written: c3voc schedule.xml and schedule.json."""
