"""The page of their own for those a case is about: how it stands, what comes next, our letters, and a way to answer."""
