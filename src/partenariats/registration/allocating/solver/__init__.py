"""What a solver decides that the core cannot, or not as fast: OR-Tools, whose one door this is."""
