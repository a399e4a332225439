"""What learners do not see: the hidden tests, and the catalogue of mistakes that proves them."""
