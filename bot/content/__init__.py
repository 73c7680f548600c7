"""Knowledge files as typed data: reading, checking, drawing, versions."""
