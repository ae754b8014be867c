"""The faces: giving, asking outside, the team, people, and the page behind a link."""
