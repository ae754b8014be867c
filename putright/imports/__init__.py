"""The import door: a file of complaints kept elsewhere becomes case files here, and no row of it is lost.

Rows are streamed, so the memory used does not grow with the file. One bad row never stops the rest: it is kept whole
with its reason. The same file again loads nothing twice."""
