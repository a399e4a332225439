"""What the lessons import: pictures, data, and the pieces built in earlier lessons."""
