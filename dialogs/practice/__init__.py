"""«Ny her?»: an introduction with a question after each chapter, and invented cases taken through the real guide."""
