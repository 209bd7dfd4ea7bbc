"""The codebook in the window: the tree of codes, a code's entry, and the picker; every page may use them."""
