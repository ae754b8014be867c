"""Figures counted when somebody asks for them: a page pays for what it shows."""

from collections.abc import Callable, Iterator, Mapping


class Lazy[V](Mapping[str, V]):
    """Names and how each is worked out; each once."""

    def __init__(self, makes: Mapping[str, Callable[[], V]]) -> None:
        self.makes = makes
        self.made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self.made:
            self.made[key] = self.makes[key]()
        return self.made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.makes)

    def __len__(self) -> int:
        return len(self.makes)
