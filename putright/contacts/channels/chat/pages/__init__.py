"""The faces of a chat: the visitor's pages, the handler's, and the sentences a supervisor keeps."""
