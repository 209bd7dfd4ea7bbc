"""How far coders agree: coefficients, what they are computed from, and disagreements to be settled."""
