"""Events from published conference schedules: c3voc schedule.xml and schedule.json."""
