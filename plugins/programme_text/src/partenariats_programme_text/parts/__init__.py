"""From lines to the parts of a programme: days, half-days, sessions, points, credits."""
