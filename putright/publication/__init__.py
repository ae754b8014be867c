"""Publication: figures that anybody may read and take away, with nobody to be found in them."""
