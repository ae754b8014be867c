"""What must be set before Django reads its settings; pytest loads this first (see addopts in pyproject.toml)."""

import os

os.environ["PUTRIGHT_TEST"] = "1"
