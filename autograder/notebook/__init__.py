"""What learners call in a notebook: check, hint and predict."""
