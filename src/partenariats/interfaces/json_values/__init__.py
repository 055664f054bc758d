"""What back-ends keep as JSON: values in and out, strict and without loss."""
