"""What statute, regulations and guidance require: dated, cited rows that any day can be weighed by. No Django."""
