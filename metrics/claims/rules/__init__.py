"""The claim checks, one file each; `metrics.claims.check` finds them."""
